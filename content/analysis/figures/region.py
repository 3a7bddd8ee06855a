"""Where a text was written, as far as it tells: whose money a bare 元 is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of
from content.chinese.variants import fold, to_simplified

if TYPE_CHECKING:
    from content.document import Document

_ENOUGH = 60_000  # characters: who wrote it shows before
_TRADITIONAL = 0.05  # share of characters that simplified texts do not have; a quoted name has fewer
_SURE = 3  # different words of a region
_PATTERNS = {
    money: re.compile(any_of(words("region", region)))
    for money, region in (("TWD", "taiwan"), ("HKD", "hongkong"), ("CNY", "mainland"))
}


def local_money(document: Document) -> str | None:
    """Return the code of the money that 元 means in a text: CNY, TWD or HKD; None when unsure.

    Traditional characters alone tell nothing: a text may have been converted.
    """
    text = "".join(
        (document.source or "", "\n", document.title, "\n", *document.byline, "\n", document.text[:_ENOUGH])
    )
    folded = fold(text)
    counts = {money: len(set(pattern.findall(folded))) for money, pattern in _PATTERNS.items()}
    elsewhere = max(("TWD", "HKD"), key=counts.__getitem__)
    if not _is_traditional(text):
        return None if counts["TWD"] > _SURE and not counts["CNY"] else "CNY"
    if counts["TWD"] == counts["HKD"] and counts["TWD"] >= counts["CNY"]:
        return None
    most = max(counts, key=counts.__getitem__)
    if most == "CNY":
        return "CNY" if counts["CNY"] >= _SURE and counts[elsewhere] <= 1 else None
    return most


def _is_traditional(text: str) -> bool:
    simplified = to_simplified(text)
    changed = sum(one != other for one, other in zip(text, simplified, strict=True))
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    return changed > _TRADITIONAL * han
