"""The elements of HTML and XHTML to blocks of text: headings, paragraphs, verse, lists, tables, notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from content.reading.assembly import Break
from content.reading.element_kinds import (
    formula,
    is_bold,
    is_hidden,
    is_reference,
    kind_of,
    name_of,
    reference_text,
    tags,
    type_of,
)
from content.reading.spacing import kept_lines, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from xml.etree.ElementTree import Element

    from content.document import Kind

_LINE, _CELL = "\0", "\x1f"  # where a line ends and a cell begins: neither may stand in markup
_BETWEEN_CELLS = " | "
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LONGEST_HEADING = 120
_LONGEST_CELL, _MOST_PARAGRAPHS, _FEW_ROWS = 200, 2, 3
_LOOKED_AT = 20_000
"""So many elements tell what a table is for; tables within tables would be gone through again and again."""

_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page; `level` is that of its `h1` to `h6`.

    `bold` is true where all of it is set bold, `anchors` are the ids asked for that point to it.
    """

    kind: Kind
    text: str
    level: int | None = None
    bold: bool = False
    anchors: tuple[str, ...] = ()


def blocks(root: Element, *, anchors: Set[str] = frozenset()) -> list[Block | Break]:
    """Return the paragraphs in an element in reading order, each on one line; a rule (`hr`) is a `Break`.

    `anchors` are ids that links lead to. A row of a table is a block with ` | ` between its cells, a line of
    verse and what `br` divides are blocks of their own; hidden elements, menus, code and ruby are left out.
    """
    walk = _Walk(anchors)
    stack: list[tuple[Iterator[Element], _Context, Element]] = []
    entered = walk.enter(root, _Context())
    if entered is not None:
        walk.add(root.text, entered)
        stack.append((iter(root), entered, root))
    while stack:  # and not by recursion: pages nest as deep as they like
        children, context, element = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if context.block:
                walk.flush(context)
            if stack:
                walk.add(element.tail, stack[-1][1])
        elif (entered := walk.enter(child, context)) is not None:
            walk.add(child.text, entered)
            stack.append((iter(child), entered, child))
        else:
            walk.add(child.tail, context)
    walk.flush(_Context())
    return walk.done


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text make of it; `block` where the innermost is a paragraph's."""

    kind: Kind | None = None
    level: int | None = None
    block: bool = True
    layout: bool = False
    row: bool = False
    kept: bool = False
    bold: bool = False
    raised: bool = False


class _Walk:
    """The paragraph that is being read, and those that are done."""

    def __init__(self, anchors: Set[str]) -> None:
        self.done: list[Block | Break] = []
        self._wanted = anchors
        self._anchors: list[str] = []
        self._pieces: list[str] = []
        self._bold = True
        self._begun = False
        self._notes: list[Element] = []

    def enter(self, element: Element, context: _Context) -> _Context | None:
        """Begin an element; returns the context of what is in it, None where that is not read."""
        name = name_of(element)
        if name in tags("skipped") or type_of(element) == "skipped" or is_hidden(element):
            return None
        if self._wanted:
            found = (element.get("id"), element.get("name"))
            self._anchors += [each for each in dict.fromkeys(found) if each and each in self._wanted]
        if name in tags("inline"):
            return self._enter_inline(element, name, context)
        if name == "br":
            self._pieces.append(" " if context.row or context.level else "\n" if context.kept else _LINE)
            return None
        if context.row:
            self._pieces.append(_CELL if name in ("td", "th") else " ")
            return replace(context, block=False)
        if self._begun and context.kind != "footnote" and kind_of(element, name) == "footnote":
            self._notes.append(element)  # a note within a sentence: the sentence goes on behind it
            return None
        self.flush(context)
        if name == "hr":
            self.done.append(Break())
            return None
        return self._enter_block(element, name, context)

    def add(self, text: str | None, context: _Context) -> None:
        """Add text of the source to the paragraph."""
        if not text:
            return
        if context.raised and text.strip().isascii():
            text = text.strip().translate(_RAISED)
        if not text.isspace():
            self._begun = True
            self._bold = self._bold and context.bold
        self._pieces.append(text)

    def flush(self, context: _Context) -> None:
        """End the paragraph: what was read of it becomes a block, or several."""
        text = "".join(self._pieces)
        lines = kept_lines(text) if context.kept else [self._line(each) for each in text.split(_LINE)]
        for line in filter(None, lines):
            level = context.level if len(line) <= _LONGEST_HEADING else None
            kind = "heading" if level else context.kind or "body"
            self.done.append(Block(kind, line, level, self._bold, tuple(self._anchors)))
            self._anchors.clear()
        self._pieces.clear()
        self._bold, self._begun = True, False
        notes, self._notes = self._notes, []
        for note in notes:
            self.done += blocks(note, anchors=self._wanted)

    def _line(self, text: str) -> str:
        if _CELL not in text:
            return one_line(text)
        before, *cells = (one_line(cell) for cell in text.split(_CELL))
        cells = [before, *cells] if before else cells
        return _BETWEEN_CELLS.join(cells).strip() if any(cells) else ""

    def _enter_block(self, element: Element, name: str, context: _Context) -> _Context:
        level = _HEADINGS.get(name)
        layout = _is_layout(element) if name == "table" else context.layout
        row = name == "tr" and not layout
        said = None if level or (name == "tr" and layout) else kind_of(element, name)
        return _Context(
            said or context.kind,
            level or context.level,
            layout=layout,
            row=row,
            kept=name == "pre" or context.kept,
            bold=context.bold or is_bold(element, name),
        )

    def _enter_inline(self, element: Element, name: str, context: _Context) -> _Context | None:
        if name == "img":
            if len(drawn := element.get("alt") or "") == 1:  # a character that fonts of its day did not have
                self.add(drawn, context)
            return None
        if name == "math":
            self.add(formula(element), context)
            return None
        if name == "a" and is_reference(element, raised=context.raised, in_note=context.kind == "footnote"):
            self._pieces.append(reference_text(element))
            return None
        raised = context.raised or name == "sup"
        return replace(context, block=False, bold=context.bold or is_bold(element, name), raised=raised)


def _is_layout(table: Element) -> bool:
    """Tell whether a table only lays out a page: it holds another, a heading, paragraphs, or much text."""
    rows = columns = paragraphs = length = 0
    crowded = False
    for element in islice(table.iter(), _LOOKED_AT):
        name = name_of(element)
        if name in _HEADINGS or (name == "table" and element is not table):
            return True
        if name == "tr":
            rows += 1
            columns = max(columns, sum(name_of(cell) in ("td", "th") for cell in element))
        elif name in ("td", "th"):
            paragraphs = length = 0
        paragraphs += name in ("p", "div", "blockquote", "ul")
        length += len(element.text or "") + len(element.tail or "")
        crowded = crowded or paragraphs > _MOST_PARAGRAPHS or length > _LONGEST_CELL
    return columns < 2 or (crowded and rows <= _FEW_ROWS)
