"""What a Word document says of itself beside its text (OPC core properties): title, author, day of making."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.reading.dates import find_date
from content.reading.element_kinds import name_of
from content.reading.errors import ReadingError
from content.reading.markup import parse_xml
from content.reading.metadata import Metadata
from content.reading.names import looks_like_a_name, people
from content.reading.patterns import shape, words
from content.reading.spacing import one_line
from content.scrub import scrub_line

if TYPE_CHECKING:
    from content.reading.archive import Archive

_CORE = "docProps/core.xml"
_LONGEST_TITLE = 50
_FOREIGN = re.compile(r"[A-Z][a-z'’-]+( [A-Z][A-Za-z.'’-]*){1,3}")


def read_properties(archive: Archive, name: str) -> Metadata:
    """Read title, author and day; nothing where a program or its template filled them in.

    Raises ReadingError: unsafe, too_large, encrypted; properties that are broken tell nothing.
    """
    if _CORE not in archive:
        return Metadata()
    try:
        root = parse_xml(archive.read(_CORE), name)
    except ReadingError as error:
        if error.reason in ("unsafe", "too_large", "encrypted"):
            raise
        return Metadata()
    told = {name_of(each): scrub_line(one_line("".join(each.itertext()))) for each in root}
    creator, title = told.get("creator", ""), told.get("title", "")
    if creator.casefold() in words("properties", "programs"):
        return Metadata()
    day = find_date(told.get("created", ""))
    kept = title and len(title) <= _LONGEST_TITLE and not shape("properties", "untitled").fullmatch(title)
    return Metadata(title=title if kept else None, byline=_people(creator), date=day.date if day else None)


def _people(creator: str) -> tuple[str, ...]:
    """Return the people among the authors: an account and the name of a licence are none."""
    if creator.casefold() in words("properties", "accounts"):
        return ()
    named = (each for part in creator.split(";") for each in people(part.strip()))
    return tuple(
        each for each in named if _FOREIGN.fullmatch(each) or (looks_like_a_name(each) and not each.isascii())
    )
