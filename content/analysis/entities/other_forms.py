"""Other forms of a name that the text introduces: in brackets, by 简称, or by leaving out what is plain."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.data import words_of
from content.analysis.entities.forms import spread
from content.chinese.tags import tag_of, tags
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from content.analysis.entities.candidate import Candidate
    from content.analysis.entities.cut_text import CutText

_SHORT_FORM = re.compile(
    r"""["〉》]?\s?[(\[](?:以下|下|后)?(?:简称|合称|统称|称|或称|又称|前身为)(?:为|作|:)?\s?["《〈]?([^"()《》〈〉\n,。;]{2,14})["》〉]?[^()\n]{0,12}[)\]]"""
)
_BARE = re.compile(r"""["〉》]?\s?\(["]?([^"()\n,。;:、]{2,30})["]?(?:[,;][^()\n]{0,40})?\)""")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9&.\- ]*")
_SHORT_LENGTHS = (2, 3, 4)
_SURE = 0.8


def other_forms(cut: CutText, named: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the forms that the text introduces and the short ones of full names, wherever they stand."""
    forms: dict[str, Candidate] = {}
    latin: dict[str, str] = {}
    for form, candidate in (*_introduced(cut, named), *_shortened(cut, named)):
        folded = fold(form)
        name = candidate.name or cut.written[candidate.start : candidate.end]
        forms.setdefault(
            folded, replace(candidate, confidence=min(candidate.confidence, _SURE), name=name, listed=False)
        )
        if form.isascii():
            latin.setdefault(folded, form)
    for found in spread(cut, forms):
        folded = cut.folded[found.start : found.end]
        if latin.get(folded, cut.written[found.start : found.end]) == cut.written[found.start : found.end]:
            yield found


def _introduced(cut: CutText, named: Iterable[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Yield the forms that stand in brackets after a name."""
    for candidate in named:
        if candidate.kind not in ("org", "product"):
            continue
        form = _in_brackets(cut, candidate)
        if form:
            yield form, candidate


def _in_brackets(cut: CutText, candidate: Candidate) -> str | None:
    """Return the other form of a name that brackets after it give."""
    text = cut.written
    if found := _SHORT_FORM.match(cut.folded, candidate.end):
        return text[slice(*found.span(1))]
    found = _BARE.match(cut.folded, candidate.end)
    if not found:
        return None
    form = text[slice(*found.span(1))].strip()
    name = cut.folded[candidate.start : candidate.end]
    if (
        _LATIN.fullmatch(form)
        and form[0].isupper()
        and len(form) <= 24
        and form.lower() not in words_of("latin", "words")
    ):
        return form
    folded = cut.folded[slice(*found.span(1))]
    shorter = len(folded) < len(name) and _is_shorter(folded, name)
    return form if shorter and len(folded) >= 2 else None


def _is_shorter(form: str, name: str) -> bool:
    """Tell whether a name holds the characters of a form in the same order, but for the form's ending."""
    position, missing = 0, 0
    for character in form:
        place = name.find(character, position)
        if place < 0:
            missing += 1
        else:
            position = place + 1
    return missing <= (1 if len(form) > 3 else 0) or (form.endswith("公司") and missing <= 2 < len(form))


def _shortened(cut: CutText, named: Iterable[Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Yield the short forms of organisations named in full."""
    done: set[str] = set()
    for candidate in named:
        full = cut.folded[candidate.start : candidate.end]
        if candidate.kind != "org" or full in done or candidate.confidence < 0.6:
            continue
        done.add(full)
        for form in dict.fromkeys(_short_forms(full)):
            yield form, candidate


def _short_forms(full: str) -> Iterator[str]:
    """Yield what is left of a firm's name without its place, its trade and its ending."""
    core = full
    for ending in _firms():
        if core.endswith(ending) and len(core) > len(ending) + 1:
            core = core[: -len(ending)]
            break
    else:
        if not core.endswith(_trades()):
            return
    if core != full and len(core) <= 6 and _may_stand_alone(core):
        yield core
    place = _place_before(core)
    if place and len(core) - place >= 2:
        core = core[place:]
        if _may_stand_alone(core) and len(core) <= 6:
            yield core
    for trade in _trades():
        if core.endswith(trade) and len(core) - len(trade) in _SHORT_LENGTHS:
            if _may_stand_alone(core[: -len(trade)]):
                yield core[: -len(trade)]
            return
    if len(core) > 4 and _may_stand_alone(core[:2]) and not tag_of(core[:2]):
        yield core[:2]


def _place_before(core: str) -> int:
    for length in (5, 4, 3, 2):
        if tags().get(core[:length]) == "place" or core[:length] in words_of("places", "countries"):
            after = core[length : length + 1]
            return length + (after in "省市县区" and after != "")
    return 0


def _may_stand_alone(form: str) -> bool:
    if form in words_of("organisations", "generic", "words") or form in words_of("people", "common", "words"):
        return False
    if tag_of(form) == "place":
        return len(form) > 2 and form[-1] in "港厂矿"
    return tag_of(form) in ("", "proper", "organisation") and len(form) >= 2


@cache
def _firms() -> tuple[str, ...]:
    return tuple(sorted(words_of("organisations", "endings", "firm"), key=len, reverse=True))


@cache
def _trades() -> tuple[str, ...]:
    return tuple(sorted(words_of("organisations", "endings", "trade"), key=len, reverse=True))
