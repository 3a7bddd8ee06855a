"""Markup cut into tags and text, in time that grows with its length whatever it holds.

The standard library's parser begins again at every unfinished tag: 300 kB of `<a <a <a` keep it for minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z][^\s/<>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_END = re.compile(r"[\s/=]*>")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_MOST_BROKEN = 50
"""So many tags without an end are looked into; those that follow end at the next `>`."""


@dataclass(frozen=True, slots=True)
class Token:
    """A tag with its name in lower case and its attributes, or a stretch of text (of a raw element too)."""

    kind: Literal["open", "close", "text"]
    value: str
    attributes: dict[str, str]


def tokens(markup: str) -> Iterator[Token]:
    """Cut markup into tokens; comments and declarations are left out, unfinished tags dropped."""
    position, broken = 0, 0
    endless: set[str] = set()  # what is known to have no end any more: looked for once
    while (at := markup.find("<", position)) >= 0:
        if at > position:
            yield _text(markup[position:at])
        if markup.startswith(("<!", "<?"), at):
            position = _after_declaration(markup, at, endless)
            continue
        closing = markup.startswith("/", at + 1)
        name = _NAME.match(markup, at + 1 + closing)
        if name is None:
            yield _text("<")
            position = at + 1
            continue
        tag = name[0].lower()
        attributes, end = ({}, -1) if closing or broken > _MOST_BROKEN else _attributes(markup, name.end())
        if end < 0:
            broken += not closing
            if (end := _find(markup, ">", name.end(), endless)) < 0:
                return
        yield Token("close" if closing else "open", tag, attributes)
        position = end + 1
        if tag in _RAW and not closing and (raw := _find(markup, f"</{tag}", position, endless)) >= 0:
            yield _text(markup[position:raw])
            position = raw
        elif tag in ("script", "style") and not closing:
            return
    if position < len(markup):
        yield _text(markup[position:])


def _text(text: str) -> Token:
    return Token("text", unescape(text) if "&" in text else text, {})


def _find(markup: str, what: str, start: int, endless: set[str]) -> int:
    """Return where something comes next, whatever its case, -1 where it does not."""
    if what in endless:
        return -1
    found = markup.find(what, start)
    if found < 0 and what != what.upper():
        other = re.compile(re.escape(what), re.IGNORECASE).search(markup, start)
        found = other.start() if other else -1
    if found < 0:
        endless.add(what)
    return found


def _after_declaration(markup: str, at: int, endless: set[str]) -> int:
    if markup.startswith("<!--", at) and (end := _find(markup, "-->", at + 2, endless)) >= 0:
        return end + 3
    if markup.startswith("<![CDATA[", at):
        return at + len("<![CDATA[")
    end = _find(markup, ">", at, endless)
    return end + 1 if end >= 0 else at + 2


def _attributes(markup: str, position: int) -> tuple[dict[str, str], int]:
    """Read attributes; return them with where their tag ends, -1 where it has no end."""
    attributes: dict[str, str] = {}
    while not (end := _END.match(markup, position)):
        found = _ATTRIBUTE.match(markup, position)
        if found is None:
            return attributes, -1
        value = found[2] or ""
        if value[:1] in ('"', "'") and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        attributes.setdefault(found[1].lower(), unescape(value) if "&" in value else value)
        position = found.end()
    return attributes, end.end() - 1
