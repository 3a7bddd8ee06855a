"""Make `pinyin.txt` from pypinyin's data: `python -m content.chinese.tables.make_pinyin`.

Needs the package pypinyin, which the program itself does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from content.chinese.pinyin import without_tones
from content.chinese.tables import FOLDER

HEADER = """\
# Characters by syllable without tones: made by content/chinese/tables/make_pinyin.py, do not edit.
# Source: pypinyin, https://github.com/mozillazg/python-pinyin, MIT licence.
# Each line is a syllable (v for ü), the characters whose usual reading it is, and those read so in some \
phrase.
"""
_FIRST, _LAST, _ZERO = 0x4E00, 0x9FFF, 0x3007
# A character in fewer phrases keeps all its readings: too little is known of it.
_KNOWN_PHRASES = 3
# Surnames are read in ways of their own, and stand in few phrases.
_SURNAMES = {"盖": "ge", "区": "ou", "种": "chong", "缪": "miao", "员": "yun", "召": "shao", "折": "she"}
_SURNAMES |= {"翟": "zhai", "秘": "bi", "黑": "he"}


def toneless(reading: str) -> str:
    """Write a syllable as it is typed: no tone, v for ü, e for ê."""
    return without_tones(reading).replace("ê", "e")


def make() -> str:
    """Return the table's text: the readings of every character from U+4E00 to U+9FFF and of 〇.

    The usual reading is pypinyin's first. Of the others those stay that some phrase of its dictionary has:
    the rest are of old books (家 gu, 可 ge), and would fill every index of sounds with what nobody types.
    """
    from pypinyin.pinyin_dict import pinyin_dict

    in_phrases = _readings_in_phrases()
    usual: defaultdict[str, list[str]] = defaultdict(list)
    possible: defaultdict[str, list[str]] = defaultdict(list)
    for point in (_ZERO, *range(_FIRST, _LAST + 1)):
        readings = dict.fromkeys(toneless(each) for each in pinyin_dict.get(point, "").split(",") if each)
        character = chr(point)
        for index, syllable in enumerate(readings):
            if not index:
                usual[syllable].append(character)
            elif in_phrases[character][syllable] or in_phrases[character].total() < _KNOWN_PHRASES:
                possible[syllable].append(character)
    syllables = sorted(usual.keys() | possible.keys())
    rows = ("\t".join((each, "".join(usual[each]), "".join(possible[each]))) for each in syllables)
    return HEADER + "\n".join((*rows, ""))


def _readings_in_phrases() -> defaultdict[str, Counter[str]]:
    from pypinyin.phrases_dict import phrases_dict

    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        for character, reading in zip(phrase, readings, strict=False):
            counted[character][toneless(reading[0])] += 1
    for surname, syllable in _SURNAMES.items():
        counted[surname][syllable] += 1
    return counted


if __name__ == "__main__":
    (FOLDER / "pinyin.txt").write_text(make(), encoding="utf-8", newline="\n")
