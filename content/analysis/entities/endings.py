"""How names of organisations end: 有限公司, 大学, 教育局."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.analysis.entities.data import words_of
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText

Ending: TypeAlias = Literal["firm", "body", "office", "department", "trade", ""]

FoundEnding: TypeAlias = tuple[int, Ending, int]

_LONGEST = 10  # characters of an ending
_TEAM = "队"
_OWN = (2, 3)  # characters of a short name before its trade


def find_endings(cut: CutText) -> list[FoundEnding]:
    """Return all endings: the word that each begins in, its kind, and the word after it."""
    beginnings, last_two = _beginnings(), _last_two()
    may_begin = {
        word for word in cut.tag_of if word in beginnings or word[-2:] in last_two or word[-1] == _TEAM
    }
    indices = cut.indices_of(may_begin)
    return [(index, *ending) for index in indices if (ending := ending_at(cut, index))]


def ending_at(cut: CutText, index: int) -> tuple[Ending, int] | None:
    """Return of what kind the ending is that begins in this word, and after which word it ends."""
    end, text = index, cut.folded
    best: tuple[Ending, int] | None = None
    while end < len(cut.tags) and end - index < 3 and cut.starts[end + 1] - cut.starts[index] <= _LONGEST + 4:
        end += 1
        written = text[cut.starts[index] : cut.starts[end]]
        kind = _kind_of(written) if end == index + 1 else endings().get(written, "")
        if kind and (best is None or kind != "trade"):
            best = kind, end
        if not written[-1:].isalnum():
            break
    return best


def core_of(ending: str) -> str:
    """Return what a word has before its ending."""
    if ending[-1] == _TEAM and ending not in endings():
        return ending[:-1]
    for length in range(min(_LONGEST, len(ending)), 1, -1):
        if ending[-length:] in endings():
            return ending[:-length] or (ending if endings()[ending[-length:]] == "office" else "")
    return ""


@cache
def _kind_of(written: str) -> Ending:
    """Return of what kind of ending a word is, or ends with: 教育局, 市教育局."""
    known = endings()
    if written in known:
        return known[written]
    if len(written) > 2 and written[-1] == _TEAM and not tag_of(written):
        return "body"
    for length in range(min(_LONGEST, len(written) - 1), 1, -1):
        kind = known.get(written[-length:], "")
        if kind and (kind != "trade" or _is_short_name(written, length)):
            return kind
    return ""


def _is_short_name(written: str, length: int) -> bool:
    """Tell whether a word that no dictionary has is a firm's short name with its trade: 云铝股份."""
    firmly = written[-length:] in words_of("organisations", "firmly", "words")
    return firmly and len(written) - length in _OWN and not tag_of(written)


@cache
def endings() -> dict[str, Ending]:
    """Return of what kind each ending is."""
    kinds: tuple[Ending, ...] = ("trade", "department", "body", "firm", "office")
    return {word: kind for kind in kinds for word in words_of("organisations", "endings", kind)}


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(word[:length] for word in endings() for length in range(1, len(word) + 1))


@cache
def _last_two() -> frozenset[str]:
    """Return how words may end that have an ending in them; 队 is one with any character before it."""
    return frozenset(word[-2:] for word in endings())
