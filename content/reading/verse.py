"""Verse in plain text: runs of short lines of one length, or that stop where no sentence does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.reading.captions import is_caption
from content.reading.headings import heading_family
from content.reading.lines import ends_sentence, is_item
from content.reading.metadata import read_metadata

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_LONGEST = 20
_FEWEST, _FEWEST_COUPLETS = 4, 2
_LOOKED_AT = 40  # lines: as far as one of another sort is looked for
_REGULAR = (4, 5, 6, 7)
"""In characters: the lines of regular verse, and the halves of its couplets (绝句, 律诗)."""

_COUPLET = re.compile(r"(?P<first>[\u3400-\u9fff]+)[，、？！；](?P<second>[\u3400-\u9fff]+)[。！？；，]?")
_MARKS = re.compile(r"[\s，。、；：？！…—]+")
_SAYS = re.compile(r"[的了着著在是不我你他她它这這那里裡上下中来來去有人心水风風山月天夜]")
_LEAST_OPEN, _LEAST_SAYING = 0.7, 0.5
"""Of the lines of free verse: how many end within a sentence, and how many hold a word that a list of
names or of titles seldom does."""


def find_verse(lines: Sequence[str], headings: Collection[int]) -> frozenset[int]:
    """Return the indexes of the lines that are verse; `headings` are no candidates."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate([*lines, ""]):
        if index < len(lines) and index not in headings and _could_be(line):
            run.append(index)
            continue
        if len(run) >= _FEWEST_COUPLETS and _is_verse([lines[each] for each in run]):
            found += run
        run = []
    return frozenset(found)


def _could_be(line: str) -> bool:
    if not 2 <= len(line) <= _LONGEST or not ("\u3400" <= line[0] <= "\u9fff"):
        return False
    if "：" in line or ":" in line:  # a label, or who speaks
        return False
    return not (line[-1] in "」”』》】)）" or line[-1].isdecimal() or is_item(line) or heading_family(line))


def _is_verse(lines: Sequence[str]) -> bool:
    couplets = [_COUPLET.fullmatch(line) for line in lines]
    halves = {len(half) for each in couplets if each for half in each.groups()}
    if all(couplets) and len(halves) == 1 and halves <= {*_REGULAR}:
        return True
    if len(lines) < _FEWEST:
        return False
    lengths = {len(_MARKS.sub("", line)) for line in lines}
    regular = len(lengths) == 1 and lengths <= {*_REGULAR}
    if not regular and sum(not ends_sentence(line) for line in lines) < len(lines) * _LEAST_OPEN:
        return False
    if sum(bool(_SAYS.search(line)) for line in lines) < len(lines) * _LEAST_SAYING:
        return False
    first = lines[:_LOOKED_AT]
    return not any(map(is_caption, first)) and not any(map(read_metadata, first))
