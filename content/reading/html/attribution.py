"""Who, which medium, when: what the places of a page tell, the most trusted first."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from content.reading.html.credits import dateline, medium, read_authors, read_classes, read_line
from content.reading.metadata import Metadata, is_medium

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.head import Head
    from content.reading.html.locate import Place
    from content.reading.html.title import Title
    from content.reading.html.tree import Element
    from content.reading.html.trimming import Trimmed

_ABOVE, _BELOW, _UNTITLED = 4, 8, 10
"""In lines: how far above a title, below an article, and above one without a title, its credits may stand."""

_ELEMENTS_ABOVE = 24
_WHOLE_DATE = len("2018-11-28")


def attribute(
    root: Element, head: Head, title: Title, blocks: Sequence[Block], place: Place, trimmed: Trimmed
) -> Metadata:
    """Put together the credits of a page's article."""
    above = title.index if title.index is not None and title.index <= place.start else None
    top = above if above is not None else max(0, place.start - _UNTITLED)
    last = trimmed.kept[-1] + 1 if trimmed.kept else place.end
    near = _joined(map(read_line, blocks[top + (above is not None) : place.start]))
    foot = _joined(map(read_line, blocks[last : place.end + _BELOW]))
    classes = read_classes(_elements(root, blocks, top, min(len(blocks), place.end + _BELOW) - 1))
    over = _joined(map(read_line, blocks[max(0, top - _ABOVE) : top]))
    kept = [blocks[index].text for index in trimmed.kept]
    reporters = next(filter(None, map(dateline, [*kept[:2], *kept[-2:]])), ())
    accounts = (each.account for each in (near, trimmed.told) if each.account and is_medium(each.account))
    sources = [
        near.source,
        *(each for each in (classes.source,) if each),
        trimmed.told.source,
        foot.source,
        *map(medium, head.sites),
        title.medium,
        *accounts,
    ]
    dates = [near.date, head.date, classes.date, trimmed.told.date, foot.date, head.script_date, over.date]
    return Metadata(
        byline=(
            near.byline
            or classes.byline
            or trimmed.told.byline
            or foot.byline
            or read_authors(head)
            or reporters
            or over.byline
        ),
        source=next(filter(None, sources), None),
        date=next((date for date in dates if date and len(date) == _WHOLE_DATE), None)
        or next(filter(None, dates), None),
    )


def _joined(told: Iterable[Metadata]) -> Metadata:
    return reduce(or_, told, Metadata())


def _elements(root: Element, blocks: Sequence[Block], first: int, last: int) -> Iterator[Element]:
    """Yield the elements of a page from a little above one line to another."""
    if not blocks:
        return
    begin, end = blocks[first].element, blocks[last].element
    order = [node for node in root.walk() if not isinstance(node, str)]
    places = {element: place for place, element in enumerate(order)}
    yield from order[max(0, places[begin] - _ELEMENTS_ABOVE) : places[end] + 1]
