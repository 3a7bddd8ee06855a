"""One way of writing for search, and the two scripts for display: always one character for one.

Every function returns a text as long as the one it was given, so that offsets hold.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from content.chinese.tables import read_table

_Table: TypeAlias = dict[int, str]
_AT_ONCE = 50_000  # characters

# Every space that typesetters use is a space to a reader; newlines divide passages and stay.
_SPACES = dict.fromkeys((0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
# “” 「」 『』 and ‘’ mark the same thing in different regions.
_QUOTES = {
    **dict.fromkeys(map(ord, "“”„‟「」『』｢｣﹁﹂﹃﹄〝〞"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛"), "'"),
}


@cache
def _table(*names: str) -> _Table:
    table: _Table = {}
    for name in names:
        characters, replacements = read_table("variants.txt")[name]
        table.update(zip(map(ord, characters), replacements, strict=True))
    if "surface" in names:
        table |= _SPACES | _QUOTES
    return table


def _translated(text: str, table: _Table) -> str:
    """Translate a text, a long one in pieces: each of them keeps every other thread waiting."""
    if len(text) <= _AT_ONCE:
        return text.translate(table)
    pieces = (text[start : start + _AT_ONCE] for start in range(0, len(text), _AT_ONCE))
    return "".join(piece.translate(table) for piece in pieces)


def fold_surface(text: str) -> str:
    """Fold case, full and half width, kinds of space and of quotation marks: what no reader tells apart."""
    return _translated(text, _table("surface"))


def fold(text: str) -> str:
    """Fold as `fold_surface` does and put simplified for traditional characters; twice is as good as once."""
    return _translated(text, _table("surface", "fold"))


def to_simplified(text: str) -> str:
    """Put a simplified character for each traditional one, without regard to words."""
    return text.translate(_table("simplified"))


def to_traditional(text: str) -> str:
    """Put the traditional character used in Taiwan for each simplified one: 發 in 發展, 髮 in 頭髮."""
    characters = list(text.translate(_table("traditional")))
    words, ambiguous = _words()
    for found in ambiguous.finditer(text):
        place = found.start()
        for start, end in _AROUND:
            word = words.get(text[max(0, place + start) : place + end])
            if word and place + start >= 0:
                characters[place] = word[-start]
                break
    return "".join(characters)


# Where a word may begin and end around one of its characters, the longest words first.
_AROUND = [(start, start + length) for length in (4, 3, 2) for start in range(1 - length, 1)]


@cache
def _words() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the words in which an uncommon form stands, and a pattern of the characters it stands for."""
    simplified, traditional = (field.split(" ") for field in read_table("variants.txt")["traditional words"])
    table = _table("traditional")
    concerned = {
        character
        for word, right in zip(simplified, traditional, strict=True)
        for character, form in zip(word, right, strict=True)
        if table.get(ord(character), character) != form
    }
    return dict(zip(simplified, traditional, strict=True)), re.compile(f"[{''.join(sorted(concerned))}]")
