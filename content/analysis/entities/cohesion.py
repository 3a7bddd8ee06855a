"""Where a new word begins and ends: what always stands before or after it belongs to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of
from content.analysis.entities.whose import is_apposition

if TYPE_CHECKING:
    from collections.abc import Iterable

    from content.analysis.entities.cut_text import CutText

_OFTEN = 4  # times: seldomer, that the same word stands beside it is chance
_SHARE = 0.8
_HALVES = frozenset({"noun", "proper", ""})
_NO_PART = frozenset({"function", "adverb", "time", "place"})


def grown(cut: CutText, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates with the word that nearly always stands before each, where one does.

    Before a word of which that is true others are not free to stand: it is the second half of a longer one.
    """
    places: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        places[cut.folded[candidate.start : candidate.end]].append(candidate)
    found = []
    for same in places.values():
        before = Counter(_word_before(cut, each.start) for each in same)
        word, times = before.most_common(1)[0]
        joined = word and len(same) >= _OFTEN and times >= _SHARE * len(same)
        for each in same:
            start = each.start
            if joined and _word_before(cut, start) == word:
                start -= len(word)
            elif (first := _word_before(cut, start)) and _is_first_half(cut, start, first):
                start -= len(first)
            found.append(Candidate(start, each.end, each.kind, each.confidence, each.name, each.listed))
    return found


def _is_first_half(cut: CutText, start: int, word: str) -> bool:
    """Tell whether a word between a mark and a name is a part of it: 、百利天恒."""
    index = cut.index_at(start) - 1
    return (
        index > 0
        and not cut.words[index - 1].isalnum()
        and cut.tags[index] in _HALVES
        and word not in words_of("organisations", "generic", "words")
        and word not in words_of("organisations", "context", "before")
        and word not in words_of("organisations", "leaders", "parts")
        and word not in words_of("people", "titles", "before")
        and not is_apposition(word)
    )


def _word_before(cut: CutText, start: int) -> str:
    """Return the word that ends at `start` where it can be a part of a name, else ""."""
    index = cut.index_at(start) - 1
    if index < 0 or cut.starts[index + 1] != start or cut.tags[index] in _NO_PART:
        return ""
    word = cut.words[index]
    return word if len(word) == 2 and "\u4e00" <= word[0] <= "\u9fff" else ""
