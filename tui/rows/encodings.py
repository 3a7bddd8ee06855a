"""Encodings as rows, each with what a file would read in it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from content.reading.decoding import decode
from content.reading.errors import ReadingError
from content.scrub import REPLACEMENT, scrub_line
from tui.strings import Language, say
from tui.text import pad
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Iterator

AUTOMATIC = "auto"
SAMPLE = 64 * 1024
"""In bytes: how much of a file is read to show the encodings."""

# As Python names them, and as people do; GB18030 contains GBK and GB2312, Big5-HKSCS contains Big5.
_ENCODINGS = {
    AUTOMATIC: "",
    "utf-8": "UTF-8",
    "gb18030": "GB18030 GBK",
    "big5hkscs": "Big5-HKSCS",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
}
_NAME = 14  # cells
_SHOWN = 200  # characters of a line
_TAG = re.compile(r"<[^>]*>")
_LOST = re.compile(f"{REPLACEMENT}+")


def encoding_name(encoding: str, language: Language) -> str:
    """Return an encoding's name as people say it."""
    return _ENCODINGS[encoding] or say(language, "encoding.auto")


def encoding_rows(sample: bytes, language: Language) -> list[ListRow]:
    """Make a row an encoding: its name, the first line that is not all ASCII, how much cannot be read."""
    return [_row(encoding, sample, language) for encoding in _ENCODINGS]


def _row(encoding: str, sample: bytes, language: Language) -> ListRow:
    text = _decoded(encoding, sample)
    lost = text.count(REPLACEMENT) - text.endswith(REPLACEMENT)  # the sample may end within a character
    line = "".join(map(_drawn, next(_telling_lines(text), "")[:_SHOWN]))
    name = encoding_name(encoding, language)
    left = ((pad(name, _NAME), "strong"), (_LOST.sub(REPLACEMENT, scrub_line(line)), "quiet"))
    right = ((f" {say(language, 'encoding.lost', n=f'{lost:,}')}", "warning"),) if lost else ()
    return ListRow(encoding, left, right, found_by=f"{name} {encoding}")


def _drawn(character: str) -> str:
    """Return a character that fonts have: of the others nobody knows the width."""
    return REPLACEMENT if unicodedata.category(character) in ("Co", "Cn", "Cs") else character


def _decoded(encoding: str, sample: bytes) -> str:
    if encoding != AUTOMATIC:
        return sample.decode(encoding, "replace")
    try:
        return decode(sample, "-").text
    except ReadingError:
        return ""


def _telling_lines(text: str) -> Iterator[str]:
    """Yield the lines that tell one encoding from another, then the others."""
    lines = [line for line in map(str.strip, _TAG.sub(" ", text).splitlines()) if line]
    yield from (line for line in lines if not line.isascii())
    yield from lines
