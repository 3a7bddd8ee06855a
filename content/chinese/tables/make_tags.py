"""Make `tags.txt` from jieba's dictionary: `python -m content.chinese.tables.make_tags`."""

from __future__ import annotations

from content.chinese.segmentation import dictionary_tags
from content.chinese.tables import FOLDER
from content.chinese.variants import fold

HEADER = """\
# Words by their part of speech and length: made by content/chinese/tables/make_tags.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is a part of speech, a number of characters, and all words of so many, sorted, one behind the other.
"""
# Which of jieba's tags make a part of speech, and how often a word was seen at least. A name or a verb that was
# seen less is a slip of the taggers as often as not.
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


def make() -> str:
    """Return the table's text: words of two to eight characters, folded, each under one part of speech."""
    part_of: dict[str, str] = {}
    for word, (times, tag) in dictionary_tags().items():
        if len(word) in _LENGTHS and all("\u4e00" <= character <= "\u9fff" for character in word):
            for part, (tags, least) in PARTS.items():
                if tag in tags and times >= least:
                    part_of.setdefault(fold(word), part)
    rows = []
    for part in PARTS:
        for length in _LENGTHS:
            words = sorted(word for word, its in part_of.items() if its == part and len(word) == length)
            if words:
                rows.append(f"{part} {length}\t{''.join(words)}")
    return HEADER + "\n".join((*rows, ""))


if __name__ == "__main__":
    (FOLDER / "tags.txt").write_text(make(), encoding="utf-8", newline="\n")
