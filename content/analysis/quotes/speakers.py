"""Whose words they are: the name, the phrase or the pronoun before a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from content.analysis.quotes.cues import words
from content.analysis.quotes.records import Speaker
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.names import Mention, NameFinding
    from content.document import Document

_HAN = "\u4e00-\u9fff"
_LONGEST_ROLE = 16  # characters before the title itself
# Between a speaker and what they say nobody else's clause may stand: at most so many characters.
_GAP = 36
_ASKED = 2  # characters: the longest verb of asking
# Not the subject: 对记者, 向张三, 据新华社, 与他.
_OBJECT = re.compile(
    r"(?:对|向|给|跟|与|和|同|被|把|将|让|由|问|告诉|致|接受|采访|关于|从|在|于|随|为|当"
    rf"|{any_of(words('of_whom'))})(?:了|过)?\s*[《\"]?\Z"
)
# A clause that only says when and where: 在采访中, 谈到此事时.
_ADJUNCT = re.compile(
    r"[^，。；：]{0,30}(?:时|后|上|中|里|际|前|间|期间|日|月|年|天|会|采访|看来|晚|早|同时)\Z"
)
# What parts an organisation from a title that is not one of its own.
_APART = re.compile(r"[，。；：、！？\"\n]|和|与|以及|给|对|说|是")
_ANSWERS = re.compile("回答|回应|答|回复")
_OWN = re.compile(rf"的[{_HAN}]")


class Speakers:
    """Finds who speaks in a document of which the names are known."""

    def __init__(self, document: Document, folded: str, names: Sequence[NameFinding]) -> None:
        self._text, self._folded = document.text, folded
        able = ("person", "org", "media")
        found = [(each, finding) for finding in names if finding.kind in able for each in finding.mentions]
        self._mentions: list[tuple[Mention, NameFinding]] = sorted(found, key=lambda pair: pair[0].span)
        self._roles: dict[str, str | None] = {}
        self._starts = [mention.span.start for mention, _ in self._mentions]
        self._last: Speaker | None = None
        self._asked = False

    def before(self, start: int, verb: int) -> Speaker | None:
        """Return who speaks with a verb in the sentence that begins at `start`; None where nobody does."""
        low = max(start, verb - 80)
        for mention, finding in reversed(self._between(low, verb)):
            relative = _relative().match(self._folded, mention.span.end, verb)
            end = relative.end() if relative and finding.kind == "person" else mention.span.end
            if self._is_subject(end, verb) and not _OBJECT.search(self._folded, low, mention.span.start):
                if end > mention.span.end:
                    return Speaker(self._text[mention.span.start : end], None, mention.span.start, end)
                nearer = self._unnamed(mention.span.end, verb)
                if nearer is None and finding.kind != "person":
                    nearer = self._somebody_of(mention, low, verb)
                return nearer or self._named(mention, finding)
        return self._unnamed(low, verb) or self._asker(low, verb)

    def within(self, start: int, end: int) -> Speaker | None:
        """Return the last name in a stretch: 据张三介绍, 在李四看来."""
        found = self._between(start, end)
        if found:
            return self._named(*found[-1])
        return self._unnamed(start, end)

    def first(self, start: int, end: int) -> Speaker | None:
        """Return the first name in a stretch."""
        found = self._between(start, end)
        return self._named(*found[0]) if found else self._unnamed(start, end)

    def remember(self, speaker: Speaker | None, *, asked: bool = False) -> None:
        """Have a pronoun that comes next mean this speaker; `asked`: whoever answers is somebody else."""
        self._last, self._asked = speaker or self._last, asked

    def _between(self, start: int, end: int) -> list[tuple[Mention, NameFinding]]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [pair for pair in self._mentions[first:last] if pair[0].span.end <= end]

    def _is_subject(self, end: int, verb: int) -> bool:
        """Tell whether between a name and a verb stands no other clause; titles, times and places may."""
        between = self._folded[end:verb]
        if len(between) > _GAP or re.search(r"[。；：！？\n\"]", between):
            return False
        *clauses, last = re.split("，", between)
        own = last.strip() and not _only().fullmatch(last.strip())  # a clause that could have its own subject
        if own and not all(_ADJUNCT.fullmatch(clause) or not clause for clause in clauses):
            return False
        return not _OWN.match(last.lstrip()) or _ADJUNCT.fullmatch(last) is not None

    def _named(self, mention: Mention, finding: NameFinding) -> Speaker:
        start, end = mention.span.start, mention.span.end
        role = self._role(start, end) if finding.kind == "person" else None
        return Speaker(finding.name, role or self._stated(finding), start, end)

    def _stated(self, finding: NameFinding) -> str | None:
        """Return the first role that the text states for a person anywhere."""
        if finding.name not in self._roles:
            stated = (self._role(each.span.start, each.span.end) for each in finding.mentions)
            self._roles[finding.name] = next(filter(None, stated), None) if finding.kind == "person" else None
        return self._roles[finding.name]

    def _role(self, start: int, end: int) -> str | None:
        """Return what stands right before a name, or right behind it, and says what the person is."""
        title = _title_before().search(self._folded, max(0, start - 16), start)
        if title:
            low = self._holder(title.start())
            if low is None:
                run = _run_before().search(self._folded, max(0, title.start() - _LONGEST_ROLE), title.start())
                low = run.start() if run else title.start()
            return self._text[low : title.end("title")].strip() or None
        behind = _title_behind().match(self._folded, end)
        return self._text[behind.start() : behind.end()] if behind else None

    def _holder(self, title: int) -> int | None:
        """Return where the organisation begins that a title belongs to: 永辉到家总经理; None without one."""
        low = None
        for mention, finding in reversed(self._between(title - 2 * _LONGEST_ROLE, title)):
            between = self._folded[mention.span.end : title if low is None else low]
            if finding.kind == "person" or _APART.search(between) or len(between) > _LONGEST_ROLE:
                break
            low = mention.span.start
        return low

    def _somebody_of(self, mention: Mention, low: int, verb: int) -> Speaker | None:
        """Return who is told by a name and speaks in its place: 一位不愿具名的腾讯员工, 上述大连港工程师."""
        behind = _somebody_behind().match(self._folded, mention.span.end, verb)
        if behind is None or not self._is_subject(behind.end(), verb):
            return None
        start = mention.span.start
        for found in _somebody_before().finditer(self._folded, low, start):
            start = found.start("who")
        return Speaker(self._text[start : behind.end()], None, start, behind.end())

    def _asker(self, low: int, verb: int) -> Speaker | None:
        """Return who asks right before a verb of asking: 记者问张三."""
        found = _asking().search(self._folded, low, verb + _ASKED)
        if found is None or found.end() != verb:
            return None
        return Speaker(self._text[found.start() : verb], None, found.start(), verb)

    def _unnamed(self, start: int, verb: int) -> Speaker | None:
        """Return a phrase that stands for somebody right before a verb, or whom a pronoun there means."""
        found = _phrase().search(self._folded, start, verb)
        if found and self._is_subject(found.end(), verb):
            start = found.start() + (found["there"] is not None)  # 有员工 says that there is one
            return Speaker(self._text[start : found.end()], None, start, found.end())
        pronoun = _pronoun().search(self._folded, start, verb)
        if pronoun and self._is_subject(pronoun.end(), verb):
            return self._meant(pronoun.start(), verb)
        return None

    def _meant(self, start: int, verb: int) -> Speaker | None:
        """Return the person a pronoun means: named before it in the paragraph, else who spoke last."""
        paragraph = self._text.rfind("\n", 0, start) + 1
        people = [pair for pair in self._between(paragraph, start) if pair[1].kind == "person"]
        if self._asked and self._last and _ANSWERS.match(self._folded, verb):
            people = [pair for pair in people if pair[1].name != self._last.name] or people
        if people:
            return self._named(*people[-1])
        return self._last if verb - start <= _GAP else None


@cache
def _only() -> re.Pattern[str]:
    """Match all of a clause that has no subject of its own."""
    return re.compile(rf"{any_of((*words('only'), *words('beside')))}+")


@cache
def _phrase() -> re.Pattern[str]:
    """Match somebody without a name: 一位不愿具名的店员, 发言人, 业内人士."""
    before, nouns = any_of(words("people", "before")), any_of(words("people", "nouns"))
    bare = any_of([word for key in ("alone", "family", "addressed") for word in words("people", key)])
    return re.compile(
        rf"(?:(?P<there>有(?!关))|{before})[^，。；：、\"\s]{{0,14}}?{nouns}|(?<![{_HAN}的]){bare}"
    )


@cache
def _relative() -> re.Pattern[str]:
    """Match who is somebody's, right behind the name: 的母亲."""
    family, addressed = any_of(words("people", "family")), any_of(words("people", "addressed"))
    return re.compile(rf"(?:的?{family}|的{addressed})(?!的)")


@cache
def _asking() -> re.Pattern[str]:
    asked = any_of(words("asked"))
    return re.compile(rf"(?<![{_HAN}的]){any_of(words('people', 'askers'))}(?={asked})")


@cache
def _somebody_before() -> re.Pattern[str]:
    """Match, at its end, what begins the words for somebody without a name: 一位不愿具名的."""
    before = any_of(words("people", "before"))
    return re.compile(rf"(?P<who>{before})[^，。；：、\"\s]{{0,14}}\Z")


@cache
def _somebody_behind() -> re.Pattern[str]:
    """Match somebody without a name right behind the name of where they are: 员工, 的一位高管."""
    before, nouns = any_of(words("people", "before")), any_of(words("people", "nouns"))
    return re.compile(rf"(?:的?{before}|的)?[^\W在对向与和给把被让是有]{{0,4}}?{nouns}")


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![{_HAN}])(?:而|但|不过|对此|随后|接着|最后)?{any_of(words('people', 'pronouns'))}(?!的)"
    )


@cache
def _title_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<title>{_titles()})(?: ?的)? ?\Z")


@cache
def _title_behind() -> re.Pattern[str]:
    return re.compile(rf"{_titles()}(?![{_HAN}]?的)")


@cache
def _run_before() -> re.Pattern[str]:
    """Match what belongs to a title: back to a mark, or a word that begins or ends a clause."""
    return re.compile(
        r"[^，。；：、！？\"\n\s据对向由与是在到说让请给被把问及从者时日月年和]*(?: ?的)?(?<! )\Z"
    )


def _titles() -> str:
    return any_of(word.casefold() for word in words("titles", "ends"))
