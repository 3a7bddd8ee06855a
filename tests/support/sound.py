"""What holds of every document that was read, whatever it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.reading.sentences import LONGEST_PASSAGE
from content.scrub import scrub

if TYPE_CHECKING:
    from content.document import Document


def check_sound(document: Document) -> None:
    """Fail unless passages and sections are numbered, cover the text and hold only what may be drawn."""
    position = 0
    for number, passage in enumerate(document.passages, start=1):
        assert passage.number == number
        assert passage.start == position
        assert passage.text == document.text[passage.start : passage.end]
        assert 0 < len(passage.text) <= LONGEST_PASSAGE
        assert "\n" not in passage.text
        position = passage.end + 1
    assert position == len(document.text) + 1
    first = 1
    for number, section in enumerate(document.sections, start=1):
        assert (section.number, section.first) == (number, first)
        assert section.title
        assert section.level >= 1
        assert {p.section for p in document.passages[section.first - 1 : section.last]} == {number}
        first = section.last + 1
    assert first == len(document.passages) + 1
    assert document.title
    said = [*document.byline, *document.removed, *(section.title for section in document.sections)]
    for text in (document.text, document.title, document.source or "", document.date or "", *said):
        assert scrub(text).text == text
    assert document.replaced >= 0
