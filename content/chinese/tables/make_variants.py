"""Make `variants.txt` from OpenCC's data: `python -m content.chinese.tables.make_variants`.

Needs the package opencc, which the program itself does not.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from content.chinese.tables import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEADER = """\
# Variant characters, one for one: made by content/chinese/tables/make_variants.py, do not edit.
# Simplified and traditional forms: OpenCC, https://github.com/BYVoid/OpenCC, Apache License 2.0.
# Words in which another form stands: likewise, for words of jieba's dictionary, MIT licence.
# Case and width: the Unicode Character Database (casefold and NFKC), Unicode License v3.
# Each line is a name, the characters, and what stands for each of them.
"""
# Written apart on the page but the same word to someone who searches; OpenCC keeps them apart.
SAME_WORD = {"著": "着", "祇": "只", "衹": "只", "牠": "它", "妳": "你", "乾": "干", "裏": "里"}
# Which words are listed: of so many characters, seen so often in the dictionary's corpus.
WORD_LENGTHS = range(2, 5)
RAREST_WORD = 3
_BASIC_PLANE = [chr(point) for point in range(0x10000) if not 0xD800 <= point <= 0xDFFF]
_IDEOGRAPHS = [character for character in _BASIC_PLANE if "㐀" <= character <= "\u9fff"]
# Half and full width forms, compatibility ideographs, radicals: what NFKC makes plain.
_COMPATIBLE = frozenset((*range(0xFF01, 0xFFF0), *range(0xF900, 0xFB00), *range(0x2E80, 0x2FE0)))


def _one(text: str, otherwise: str) -> str:
    return text if len(text) == 1 else otherwise


def _settled(step: Callable[[str], str], character: str) -> str:
    """Apply a step until it changes nothing: this is what makes folding idempotent."""
    while (following := step(character)) != character:
        character = following
    return character


def _row(name: str, pairs: Iterable[tuple[str, str]]) -> str:
    changed = [(old, new) for old, new in pairs if old != new]
    return "\t".join((name, "".join(old for old, _ in changed), "".join(new for _, new in changed)))


def _each(convert: Callable[[str], str], texts: list[str]) -> dict[str, str]:
    """Convert many texts, each by itself; what does not keep its length stays as it is."""
    converted = convert("\n".join(texts)).split("\n")
    return {text: new if len(new) == len(text) else text for text, new in zip(texts, converted, strict=True)}


def _words_row(traditionalise: Callable[[str], str], single: dict[str, str], words: list[str]) -> str:
    """List the words that character for character come out wrong, unless a shorter word in them is listed."""
    listed: dict[str, str] = {}
    for word, right in _each(traditionalise, words).items():
        guessed = [single.get(character, character) for character in word]
        for start in range(len(word)):
            for length in WORD_LENGTHS:
                if shorter := listed.get(word[start : start + length]):
                    guessed[start : start + len(shorter)] = shorter
        if right != "".join(guessed):
            listed[word] = right
    return "\t".join(("traditional words", " ".join(listed), " ".join(listed.values())))


def _regional_row(
    same_words: Callable[[str], str],
    own_words: Callable[[str], str],
    fold: Callable[[str], str],
    words: list[str],
) -> str:
    """List the words that are others in Taiwan, folded, unless a shorter word in them says it already."""
    listed: dict[str, str] = {}
    together = "\n".join(words)
    converted = zip(same_words(together).split("\n"), own_words(together).split("\n"), strict=True)
    for word, (same, own) in zip(words, converted, strict=True):
        if same == own:
            continue
        regional = "".join(map(fold, own))
        said = word
        for shorter, other in listed.items():
            said = said.replace(shorter, other)
        if regional not in (word, said):
            listed[word] = regional
    return "\t".join(("regional words", " ".join(listed), " ".join(listed.values())))


def make() -> str:
    """Return the table's text.

    `surface` is case and width; `fold` what folding the script changes beyond that; `simplified` and
    both `traditional` rows are for the display of a text in the other script; `regional words` for search.
    """
    from opencc import OpenCC

    from content.chinese.segmentation import dictionary_words

    traditionalise = OpenCC("s2tw").convert
    words = [
        word
        for word, seen in sorted(dictionary_words().items(), key=lambda entry: (len(entry[0]), entry[0]))
        if seen >= RAREST_WORD and len(word) in WORD_LENGTHS
    ]
    simplified = _each(OpenCC("t2s").convert, _IDEOGRAPHS)
    traditional = _each(traditionalise, _IDEOGRAPHS)

    def surface(character: str) -> str:
        if ord(character) in _COMPATIBLE:
            character = _one(unicodedata.normalize("NFKC", character), character)
        return _one(character.casefold(), character)

    def fold(character: str) -> str:
        character = surface(character)
        return SAME_WORD.get(character, simplified.get(character, character))

    return HEADER + "\n".join(
        (
            _row("surface", ((each, _settled(surface, each)) for each in _BASIC_PLANE)),
            _row(
                "fold",
                (
                    (each, folded)
                    for each in _BASIC_PLANE
                    if (folded := _settled(fold, each)) != _settled(surface, each)
                ),
            ),
            _row("simplified", simplified.items()),
            _row("traditional", traditional.items()),
            _words_row(traditionalise, traditional, words),
            _regional_row(traditionalise, OpenCC("s2twp").convert, fold, words),
            "",
        )
    )


if __name__ == "__main__":
    (FOLDER / "variants.txt").write_text(make(), encoding="utf-8", newline="\n")
