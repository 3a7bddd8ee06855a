"""Captions of pictures that a page saved as text has lost: short lines that name what was to be seen."""

from __future__ import annotations

import re
from functools import cache

from content.reading.lines import ends_sentence
from content.reading.names import looks_like_a_name
from content.reading.patterns import one_of, shape

_LONGEST = 32
_LONGEST_NAME = 8
_PUNCTUATED = re.compile("[，,：:？?！!「」“”]")


def is_caption(line: str) -> bool:
    """Tell whether a line that stands alone is a picture's caption, by its shape.

    Somebody's office with the name behind it; a building or a spot; what a picture is called (合影, 资料图);
    or a line that says that it is one (图：, ▲). A line that ends like a sentence is none unless it says so.
    """
    if says_it_is_a_caption(line):
        return True
    if ends_sentence(line):
        return False
    if shape("captions", "credited").fullmatch(line):
        return True
    if len(line) > _LONGEST or _PUNCTUATED.search(line):
        return False
    return _names_somebody(line) or bool(_shown().fullmatch(line))


def says_it_is_a_caption(line: str) -> bool:
    """Tell whether a line begins as only captions do: 图：, 图为, ▲."""
    return bool(shape("captions", "marked").fullmatch(line))


def _names_somebody(line: str) -> bool:
    offices = list(_offices().finditer(line))
    return any(looks_like_a_name(line[office.end() :].strip()) for office in offices)


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"{one_of('captions', 'roles')}(?=\s*\S{{2,{_LONGEST_NAME}}}$)")


@cache
def _shown() -> re.Pattern[str]:
    place = rf"[^\s的与和]{{2,20}}{one_of('captions', 'places')}"
    picture = rf"\S{{2,24}}{one_of('captions', 'pictures')}"
    return re.compile(rf"(?!{one_of('captions', 'verbs')})(?:{place}|{picture})")
