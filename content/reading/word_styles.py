"""Which paragraph styles of a Word document are headings, its title, quotations and captions, for mammoth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BUILT_IN = {
    "title": "h1.title:fresh",
    "quote": "blockquote > p:fresh",
    "intense quote": "blockquote > p:fresh",
    "caption": "p.caption:fresh",
    **{f"heading {level}": f"h{level}:fresh" for level in range(1, 7)},
}
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    outline: str | None


def style_map(styles: Element | None) -> str:
    """Return mammoth's rules for the styles of `word/styles.xml`.

    A style of the author's own counts as what it is based on, or by its outline level (ECMA-376 17.3.1.20):
    theirs are named 一级标题 and the like.
    """
    found = {
        key: _Style(
            _value(each, "name") or "", _value(each, "basedOn"), _value(each.find(f"{_W}pPr"), "outlineLvl")
        )
        for each in (styles if styles is not None else ())
        if each.get(f"{_W}type") == "paragraph" and (key := each.get(f"{_W}styleId"))
    }
    rules = ((style.name, _made_of(key, found)) for key, style in found.items())
    return "\n".join(
        f"p[style-name='{name}'] => {made}"
        for name, made in rules
        if made and name.isprintable() and not {*"'\\"} & {*name}
    )


def _made_of(key: str, found: Mapping[str, _Style]) -> str | None:
    style = found.get(key)
    for _ in range(_LONGEST_CHAIN):
        if style is None:
            return None
        if made := _BUILT_IN.get(style.name.lower()):
            return made
        if style.outline is not None:
            return f"h{int(style.outline) + 1}:fresh" if style.outline in {*"012345"} else None
        style = found.get(style.based_on or "")
    return None


def _value(element: Element | None, name: str) -> str | None:
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val") if child is not None else None
