"""Whether a terminal is light or dark: asked of the terminal itself, else guessed from its variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

QUERY = "\x1b]11;?\x07"
"""Asks for the background's colour (xterm's control sequences, OSC 11)."""
PATIENCE_SECONDS = 1.0
"""An answer that comes later changes nothing: the reader reads already."""

_SLASHED = re.compile(
    r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?", re.IGNORECASE
)
_HASHED = re.compile(
    r"#(?:([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4}))", re.IGNORECASE
)
_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue in luma: ITU-R BT.709
_MUTE = ("", "dumb", "linux")  # values of TERM: terminals that answer nothing and are dark
_DARK_NUMBERS = ("0", "1", "2", "3", "4", "5", "6", "8")  # of the sixteen colours, as Vim takes COLORFGBG


def is_light(colour: str) -> bool | None:
    """Tell whether a colour is light, as terminals write it: `rgb:ffff/f7f7/f0f0` or `#faf7f0`.

    None for anything else. Each part has one to four hexadecimal digits, full at all of them F (XParseColor).
    """
    found = _SLASHED.fullmatch(colour) or _HASHED.fullmatch(colour)
    if found is None:
        return None
    parts = [int(part, 16) / float(16 ** len(part) - 1) for part in found.groups() if part]
    brightness = sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True))
    return brightness > 0.5


def light_by_variables(environ: Mapping[str, str]) -> bool | None:
    """Tell what COLORFGBG says: `15;0` is white on black, `0;default;15` black on white; None for nothing."""
    number = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not (number.isascii() and number.isdecimal() and int(number) <= 15):
        return None
    return number not in _DARK_NUMBERS


def can_answer(environ: Mapping[str, str]) -> bool:
    """Tell whether it makes sense to ask this terminal."""
    return environ.get("TERM", "") not in _MUTE
