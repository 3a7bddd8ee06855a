"""A page as a tree of elements: forgiving of what browsers forgive, and bounded in depth."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from content.reading.html.tokens import tokens
from content.reading.patterns import words

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 256
"""In elements: what is nested deeper is kept, but as children of the element at this depth."""

MOST_NESTED = 10_000
"""In elements: no page that somebody wrote is nested deeper."""

BLOCKS = words("pages", "blocks")
"""The elements that begin a new paragraph."""

_LOOKED_AT = 400
_VOID = words("pages", "void")
# What an opening element closes by itself, and the elements it does not reach out of.
_CLOSES: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "option": frozenset({"option"}),
    **dict.fromkeys(
        BLOCKS - {"li", "dt", "dd", "tr", "td", "th", "option", "body", "html"}, frozenset({"p"})
    ),
}
_SCOPES = frozenset(
    ("ul", "ol", "dl", "table", "body", "html", "article", "section", "div", "blockquote", "figure")
)
_WORDS = re.compile("[A-Za-z][a-z]+|[A-Z]+(?![a-z])|[a-z]+")


@dataclass(slots=True, eq=False)
class Element:
    """An element of a page; `children` are elements and stretches of text in the order of the page."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Node] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute's value, "" where it has none."""
        return self.attributes.get(name, "")

    @property
    def names(self) -> frozenset[str]:
        """The words of its class and id in lower case: `rightSideBar-2` gives right, side and bar."""
        return _names(self.get("class"), self.get("id"))

    def ancestors(self) -> Iterator[Element]:
        """Yield the element and what it stands in, outwards."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def walk(self) -> Iterator[Node]:
        """Yield the element and all below it in the order of the page."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            if isinstance(node, Element):
                waiting.extend(reversed(node.children))

    def all(self, *tags: str) -> Iterator[Element]:
        """Yield the elements below it with one of these tags."""
        return (node for node in self.walk() if isinstance(node, Element) and node.tag in tags)

    def holds_many(self, most: int, *tags: str) -> bool:
        """Tell whether more than `most` such elements are below it, among its first 400 nodes."""
        near = islice(self.walk(), _LOOKED_AT)
        found = (node for node in near if isinstance(node, Element) and node.tag in tags and node is not self)
        return next(islice(found, most, None), None) is not None

    def text(self) -> str:
        """Return the text below it, each run of blanks as one space."""
        return " ".join("".join(node for node in self.walk() if isinstance(node, str)).split())


@lru_cache(4096)
def _names(of_class: str, of_id: str) -> frozenset[str]:
    return frozenset(map(str.lower, _WORDS.findall(f"{of_class} {of_id}")))


Node: TypeAlias = Element | str


@dataclass(frozen=True, slots=True)
class Tree:
    """A page that was parsed; `deepest` is how deep its elements were nested."""

    root: Element
    deepest: int


def parse(markup: str) -> Tree:
    """Parse a page or a piece of one; markup nested more than 10,000 deep is parsed no further."""
    builder = _Builder()
    for token in tokens(markup):
        if builder.deepest > MOST_NESTED:
            break
        if token.kind == "text":
            builder.text(token.value)
        elif token.kind == "open":
            builder.open(token.value, token.attributes)
        else:
            builder.close(token.value)
    return Tree(builder.root, builder.deepest)


class _Builder:
    def __init__(self) -> None:
        self.root = Element("html", {})
        self.deepest = 1
        self._open = [self.root]
        self._counts: Counter[str] = Counter()  # of the open elements: most stray end tags end here
        self._beyond: list[str] = []  # open elements that stand too deep to be kept as such

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in ("html", "body") and any(each.tag == tag for each in self._open[:3]):
            next(each for each in self._open if each.tag == tag).attributes.update(attributes)
            return
        self._close_implied(tag)
        element = Element(tag, attributes, self._open[-1])
        self._open[-1].children.append(element)
        if tag in _VOID:
            return
        if len(self._open) < DEEPEST:
            self._open.append(element)
            self._counts[tag] += 1
        else:
            self._beyond.append(tag)
        self.deepest = max(self.deepest, len(self._open) + len(self._beyond))

    def close(self, tag: str) -> None:
        if self._beyond:
            if tag == self._beyond[-1]:
                self._beyond.pop()
            return
        if not self._counts[tag]:
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                self._leave(place)
                return
            if tag not in BLOCKS and self._open[place].tag in ("td", "th", "table"):
                return

    def text(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _leave(self, place: int) -> None:
        self._counts.subtract(each.tag for each in self._open[place:])
        del self._open[place:]

    def _close_implied(self, tag: str) -> None:
        closes = _CLOSES.get(tag)
        if closes is None or self._beyond:
            return
        for place in range(len(self._open) - 1, 0, -1):
            open_tag = self._open[place].tag
            if open_tag in closes:
                self._leave(place)
            elif open_tag in _SCOPES:
                return


_CLOSE = 16
"""In elements: how far out `closest` looks; a page may be nested without sense."""


def closest(element: Element, *tags: str) -> Element | None:
    """Return the innermost of an element and its nearest 16 ancestors that has one of these tags."""
    return next((each for each in islice(element.ancestors(), _CLOSE) if each.tag in tags), None)
