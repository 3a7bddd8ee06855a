"""Names that every reader of the news knows."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import JOINT
from content.analysis.entities.data import ordered, words_of
from content.analysis.entities.forms import Forms
from content.analysis.entities.in_context import placed, with_ending
from content.analysis.matching import Matcher

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText
    from content.lexicon import EntityKind

_KINDS: tuple[EntityKind, ...] = ("org", "media", "product", "event", "person")
_OWN = re.compile(
    "公司|集团|手机|汽车|股价|财报|旗下|宣布|发布|回应|高管|官方|总部|创始人|联合创始人|董事长|总裁|副总裁|ceo|首席|品牌|员工|推出|"
    "电脑|系统|官网|门店|市值|股份|方面|内部"
)
# What an everyday word may only tell the kind of: 大众品牌, 现代员工, 统一系统.
_OF_A_KIND = re.compile("品牌|员工|电脑|系统|手机|门店|推出|发布")
_JOINS = frozenset("、和与及")
_NEAR = 40  # characters: in such a distance one name of business makes another likely
_MOSTLY = 3  # of so many places one must tell that the name is meant, else only those that do are names
_SHORT = 2  # characters


def find_listed(cut: CutText) -> list[Candidate]:
    """Find what every reader of news knows; everyday words among it only where the text means the name."""
    names, words = _matchers()
    found = [
        Candidate(start, end, *_known()[form], listed=True)
        for start, end, form in names.find(cut.written, cut.folded)
        if form.isascii() or _is_word(cut, start, end)
    ]
    done = 0
    for start, end, form in _chinese().find(cut.folded):
        if start < done:
            continue
        if form not in _known():
            done = end
        elif _is_word(cut, start, end):
            found.append(Candidate(start, end, *_known()[form], listed=True))
            done = end
    found += _meant(cut, words, found)
    return [_longer(cut, each) if each.kind == "org" else each for each in found]


def _longer(cut: CutText, candidate: Candidate) -> Candidate:
    """Return an organisation with its town before it, 四川长虹, or its part behind it, 高通中国."""
    longer = with_ending(cut, candidate)
    return placed(cut, longer) if candidate.length == _SHORT else longer


@cache
def _chinese() -> Forms:
    """Return the names of Chinese characters alone, and the sayings that hold one and mean none."""
    sayings = words_of("known", "not_names", "words")
    return Forms({form: None for form in (*_known(), *sayings) if _is_chinese(form)})


def _is_chinese(form: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in form)


def _is_word(cut: CutText, start: int, end: int) -> bool:
    """Tell whether a name stands as words; a long one is one wherever no other word reaches over its ends."""
    if cut.places[start] == JOINT and cut.folded.startswith(
        "记者", end
    ):  # 新闻记者 is a word of the dictionary
        return True
    return cut.is_cut_out(start, end) or (end - start > _SHORT and cut.stands_apart(start, end))


def _meant(cut: CutText, words: Matcher, found: list[Candidate]) -> list[Candidate]:
    """Find everyday words that are names here.

    One has what only an organisation has or stands in a list with one; those that are names more often than
    not, also near one. Shown once, it is meant throughout.
    """
    organisations = [candidate for candidate in found if candidate.kind == "org"]
    edges = {candidate.start for candidate in organisations} | {candidate.end for candidate in organisations}
    near = {candidate.start // _NEAR + step for candidate in organisations for step in (-1, 0, 1)}
    mostly = words_of("known", "org", "mostly")
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    told: dict[str, list[tuple[int, int]]] = defaultdict(list)
    full = {cut.folded[candidate.start : candidate.end] for candidate in organisations}
    shown = {
        form
        for form in words.words
        if any(f"{form}{firm}" in full for firm in ("集团", "公司", "汽车", "科技"))
    }
    for start, end, form in words.find(cut.written, cut.folded):
        if not cut.stands_apart(start, end):
            continue
        places[form].append((start, end))
        listed = (cut.folded[start - 1 : start] in _JOINS and start - 1 in edges) or (
            cut.folded[end : end + 1] in _JOINS and end + 1 in edges
        )
        own = _OWN.match(cut.folded, end) and (form in mostly or not _OF_A_KIND.match(cut.folded, end))
        if listed or own or (form in mostly and start // _NEAR in near):
            told[form].append((start, end))
    shown |= {form for form in told if form in mostly or len(told[form]) * _MOSTLY >= len(places[form])}
    return [
        Candidate(start, end, "org", 0.75, form, listed=True)
        for form in places
        for start, end in (places[form] if form in shown else told.get(form, ()))
    ]


@cache
def _known() -> dict[str, tuple[EntityKind, float, str]]:
    """Return of each form the kind, how sure it is, and the name."""
    kind_of: dict[str, tuple[EntityKind, float, str]] = {}
    for kind in _KINDS:
        for row in ordered("known", kind, "names"):
            forms = [form.replace("_", " ") for form in row.split("=")]
            for form in forms:
                kind_of.setdefault(form, (kind, 0.9, forms[0]))
    return kind_of


@cache
def _matchers() -> tuple[Matcher, Matcher]:
    common = words_of("known", "org", "words") | words_of("known", "org", "mostly")
    mixed = tuple(form for form in _known() if not _is_chinese(form))
    return Matcher(mixed), Matcher(tuple(sorted(common - set(_known()))))
