"""Make `pinyin.txt` from pypinyin's data: `python -m content.chinese.tables.make_pinyin`.

Needs the package pypinyin, which the program itself does not.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from content.chinese.tables import FOLDER

HEADER = """\
# Characters by syllable without tones: made by content/chinese/tables/make_pinyin.py, do not edit.
# Source: pypinyin, https://github.com/mozillazg/python-pinyin, MIT licence.
# Each line is a syllable (v for ü), the characters whose usual reading it is, and those that may be read so.
"""
_TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}
_FIRST, _LAST, _ZERO = 0x4E00, 0x9FFF, 0x3007


def toneless(reading: str) -> str:
    """Write a syllable as it is typed: no tone, v for ü, e for ê."""
    bare = "".join(mark for mark in unicodedata.normalize("NFD", reading) if mark not in _TONES)
    return unicodedata.normalize("NFC", bare).replace("ü", "v").replace("ê", "e")


def make() -> str:
    """Return the table's text, every reading of every character from U+4E00 to U+9FFF and of 〇."""
    from pypinyin.pinyin_dict import pinyin_dict

    usual: defaultdict[str, list[str]] = defaultdict(list)
    possible: defaultdict[str, list[str]] = defaultdict(list)
    for point in (_ZERO, *range(_FIRST, _LAST + 1)):
        readings = dict.fromkeys(toneless(each) for each in pinyin_dict.get(point, "").split(",") if each)
        for index, syllable in enumerate(readings):
            (possible if index else usual)[syllable].append(chr(point))
    syllables = sorted(usual.keys() | possible.keys())
    rows = ("\t".join((each, "".join(usual[each]), "".join(possible[each]))) for each in syllables)
    return HEADER + "\n".join((*rows, ""))


if __name__ == "__main__":
    (FOLDER / "pinyin.txt").write_text(make(), encoding="utf-8", newline="\n")
