"""Headings and captions that the signs of Markdown do not tell, and the levels of those that they do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from content.reading.assembly import Break, Part
from content.reading.captions import is_caption, says_it_is_a_caption
from content.reading.headings import find_headings, heading_family
from content.reading.lines import ends_sentence
from content.reading.markdown.block import Block
from content.reading.markdown.tables import tells_something

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Kind

_LONGEST_BOLD, _LONGEST_CAPTION = 40, 60
_PROSE = "。" * 24
"""Stands for what is no candidate for a heading: to those beside it, it is prose."""

_SPOKEN = re.compile(r"[^：:\s]{1,8}[:：].*[。！？?!]")  # a question of an interview, with who asks
_REFERENCE = re.compile(r"[\[［【]\d{1,3}[\]］】]\s*\S")
_ATTRIBUTION = re.compile(r"(?:——|—|--|──)\s*[^\s—\-][^。！？]{0,40}")


def parts(blocks: Sequence[Block], *, signed: bool) -> Iterator[Part | Break]:
    """Make parts of the article's blocks; `signed` tells that its title is a heading by its sign.

    Where no `#` makes a heading within the text, lines that are bold as a whole are the headings. They open a
    section and stay what they are where the title shows that its writer knows the sign, unless they are
    numbered as headings are.
    """
    blocks = [*_captioned(_quoted(_referenced(blocks)))]
    own = any(block.kind == "heading" for block in blocks)
    bold = set() if own else _bold_headings(blocks)
    found = {} if own or bold else _unmarked(blocks)
    levels = {block.level or 1 for block in blocks if block.kind == "heading"}
    rank = {level: number for number, level in enumerate(sorted(levels), start=1)}
    headed = own or bool(bold or found)
    begun = below_number = False
    for index, block in enumerate(blocks):
        if block.kind == "rule":
            if begun and not headed:
                yield Break()
            continue
        if block.kind == "picture":
            continue
        begun = True
        if block.kind == "heading":
            yield Part("heading", block.text, rank[block.level or 1])
        elif index in bold and (not signed or below_number or heading_family(block.text)):
            yield Part("heading", block.text, 2 if below_number else 1)
            below_number = not any(map(str.isalpha, block.text.strip("一二三四五六七八九十IVX")))
            continue
        elif index in bold:
            yield Break(block.text)
            yield Part("body", block.text)
        elif index in found:
            yield Part("heading", block.text, found[index])
        else:
            yield Part(block.kind, block.mark + block.text)
        below_number = False  # `01` alone, and then what it is about


def _quoted(blocks: Sequence[Block]) -> list[Block]:
    """Tell a quotation with its author above the text, and a text's lead, from the quotations within it."""
    done = list(blocks)
    first = next((index for index, block in enumerate(done) if block.is_text), len(done))
    end = first
    while end < len(done) and done[end].kind == "pullquote":
        end += 1
    if end > first:
        kind: Kind = "epigraph" if _ATTRIBUTION.fullmatch(done[end - 1].text) and end - first > 1 else "body"
        done[first:end] = [replace(block, kind=kind) for block in done[first:end]]
    return done


def _referenced(blocks: Sequence[Block]) -> list[Block]:
    """Tell the numbered sources at a text's end, `[1] 《海运年报》`, for the footnotes that they are."""
    done = list(blocks)
    for index in range(len(done) - 1, -1, -1):
        if done[index].kind == "body" and _REFERENCE.match(done[index].text):
            done[index] = replace(done[index], kind="footnote")
        elif done[index].is_text and done[index].kind != "footnote":
            break
    return done


def _captioned(blocks: Sequence[Block]) -> Iterator[Block]:
    """Tell the captions: words given for a picture, and short lines that follow one."""
    below = False  # whether a picture, or its caption, stands right above
    for index, block in enumerate(blocks):
        if block.kind == "picture":
            following = blocks[index + 1] if index + 1 < len(blocks) else block
            yield block
            said = following.kind == "caption" or (following.is_text and following.text == block.text)
            if tells_something(block.text) and not said:
                yield Block("caption", block.text)
            below = True
        elif block.kind == "body" and not block.bold and _is_caption(block.text, below=below):
            yield replace(block, kind="caption")
        else:
            below = below and block.kind == "caption"
            yield block


def _is_caption(line: str, *, below: bool) -> bool:
    if says_it_is_a_caption(line):
        return True
    return below and len(line) <= _LONGEST_CAPTION and (is_caption(line) or not ends_sentence(line))


def _bold_headings(blocks: Sequence[Block]) -> set[int]:
    return {
        index
        for index, block in enumerate(blocks[:-1])
        if block.kind == "body"
        and block.bold
        and 2 <= len(block.text) <= _LONGEST_BOLD
        and (block.text[-1] in "？！?!”」』》" or not ends_sentence(block.text))
        and block.text[-1] not in "，,；;、"
        and not _SPOKEN.fullmatch(block.text)
        and not says_it_is_a_caption(block.text)
    }


def _unmarked(blocks: Sequence[Block]) -> dict[int, int]:
    return find_headings(
        [block.text if block.kind == "body" and not block.bold else _PROSE for block in blocks], frozenset()
    )
