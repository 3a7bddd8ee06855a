"""People by other names than their own: pen names and handles, told by what stands around them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import JOINT
from content.analysis.entities.data import words_of
from content.analysis.entities.forms import spread
from content.analysis.entities.surroundings import speech_after, title_before
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.entities.cut_text import CutText

_MOST_WORDS, _LONGEST = 3, 10
_STOP_TAGS = frozenset({"verb", "function", "adverb", "time", "place"})
_SHARES = re.compile(
    "(?:首先|则|随后|接着|在.{2,14}?)?(?:分享|带来|发表|演示|展示|介绍|讲解|讲述|爆料|主持|提出|表示|说|[(])"
)
_FROM = re.compile("来自")
_BRACKETED = re.compile(r"[(]([A-Za-z][A-Za-z0-9_. -]{2,20}|[\u4e00-\u9fffA-Z·]{2,5})[)]")


def find_called(
    cut: CutText, organisations: Iterable[Candidate], people: Iterable[Candidate]
) -> list[Candidate]:
    """Find pen names and handles, and the other names that brackets after a person give."""
    found = [*_from_somewhere(cut, organisations), *_with_title(cut)]
    named = {
        (each.start, each.end): each.name or cut.written[each.start : each.end] for each in (*people, *found)
    }
    found += _in_brackets(cut, named)
    forms: dict[str, Candidate] = {}
    for each in found:
        forms.setdefault(cut.folded[each.start : each.end], each)
    return list(spread(cut, forms))


def _from_somewhere(cut: CutText, organisations: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield who is from an organisation: 来自某实验室的 someone 分享了."""
    ends = {each.start: each.end for each in organisations if each.kind in ("org", "media")}
    for origin in _FROM.finditer(cut.folded):
        end = ends.get(origin.end())
        if end is None or cut.folded[end : end + 1] != "的" or cut.places[end + 1] != JOINT:
            continue
        first = cut.index_at(end + 1)
        for last in range(first + 1, min(first + 1 + _MOST_WORDS, len(cut.tags))):
            stop = cut.starts[last]
            if stop - end - 1 > _LONGEST or not cut.words[last - 1].isalnum():
                break
            if stop - end - 1 >= 2 and _SHARES.match(cut.folded, stop):
                yield Candidate(end + 1, stop, "person", 0.65)
                break


def _with_title(cut: CutText) -> Iterator[Candidate]:
    """Yield what stands between a title and a verb of speech and is no word of the dictionary."""
    text, lasts = cut.folded, _last_of_titles()
    behind = (found.end() for found in _last_of_title().finditer(text))
    for start in (
        start for start in behind if cut.places[start] == JOINT and text[start - 2 : start] in lasts
    ):
        index = cut.index_at(start)
        if (
            not 0 < index < len(cut.tags) - 1
            or cut.tags[index] in _STOP_TAGS
            or not "\u4e00" <= text[start] <= "\u9fff"
        ):
            continue
        titled = title_before(cut.folded, start)
        if titled is None or start - titled < 2 or cut.folded[start - 1] in " :|/·":
            continue
        for last in (index + 1, index + 2):
            stop = cut.starts[min(last, len(cut.tags))]
            word = cut.folded[start:stop]
            if 2 <= len(word) <= 4 and speech_after(cut.folded, stop) and _is_no_word(word):
                if cut.folded[stop] not in "对向在就" and word[-1] not in "也还则都曾们":
                    yield Candidate(start, stop, "person", 0.6)
                break


@cache
def _last_of_titles() -> frozenset[str]:
    return frozenset(title[-2:] for title in words_of("people", "titles", "before") if len(title) > 1)


@cache
def _last_of_title() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join({title[-1]: None for title in _last_of_titles()}))}]")


def _is_no_word(word: str) -> bool:
    if tag_of(word) or not all("\u4e00" <= each <= "\u9fff" for each in word):
        return False
    if any(each in "的了在是有这那我你他她们都也则还对向就和与及等已曾各某该一不" for each in word):
        return False
    return not any(tag_of(word[start : start + 2]) for start in range(len(word) - 1))


def _in_brackets(cut: CutText, named: dict[tuple[int, int], str]) -> Iterator[Candidate]:
    """Yield other names in brackets: 北野拓真（Takuma Kitano）."""
    for (_, end), name in named.items():
        found = _BRACKETED.match(cut.folded, end)
        if not found:
            continue
        start, stop = found.span(1)
        form = cut.folded[start:stop]
        if form in words_of("people", "nicknames", "words") or title_before(cut.folded, stop) is not None:
            continue
        latin = (
            cut.written[start].isascii()
            and cut.written[start].isupper()
            and form not in words_of("latin", "words")
        )
        if latin or (not form.isascii() and len(form) <= 4 and not tag_of(form) and _is_no_word(form[:2])):
            yield Candidate(start, stop, "person", 0.7, name)
