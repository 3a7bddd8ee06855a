"""Words and runs of words that a text repeats and that could be a phrase of their own."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from content.analysis.word_lists import read_table, read_words
from content.chinese.common import times_seen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from content.analysis.entities.cut_text import CutText
    from content.chinese.tags import Tag

LONGEST = 8
"""In characters."""
_MOST_WORDS = 6
_OFTEN, _NEARLY = 4, 0.8
_LABELS = (":", " :", "/", " /")
_SAYING = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+|(?=[0-9.+-]*[a-z])[a-z0-9][a-z0-9.+-]*[a-z0-9]")
_COUNTING = re.compile("[〇零一二两三四五六七八九十百千万亿几数半每].")  # 九十年
_NO_SUBJECT = re.compile(".[里上着了过到走完掉]")  # 县里, 镇上, 跟着, 选走
_RARE_VERB = 1024  # times seen: what is tagged a verb and rare is the name of a matter as often as not: 减产
# What a phrase may hold, and what it may end with: in Chinese what matters most stands last.
_INSIDE = frozenset(("noun", "proper", "organisation", "action", "adjective", "place", "verb", ""))
_LAST = frozenset(("noun", "proper", "organisation", "action", ""))


def repeated_runs(cut: CutText, least: int, barred: Collection[int] = ()) -> dict[str, list[int]]:
    """Return the runs of up to six words that stand there at least so often, each with where it begins.

    Runs are folded, places are indices of words in `cut`, in reading order. Words that say nothing of a
    subject are in none, nor are those at the indices `barred`.
    """
    words, saying = cut.words, {word: _says_something(word) for word in set(cut.words)}
    singles: dict[str, list[int]] = {}
    for index, (word, tag) in enumerate(zip(words, cut.tags, strict=True)):
        if saying[word] and tag in _INSIDE and index not in barred:
            singles.setdefault(word, []).append(index)
    singles = {word: places for word, places in singles.items() if len(places) >= least}
    frequent = frozenset(index for places in singles.values() for index in places)
    found, level = dict(singles), singles
    for length in range(2, _MOST_WORDS + 1):
        longer: dict[str, list[int]] = {}
        for run, places in level.items():
            for place in places:
                last = place + length - 1
                if last in frequent and len(run) + len(words[last]) <= LONGEST:
                    longer.setdefault(run + words[last], []).append(place)
        level = {run: places for run, places in longer.items() if len(places) >= least}
        for run, places in level.items():
            found[run] = sorted({*found.get(run, ()), *places})
    return found


def _says_something(word: str) -> bool:
    data = _words()
    return bool(_SAYING.fullmatch(word)) and word not in data["characters" if len(word) == 1 else "words"]


def is_loose(cut: CutText, run: str, first: int) -> bool:
    """Tell whether a run has a character that is a word of its own in most places: 储能 is no 能."""
    return not _words()["mostly_apart"].isdisjoint(parts(cut, run, first))


def _is_subject(word: str, tag: Tag) -> bool:
    """Tell whether a word may be what a phrase speaks of, which in Chinese stands last."""
    if _NO_SUBJECT.fullmatch(word):
        return False
    if tag == "verb":
        return times_seen(word) < _RARE_VERB
    return tag in _LAST and not (tag == "" and _COUNTING.match(word))


def parts(cut: CutText, run: str, first: int) -> tuple[str, ...]:
    """Return the words of a run that begins at the word `first`."""
    last = cut.index_at(cut.starts[first] + len(run) - 1)
    return cut.words[first : last + 1]


def can_stand_alone(cut: CutText, run: str, first: int) -> bool:
    """Tell whether a run that begins at the word `first` could be a phrase, by its first and last word."""
    if len(run) == 1 or run[-1].isascii():
        return len(run) > 1 and _is_written_as_name(cut, run, first)
    last = cut.index_at(cut.starts[first] + len(run) - 1)
    if last == first:
        return _is_subject(run, cut.tags[first])
    data = _words()
    return (
        not (cut.tags[first] == "" and _COUNTING.match(cut.word(first)))
        and _is_subject(cut.word(last), cut.tags[last])
        and cut.word(first) not in data["never_first"]
        and cut.word(last) not in data["never_last"]
    )


def is_label(cut: CutText, run: str, places: Sequence[int]) -> bool:
    """Tell whether a run mostly stands before a colon, to say what follows: 图片来源."""
    before = sum(cut.folded.startswith(_LABELS, cut.starts[place] + len(run)) for place in places)
    return before * 2 > len(places)


def is_piece(cut: CutText, run: str, places: Sequence[int]) -> bool:
    """Tell whether a run nearly always stands beside one character that is no word: it is cut from a name."""
    if len(places) < _OFTEN:
        return False
    ends = (cut.starts[place] + len(run) for place in places)
    beside = (
        Counter(cut.words[cut.index_at(end)] for end in ends if end < len(cut.folded)),
        Counter(cut.words[place - 1] for place in places if place),
    )
    return any(
        _is_half(word) and times >= _NEARLY * len(places)
        for counted in beside
        for word, times in counted.most_common(1)
    )


def _is_half(word: str) -> bool:
    """Tell whether a word is one character that seldom is a word."""
    return (
        len(word) == 1 and word >= "\u4e00" and _says_something(word) and word not in _words()["mostly_apart"]
    )


def _is_written_as_name(cut: CutText, run: str, first: int) -> bool:
    """Tell whether Latin letters have a capital among them: GPU, iPhone. Other words are those of English."""
    start = cut.starts[first]
    return not cut.written[start : start + len(run)].islower()


@cache
def _words() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "everyday.toml"
    return {name: frozenset(read_words(path, name)) for name in read_table(path)}
