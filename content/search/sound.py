"""Places that sound as a query does: pinyin, initials, characters of the same sound."""

from __future__ import annotations

import re
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING

from content.search import typed
from content.search.evidence import INSIDE_A_WORD, KNOWN_NAME, ONE_WORD, fit
from content.search.query import is_han
from content.search.ranking import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.search.aliases import Aliases
    from content.search.corpus import Corpus
    from content.search.evidence import Evidence
    from content.search.hits import Match
    from content.search.typed import Reading, Unit

_MOST_PLACES = 1_000
# A query has hundreds of slips, each looked for by itself.
_LONGEST_FOR_SLIPS = 200_000
# So many characters of a reading are enough to find the few places that are worth comparing.
_BY_PATTERN = 4
# A character read otherwise than usual is that much less likely meant.
_RARE_READING_BITS = 1.0
# What must speak for a place that one, two, three initials fit: a name; a word; that a word begins there,
# for a word being typed shows as a guess until it is whole.
_SPEAKING = (KNOWN_NAME, ONE_WORD, INSIDE_A_WORD)


def by_letters(corpus: Corpus, folded: str, evidence: Evidence) -> list[Found]:
    """Find what letters stand for: the first way to read them that finds something sure, else guesses."""
    guesses: list[Found] = []
    tried: set[Reading] = set()
    for way in (
        typed.whole_syllables,
        typed.syllables_begun,
        typed.initials,
        typed.mixed,
        typed.confused_syllables,
    ):
        readings = [reading for reading in way(folded) if reading not in tried]
        tried.update(readings)
        found = [each for reading in readings for each in _places(corpus, reading, evidence)]
        if any(not each.weak for each in found):
            return found
        guesses += found
    return guesses


def by_mistyped_letters(corpus: Corpus, folded: str, evidence: Evidence) -> list[Found]:
    """Find what pinyin with one slip of a finger was meant to be, only where that is sure."""
    if len(corpus.text) > _LONGEST_FOR_SLIPS:
        return []
    readings = typed.mistyped_syllables(folded)
    return [each for reading in readings for each in _places(corpus, reading, evidence) if not each.weak]


def by_same_sound(corpus: Corpus, folded: str, evidence: Evidence, aliases: Aliases) -> list[Found]:
    """Find characters of the same sound, as an input method mixes them up.

    A known name is no slip, nor are several words that all stand in the text, if not side by side.
    """
    words = folded.split()
    several = len(words) > 1 and any(len(word) > 1 for word in words)
    if several and all(word in corpus.text for word in words):
        return []
    if len(folded) < 2 or not any(map(is_han, folded)):
        return []
    known = folded in aliases.forms
    found = _places(corpus, typed.same_sounding(folded), evidence)
    return [Found(each.start, each.end, each.match, each.fit, each.weak or known) for each in found]


def _places(corpus: Corpus, reading: Reading, evidence: Evidence) -> list[Found]:
    match: Match = "initials" if all(unit.kind == "initial" for unit in reading) else "pinyin"
    if match == "initials" and len(reading) < 2:
        return []
    found = []
    for start, end in islice(_fitting(corpus, reading), _MOST_PLACES):
        said = [character for character in corpus.text[start:end] if character != " "]
        if not any(map(is_han, said)):
            continue
        bits = sum(map(_bits, reading, said))
        speaks = evidence.bits_for(start, end)
        if not _worth_a_guess(reading, speaks):
            continue
        rare = _RARE_READING_BITS * sum(map(_rare, reading, said))
        found.append(Found(start, end, match, fit(speaks - rare), not evidence.sure(bits + speaks - rare)))
    return found


def _fitting(corpus: Corpus, reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the stretches that a reading fits.

    Its beginning is looked for by a pattern, and what follows compared: making a pattern of it all would
    take longer than looking.
    """
    classes = [corpus.those_of(unit.possible) for unit in reading]
    if not all(classes):
        return
    spaced = [" ?" if "initial" in (one.kind, following.kind) else "" for one, following in pairwise(reading)]
    # Slips differ mostly in what comes later, so that their beginnings are looked for with few patterns.
    count = 2 if reading[0].slipped else _BY_PATTERN
    beginning = "".join(chain.from_iterable(list(zip(["", *spaced], classes, strict=True))[:count]))
    rest = list(zip(spaced, reading[1:], strict=True))[count - 1 :]
    text, position = corpus.text, 0
    pattern = re.compile(beginning)
    while found := pattern.search(text, position):
        position = found.start() + 1
        end: int | None = found.end()
        for space, unit in rest:
            if end is not None:
                end = _after(text, end, unit, may_be_spaced=bool(space))
        if end is not None:
            yield found.start(), end


def _after(text: str, place: int, unit: Unit, *, may_be_spaced: bool) -> int | None:
    if may_be_spaced and text.startswith(" ", place):
        place += 1
    return place + 1 if text[place : place + 1] in unit.possible else None


def _worth_a_guess(reading: Reading, speaks: float) -> bool:
    """Tell whether a place that fits is worth showing: few initials fit too many."""
    if any(unit.kind != "initial" for unit in reading) or len(reading) > len(_SPEAKING):
        return True
    return speaks >= _SPEAKING[len(reading) - 1]


def _bits(unit: Unit, character: str) -> float:
    if unit.kind == "sound" and unit.typed == character:
        return unit.bits + 2  # the character itself says what a character says
    return unit.bits


def _rare(unit: Unit, character: str) -> bool:
    return unit.kind in ("syllable", "initial", "begun") and character not in unit.usual
