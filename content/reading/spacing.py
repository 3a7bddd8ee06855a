"""Blanks in marked-up text: a line of the source is no line of the text."""

from __future__ import annotations

import re

_BLANKS = re.compile("[ \t\n\r\f\x85\u2028\u2029]+")
_WIDE = "\u2e80-\u303f\u3041-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\U00020000-\U0003ffff"
# A Chinese line that the source breaks goes on without a space (W3C clreq, CSS Text 3: segment breaks).
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r\f]*(?=[{_WIDE}])")
_EDGES = " \t\n\r\f\u00a0\u3000\u200b\ufeff"


def one_line(text: str) -> str:
    """Make one line of marked-up text: blanks are one space, a line break between Chinese is nothing."""
    if "\n" in text or "\r" in text:
        text = _BETWEEN_WIDE.sub("", text)
    return _BLANKS.sub(" ", text).strip().strip(_EDGES)


def kept_lines(text: str) -> list[str]:
    """Return the lines of text whose blanks count, such as a program, without empty ones."""
    lines = (each.lstrip("\ufeff").expandtabs(4).rstrip() for each in text.splitlines())
    return [line for line in lines if line.strip(_EDGES)]
