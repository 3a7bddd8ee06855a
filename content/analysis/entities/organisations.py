"""Names of organisations: words that tell which, and an ending that tells what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.entities.cut_text import CutText

Ending: TypeAlias = Literal["firm", "body", "office", "department", "trade", ""]

_MOST_WORDS, _MOST_CHARACTERS, _LONGEST_ENDING = 12, 30, 10
# Characters that end a name on the left: small words, measures, pronouns.
_STOPS = frozenset(
    "的了着过和与及或在是有为由从对向把被将也都就还又已曾等给让使跟同于以而但并且则其他她它我你这那该各每某本此个位名家间些所之被把按据称说到至因如若当自只仅均共约近超逾"
    "来去上下里内后前做作用看见要会能可想请叫"
)
_BRIDGES = frozenset("与和及")
_INSIDE = frozenset("()·&-")
_STOP_TAGS = frozenset({"verb", "function", "adverb", "time"})
_PROPER_FIRMS = frozenset({"集团", "控股", "有限公司", "股份有限公司", "集团公司", "有限责任公司"})


@dataclass(frozen=True, slots=True)
class _Known:
    """Which words belong to names that were found before: by index, where each name starts."""

    starts: dict[int, int]
    ends: dict[int, int]


def find_organisations(cut: CutText, named: Iterable[Candidate]) -> list[Candidate]:
    """Find organisations by their endings; `named` are those known beforehand, which may be parts of longer ones."""
    known = _words_of_names(cut, named)
    found: list[Candidate] = []
    index, count = 0, len(cut.tags)
    while index < count:
        ending = _ending_at(cut, index)
        if not ending:
            index += 1
            continue
        kind, stop = ending
        candidate = _before(cut, index, stop, kind, known)
        if candidate is None:
            index += 1
            continue
        start, sure = candidate
        while grown := _continued(cut, stop, known):
            stop = grown
        found.append(Candidate(cut.starts[start], cut.starts[stop], "org", sure))
        index = stop
    return found


def _words_of_names(cut: CutText, named: Iterable[Candidate]) -> _Known:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for candidate in named:
        if candidate.kind in ("org", "media", "product"):
            first, last = cut.index_at(candidate.start), cut.index_at(candidate.end - 1)
            for index in range(first, last + 1):
                starts[index] = first
            ends[first] = max(ends.get(first, 0), last + 1)
    return _Known(starts, ends)


def _ending_at(cut: CutText, index: int) -> tuple[Ending, int] | None:
    """Return of what kind the ending is that begins in this word, and after which word it ends."""
    end, text = index, cut.folded
    best: tuple[Ending, int] | None = None
    while end < len(cut.tags) and end - index < 3 and cut.starts[end + 1] - cut.starts[index] <= _LONGEST_ENDING + 4:
        end += 1
        written = text[cut.starts[index] : cut.starts[end]]
        kind = _kind_of(written) if end == index + 1 else _endings().get(written, "")
        if kind and (best is None or kind != "trade"):
            best = kind, end
        if not written[-1:].isalnum():
            break
    return best


@cache
def _kind_of(written: str) -> Ending:
    """Return of what kind of ending a word is, or ends with: 教育局, 市教育局."""
    endings = _endings()
    if written in endings:
        return endings[written]
    for length in range(min(_LONGEST_ENDING, len(written) - 1), 1, -1):
        kind = endings.get(written[-length:], "")
        if kind and kind != "trade":
            return kind
    return ""


@cache
def _endings() -> dict[str, Ending]:
    kinds: tuple[Ending, ...] = ("trade", "department", "body", "firm", "office")
    return {word: kind for kind in kinds for word in words_of("organisations", "endings", kind)}


def _before(cut: CutText, index: int, stop: int, kind: Ending, known: _Known) -> tuple[int, float] | None:
    """Return the word that a name begins with whose ending begins at `index`, and how sure it is."""
    ending = cut.folded[cut.starts[index] : cut.starts[stop]]
    own = _core(ending)
    best: int | None = index if own and (kind == "office" or _tells_which(own, kind)) else None
    sure = 0.9 if kind == "office" else 0.7
    position = index
    while position > 0 and index - position < _MOST_WORDS:
        before = known.starts.get(position - 1, position - 1)
        if cut.starts[stop] - cut.starts[before] > _MOST_CHARACTERS:
            break
        if position - 1 in known.starts:
            if not _apposed(cut, position, index):
                best, sure = before, 0.92
            position = before
            continue
        word = cut.word(before)
        if _stops(cut, before, word, kind, before + 1 == index):
            break
        if _tells_which_at(cut, before, word, kind, direct=before + 1 == index):
            best = before
            sure = max(sure, 0.85 if kind in ("firm", "body") else 0.6)
        position = before
    if best is None or (best == index and kind == "trade"):
        return None
    return _without_country(cut, best, index, stop, kind, known), sure


def _core(ending: str) -> str:
    """Return what a word has before its ending."""
    for length in range(min(_LONGEST_ENDING, len(ending)), 1, -1):
        if ending[-length:] in _endings():
            return ending[:-length] or (ending if _endings()[ending[-length:]] == "office" else "")
    return ""


def _apposed(cut: CutText, first: int, last: int) -> bool:
    return any(_is_apposition(cut.word(index)) for index in range(first, last))


def _stops(cut: CutText, index: int, word: str, kind: Ending, direct: bool) -> bool:
    """Tell whether a name does not go on to the left over a word."""
    if word in _BRIDGES:
        return not (kind == "department" and cut.tags[index - 1] in ("noun", "action", "") and index > 1)
    if len(word) == 1:
        if word in _INSIDE:
            return False
        return word in _STOPS or not word.isalnum() or not ("\u4e00" <= word or word.isascii())
    if word in words_of("people", "titles", "before") or _is_apposition(word):
        return True
    if word.isdigit():
        return True
    return cut.tags[index] in _STOP_TAGS and not (direct and word in words_of("known", "org", "words"))


@cache
def _is_apposition(word: str) -> bool:
    endings = words_of("organisations", "appositions", "endings")
    return any(word[start:] in endings for start in range(max(0, len(word) - 5), len(word) - 1))


def _tells_which_at(cut: CutText, index: int, word: str, kind: Ending, direct: bool) -> bool:
    tag = cut.tags[index]
    if len(word) == 1:
        return False
    if word.isascii():
        return word[0].isalpha() and cut.written[cut.starts[index]].isupper() and word not in _latin_common()
    if tag == "place" and word not in words_of("places", "not_places"):
        return kind in ("firm", "body", "office", "department")
    if word in words_of("organisations", "generic", "words") or word[0] in "该某各每这那":
        return False
    if tag == "place":
        return False
    if word in words_of("known", "org", "words"):
        return True
    if tag in ("", "proper", "organisation"):
        return True
    # Before 集团 a noun is a name, unless it tells the trade; before 公司 it seldom is.
    return direct and kind == "firm" and tag == "noun" and cut.word(index + 1) in _PROPER_FIRMS


@cache
def _tells_which(core: str, kind: Ending) -> bool:
    """Tell whether what a word has before its ending is a name: 复旦 of 复旦大学."""
    from content.chinese.tags import tag_of

    if core in words_of("organisations", "generic", "words") or core[0] in "该某各每这那":
        return False
    return kind in ("body", "firm", "office") and tag_of(core) in ("place", "proper", "organisation", "noun", "")


@cache
def _latin_common() -> frozenset[str]:
    return words_of("latin", "words")


def _without_country(cut: CutText, start: int, index: int, stop: int, kind: Ending, known: _Known) -> int:
    """Return where a name begins without the country before it, where what is left is a name of its own."""
    word = cut.word(start)
    if word == "中国" or word not in words_of("places", "countries") or start + 1 >= stop:
        return start
    if known.ends.get(start + 1) or (
        kind in ("firm", "trade")
        and any(
            _tells_which_at(cut, each, cut.word(each), kind, direct=each + 1 == index)
            and cut.tags[each] != "place"
            for each in range(start + 1, index)
        )
    ):
        return start + 1
    return start


def _continued(cut: CutText, stop: int, known: _Known) -> int | None:
    """Return where a name ends that goes on with a part of the organisation: 复旦大学 新闻 学院."""
    index = stop
    while index < len(cut.tags) and index - stop < 5:
        ending = _ending_at(cut, index)
        if ending and ending[0] in ("department", "body") and (index > stop or ending[0] == "department"):
            return ending[1] if not _is_open(cut, stop, index) else None
        word = cut.word(index)
        if index in known.starts or _stops(cut, index, word, "department", direct=False) or word in _INSIDE:
            return None
        if _is_apposition(word) or (len(word) > 1 and cut.tags[index] in _STOP_TAGS):
            return None
        index += 1
    return None


def _is_open(cut: CutText, start: int, end: int) -> bool:
    """Tell whether the words between hold what is no part of a name."""
    return any(cut.word(index) in words_of("people", "titles", "before") for index in range(start, end))
