"""Text that comes from outside, written so that Markdown reads exactly it."""

from __future__ import annotations

import re

# What Markdown or a wiki would act on, inside a line and at its beginning (CommonMark 0.31, 2.4).
_ACTIVE = re.compile(
    r"[\\`*_\[\]<>~#|$^]|%(?=%)|(?<=%)%|^=|=(?==)|(?<==)=|(?<=^)(?:[-+](?=\s|$|[-+])|\d+(?=[.)](?:\s|$)))"
    r"|&(?=#?\w+;)",
    re.MULTILINE,
)
_AROUND = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)
_NO_TAG = re.compile(r"[\s\u2000-\u206f\u2e00-\u2e7f]+")  # nor the punctuation of ASCII, but / - _
_FULL_WIDTH = {ord(mark): ord(mark) + 0xFEE0 for mark in "!\"#$%&'()*+,.:;<=>?@[\\]^`{|}~"}


def escaped(text: str) -> str:
    """Return a text as Markdown that reads so; white space around a line is dropped: it would make code."""
    return _ACTIVE.sub(lambda found: _escape(found[0]), _AROUND.sub("", text))


def _escape(active: str) -> str:
    # A number at the beginning of a line: what follows it would make it a list.
    return f"{active}\\" if active.isdigit() else f"\\{active}"


def written_tag(tag: str) -> str:
    """Return a tag as Obsidian and Logseq take it, another one for another tag as far as may be.

    Marks that would end it are written full-width, white space as a hyphen; digits alone are no tag.
    https://help.obsidian.md/tags
    """
    word = _NO_TAG.sub("-", tag).translate(_FULL_WIDTH)
    return f"#{word}_" if word.isdigit() else f"#{word}"
