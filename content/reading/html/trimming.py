"""The found stretch without what is the page's: its title, its credits, buttons, the lines at its end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from content.reading.captions import says_it_is_a_caption
from content.reading.chrome import is_chrome, is_everyday_button, tail_start
from content.reading.dates import find_date
from content.reading.html.credits import in_office, origin, signature
from content.reading.html.lists import without_lists
from content.reading.html.locate import is_prose_block
from content.reading.html.notices import is_paywall
from content.reading.html.staff import is_staff
from content.reading.html.tree import closest
from content.reading.lines import ends_sentence
from content.reading.metadata import Metadata, read_metadata
from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.locate import Place
    from content.reading.html.title import Title

_HEAD, _TAIL = 8, 8
"""In lines: how far into a stretch the credits at its head and at its foot may reach."""

_LONGEST_CREDIT, _LONGEST_AFTERWORD = 80, 320
_ABSTRACT_PROOF = 20
"""In characters: an abstract that a paragraph begins with, or holds, for so long says nothing of its own."""

_NEARBY = 60  # in lines: how far below an abstract its sentences are looked for
_OFTEN = 3
_MOST_REPEATED = 0.6  # of an abstract's letters
_LONGEST_BEHIND = 48  # in characters
_PARAGRAPHS = 2  # so many paragraphs of prose are no head any more
_LAST_LINES = 3  # may hold what stands behind an article's last sentence
_SENTENCE_END = re.compile(r"[。！？!?”」』…]\s*")
_FEW_WORDS = 8  # in letters

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class Trimmed:
    """The indexes of the article's lines, what those taken away tell, and whether the rest is for sale."""

    kept: list[int]
    told: Metadata = field(default_factory=Metadata)
    for_sale: bool = False


def trim(blocks: Sequence[Block], place: Place, title: Title) -> Trimmed:
    """Go over the lines of a stretch and keep the article's."""
    kept = [index for index in range(place.start, place.end) if index not in place.foreign]
    tags = Counter(blocks[index].element.tag for index in kept)
    usual = tags.most_common(1)[0][0] if tags else "p"
    folded = _folded(title.text or "")
    for_sale = any(is_paywall(block.text) for block in blocks[place.start : place.end + _TAIL])
    often = Counter(blocks[index].text for index in kept)
    kept = [
        index
        for index in kept
        if index != title.index
        and not is_paywall(blocks[index].text)
        and not (folded and index < place.start + _HEAD and _folded(blocks[index].text) == folded)
        and not _is_button(blocks[index], usual, often[blocks[index].text])
        and not shape("pages", "inserted").fullmatch(blocks[index].text)
    ]
    for index in kept:
        _drop_link_at_end(blocks[index])
    for index in kept[-_LAST_LINES:]:
        _drop_behind(blocks[index])
    trimmed = Trimmed(without_lists(blocks, kept), for_sale=for_sale)
    _trim_foot(blocks, trimmed)
    _trim_head(blocks, trimmed)
    return trimmed if trimmed.kept else Trimmed(kept, for_sale=for_sale)


def _drop_behind(block: Block) -> None:
    """Take away what is the page's behind a paragraph's last sentence: （编辑：林舟）, 返回首页，查看更多."""
    tail = block.text[-_LONGEST_BEHIND:]
    for found in _SENTENCE_END.finditer(tail):
        if shape("pages", "behind").fullmatch(tail, found.end()):
            block.text = block.text[: len(block.text) - len(tail) + found.end()].rstrip()
            return


def _drop_link_at_end(block: Block) -> None:
    """Take a link of the page away from behind a paragraph's last sentence: 返回首页>>."""
    if len(block.pieces) < 2 or not block.pieces[-1][1]:
        return
    last = block.pieces[-1][0]
    before = block.text.removesuffix(last).rstrip("[（( 　")
    if before != block.text and ends_sentence(before) and shape("pages", "links").fullmatch(last):
        block.text = before


def _trim_head(blocks: Sequence[Block], trimmed: Trimmed) -> None:
    away: list[int] = []
    head = [blocks[index] for index in trimmed.kept[:_HEAD]]
    prose = 0
    for place, index in enumerate(trimmed.kept[:_HEAD]):
        block = blocks[index]
        told = _credit(block.text) or _reprinted(block.text) or in_office(head[place : place + 2])
        if told and prose >= _PARAGRAPHS and not (told.byline or told.source):
            told = None  # a date below paragraphs signs them
        if told:
            trimmed.told |= told
            away += trimmed.kept[place + 1 : place + 2] if told == in_office(head[place : place + 2]) else []
        if (
            told
            or shape("pages", "abstract_labels").fullmatch(block.text)
            or _says_of_itself(block.text)
            or _repeats(block, head)
            or (place == 0 and _sums_up(block, [blocks[each] for each in trimmed.kept[1:_NEARBY]]))
        ):
            away.append(index)
        else:
            prose += is_prose_block(block)
    trimmed.kept = [index for index in trimmed.kept if index not in away]


def _reprinted(text: str) -> Metadata | None:
    """Read a line above an article that says where it was first."""
    return origin(text) if len(text) <= _LONGEST_AFTERWORD and _is_afterword(text) else None


def _trim_foot(blocks: Sequence[Block], trimmed: Trimmed) -> None:
    texts = [blocks[index].text for index in trimmed.kept]
    end = max(tail_start(texts), len(texts) - 4 * _TAIL)
    for text in texts[end:]:
        trimmed.told |= _credit(text) or Metadata()
    del trimmed.kept[end:]
    for _ in range(_TAIL):
        if len(trimmed.kept) < 2:
            return
        text = blocks[trimmed.kept[-1]].text
        told = _credit(text)
        if told:
            trimmed.told |= told
            if "年" in text and told == Metadata(date=told.date):  # an official notice is signed so
                return
        elif _is_afterword(text):
            trimmed.told |= origin(text)
        elif not (is_chrome(text) or _says_of_itself(text)):
            return
        trimmed.kept.pop()


def _credit(text: str) -> Metadata | None:
    """Read a line that tells who, where and when and nothing else; None for any other."""
    if len(text) > _LONGEST_CREDIT or says_it_is_a_caption(text):
        return None
    signed = signature(text)
    if signed.byline:
        return signed
    return read_metadata(text.strip("()（）[]【】")) or _dates_alone(text)


def _dates_alone(text: str) -> Metadata | None:
    """Read a line that holds dates and hardly a word beside them: 出版：2020-10-04 09:30 更新：2020-10-05."""
    first = find_date(text)
    found, rest = first, text
    while found:
        rest = rest[: found.span.start] + rest[found.span.end :]
        found = find_date(rest)
    words_left = len(_folded(rest))
    return (
        Metadata(date=first.date)
        if first and ":" in rest.replace("：", ":") and words_left <= _FEW_WORDS
        else None
    )


def _is_afterword(text: str) -> bool:
    bare = text.strip("()（）[]【】")
    return len(text) <= _LONGEST_AFTERWORD and bool(
        shape("pages", "afterwords").fullmatch(text) or shape("pages", "afterwords").fullmatch(bare)
    )


def _says_of_itself(text: str) -> bool:
    if len(text) > 2 * _LONGEST_CREDIT:
        return False
    return bool(shape("pages", "ends").fullmatch(text)) or is_staff(text)


def _repeats(block: Block, others: Sequence[Block]) -> bool:
    """Tell whether a line is an abstract that says what a paragraph says in the same words."""
    if not shape("pages", "abstracts").fullmatch(block.text):
        return False
    proof = _folded(block.text)[4 : 4 + _ABSTRACT_PROOF]
    return len(proof) == _ABSTRACT_PROOF and any(
        proof in _folded(each.text) for each in others if each is not block
    )


def _sums_up(block: Block, others: Sequence[Block]) -> bool:
    """Tell whether a line, outside of what holds the paragraphs, is an abstract in their own sentences."""
    parents = Counter(id(each.element.parent) for each in others)
    if (
        not others
        or block.pictures
        or block.element.tag == "li"
        or parents.most_common(1)[0][0] == id(block.element.parent)
    ):
        return False
    sentences = [_folded(each) for each in _SENTENCE_END.split(block.text)]
    text = "".join(_folded(each.text) for each in others)
    repeated = sum(len(each) for each in sentences if len(each) >= _FEW_WORDS and each in text)
    return repeated >= _MOST_REPEATED * sum(map(len, sentences))


def _is_button(block: Block, usual: str, times: int) -> bool:
    """Tell whether a line is a button: by its words, in an element not used by the article, or often."""
    if (
        (block.element.tag == usual and times < _OFTEN)
        or closest(block.element, *_HEADINGS)
        or ends_sentence(block.text)
    ):
        return False
    return is_chrome(block.text) or is_everyday_button(block.text)


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
