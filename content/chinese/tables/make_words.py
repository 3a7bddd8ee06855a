"""Make `words.txt` from jieba's dictionary: `python -m content.chinese.tables.make_words`."""

from __future__ import annotations

from collections import Counter

from content.chinese.segmentation import dictionary_words
from content.chinese.tables import FOLDER
from content.chinese.variants import fold

HEADER = """\
# Common words by their length: made by content/chinese/tables/make_words.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is a number of characters and all words of so many, sorted, one behind the other.
"""
_LENGTHS = (2, 3, 4)
# So often was a word seen by those who made the dictionary; seldom seen ones are slips as often as not.
_SEEN = 100


def make() -> str:
    """Return the table's text: the words of two to four characters that are common, folded."""
    seen: Counter[str] = Counter()
    for word, times in dictionary_words().items():
        if len(word) in _LENGTHS and all("\u4e00" <= character <= "\u9fff" for character in word):
            seen[fold(word)] += times
    common = sorted(word for word, times in seen.items() if times >= _SEEN)
    rows = (f"{length}\t{''.join(word for word in common if len(word) == length)}" for length in _LENGTHS)
    return HEADER + "\n".join((*rows, ""))


if __name__ == "__main__":
    (FOLDER / "words.txt").write_text(make(), encoding="utf-8", newline="\n")
