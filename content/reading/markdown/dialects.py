"""What blogs, notebooks and site builders add to Markdown, line by line, and how far it may nest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = re.compile(r"[ >]{0,12}(?P<fence>`{3,}|~{3,})")
_SHORTCODE = re.compile(r"\{%[^{}%]{0,400}%\}|\{\{[<%][^{}]{0,400}[%>]\}\}|%%[^%]{0,400}%%")
_CAPTION = re.compile(r"\{\{<\s*figure\b[^{}]*?\bcaption\s*=\s*\"(?P<caption>[^\"{}]{1,300})\"[^{}]*>\}\}")
_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_BRACKET = re.compile("[()]")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[.#][^{}]{1,100}\}\s*$|\s+\^[\w-]{1,40}$")
_CONTENTS = re.compile(r"\s*(?:\[TOC\]|\[\[_?TOC_?\]\]|@\[TOC\]\([^()]*\))\s*", re.IGNORECASE)
_CALLOUT = re.compile(r"(?P<quote>\s{0,3}>[> ]*)\[![\w-]+\][+-]?\s*(?P<title>.*)")
_CONTAINER = re.compile(r"\s{0,3}:{3,}\s*(?:\{[^}]*\}|[\w-]*)\s*(?P<title>.*)")
_TOUCHING = re.compile(r"(#{1,6})(?=[^\s#])(?!\d|\w+\s*#)")
_INDENTED = ("\u3000", "\u00a0\u00a0")
# A quote in a quote, a list in a list … 40 deep: whoever nests deeper is read as if it were not deeper.
_DEEP = re.compile(r"((?:[>*+-][ \t]*){40})(?:[>*+-][ \t]*)+")


def without_dialects(text: str) -> str:
    """Turn what is no Markdown proper into what is, or into nothing; lines of code stay as they are."""
    return "\n".join(_lines(text))


def _lines(text: str) -> Iterator[str]:
    fence, first = "", True
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found["fence"]
        elif found and found["fence"].startswith(fence) and not line[found.end() :].strip():
            fence = ""
            yield line
            continue
        if fence:
            yield line
            continue
        if line.startswith(_INDENTED):  # how a Chinese paragraph begins
            yield ""
        yield _line(line, first=first)
        first = first and not line.strip()


def _line(line: str, *, first: bool) -> str:
    if "](data:" in line:
        line = _without_data(line)
    if "{" in line or "%" in line:
        line = _SHORTCODE.sub("", _CAPTION.sub(r"<figcaption>\g<caption></figcaption>", line))
    if "[" in line:
        line = _CALLOUT.sub(r"\g<quote>\g<title>\n\g<quote>", _EMBEDDED.sub("![](embedded)", line))
        line = _CONTENTS.sub("", line)
    if "}" in line or "^" in line:
        line = _ATTRIBUTES.sub("", line)
    if ":::" in line and (found := _CONTAINER.fullmatch(line)):
        line = f"{found['title']}\n"
    if line.startswith("##" if not first else "#"):  # `##标题`; one `#` may be a tag
        line = _TOUCHING.sub(r"\1 ", line, count=1)
    return _DEEP.sub(r"\1", line) if len(line) > 40 else line


def _without_data(line: str) -> str:
    """Take away the pictures that a line holds in full: no link may hold the blanks that they do."""
    kept, *others = line.split("](data:")
    for other in others:
        depth = 1
        for bracket in _BRACKET.finditer(other):
            depth += 1 if bracket[0] == "(" else -1
            if not depth:
                kept += f"](data:){other[bracket.end() :]}"
                break
        else:
            kept += "](data:)"
    return kept
