"""A tree becomes the lines that a reader would see, each with what its markup says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from content.reading.html.tree import BLOCKS, Element
from content.reading.patterns import words
from content.reading.spacing import one_line
from content.scrub import scrub, scrub_line

_SKIPPED = words("pages", "skipped")
_BOLD = frozenset({"b", "strong"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_BOLD_CLASS = re.compile(r"(?:^|[\s_-])(?:bold|strong|h[1-6])(?:$|\s)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CENTRED_STYLE = re.compile(r"text-align\s*:\s*(?:-webkit-)?center", re.IGNORECASE)
_NEAR = 8
"""In elements: how far around a line the markup says what it is."""

_MOST_IN_FRAME = 8  # paragraphs and the like
_SMALLEST_PICTURE = 60
"""In pixels: a picture whose stated width or height is less is an icon."""


@dataclass(eq=False)
class Block:
    """One line of a page: a paragraph, or what stands before a line break in one.

    `bold` and `linked` count its characters within such markup. `pictures` counts those between the line
    before and this one, `beside_picture` tells that one of them stands in the same paragraph or figure.
    `pieces` is its text as its inline elements divide it, with whether each is a link. The blanks of a
    `preformatted` line count.
    """

    text: str
    element: Element
    bold: int
    linked: int
    pictures: int
    beside_picture: bool
    pieces: tuple[tuple[str, bool], ...] = ()
    preformatted: bool = False

    @cached_property
    def spaced(self) -> str:
        """Its text with two blanks wherever an inline element begins or ends."""
        return "  ".join(piece for piece, _ in self.pieces)

    @cached_property
    def letters(self) -> int:
        """How many characters are no blanks."""
        return len("".join(self.text.split()))

    @cached_property
    def all_bold(self) -> bool:
        """Whether nothing but marks stands outside of its bold type."""
        return self.bold > 0 and self.letters - self.bold <= 1

    @cached_property
    def link_share(self) -> float:
        """How much of it is links."""
        return self.linked / self.letters if self.letters else 0.0

    @cached_property
    def path(self) -> tuple[Element, ...]:
        """The innermost elements it stands in, outwards."""
        return tuple(islice(self.element.ancestors(), _NEAR))

    @cached_property
    def centred(self) -> bool:
        """Whether it is set in the middle of the column."""
        return any(
            each.tag == "center"
            or each.get("align").lower() in ("center", "middle")
            or bool(_CENTRED_STYLE.search(each.get("style")))
            or "center" in each.names
            for each in self.path[:3]
            if each.attributes or each.tag == "center"
        )


def is_hidden(element: Element) -> bool:
    """Tell whether a page shows an element only when asked to."""
    return "hidden" in element.attributes or bool(_HIDDEN_STYLE.search(element.get("style")))


@dataclass(slots=True)
class _Style:
    """What holds inside an element: the paragraph it belongs to, and its type."""

    block: Element
    bold: bool = False
    linked: bool = False
    preformatted: bool = False


class Page:
    """The lines of a page.

    `pictures` are those in it that are no icons, each with the index of the line behind it. `replaced` counts
    the characters that references such as `&#27;` stood for and no text may hold. `hides` is true where there
    is more that the page shows only when asked to.
    """

    def __init__(self, root: Element, *, hidden_too: bool = False) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[tuple[Element, int]] = []
        self.replaced = 0
        self.hides = False
        self._hidden_too = hidden_too
        self._text: list[str] = []
        self._pieces: list[tuple[str, bool]] = []
        self._bold = self._linked = self._waiting = 0
        self._pictured: set[Element] = set()
        self._collect(root)

    def _collect(self, root: Element) -> None:
        # Leaving an element is a task of its own; a page may be nested deeper than calls may be.
        tasks: list[tuple[Element | str | None, _Style]] = [(root, _Style(root))]
        while tasks:
            node, style = tasks.pop()
            if node is None:
                self._flush(style)
            elif isinstance(node, str):
                self._add(node, style)
            elif node.tag in _SKIPPED:
                continue
            elif not self._hidden_too and is_hidden(node):
                self.hides = True
            elif node.tag == "br":
                self._flush(style)
            elif node.tag == "img":
                self._picture(node, style)
            else:
                inside = self._inside(node, style)
                if inside.block is not style.block:
                    self._flush(style)
                    tasks.append((None, inside))
                tasks.extend((child, inside) for child in reversed(node.children))
        self._flush(_Style(root))

    def _inside(self, node: Element, style: _Style) -> _Style:
        return _Style(
            node if node.tag in BLOCKS else style.block,
            style.bold or _is_bold(node),
            node.tag == "a" or style.linked,
            node.tag in ("pre", "listing") or style.preformatted,
        )

    def _add(self, text: str, style: _Style) -> None:
        if style.preformatted and "\n" in text:
            first, *others = text.split("\n")
            self._add(first, style)
            for each in others:
                self._flush(style)
                self._add(each, style)
            return
        letters = len("".join(text.split()))
        self._bold += letters * style.bold
        self._linked += letters * style.linked
        self._text.append(text)
        if letters:
            self._pieces.append((text, style.linked))

    def _picture(self, image: Element, style: _Style) -> None:
        if _is_icon(image):
            return
        if self._text and one_line("".join(self._text)):
            self._flush(style)
        self._waiting += 1
        self.pictures.append((image, len(self.blocks)))
        self._pictured.update(_frame(style.block))

    def _flush(self, style: _Style) -> None:
        text = self._line("".join(self._text), kept=style.preformatted)
        if text:
            beside = self._waiting > 0 and any(each in self._pictured for each in _frame(style.block))
            pieces = tuple((_clean(piece), linked) for piece, linked in self._pieces)
            self.blocks.append(
                Block(
                    text,
                    style.block,
                    self._bold,
                    self._linked,
                    self._waiting,
                    beside,
                    pieces,
                    style.preformatted,
                )
            )
            self._waiting = 0
            self._pictured.clear()
        self._text.clear()
        self._pieces.clear()
        self._bold = self._linked = 0

    def _line(self, raw: str, *, kept: bool) -> str:
        line = one_line(raw.replace("\u00a0", " "))
        if not line.isprintable():
            scrubbed = scrub(line)  # a reference such as `&#27;` makes what no file may hold
            self.replaced += scrubbed.replaced
            line = one_line(scrubbed.text)
        if kept and line and line.isascii():  # a program: its lines are indented
            raw = raw.expandtabs(4)
            return " " * (len(raw) - len(raw.lstrip(" "))) + line
        return line


def _frame(block: Element) -> tuple[Element, ...]:
    """Return what a picture shares with its caption: the paragraph, and the figure around it."""
    around = next((each for each in islice(block.ancestors(), 4) if is_figure(each)), None)
    return (block,) if around is None else (block, around)


def _is_bold(element: Element) -> bool:
    """Tell whether an element sets its text in bold type: by its name, its style, or a class such as `h3`."""
    return (
        element.tag in _BOLD
        or bool(_BOLD_STYLE.search(element.get("style")))
        or (element.tag == "span" and bool(_BOLD_CLASS.search(element.get("class"))))
    )


def is_figure(element: Element) -> bool:
    """Tell whether an element frames a picture: a figure, or a small one whose class says so."""
    return element.tag == "figure" or (
        bool(element.names & words("pages", "figures"))
        and not element.names & words("pages", "article")
        and not element.holds_many(_MOST_IN_FRAME, "p", "div", "br")
    )


def _is_icon(image: Element) -> bool:
    sizes = (re.match(r"\d+", image.get(name)) for name in ("width", "height"))
    return any(size and int(size[0][:6]) < _SMALLEST_PICTURE for size in sizes) or bool(
        image.names & words("pages", "icons")
    )


def inline_text(element: Element) -> str:
    """Return the text of an element as one line that may be drawn, such as it stands there."""
    return _clean(element.text())


def _clean(text: str) -> str:
    return one_line(scrub_line(text))
