"""Firms: which short names are a firm's, and what belongs to one with its country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.data import words_of
from content.analysis.entities.in_context import said_of_firms
from content.analysis.entities.whose import tells_which_at

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText
    from content.analysis.entities.endings import Ending
    from content.analysis.entities.known_words import KnownWords

_MOST_OWN = 6  # characters before the trade in the short name of a firm
_SHORT = 2


def is_firm(cut: CutText, start: int, index: int, stop: int, known: KnownWords) -> bool:
    """Tell whether a short name that ends in a trade is a firm's: by what stands around it."""
    own = cut.starts[index] - cut.starts[start]
    if own > _MOST_OWN:
        return False
    following = cut.tags[min(stop, len(cut.tags) - 1)]
    if own == 0:  # one word, of which the trade is the end
        return (
            following not in ("noun", "action")
            or said_of_firms(cut, cut.starts[start], cut.starts[stop]) >= 1
        )
    trade = cut.folded[cut.starts[index] : cut.starts[stop]]
    wares = trade in words_of("organisations", "wares", "words")
    goods = trade in words_of("organisations", "goods", "words")
    if not goods and known.ends.get(start) == index and following != "noun":
        return True
    firmly = cut.tags[index - 1] in ("", "proper") and (
        trade in words_of("organisations", "firmly", "words")
        or (
            trade in words_of("organisations", "mostly", "words")
            and own == _SHORT
            and cut.folded[cut.starts[start]] >= "\u4e00"
        )
    )
    if firmly and following not in ("noun", "action"):
        return True
    if not wares and firmly and not cut.tags[index - 1] and own == _SHORT:
        return True
    return said_of_firms(cut, cut.starts[start], cut.starts[stop]) >= (2.2 if wares else 1.0)


def is_only_placed(
    cut: CutText, start: int, index: int, kind: Ending, ending: str, known: KnownWords
) -> bool:
    """Tell whether a firm is called by nothing but its country or town and its trade: 英国研究公司."""
    if kind != "firm" or start == index:
        return False
    if ending != "公司" and (ending != "集团" or cut.words[start] not in words_of("places", "countries")):
        return False
    return (
        all(
            each not in known.starts
            and (
                cut.tags[each] in ("place", "noun", "action", "adjective")
                or cut.words[each] in words_of("organisations", "generic", "words")
            )
            and cut.words[each] not in _everyday()
            for each in range(start, index)
        )
        and not (cut.words[start] == "中国" and index - start > 1)
        and cut.tags[start] == "place"
    )


def without_country(cut: CutText, start: int, index: int, stop: int, kind: Ending, known: KnownWords) -> int:
    """Return where a name begins without the country before it, where what is left is a name of its own."""
    word = cut.words[start]
    if word == "中国" or word not in words_of("places", "countries") or start + 1 >= stop:
        return start
    if known.ends.get(start + 1) or (
        kind in ("firm", "trade")
        and any(
            tells_which_at(cut, each, cut.words[each], kind, direct=each + 1 == index)
            and cut.tags[each] != "place"
            for each in range(start + 1, index)
        )
    ):
        return start + 1
    return start


def after_country(cut: CutText, start: int, end: int) -> int:
    """Return where the name begins that a cutter took into one word with a country: 美国苹果公司."""
    for length in (2, 3, 4, 5):
        country = cut.folded[start : start + length]
        rest = cut.folded[start + length : end]
        if country in words_of("places", "countries") and rest.endswith("公司") and rest[:-2] in _brands():
            return start + length
    return start


@cache
def _brands() -> frozenset[str]:
    return _everyday() | {form for row in words_of("known", "org", "names") for form in row.split("=")}


@cache
def _everyday() -> frozenset[str]:
    """Return the everyday words that firms are called by."""
    return words_of("known", "org", "words") | words_of("known", "org", "mostly")
