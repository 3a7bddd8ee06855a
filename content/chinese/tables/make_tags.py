"""Make `tags.txt` from jieba's dictionary: `python -m content.chinese.tables.make_tags`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.segmentation import dictionary_tags
from content.chinese.tables import FOLDER
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Container

HEADER = """\
# Words by their part of speech and length: made by content/chinese/tables/make_tags.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is a part of speech, a number of characters, and all words of so many, one behind the other.
"""
# Which of jieba's tags make a part of speech, and how often a word was seen at least. What was seen less is a
# slip of the taggers as often as not; so are people of two characters, 智慧 among them.
PARTS: dict[str, tuple[frozenset[str], int]] = {
    "place": (frozenset({"ns"}), 10),
    "organisation": (frozenset({"nt"}), 20),
    "proper": (frozenset({"nz"}), 20),
    "action": (frozenset({"vn"}), 20),
    "verb": (frozenset({"v", "vd", "vi", "vq", "df"}), 30),
    "adjective": (frozenset({"a", "ad", "z"}), 20),
    "adverb": (frozenset({"d"}), 20),
    "time": (frozenset({"t"}), 20),
    "person": (frozenset({"nr", "nrt", "nrfg"}), 100),
    "function": (frozenset({"p", "c", "r", "rr", "rz", "u", "f", "s", "m", "mq", "q", "y", "l", "i"}), 100),
}
_LENGTHS = range(2, 9)
# Half of what the dictionary tags as places are none: 上市, 扎根. A word is one where the dictionary has it
# with such an ending too, or it ends in one, or it is one of these.
_ENDINGS = "省市县区镇州国港岛河湖湾旗江山洲洋海门"
_LEVELS = "省市县区镇州国"
_PLACES = frozenset((FOLDER / "places.txt").read_text(encoding="utf-8").split())


def make() -> str:
    """Return the table's text: words of two to eight characters, folded, each under one part of speech."""
    part_of: dict[str, str] = {}
    known = dictionary_tags()
    for word, (times, tag) in known.items():
        if tag == "ns" and not _is_place(word, known):
            continue
        if len(word) in _LENGTHS and all("\u4e00" <= character <= "\u9fff" for character in word):
            for part, (tags, least) in PARTS.items():
                if tag in tags and times >= least and (part != "person" or len(word) > 2):
                    part_of.setdefault(fold(word), part)
    rows = []
    for part in PARTS:
        for length in _LENGTHS:
            words = sorted(word for word, its in part_of.items() if its == part and len(word) == length)
            if words:
                rows.append(f"{part} {length}\t{''.join(words)}")
    return HEADER + "\n".join((*rows, ""))


def _is_place(word: str, known: Container[str]) -> bool:
    if word in _PLACES or (len(word) > 2 and word[-1] in _ENDINGS):
        return True
    return any(word + level in known for level in _LEVELS)


if __name__ == "__main__":
    (FOLDER / "tags.txt").write_text(make(), encoding="utf-8", newline="\n")
