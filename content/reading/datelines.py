"""What a report says of itself within its text: agency, day and reporters (新华社北京11月23日电)."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from content.reading.dates import find_date
from content.reading.metadata import Metadata, medium_before
from content.reading.names import looks_like_a_name, people
from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOOKED_AT, _LONGEST_SIGNATURE = 80, 40
_ENDS = 2  # paragraphs at the beginning and at the end that may say it
_NAME, _PLACE = 3, 2  # characters, at most and at least: what stands together in 記者張三台北


def read_datelines(paragraphs: Sequence[str]) -> Metadata:
    """Read what the first and the last paragraphs of a text say of agency, day and reporters."""
    first = map(_opening, paragraphs[:_ENDS])
    last = map(_closing, reversed(paragraphs[-_ENDS:]))
    return reduce(or_, [*first, *last], Metadata())


def read_signature(line: str) -> Metadata | None:
    """Read a line that is nothing but the reporters' signature: 本报记者 林舟 望潮报道, （记者林舟）."""
    found = shape("datelines", "signature").fullmatch(line) if len(line) <= _LONGEST_SIGNATURE else None
    byline = _names(found["author"]) if found else ()
    return Metadata(byline=byline, account=medium_before(found["medium"])) if found and byline else None


def _opening(paragraph: str) -> Metadata:
    head = paragraph[:_LOOKED_AT]
    if sent := shape("datelines", "agency").match(head):
        day = find_date(sent["day"] or "")
        byline = people(sent["author"] or _before_place(sent["together"] or ""))
        return Metadata(byline=byline, source=sent["agency"], date=day.date if day else None)
    for key in ("reported", "newspaper"):
        if written := shape("datelines", key).match(head):
            return Metadata(byline=people(written["author"]))
    return read_signature(paragraph) or Metadata()


def _closing(paragraph: str) -> Metadata:
    found = shape("datelines", "closing").search(paragraph[-_LOOKED_AT:])
    return Metadata(byline=_names(found["author"])) if found else Metadata()


def _names(author: str) -> tuple[str, ...]:
    """Return the people of a signature, none where one of them has no name's shape."""
    named = people(author)
    return named if all(map(looks_like_a_name, named)) else ()


def _before_place(together: str) -> str:
    """Return the name in a name and a place that nothing divides: both have two characters or three."""
    return together[: min(_NAME, max(_PLACE, len(together) - _PLACE))]
