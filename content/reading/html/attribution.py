"""Who, which medium, when: what the places of a page tell, the most trusted first."""

from __future__ import annotations

from functools import reduce
from itertools import pairwise
from operator import or_
from typing import TYPE_CHECKING

from content.reading.captions import is_caption
from content.reading.chrome import is_chrome
from content.reading.html.credits import (
    dateline,
    editors,
    in_office,
    medium,
    read_authors,
    read_classes,
    read_line,
    signed_below,
)
from content.reading.metadata import Metadata, is_medium
from content.reading.names import is_chinese_name
from content.reading.patterns import shape

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

_NEAR_TITLE, _IN_HEAD = 24, 8
"""In lines: how far below a title, and into the stretch of the article, its credits may stand."""

_DATA = frozenset({"dt", "dd", "th"})  # what tells of the subject of an article, such as a birthday

_ELEMENTS_ABOVE = 24
_WHOLE_DATE = len("2018-11-28")


def attribute(
    root: Element, head: Head, title: Title, blocks: Sequence[Block], place: Place, trimmed: Trimmed
) -> Metadata:
    """Put together the credits of a page's article."""
    above = title.index if title.index is not None and title.index <= place.start else None
    top = above if above is not None else max(0, place.start - _UNTITLED)
    last = trimmed.kept[-1] + 1 if trimmed.kept else place.end
    first = trimmed.kept[0] if trimmed.kept else place.start
    head_end = max(place.start, min(first, place.start + _IN_HEAD))
    near = _joined(
        read_line(block)
        for block in blocks[top + (above is not None) : min(head_end, top + _NEAR_TITLE)]
        if block.element.tag not in _DATA
    )
    foot = _joined(map(read_line, blocks[last : place.end + _BELOW]))
    classes = read_classes(_elements(root, blocks, top, min(len(blocks), place.end + _BELOW) - 1))
    over = _joined(map(read_line, blocks[max(0, top - _ABOVE) : top]))
    kept = [blocks[index].text for index in trimmed.kept]
    ends = (each for each in [*kept[:2], *kept[-2:]] if not is_caption(each))
    reporters = next(filter(None, map(dateline, ends)), ())
    accounts = [
        each
        for each in (classes.account, near.account, trimmed.told.account, _followed(blocks[top:head_end]))
        if each and not is_chrome(each)
    ]
    writer = next((each for each in accounts if is_chinese_name(each) and not is_medium(each)), None)
    sources = [
        near.source,
        near.account if near.account and is_medium(near.account) else None,
        classes.source,
        *filter(is_medium, accounts),
        trimmed.told.source,
        foot.source,
        *map(medium, head.sites),
        title.medium,
        *(medium(each) for each in accounts if each != writer and " " not in each),
        medium(title.site) if title.site else None,
    ]
    named = _joined(filter(None, map(in_office, pairwise(blocks[top:head_end]))))
    editing = editors(
        block.text for block in [*blocks[top : place.start], *blocks[last : place.end + _BELOW]]
    )
    dates = [near.date, head.date, classes.date, trimmed.told.date, foot.date, head.script_date, over.date]
    bylines = [
        near.byline,
        named.byline,
        classes.byline,
        trimmed.told.byline,
        foot.byline,
        tuple(each for each in read_authors(head) if each not in editing),
        reporters,
        (writer,) if writer else (),
        over.byline,
        signed_below(kept[-1]) if kept else (),
    ]
    byline = next(filter(None, (_people(each, head.sites) for each in bylines)), ())
    return Metadata(
        byline=byline,
        source=next((each for each in sources if each and each not in byline), None),
        date=next((date for date in dates if date and len(date) == _WHOLE_DATE), None)
        or next(filter(None, dates), None),
    )


def _people(names: Iterable[str], sites: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in names if each not in sites and not is_medium(each))


def _followed(blocks: Sequence[Block]) -> str | None:
    """Return the account that a button to follow it stands behind."""
    for account, button in pairwise(blocks):
        if shape("pages", "follow").fullmatch(button.text):
            return medium(account.text)
    return None


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
