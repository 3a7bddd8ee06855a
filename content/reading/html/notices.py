"""Our own words about a page that does not hold all of its article as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.reading.patterns import shape, text

if TYPE_CHECKING:
    from collections.abc import Iterable

_TRADITIONAL = re.compile("[這個們來為說時會對過發後經麼學現當沒動開實無與長機點業將間問並應]")
_SIMPLIFIED = re.compile("[这个们来为说时会对过发后经么学现当没动开实无与长机点业将间问并应]")
_LONGEST = 120


def is_paywall(line: str) -> bool:
    """Tell whether a line says that the rest of the article is for those who pay or log in."""
    return len(line) <= _LONGEST and bool(shape("pages", "paywall").fullmatch(line))


def notice(key: str, sample: Iterable[str], **values: int) -> str:
    """Return what is to be said (`pictures`, `paywall`, `short`) in the script of the page."""
    joined = "".join(sample)
    traditional = len(_TRADITIONAL.findall(joined)) > len(_SIMPLIFIED.findall(joined))
    return text("pages", f"notice_{key}_{'hant' if traditional else 'hans'}").format(**values)
