"""What surrounds the article in a Markdown text: its title, the lines below it, those behind the end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from content.reading.chrome import is_chrome, is_everyday_button, tail_start
from content.reading.headings import heading_family
from content.reading.lines import ends_sentence, is_prose
from content.reading.markdown.about import about
from content.reading.metadata import Metadata
from content.reading.names import looks_like_a_name, people
from content.reading.titles import full_width_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.reading.markdown.block import Block

_HEAD = 40
"""In blocks: how far the lines below a title may reach."""

_BEHIND_RULE = 12
"""In blocks: how many may follow the last rule for it to be the article's end."""

_BEHIND_SIGNATURE = 30
"""In blocks: how many may follow the names at an article's end."""

_LONGEST_TITLE, _LONGEST_SLOGAN = 50, 30


@dataclass(frozen=True, slots=True)
class Frame:
    """The article is the blocks `start` to `end` without those in `removed`, as that of the title."""

    title: str | None
    told: Metadata
    behind: Metadata
    start: int
    end: int
    removed: tuple[int, ...]


def find_frame(blocks: Sequence[Block], known_title: str | None, *, named: bool) -> Frame:
    """Find title, head and tail of a text.

    `known_title` is what its header says; `named` tells that its file has a name to fall back on.
    """
    at = _title_at(blocks, known_title, named=named)
    title = known_title or (full_width_marks(blocks[at].text) if at is not None else None)
    first = 0 if at is None else at + 1
    told, start, removed = _head(blocks, first, title)
    if at is not None:  # what stands above the title
        above = [index for index in range(at) if blocks[index].is_text]
        for index in above:
            told |= _metadata(blocks[index]) or Metadata()
        gone = all(_is_foreign(blocks[index], told) for index in above)
        removed = [*(above if gone else ()), *([] if known_title is None else [at]), *removed]
        start, removed = (start, removed) if gone or not above else (0, [*removed, at])
    end = _end(blocks, start)
    behind = Metadata()
    for block in blocks[end:]:
        behind |= _metadata(block) or Metadata()
    return Frame(title, told, behind, start, end, tuple(dict.fromkeys(removed)))


def _title_at(blocks: Sequence[Block], known: str | None, *, named: bool) -> int | None:
    """Return the index of the block that is the title."""
    before_prose = []
    for index, block in enumerate(blocks[:_HEAD]):
        if block.kind != "heading" and ends_sentence(block.text) and not _is_foreign(block, Metadata()):
            break
        before_prose.append(index)
    headings = [index for index in before_prose if blocks[index].kind == "heading"]
    levels = [block.level for block in blocks if block.kind == "heading"]
    if known is not None:
        return next(
            (index for index in before_prose if _letters(blocks[index].text) == _letters(known)), None
        )
    if headings:
        top = min(headings, key=lambda index: (blocks[index].level or 0, index))
        alone = levels.count(blocks[top].level) == 1
        numbered = heading_family(blocks[top].text) not in (None, "markdown")
        outermost = blocks[top].level == min(filter(None, levels)) and not numbered
        first = next(index for index in before_prose if blocks[index].is_text)
        return top if outermost and (blocks[top].level == 1 or (alone and top == first)) else None
    opening = next((index for index in before_prose if blocks[index].kind == "body"), None)
    if opening is None or len(blocks) < 2 or len(line := blocks[opening].text) > _LONGEST_TITLE:
        return None
    if ends_sentence(line) or _metadata(blocks[opening]) or is_chrome(line):
        return None
    signed = opening + 1 < len(blocks) and _metadata(blocks[opening + 1]) is not None
    return opening if signed or not named else None


def _head(blocks: Sequence[Block], start: int, title: str | None) -> tuple[Metadata, int, list[int]]:
    """Return what the lines below the title tell, where the article begins, and what is none of it."""
    told = Metadata()
    removed: list[int] = []
    index = start
    while index < min(len(blocks) - 1, start + _HEAD):
        block = blocks[index]
        if not block.is_text:
            index += 1
            continue
        if block.kind == "heading":
            break
        if found := _metadata(block):
            told |= found
        elif not removed and title and block.kind == "body" and looks_like_a_name(block.text):
            told |= Metadata(byline=people(block.text))
        elif _is_card(block, told):
            following = blocks[index + 1]
            if (
                following.is_text
                and len(following.text) <= _LONGEST_SLOGAN
                and not ends_sentence(following.text)
            ):
                removed.append(index)
                index += 1
        elif not (
            _is_foreign(block, told)
            or (title and _letters(block.text) == _letters(title))
            or (removed and is_everyday_button(block.text))
        ):
            break
        removed.append(index)
        index += 1
    first = next((each for each in range(start, index) if each > max(removed, default=start - 1)), index)
    return told, first, removed


def _end(blocks: Sequence[Block], start: int) -> int:
    """Return the index of the first block behind the article."""
    written = [index for index in range(start, len(blocks)) if blocks[index].is_text]
    if not written:
        return len(blocks)
    tail = tail_start([blocks[index].text for index in written])
    end = written[tail] if tail < len(written) else len(blocks)
    rules = [index for index in range(max(start, end - _BEHIND_RULE), end) if blocks[index].kind == "rule"]
    for rule in reversed(rules):
        if all(_is_foreign(block, Metadata()) for block in blocks[rule:end]):
            end = rule
    end = _signed(blocks, start, end)
    while end > start and (not blocks[end - 1].text or _metadata(blocks[end - 1]) is not None):
        end -= 1
    return end if any(index < end for index in written) else len(blocks)


def _signed(blocks: Sequence[Block], start: int, end: int) -> int:
    """Return where the lines stand that sign the article, two or more with no more prose behind them."""
    written = [index for index in range(max(start, end - _BEHIND_SIGNATURE), end) if blocks[index].is_text]
    while written and not (
        is_prose(blocks[written[-1]].text) and not _is_foreign(blocks[written[-1]], Metadata())
    ):
        written.pop()
    behind = [index for index in range(written[-1] + 1 if written else end, end) if blocks[index].is_text]
    for index, following in pairwise(behind):
        if _metadata(blocks[index]) is not None and _metadata(blocks[following]) is not None:
            return index
    return end


def _metadata(block: Block) -> Metadata | None:
    return about(block.text) if block.kind in ("body", "list", "pullquote", "verse") else None


def _is_foreign(block: Block, told: Metadata) -> bool:
    """Tell whether a block can only be somebody's who keeps the text: metadata, links, tags, buttons."""
    return not block.is_text or _metadata(block) is not None or is_chrome(block.text) or _is_card(block, told)


def _is_card(block: Block, told: Metadata) -> bool:
    """Tell whether a block is nothing but the name of the account or the medium."""
    names = {_letters(each) for each in (told.source, told.account) if each}
    return _letters(block.text) in names


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
