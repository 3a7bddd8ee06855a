"""Documents made of a list of passages, for tests of search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.document import Document, Passage, Section

if TYPE_CHECKING:
    from collections.abc import Sequence


def document_of(passages: Sequence[str], *, notices: frozenset[int] = frozenset()) -> Document:
    """Make a document; passages that begin with `# ` are headings, those numbered in `notices` notices."""
    made: list[Passage] = []
    sections: list[Section] = []
    offset = 0
    for number, text in enumerate(passages, 1):
        heading = text.startswith("# ")
        text = text.removeprefix("# ")
        kind = "notice" if number in notices else "heading" if heading else "body"
        if heading or not sections:
            if sections:
                sections[-1] = replace(sections[-1], last=number - 1)
            title = text if heading else text[:10]
            sections.append(Section(len(sections) + 1, title, 1, not heading, number, len(passages)))
        made.append(Passage(number, text, kind, len(sections), offset, offset + len(text)))
        offset += len(text) + 1
    return Document("标题", "\n".join(passage.text for passage in made), tuple(made), tuple(sections))
