"""Words that tell that somebody speaks, compiled from `cues.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from content.analysis.word_lists import any_of, read_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BESIDE = 8  # adverbs before a verb; of any number, each in a row of them would be tried to its end
_PASSIVE = 8  # characters from 被 to the verb
_AFTER = r"(?:道|过|了|说|着|称|到)?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech with what belongs to it, `[start, end)` in the text; `strong` ones need no comma."""

    start: int
    end: int
    strong: bool


@cache
def words(*keys: str) -> tuple[str, ...]:
    """Return a list of `cues.toml`."""
    return read_words(Path(__file__).parent / "cues.toml", *keys)


@cache
def _verb() -> re.Pattern[str]:
    strong, weak, beside = (any_of(words(key)) for key in ("strong", "weak", "beside"))
    whom = r"(?:《[^》，。]{1,12}》|[^，。：；\"]{1,12}?)"
    asked = rf"{any_of(words('asked'))}(?!{any_of(words('asked_not'))}){whom}(?=：)"
    told = rf"{any_of(words('told'))}{whom}(?=[，：])|{asked}"
    return re.compile(
        rf"{beside}{{0,{_MOST_BESIDE}}}(?:(?P<told>{told})|(?P<strong>{strong})|(?P<weak>{weak})){_AFTER}"
    )


@cache
def _not_a_cue() -> re.Pattern[str]:
    somebody = {
        noun[-2] for noun in (*words("people", "nouns"), *words("people", "alone")) if noun[-1] == "人"
    }
    named = f"(?<![{''.join(sorted(somebody))}])人称"  # 江湖人称; not 发言人称
    return re.compile(f"{any_of(words('not_cues'))}|{named}")


@cache
def _passive() -> re.Pattern[str]:
    """Match, at its end, what makes somebody the one of whom a thing is said: 被业内认为."""
    return re.compile(r"(?:被(?![告访问裁捕害监诉执]|采访|调查)|受到|遭到)[^，。；：、\"\n的后前时]{0,6}\Z")


@cache
def _not_before() -> re.Pattern[str]:
    return re.compile(any_of(words("not_before")))


def cues(folded: str, start: int, end: int) -> Iterator[Cue]:
    """Yield the verbs of speech in a stretch of a folded text."""
    hidden = (found.span() for found in _not_a_cue().finditer(folded, start, end))
    low, high = next(hidden, (end, end))
    for found in _verb().finditer(folded, start, end):
        kind = found.lastgroup or "weak"
        verb, last = found.span(kind)
        while high <= verb < end:
            low, high = next(hidden, (end, end))
        if low <= verb < high or _not_before().match(folded, last):
            continue
        if _passive().search(folded, max(start, found.start() - _PASSIVE), found.start()):
            continue
        yield Cue(found.start(), found.end(), kind != "weak")


@cache
def noun_cue() -> re.Pattern[str]:
    """Match what says that somebody's opinion is the following: `的理解是`."""
    return re.compile(
        rf"(?:给出的|做出的|得出的|的)?{any_of(words('nouns'))}(?:就|则|也|便)?(?:是|为)(?=[，：\"])"
    )


def names_a_thing(folded: str, start: int, end: int) -> bool:
    """Tell whether a stretch ends with what goes before a term in marks."""
    return folded.endswith(words("naming"), start, end)
