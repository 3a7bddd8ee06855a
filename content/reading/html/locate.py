"""Where on a page the article stands: the element that holds its prose, and the stretch of lines within."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.reading.chrome import is_chrome
from content.reading.html.cards import find_cards
from content.reading.html.measures import measure
from content.reading.html.sums import elements_in_order, sums
from content.reading.lines import SENTENCE_ENDS, ends_sentence
from content.reading.patterns import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.tree import Element

_SHORTEST_PROSE, _SHORTEST_WESTERN = 12, 40
_MOST_LINKED = 0.5
"""Of a line: with more of it in links it is no prose."""

_MOST_APART, _MOST_BESIDE = 0.9, 0.5
"""Of a page's prose: an element with more is the article's whatever its class says."""

LITTLE_LINKED = 0.3
"""Of a line: with less of it in links it is a line like any other."""

_NEARLY_ALL, _MOST = 0.72, 0.5
"""Of an element's prose: a child with so much is gone into; the lower share where its class speaks for it."""

_TIGHT = 0.7
"""Of an element's text: with so much of it prose, its last lines are the article's too."""

_ABOVE = 3  # in lines: how far above the first of an article its heading may stand
_APART_TAGS = frozenset({"nav", "footer", "aside", "dialog", "menu"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CAP = 240  # in characters: what one line can speak for
_OTHER, _LINKS, _CHROME = -10, -30, -60


@dataclass(frozen=True, slots=True)
class Place:
    """The article's lines: indexes `start` to `end` (exclusive), and those between that are not its own."""

    start: int
    end: int
    foreign: frozenset[int]


def locate(blocks: Sequence[Block]) -> Place:
    """Find the article among the lines of a page; all of them where no line is prose."""
    prose = [block.letters if is_prose_block(block) else 0 for block in blocks]
    order = elements_in_order(blocks)
    apart = _apart(order, blocks, prose)
    weights = [0 if off else weight for off, weight in zip(apart, prose, strict=True)]
    if not any(weights):
        weights, apart = prose, [False] * len(blocks)
    if not any(weights):
        return Place(0, len(blocks), frozenset())
    container = _container(order, blocks, weights)
    within = {node for node in container.walk() if not isinstance(node, str)}
    values = [
        _value(block, weight, off=off, inside=block.element in within)
        for block, weight, off in zip(blocks, weights, apart, strict=True)
    ]
    start, end = _best_stretch(values)
    start, end = _widened(blocks, values, start, end)
    inside = [index for index, block in enumerate(blocks) if block.element in within]
    if _is_tight([blocks[index] for index in inside], [weights[index] for index in inside]):
        end = max(end, inside[-1] + 1)
    return Place(start, end, frozenset(index for index in range(start, end) if values[index] <= _LINKS))


def is_prose_block(block: Block) -> bool:
    """Tell whether a line is a piece of running text and no link."""
    if block.link_share > _MOST_LINKED:
        return False
    if block.letters < _SHORTEST_PROSE:
        return measure(block.text) > 0
    if block.letters > _CAP or any(mark in block.text for mark in (*SENTENCE_ENDS, "，")):
        return True
    return block.letters >= _SHORTEST_WESTERN and (", " in block.text or ". " in block.text)


def _apart(order: Sequence[Element], blocks: Sequence[Block], prose: Sequence[int]) -> list[bool]:
    """Tell of each line whether it stands in what the page itself sets apart."""
    totals = sums(order, blocks, prose)
    whole = max(1, sum(prose))
    off = find_cards(order, blocks)
    titled = _titled(order)
    for element in order:
        share = totals[element] / whole
        apart = element.tag in _APART_TAGS or bool(element.names & words("pages", "apart"))
        beside = element.tag not in ("article", "main") and bool(element.names & words("pages", "beside"))
        if element in titled and element.tag not in _APART_TAGS:
            apart = beside = False
        if element.parent in off or (apart and share < _MOST_APART) or (beside and share < _MOST_BESIDE):
            off.add(element)
    return [block.element in off for block in blocks]


def _titled(order: Sequence[Element]) -> set[Element]:
    """Return what a page's only `h1` stands in: it holds the article, whatever its class says."""
    titles = [element for element in order if element.tag == "h1"]
    return set(titles[0].ancestors()) if len(titles) == 1 else set()


def _container(order: Sequence[Element], blocks: Sequence[Block], weights: Sequence[int]) -> Element:
    totals = sums(order, blocks, weights)
    container = order[0]
    while True:
        children = [each for each in container.children if not isinstance(each, str) and totals[each]]
        if not children:
            return container
        best = max(children, key=totals.__getitem__)
        needed = _MOST if best.names & words("pages", "article") or best.tag == "article" else _NEARLY_ALL
        if totals[best] < needed * totals[container] or best.tag in ("p", "blockquote", "li", "pre"):
            return container
        container = best


def _value(block: Block, weight: int, *, off: bool, inside: bool) -> int:
    if off:
        return _CHROME
    if weight:
        return min(weight, _CAP) if inside else -_OTHER
    if block.element.tag in _HEADINGS or block.all_bold or block.beside_picture:
        return 0 if inside and block.link_share <= _MOST_LINKED else _LINKS
    if is_chrome(block.text):
        return _CHROME
    if block.link_share > _MOST_LINKED:
        return _LINKS
    return _OTHER if inside else _LINKS


def _best_stretch(values: Sequence[int]) -> tuple[int, int]:
    """Return the stretch with the greatest sum."""
    best, best_start, best_end = 0, 0, 0
    total, start = 0, 0
    for index, value in enumerate(values):
        if total <= 0:
            total, start = 0, index
        total += value
        if total > best:
            best, best_start, best_end = total, start, index + 1
    return best_start, best_end


def _widened(blocks: Sequence[Block], values: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Take in the short lines at either end that stand in line with the article's own paragraphs."""
    parents = Counter(block.element.parent for block in blocks[start:end])
    parent = parents.most_common(1)[0][0]

    def belongs(index: int, levels: int) -> bool:
        return values[index] > _LINKS and parent in blocks[index].path[:levels]

    siblings = [
        index for index, block in enumerate(blocks) if values[index] > 0 and block.element.parent is parent
    ]
    start, end = min([start, *siblings]), max([end, *(index + 1 for index in siblings)])
    while start > 0 and belongs(start - 1, 2):
        start -= 1
    start = _first_heading(blocks, values, start, end)
    while end < len(blocks) and (
        belongs(end, _levels(blocks[end])) or _ends_text(blocks[end - 1], blocks[end], values[end])
    ):
        end += 1
    return start, end


def _first_heading(blocks: Sequence[Block], values: Sequence[int], start: int, end: int) -> int:
    """Return where the heading is that the first lines stand under, if the article has others like it.

    Buttons may stand between it and them, as they do behind the headings of an encyclopedia.
    """
    tags = {block.element.tag for block in blocks[start:end]} & _HEADINGS
    for index in range(start - 1, max(-1, start - 1 - _ABOVE), -1):
        if blocks[index].element.tag in tags and values[index] == 0:
            return index
    return start


def _levels(block: Block) -> int:
    """Return how far below an article's paragraphs a line behind them may stand: cells are deep in tables."""
    return 6 if block.element.tag in ("td", "th") else 3


def _is_tight(blocks: Sequence[Block], weights: Sequence[int]) -> bool:
    """Tell whether lines are prose and nothing worth mentioning beside it."""
    return sum(weights) >= _TIGHT * sum(block.letters for block in blocks)


def _ends_text(last: Block, block: Block, value: int) -> bool:
    return value > _LINKS and block.element is last.element and ends_sentence(block.text)
