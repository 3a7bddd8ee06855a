"""Titles: made typographically right, and taken from the text where the source gives none."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from content.reading.patterns import shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Passage

_SHORTEST, _LONGEST = 6, 18
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL_WIDTH = str.maketrans(",:;!?", "，：；！？")
# W3C clreq: Chinese text takes full-width marks; between other letters and digits the ASCII ones stay.
_ASCII_MARK = re.compile(rf"(?<=[{_HAN}」』”’）》])\s?([,:;!?])(?:\s?(?=[{_HAN}「『“‘（《])|$)")
_SENTENCE = re.compile(r"[^。！？!?；;…]+")
_CLAUSE = re.compile(r"[^，,：:—。！？!?；;…]+")
_TELLING = ("body", "pullquote", "list", "verse")
# The medium, the place and the reporter before a report's first sentence: 【某网】, 〔記者某某／某地報導〕.
_LEAD = re.compile(r"(?:[【〔\[（(][^】〕\]）)]{1,30}[】〕\]）)]\s*)+")
_PAIRS = tuple(zip("【（([〔《“「『", "】）)]〕》”」』", strict=True))
_PASSAGES, _SENTENCES, _LOOKED_AT = 3, 3, 400
ENOUGH_FOR_A_TITLE = 12
"""So many passages of a part are enough to take its title from."""

_EDGES = " \u3000「」『』“”\"'‘’（）()【】[]·-—"


def full_width_marks(title: str) -> str:
    """Give a title the punctuation of Chinese typesetting: `,:;!?` after Chinese become full-width."""
    return _ASCII_MARK.sub(lambda mark: mark[1].translate(_FULL_WIDTH), title.strip())


def derive_title(passages: Sequence[Passage]) -> str:
    """Take a title of 6 to 18 characters from the first sentences of a part that has none.

    A short sentence is taken whole, of a longer one the first clause that says something. Where none is
    short enough the first sentence is cut.
    """
    told = [passage.text for passage in passages if passage.kind in _TELLING] or [passages[0].text]
    for text in told[:_PASSAGES]:
        lead = shape("datelines", "agency").match(text[:_LOOKED_AT]) or _LEAD.match(text)
        for sentence in islice(_SENTENCE.finditer(text, lead.end() if lead else 0, _LOOKED_AT), _SENTENCES):
            if title := _title_of(sentence[0]):
                return full_width_marks(title)
    first = told[0][:_LOOKED_AT].strip(_EDGES) or told[0]
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1]}…"


def _title_of(sentence: str) -> str | None:
    for stretch in (sentence, *(clause[0] for clause in _CLAUSE.finditer(sentence))):
        title = stretch.strip(_EDGES)
        if len(title) < _SHORTEST or shape("titles", "empty").fullmatch(title) or _is_torn(title):
            continue
        if len(title) <= _LONGEST:
            return title
        if stretch is not sentence:  # what follows a clause too long hangs on it
            return None
    return None


def _is_torn(title: str) -> bool:
    """Tell whether a stretch holds one mark of a pair, and not the other."""
    return any(title.count(opening) != title.count(closing) for opening, closing in _PAIRS)
