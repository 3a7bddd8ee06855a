"""Bookmarks as Markdown that Obsidian and Logseq read: a block quote each, with an id to link it by.

Everything that is ours about a bookmark stands in one block quote between two lines with its ids. Obsidian
links to the one below it, `[[file#^te-…]]` (https://help.obsidian.md/links); Logseq to the one above, which
makes the quote a block of its outline with the property `id`, `((…))`
(https://docs.logseq.com). In the quote a comment that nobody sees holds a digest of it, by which an export
knows later whether the reader changed it.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from content.shelf.exporting.annotations import ID
from content.shelf.exporting.escaping import escaped, written_tag
from content.shelf.exporting.excerpt import by_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from content.shelf.exporting.excerpt import Excerpt

_DIGEST = re.compile(r" ?<!-- te:([0-9a-f]{8}) -->")
_OUTER_MARK = re.compile(r"[ \t]*(?:[-*+][ \t]+)?>?")


def write_markdown(excerpts: Sequence[Excerpt]) -> str:
    """Return a whole file: front matter, a heading a document, a heading a section, a quote a bookmark."""
    documents = list(by_document(excerpts))
    pieces = [_front_matter([first for first, _ in documents])] if documents else []
    for first, together in documents:
        pieces += document_heading(first)
        section = ""
        for excerpt in together:
            if excerpt.section != section:
                section = excerpt.section
                pieces += section_heading(section)
            pieces.append("\n".join(block(excerpt)))
    return "\n\n".join(pieces) + "\n" if pieces else ""


def document_heading(first: Excerpt) -> list[str]:
    """Return the paragraphs at the head of a document's bookmarks."""
    return [f"# {escaped(first.document.title)}", *([escaped(first.origin)] if first.origin else [])]


def section_heading(section: str) -> list[str]:
    """Return the heading of a section; none where it has no title."""
    return [f"## {escaped(section)}"] if section else []


def block(excerpt: Excerpt) -> list[str]:
    """Return the lines of a bookmark: the id for Logseq, the quote, the id for Obsidian."""
    identity = excerpt.bookmark.id
    return [logseq_id(identity), "", *quote(excerpt), "", f"^te-{identity}"]


def logseq_id(identity: str) -> str:
    """Return the line that makes what follows a block of Logseq's: the same of the same bookmark for ever."""
    return f"- id:: {uuid5(NAMESPACE_URL, ID + identity)}"


def quote(excerpt: Excerpt) -> list[str]:
    """Return the lines of a quote with what is said of it; a note, which may be any Markdown, ends it."""
    bookmark = excerpt.bookmark
    paragraphs = [*escaped(bookmark.quote).split("\n"), f"— {escaped(excerpt.place)}"]
    above = "\n\n".join(filter(None, paragraphs)).split("\n")
    below = "\n\n".join(filter(None, (" ".join(map(written_tag, bookmark.tags)), bookmark.note)))
    lines = [*above, *(["", *below.split("\n")] if below else [])]
    lines[len(above) - 1] += f" <!-- te:{digest_of(lines)} -->"
    return [f"> {line}".rstrip() for line in lines]


def digest_of(lines: Iterable[str]) -> str:
    """Return a digest of the words of a quote, however it is indented and whatever digest stands in it."""
    words = (_DIGEST.sub("", line).strip() for line in lines)
    return hashlib.sha256("\n".join(filter(None, words)).encode()).hexdigest()[:8]


def is_as_written(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a quote in a file, with its marks, are as an export wrote them."""
    told = (found[1] for line in lines for found in _DIGEST.finditer(line))
    return digest_of(_inner(lines)) in told


def _inner(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield _OUTER_MARK.sub("", line, count=1)


def reads_as(lines: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two quotes say the same."""
    return digest_of(_inner(lines)) == digest_of(_inner(others))


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
