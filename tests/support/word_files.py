"""Word documents made by code: paragraphs with their styles, footnotes, tables."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from books import zipped

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_STYLES = {
    "Title": '<w:name w:val="Title"/>',
    "1": '<w:name w:val="heading 1"/>',
    "2": '<w:name w:val="heading 2"/>',
    "Quote": '<w:name w:val="Quote"/>',
    "Caption": '<w:name w:val="caption"/>',
    "own": '<w:name w:val="小节"/><w:basedOn w:val="2"/>',
    "levelled": '<w:name w:val="一级标题"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
    "plain": '<w:name w:val="正文文字"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
    "circle": '<w:name w:val="圈"/><w:basedOn w:val="circle"/>',
}


def paragraph(text: str, style: str | None = None, *, bold: bool = False, note: int | None = None) -> str:
    """Return a paragraph of the body; `style` is a key of the styles above."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    noted = f'<w:r><w:footnoteReference w:id="{note}"/></w:r>' if note is not None else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{styled}<w:r>{weight}<w:t>{escape(text)}</w:t></w:r>{noted}</w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    """Return a table."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_files(*body: str, notes: Iterable[str] = ()) -> dict[str, bytes | str]:
    """Return the files of a document; `notes` are its footnotes, numbered from 1."""
    noted = "".join(
        f'<w:footnote w:id="{n}">{paragraph(each)}</w:footnote>' for n, each in enumerate(notes, 1)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}">{said}</w:style>' for key, said in _STYLES.items()
    )
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("footnotes", "footnotes.xml")),
        "word/document.xml": _root("document", f"<w:body>{''.join(body)}</w:body>"),
        "word/styles.xml": _root("styles", styles),
        "word/footnotes.xml": _root("footnotes", noted),
    }


def word_file(*body: str, notes: Iterable[str] = ()) -> bytes:
    """Return a document; what it takes is in `word_files`."""
    return zipped(word_files(*body, notes=notes))


def _root(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{_MAIN}">{inner}</w:{name}>'


def _relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
