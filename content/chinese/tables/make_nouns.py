"""Make `nouns.txt` from jieba's dictionary: `python -m content.chinese.tables.make_nouns`."""

from __future__ import annotations

from content.chinese.segmentation import dictionary_tags
from content.chinese.tables import FOLDER
from content.chinese.tags import tags
from content.chinese.variants import fold

HEADER = """\
# Less common words by length, no names: made by content/chinese/tables/make_nouns.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is a number of characters and all words of so many, one behind the other.
"""
# So often was a word of so many characters seen at least. What was seen less is a slip as often as not.
_SEEN = {2: 16, 3: 14, 4: 30}
# Words seen as often are in `words.txt`, whatever their part of speech.
_COMMON = 100
_NO_NOUNS = ("nr", "ns", "nt", "nz", "m", "q")  # names, numerals and measures


def make() -> str:
    """Return the table's text: words of two to four characters, folded, that are neither common nor names."""
    tagged = tags()
    words = {
        fold(word)
        for word, (times, tag) in dictionary_tags().items()
        if _SEEN.get(len(word), _COMMON) <= times < _COMMON
        and not tag.startswith(_NO_NOUNS)
        and fold(word) not in tagged
        and all("\u4e00" <= character <= "\u9fff" for character in word)
    }
    rows = (f"{size}\t{''.join(sorted(word for word in words if len(word) == size))}" for size in _SEEN)
    return HEADER + "\n".join((*rows, ""))


if __name__ == "__main__":
    (FOLDER / "nouns.txt").write_text(make(), encoding="utf-8", newline="\n")
