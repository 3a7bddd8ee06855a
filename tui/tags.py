"""Tags as they are typed into one box and shown in it."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[、,，;；#＃]+")
_BETWEEN_WORDS = re.compile(r"[、,，;；#＃\s]+")


def shown_tags(tags: tuple[str, ...]) -> str:
    """Return tags as one line to be typed on in."""
    return "、".join(tags)


def typed_tags(typed: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the tags that were typed, each once.

    Blanks part them too, unless one of those that were there `before` has a blank in it.
    """
    if typed == shown_tags(before):
        return before
    between = _BETWEEN if any(len(tag.split()) > 1 for tag in before) else _BETWEEN_WORDS
    return tuple(dict.fromkeys(tag.strip() for tag in between.split(typed) if tag.strip()))
