"""Books made up for measuring: words of jieba's dictionary, drawn as often as Chinese uses them."""

from __future__ import annotations

import random
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BOOK_TITLE = "量尺之书"
PARAGRAPHS = 100_000
LENGTH = 60  # characters a paragraph, its full stop counted
_CLAUSE = 14  # characters after which a comma may stand
_DRAWN_AT_ONCE = 4096  # words


def generated_paragraphs(count: int = PARAGRAPHS, length: int = LENGTH, seed: int = 2018) -> Iterator[str]:
    """Yield `count` paragraphs of exactly `length` characters, the same ones for the same `seed`."""
    words = _drawn_words(random.Random(seed))
    for _ in range(count):
        paragraph, clause = "", 0
        while len(paragraph) < length - 1:
            word = next(words)
            paragraph += word
            clause += len(word)
            if clause >= _CLAUSE:
                paragraph, clause = paragraph + "，", 0
        yield paragraph[: length - 1].rstrip("，").ljust(length - 1, "的") + "。"


def write_generated_book(path: Path, count: int = PARAGRAPHS, length: int = LENGTH, seed: int = 2018) -> Path:
    """Write a generated book as plain text, a paragraph a line after a title, and return its path."""
    with path.open("w", encoding="utf-8") as book:
        book.write(f"{BOOK_TITLE}\n\n")
        book.writelines(f"{paragraph}\n\n" for paragraph in generated_paragraphs(count, length, seed))
    return path


def _drawn_words(chance: random.Random) -> Iterator[str]:
    words, frequencies = _dictionary()
    cumulated = list(accumulate(frequencies))
    while True:
        yield from chance.choices(words, cum_weights=cumulated, k=_DRAWN_AT_ONCE)


def _dictionary() -> tuple[list[str], list[int]]:
    """Read the words of Chinese characters alone, and how often each was seen, without importing jieba."""
    package = find_spec("jieba")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("jieba's dictionary is needed to make a book up")
    lines = Path(package.submodule_search_locations[0], "dict.txt").read_text("utf-8").splitlines()
    entries = [line.split(" ")[:2] for line in lines]
    chinese = [(word, int(frequency)) for word, frequency in entries if word.isalpha() and not word.isascii()]
    return [word for word, _ in chinese], [frequency for _, frequency in chinese]
