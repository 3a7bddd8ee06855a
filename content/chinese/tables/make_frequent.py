"""Make `frequent.txt` from jieba's dictionary: `python -m content.chinese.tables.make_frequent`."""

from __future__ import annotations

from collections import Counter

from content.chinese.segmentation import dictionary_words
from content.chinese.tables import FOLDER
from content.chinese.variants import fold

HEADER = """\
# Frequent words: made by content/chinese/tables/make_frequent.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is an exponent e, a number of characters, and all words of so many that were seen 2^e times or
# more in some 60 million words, but fewer than 2^(e+1) times, sorted, one behind the other.
"""
LENGTHS = (2, 3, 4)
_LEAST = 7  # an exponent: what was seen fewer than 128 times is not frequent


def make() -> str:
    """Return the table's text: the words of two to four characters by how often they were seen, folded."""
    seen: Counter[str] = Counter()
    for word, times in dictionary_words().items():
        if len(word) in LENGTHS and all("\u4e00" <= character <= "\u9fff" for character in word):
            seen[fold(word)] += times
    of_class: dict[tuple[int, int], list[str]] = {}
    for word, times in sorted(seen.items()):
        exponent = times.bit_length() - 1
        if exponent >= _LEAST:
            of_class.setdefault((exponent, len(word)), []).append(word)
    rows = (
        f"{exponent} {length}\t{''.join(words)}" for (exponent, length), words in sorted(of_class.items())
    )
    return HEADER + "\n".join((*rows, ""))


if __name__ == "__main__":
    (FOLDER / "frequent.txt").write_text(make(), encoding="utf-8", newline="\n")
