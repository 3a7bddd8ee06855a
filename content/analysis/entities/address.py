"""Short ways to speak of somebody named in full, 张总 and 老张, and 李某 of whom no more is said."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import words_of
from content.analysis.entities.forms import spread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.analysis.entities.cut_text import CutText


_SURE = 0.75
# After 张总 these make another word: 总理, 总监, 老师傅; after 老张 that is no one person: 老张家.
_GOES_ON = re.compile("[理监裁编家]|师傅|[\u4e00-\u9fff]家人")


def find_addressed(cut: CutText, named: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the forms of address of people named in full, and people of whom only the surname is told."""
    of_surname: dict[str, set[str]] = defaultdict(set)
    for candidate in named:
        name = cut.folded[candidate.start : candidate.end]
        if candidate.kind == "person" and len(name) in (2, 3, 4) and not name.isascii():
            of_surname[name[: 2 if name[:2] in _doubles() else 1]].add(
                candidate.name or cut.written[candidate.start : candidate.end]
            )
    for found in _unnamed().finditer(cut.folded):
        if cut.places[found.start()] != 2:
            yield Candidate(*found.span(), "person", 0.7)
    forms: dict[str, Candidate] = {}
    for surname, names in of_surname.items():
        if len(names) == 1:
            (name,) = names
            addressed = set(_forms(surname)) - words_of("people", "common", "words")  # 小麦
            forms.update(dict.fromkeys(addressed, Candidate(0, 0, "person", _SURE, name)))
    for candidate in spread(cut, forms):
        if not _GOES_ON.match(cut.folded, candidate.end):
            yield candidate


@cache
def _doubles() -> frozenset[str]:
    return words_of("people", "surnames", "double")


@cache
def _unnamed() -> re.Pattern[str]:
    surnames = "".join(
        each
        for kind in ("plain", "common")
        for each in words_of("people", "surnames", kind)
        if len(each) == 1
    )
    given = "".join(words_of("people", "given", "liked") - {"小", "中", "来", "通", "行", "有", "进", "化"})
    return re.compile(f"[{surnames}]某(?:某|(?=[^所在将因被与和对称说表等也的，。])[{given}])?(?![种些个])")


@cache
def _forms(surname: str) -> tuple[str, ...]:
    """Return how people with a surname are spoken of: 张总, 老张."""
    before, after = words_of("people", "address", "before"), words_of("people", "address", "after")
    return (*(surname + each for each in after), *(each + surname for each in before))
