"""Every place where a text stands, however it was cut into words.

Case, width and script are folded on both sides. White space matches any white space; between a
Chinese and a Latin character it may be there or not, on either side.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.search.query import is_han, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.corpus import Corpus


def literal_places(corpus: Corpus, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches `[start, end)` of the corpus that read like a folded text, in reading order."""
    pieces, gaps = _pieces(folded)
    if not pieces:
        return
    if len(pieces) == 1:
        yield from _plain(corpus.text, pieces[0])
        return
    pattern = re.compile(
        re.escape(pieces[0])
        + "".join(gap + re.escape(piece) for gap, piece in zip(gaps, pieces[1:], strict=True))
    )
    # The longest piece is looked for first, as a plain text: far faster than a pattern.
    rarest = max(pieces, key=len)
    searched_to = -1
    for start, _ in _plain(corpus.text, rarest):
        if start < searched_to:
            continue
        place = corpus.place_at(start)
        searched_to = place.end
        for found in pattern.finditer(corpus.text, place.start, place.end):
            yield found.span()


def _plain(text: str, piece: str) -> Iterator[tuple[int, int]]:
    start = text.find(piece)
    while start >= 0:
        end = start + len(piece)
        yield start, end
        start = text.find(piece, end)


def _pieces(folded: str) -> tuple[list[str], list[str]]:
    """Split at white space and between scripts; a gap says in a pattern what may stand between two pieces."""
    pieces: list[str] = []
    gaps: list[str] = []
    for word in folded.split():
        for index, piece in enumerate(_between_scripts(word)):
            if pieces:
                optional = index > 0 or meet(pieces[-1][-1], piece[0])
                gaps.append(r"\s*" if optional else r"\s+")
            pieces.append(piece)
    return pieces, gaps


def _between_scripts(word: str) -> Iterator[str]:
    start = 0
    for index in range(1, len(word)):
        if meet(word[index - 1], word[index]):
            yield word[start:index]
            start = index
    yield word[start:]


def meet(left: str, right: str) -> bool:
    """Tell whether a Chinese and a Latin character stand side by side, where a space means nothing."""
    return (is_han(left) and is_latin(right)) or (is_latin(left) and is_han(right))
