"""What may never be drawn: every text from outside passes here before anything else sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# CRLF first, so that it makes one newline; then CR, NEL, LINE SEPARATOR and PARAGRAPH SEPARATOR.
_NEWLINES = ("\r\n", "\r", "\x85", "\u2028", "\u2029")
# C0 but newline and tab, DEL, C1, bidirectional overrides, embeddings and isolates, lone surrogates.
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """A text that is safe to draw, and how many characters (code points) had to be replaced."""

    text: str
    replaced: int


def scrub(text: str) -> Scrubbed:
    """Make newlines one kind, drop leading byte order marks, put U+FFFD for each forbidden character.

    Zero-width joiners and variation selectors stay: they shape what is drawn and act on nothing.
    """
    text = text.lstrip("\ufeff")
    for newline in _NEWLINES:  # one search for all of them takes twenty times as long
        text = text.replace(newline, "\n")
    text, replaced = FORBIDDEN.subn(REPLACEMENT, text)
    return Scrubbed(text, replaced)


def scrub_line(text: str) -> str:
    """Scrub what must stay on one line, such as a title or a file name: newlines and tabs become spaces."""
    if text.isprintable():  # nothing of what is replaced is: most of what is drawn leaves here
        return text
    return re.sub(r"[\n\t]+", " ", scrub(text).text)
