"""EPUBs and other archives made by code, small enough to see through."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    '<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>"
)
METADATA = (
    '<dc:title>雾港纪事</dc:title><dc:creator opf:role="aut">沈之遥</dc:creator>'
    "<dc:publisher>望潮出版社</dc:publisher><dc:date>2019-04-17</dc:date>"
)
PROSE = "港口的雾从傍晚开始升起来，到了后半夜，连灯塔也看不见了。"


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Pack files, in their order, the type of an EPUB uncompressed as its standard asks."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            stored = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(path, content, stored)
    return packed.getvalue()


def page(body: str, *, title: str = "无关紧要") -> str:
    """Return a page of XHTML as books have them."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{title}</title></head><body>{body}</body></html>"
    )


def book_files(
    pages: Mapping[str, str],
    *,
    metadata: str = METADATA,
    nav: str | None = None,
    ncx: str | None = None,
    spine: Iterable[str] | None = None,
) -> dict[str, bytes | str]:
    """Return the files of an EPUB: `pages` are bodies by file name, `nav` and `ncx` the contents' lines."""
    files: dict[str, bytes | str] = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
    items = [
        f'<item id="{escape(name)}" href="text/{escape(name)}" media-type="application/xhtml+xml"/>'
        for name in pages
    ]
    if nav is not None:
        items.append('<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>')
        files["OEBPS/nav.xhtml"] = page(f'<nav epub:type="toc"><h1>目录</h1>{nav}</nav>')
    if ncx is not None:
        items.append('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
        files["OEBPS/toc.ncx"] = (
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    order = "".join(f'<itemref idref="{escape(name)}"/>' for name in (pages if spine is None else spine))
    toc = "ncx" if ncx is not None else ""
    files["OEBPS/book.opf"] = (
        '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{metadata}</metadata><manifest>{''.join(items)}</manifest>"
        f'<spine toc="{toc}">{order}</spine></package>'
    )
    files |= {f"OEBPS/text/{name}": page(body) for name, body in pages.items()}
    return files


def book(pages: Mapping[str, str], **told: object) -> bytes:
    """Return an EPUB; what it takes is in `book_files`."""
    return zipped(book_files(pages, **told))  # type: ignore[arg-type]


def link(target: str, title: str, below: str = "") -> str:
    """Return a line of the contents of EPUB 3."""
    return f'<li><a href="text/{target}">{title}</a>{f"<ol>{below}</ol>" if below else ""}</li>'


def point(target: str, title: str, below: str = "") -> str:
    """Return a line of the contents of EPUB 2."""
    return (
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="text/{target}"/>{below}</navPoint>'
    )
