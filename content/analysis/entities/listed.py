"""Names that are known beforehand: of the reader's lexicon, and those that every reader of news knows."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.data import ordered, words_of
from content.analysis.matching import Matcher

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText
    from content.lexicon import EntityKind

_KINDS: tuple[EntityKind, ...] = ("org", "media", "product", "event", "person")
_CLOSED = "(?:公司|集团|手机|汽车|股价|财报|旗下|宣布|发布|回应|高管|官方|总部|创始人|联合创始人|董事长|总裁|副总裁|ceo|首席|品牌|员工|推出|电脑|系统|官网|门店|市值|股份)"
_LISTED = re.compile(f"{_CLOSED}")


def find_listed(cut: CutText) -> list[Candidate]:
    """Find what every reader of news knows; everyday words among it only where the text means the name."""
    names, words = _matchers()
    kind_of = _known()
    found = []
    for start, end, form in names.find(cut.written, cut.folded):
        if form.isascii() or (cut.stands_apart(start, end) and _begins_and_ends(cut, start, end)):
            kind, name = kind_of[form]
            found.append(Candidate(start, end, kind, 0.9, name, listed=True))
    return found + _meant(cut, words, found)


def _begins_and_ends(cut: CutText, start: int, end: int) -> bool:
    """Tell whether a short name stands as a word; a longer one is one wherever it stands."""
    return end - start > 2 or cut.is_cut_out(start, end) or cut.places[start] == cut.places[end] == 0


def _meant(cut: CutText, words: Matcher, found: list[Candidate]) -> list[Candidate]:
    """Find everyday words that are names here: where one has what only an organisation has, or stands in its list."""
    edges = {candidate.start for candidate in found} | {candidate.end for candidate in found}
    places: dict[str, list[tuple[int, int]]] = {}
    shown: dict[str, int] = {}
    for start, end, form in words.find(cut.written, cut.folded):
        if not cut.stands_apart(start, end):
            continue
        places.setdefault(form, []).append((start, end))
        listed = (cut.folded[start - 1 : start] in ("、", "和") and start - 1 in edges) or (
            cut.folded[end : end + 1] in ("、", "和") and end + 1 in edges
        )
        shown[form] = shown.get(form, 0) + bool(listed or _LISTED.match(cut.folded, end))
    return [
        Candidate(start, end, "org", 0.75, form, listed=True)
        for form, spans in places.items()
        if shown[form]
        for start, end in spans
    ]


@cache
def _known() -> dict[str, tuple[EntityKind, str]]:
    """Return the kind and the name of each form."""
    kind_of: dict[str, tuple[EntityKind, str]] = {}
    for kind in _KINDS:
        for row in ordered("known", kind, "names"):
            forms = [form.replace("_", " ") for form in row.split("=")]
            for form in forms:
                kind_of.setdefault(form, (kind, forms[0]))
    return kind_of


@cache
def _matchers() -> tuple[Matcher, Matcher]:
    common = cast("tuple[str, ...]", tuple(sorted(words_of("known", "org", "words") - set(_known()))))
    return Matcher(tuple(_known())), Matcher(common)
