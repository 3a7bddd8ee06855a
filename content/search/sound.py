"""Places that sound as a query does: pinyin, initials, characters of the same sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.common import is_common_word
from content.chinese.pinyin import without_tones
from content.search import typed
from content.search.evidence import INSIDE_A_WORD, KNOWN_NAME, ONE_WORD, fit
from content.search.mistyped import mistyped_syllables
from content.search.places import Places
from content.search.query import is_han
from content.search.ranking import Found
from content.search.symbols import SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from content.search.aliases import Aliases
    from content.search.cap import Cap
    from content.search.corpus import Corpus
    from content.search.evidence import Evidence
    from content.search.hits import Match
    from content.search.literal import Literal
    from content.search.tables import SearchTables
    from content.search.units import Reading, Unit

# A character read otherwise than usual is that much less likely meant.
_RARE_READING_BITS = 1.0
# A slip is guessed at only where so many bits more would make it sure.
_NEARLY_BITS = 5.0
# What must speak for a place that one, two, three initials fit: a name; a word; that a word begins there,
# for a word being typed shows as a guess until it is whole.
_SPEAKING = (KNOWN_NAME, ONE_WORD, INSIDE_A_WORD)
# Two initials, and one syllable, stand for hundreds of words: the commonest are shown.
_MOST_WORDS = 8
_SHORT_WORD = 2


class Sound:
    """Looks up in one corpus what is typed as it sounds."""

    def __init__(self, corpus: Corpus, tables: SearchTables, literal: Literal, aliases: Aliases) -> None:
        self._corpus = corpus
        self._tables = tables
        self._places = Places(corpus, tables)
        self._literal = literal
        self._aliases = aliases

    def by_letters(self, folded: str, evidence: Evidence, cap: Cap) -> list[Found]:
        """Find what letters stand for: the first way to read them that finds something sure, else guesses."""
        folded = without_tones(folded)
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
            found = [each for reading in readings for each in self._read(reading, evidence, cap)]
            if any(not each.weak for each in found):
                return found
            guesses += found
        return guesses

    def by_mistyped_letters(self, folded: str, evidence: Evidence, cap: Cap) -> list[Found]:
        """Find what pinyin with one slip of a finger was meant to be, where that is sure or nearly so."""
        readings = mistyped_syllables(folded)
        found = [each for reading in readings for each in self._read(reading, evidence, cap, nearly=True)]
        return [each for each in found if not each.weak] or found

    def by_same_sound(self, folded: str, evidence: Evidence, cap: Cap) -> list[Found]:
        """Find characters of the same sound, as an input method mixes them up.

        A known name is no slip, nor are several words that all stand in the text, if not side by side.
        """
        words = folded.split()
        several = len(words) > 1 and any(len(word) > 1 for word in words)
        if several and all(map(self._literal.stands, words)):
            return []
        if len(folded) < 2 or not any(map(is_han, folded)):
            return []
        # Another name, or a word that is meant, is no slip.
        known = folded in self._aliases.forms or is_common_word(folded)
        found = self._read(typed.same_sounding(folded), evidence, cap)
        text = self._corpus.text
        return [
            each._replace(weak=each.weak or known or _shares_nothing(folded, text[each.start : each.end]))
            for each in found
        ]

    def _read(self, reading: Reading, evidence: Evidence, cap: Cap, *, nearly: bool = False) -> list[Found]:
        match: Match = "initials" if all(unit.kind == "initial" for unit in reading) else "pinyin"
        if match == "initials" and len(reading) < 2:
            return []
        text, found = self._corpus.text, []
        said_by: dict[str, tuple[float, float]] = {}
        for start, end in self._fitting(reading, match, cap):
            said = text[start:end]
            if said not in said_by:
                said_by[said] = _said(reading, said)
            bits, rare = said_by[said]
            speaks = evidence.bits_for(start, end) - rare
            if not bits or not _worth_a_guess(reading, speaks + rare):
                continue
            if nearly and not evidence.sure(bits + speaks + _NEARLY_BITS):
                continue
            found.append(Found(start, end, match, fit(speaks), not evidence.sure(bits + speaks)))
        # Where one place is meant, so is every other that reads the same: 方案 inside 解决方案.
        meant = {text[each.start : each.end] for each in found if not each.weak}
        return [
            each._replace(weak=False) if each.weak and text[each.start : each.end] in meant else each
            for each in found
        ]

    def _fitting(self, reading: Reading, match: Match, cap: Cap) -> Iterable[tuple[int, int]]:
        if len(reading) > 2 or (len(reading) == 2 and match == "pinyin"):
            return cap.take(self._places.fitting(reading))
        return cap.take(self._of_words(reading))

    def _of_words(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Yield the places of names and words that a reading stands for that is too short to look up."""
        possible = [unit.possible for unit in reading]

        def fits(word: str) -> bool:
            return len(word) == len(possible) and all(map(frozenset.__contains__, possible, word))

        typed_letters = "".join(unit.typed for unit in reading)
        words = dict.fromkeys(filter(fits, sorted(self._aliases.forms)))
        words |= dict.fromkeys(filter(fits, self._tables.vocabulary.typed(typed_letters, _MOST_WORDS)))
        for word in words:
            yield from self._literal.places(word)


def _shares_nothing(folded: str, said: str) -> bool:
    """Tell whether of a word of two characters both would be wrong."""
    return len(said) <= _SHORT_WORD and not set(folded) & set(said)


def _worth_a_guess(reading: Reading, speaks: float) -> bool:
    """Tell whether a place that fits is worth showing: few initials fit too many."""
    if any(unit.kind != "initial" for unit in reading) or len(reading) > len(_SPEAKING):
        return True
    return speaks >= _SPEAKING[len(reading) - 1]


def _said(reading: Reading, said: str) -> tuple[float, float]:
    """Return the bits of a reading where it stands for some characters, and those to take off for rare ones.

    No bits where nothing is Chinese.
    """
    characters = [character for character in said if character not in SKIPPED]
    if not any(map(is_han, characters)):
        return 0.0, 0.0
    bits = sum(map(_bits, reading, characters))
    return bits, _RARE_READING_BITS * sum(map(_rare, reading, characters))


def _bits(unit: Unit, character: str) -> float:
    if unit.kind == "sound" and unit.typed == character:
        return unit.bits + 2  # the character itself says what a character says
    return unit.bits


def _rare(unit: Unit, character: str) -> bool:
    return unit.kind in ("syllable", "initial", "begun") and character not in unit.usual
