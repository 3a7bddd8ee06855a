"""How Chinese, or how plain, a text looks: what tells the right encoding from the wrong ones."""

from __future__ import annotations

import re
from functools import cache

from content.reading.patterns import words
from content.scrub import REPLACEMENT

_LOST_COSTS = 3
"""One undecodable stretch weighs against a reading as much as three everyday characters speak for it."""


def everyday_share(text: str) -> float:
    """Return the share of everyday characters in a text: 1 at most, below 0 where decoding lost much."""
    lost = text.count(REPLACEMENT)
    return (len(_everyday().findall(text)) - _LOST_COSTS * lost) / len(text) if text else 0.0


@cache
def _everyday() -> re.Pattern[str]:
    commonest = "".join(sorted(words("encodings", "commonest")))
    return re.compile(f"[ -~\\s{commonest}]")
