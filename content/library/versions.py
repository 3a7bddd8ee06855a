"""Whether two texts are versions of one document, and where a place in one is in the other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.document import Document

_SENTENCE_END = re.compile(r"[。！？!?\n]+")
_RUN = 5  # characters: so long a stretch is rarely shared by chance
_FEW = 20  # sentences: of a shorter text its stretches are compared
# Of the sentences of the shorter text, how many the other must have; of the stretches where it is short.
# Half of a short text may be what its writer puts into every one: only nearly equal ones are the same.
_IN_THE_SAME_FILE, _BY_THE_SAME_TITLE = (0.02, 0.1), (0.5, 0.9)


def is_version(before: Document, after: Document, *, same_file: bool) -> bool:
    """Tell whether a text is another version of a document.

    In the same file it is with the same title, else if the two share something. Elsewhere it needs the same
    title and half of the sentences, a short text nearly all it says.
    """
    if same_file and before.title == after.title:
        return True
    if not same_file and before.title != after.title:
        return False
    old, new = _sentences(before), _sentences(after)
    short = min(len(old), len(new)) < _FEW
    if short:
        old, new = _stretches(before), _stretches(after)
    shared = len(old & new) / max(1, min(len(old), len(new)))
    return shared >= (_IN_THE_SAME_FILE if same_file else _BY_THE_SAME_TITLE)[short]


def carried(offset: int, before: Document, after: Document) -> int:
    """Return where a place in one version of a document is in another.

    `offset` counts characters of the text of `before`. The place is in the passage that reads the same; where
    that was changed, as far behind or before the nearest one that was not.
    """
    old = before.passage_at(offset)
    places: dict[str, list[int]] = defaultdict(list)
    for index, passage in enumerate(after.passages):
        places[passage.text].append(index)
    share = offset / max(1, len(before.text))
    expected = after.passage_at(round(share * len(after.text))).number - 1
    index = old.number - 1
    for distance in range(len(before.passages)):
        for step in (-distance, distance):
            if 0 <= index + step < len(before.passages):
                same = places.get(before.passages[index + step].text)
                if same:
                    found = _nearest(same, expected) - step
                    passage = after.passages[min(max(found, 0), len(after.passages) - 1)]
                    return min(passage.start + offset - old.start, max(passage.start, passage.end - 1))
    return after.passages[expected].start


def _nearest(rising: list[int], wanted: int) -> int:
    at = bisect_left(rising, wanted)
    return min(rising[max(0, at - 1) : at + 1], key=lambda each: abs(each - wanted))


def _sentences(document: Document) -> set[str]:
    return {each.strip() for each in _SENTENCE_END.split(document.text)} - {""}


def _stretches(document: Document) -> set[str]:
    text = document.text
    return {text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1))}
