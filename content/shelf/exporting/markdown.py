"""Bookmarks as Markdown that Obsidian and Logseq read: a block quote each, with an id to link it by.

Everything that is ours about a bookmark stands in one block quote and the line with its id under it, so that
it can be written anew while the reader's own words around it stay.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from content.shelf.exporting.excerpt import by_document

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from content.shelf.exporting.excerpt import Excerpt

_PREFIX = "te-"
# What Markdown or a wiki would act on, inside a line and at its beginning (CommonMark 0.31, 2.4).
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>~#|$^%=]|(?<=^)(?:[-+](?=\s|$|[-+])|\d+(?=[.)](?:\s|$)))|&(?=#?\w+;)", re.M
)
# A block of ours: lines of a quote, blank lines, the line with the id.
_BLOCK = re.compile(rf"(?:^[ ]{{0,3}}>[^\n]*\n)+\s*^\^{_PREFIX}(?P<id>[0-9a-z-]+)[ \t]*$", re.MULTILINE)


def write_markdown(excerpts: Sequence[Excerpt]) -> str:
    """Return a whole file: front matter, a heading a document, a heading a section, a quote a bookmark."""
    documents = list(by_document(excerpts))
    pieces = [_front_matter([first for first, _ in documents])] if documents else []
    for first, together in documents:
        pieces.append(f"# {_escaped(first.document.title)}")
        if first.origin:
            pieces.append(_escaped(first.origin))
        section = None
        for excerpt in together:
            if excerpt.bookmark.section != section:
                section = excerpt.bookmark.section
                pieces += [f"## {_escaped(section)}"] if section else []
            pieces.append(_block(excerpt))
    return "\n\n".join(pieces) + "\n" if pieces else ""


def update_markdown(existing: str, excerpts: Sequence[Excerpt]) -> str:
    """Write the blocks of these bookmarks anew in a file that holds some of them; the others go to its end.

    What the reader wrote, and blocks of bookmarks that are not among these, stay as they are.
    """
    if not existing.strip():
        return write_markdown(excerpts)
    blocks: Mapping[str, str] = {each.bookmark.id: _block(each) for each in excerpts}
    there = {found["id"] for found in _BLOCK.finditer(existing)}
    updated = _BLOCK.sub(lambda found: blocks.get(found["id"], found[0]), existing)
    new = [each for each in excerpts if each.bookmark.id not in there]
    if not new:
        return updated
    pieces = [updated.rstrip("\n")]
    for first, together in by_document(new):
        heading = f"# {_escaped(first.document.title)}"
        if not re.search(rf"^{re.escape(heading)}[ \t]*$", existing, re.MULTILINE):
            pieces += [heading, *([_escaped(first.origin)] if first.origin else [])]
        pieces += map(_block, together)
    return "\n\n".join(pieces) + "\n"


def is_ours(existing: str) -> bool:
    """Tell whether a file was written here: it holds one of our blocks."""
    return bool(_BLOCK.search(existing))


def _front_matter(firsts: Sequence[Excerpt]) -> str:
    """Return YAML; its strings are written as JSON, which is YAML too (YAML 1.2.2, 1.3)."""
    documents = [first.document for first in firsts]
    lines = ["---", f"title: {_quoted('、'.join(each.title for each in documents))}"]
    names = dict.fromkeys(name for each in documents for name in each.byline)
    lines += [f"author: [{', '.join(map(_quoted, names))}]"] if names else []
    for key in ("source", "date"):
        values = dict.fromkeys(filter(None, (getattr(each, key) for each in documents)))
        lines += [f"{key}: {_quoted('、'.join(values))}"] if values else []
    return "\n".join([*lines, "---"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _block(excerpt: Excerpt) -> str:
    bookmark = excerpt.bookmark
    lines = _escaped(bookmark.quote).split("\n")
    lines += ["", f"— {_escaped(excerpt.place)}"]
    if bookmark.note:
        lines += ["", *bookmark.note.split("\n")]
    if bookmark.tags:
        lines += ["", " ".join(f"#{_tag(tag)}" for tag in bookmark.tags)]
    quote = "\n".join(f"> {line}".rstrip() for line in lines)
    return f"{quote}\n\n^{_PREFIX}{bookmark.id}"


def _tag(tag: str) -> str:
    """Return a tag without what would end it in a note: spaces and punctuation."""
    return re.sub(r"[^\w/-]+", "-", tag).strip("-") or "-"


def _escaped(text: str) -> str:
    """Return a text as Markdown that reads exactly so."""
    return _ACTIVE.sub(lambda found: _escape(found[0]), text)


def _escape(active: str) -> str:
    # A number at the beginning of a line: what follows it would make it a list.
    return f"{active}\\" if active.isdigit() else f"\\{active}"
