"""What stands between two lines that are one: nothing between Chinese characters, a space between words."""

from __future__ import annotations

import re

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u201c\u201d\u2018\u2019…—\U00020000-\U0003ffff"
_BETWEEN_WIDE = re.compile(rf"[{_WIDE}]{{2}}")
_HYPHENATED = re.compile(r"[A-Za-z]-[a-z]")
_HAN = "\u3400-\u9fff"
_WORD = "A-Za-z0-9"
_MIXED = re.compile(rf"[{_HAN}][{_WORD}]|[{_WORD}][{_HAN}]")
_MIXED_APART = re.compile(rf"[{_HAN}] [{_WORD}]|[{_WORD}] [{_HAN}]")


def seam(before: str, after: str, *, mixed: str = " ") -> str:
    """Return what joins two lines; `mixed` is for a Chinese character and a word or a number."""
    ends = before[-1:] + after[:1]
    if _BETWEEN_WIDE.fullmatch(ends) or _HYPHENATED.fullmatch(before[-2:] + after[:1]):
        return ""
    return mixed if _MIXED.fullmatch(ends) else " "


def between_mixed(text: str) -> str:
    """Return what a text has between Chinese characters and words within its lines: a space, or nothing."""
    return " " if len(_MIXED_APART.findall(text)) >= len(_MIXED.findall(text)) else ""
