"""What in a query is no word to look for: phrases, words left out, filters.

    金融 "exact phrase" -without section:title theme:cloud entity:Tencent kind:heading

Operators are separated by white space. A phrase stands in quotation marks of any region, a value may; marks
that are not closed hold the rest. 章节： 主题： 实体： 类型： filter too, in either script and any width.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from content.chinese.variants import fold

Key: TypeAlias = Literal["section", "theme", "entity", "kind"]
KEYS: tuple[Key, ...] = get_args(Key)

# Marks that turn the same way are taken for each other: input methods mix “ ” and ", and type “ for both.
_CURLY, _CORNER, _DOUBLE_CORNER = '"＂“”„‟〝〞', ("「｢﹁", "」｣﹂"), ("『﹃", "』﹄")
_QUOTED = re.compile(
    "|".join(
        f"[{opening}](?P<inside{number}>[^{closing}]*)[{closing}]?"
        for number, (opening, closing) in enumerate([(_CURLY, _CURLY), _CORNER, _DOUBLE_CORNER])
    )
)
# A word ends where a mark opens; " may also mean inches, so inside a word it is a part of it.
_WORD = re.compile(r"[^\s“„〝「｢﹁『﹃]+")
_SPACE = re.compile(r"\s*")
# Before a figure it is a sign, before a mark an arrow or a rule.
_MINUS = re.compile(r'-(?=[^\W\d]|")')


@dataclass(frozen=True, slots=True)
class Filter:
    """Passages are to belong to something or, `excluded`, not to: a section, a theme, an entity, a kind."""

    key: Key
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A query taken apart, each part as it was typed.

    `words` is what is left as an ordinary query, or ""; `phrases` are to stand in a passage as they are,
    nothing of `without` may; `filters` say which passages count.
    """

    words: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def only_excludes(self) -> bool:
        """Whether it says nothing but what is to be left out."""
        sought = self.words or self.phrases or any(not each.excluded for each in self.filters)
        return not sought


@dataclass(frozen=True, slots=True)
class BegunFilter:
    """A filter that a query ends in: `value` is what of its value was typed, from `start` in the query on."""

    key: Key
    value: str
    start: int


@dataclass(slots=True)
class _Reading:
    """What has been read so far; `plain` are the stretches that are no operators."""

    plain: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)

    def add(self, key: Key | None, value: str, *, excluded: bool, quoted: bool) -> None:
        if key:
            self.filters.append(Filter(key, value, excluded))
        elif excluded:
            self.without.append(value)
        else:
            (self.phrases if quoted else self.plain).append(value)


def read_operators(text: str) -> Request | None:
    """Take a query apart; None where it has no operator. Never raises, whatever was typed."""
    reading, folded, position = _Reading(), fold(text), 0
    while (position := _end(_SPACE, text, position)) < len(text):
        minus = _end(_MINUS, folded, position)
        start, key = _key(folded, minus)
        value, end, quoted = _value(text, start)
        if value:
            reading.add(key, value, excluded=minus > position, quoted=quoted)
        else:  # nothing stands behind it: it means itself
            end = max(start, end)
            reading.plain.append(text[position:end])
        position = end
    if not (reading.phrases or reading.without or reading.filters):
        return None
    return Request(
        " ".join(reading.plain), tuple(reading.phrases), tuple(reading.without), tuple(reading.filters)
    )


def begun_filter(text: str) -> BegunFilter | None:
    """Return the filter whose value is being typed at the end of a query; None where none is."""
    folded, position, begun = fold(text), 0, None
    while (position := _end(_SPACE, text, position)) < len(text):
        start, key = _key(folded, _end(_MINUS, folded, position))
        value, end, _ = _value(text, start)
        open_at_end = end == len(text) and not _is_closed(text, start)
        begun = BegunFilter(key, value, start) if key and open_at_end else None
        position = max(start, end)
    return begun


def as_value(value: str) -> str | None:
    """Write a value so that it is read whole, in quotation marks where need be; None if there are no such."""
    for written in (value, f'"{value}"', f"「{value}」", f"『{value}』"):
        if _value(written, 0)[:2] == (value, len(written)):
            return written
    return None


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _key(folded: str, start: int) -> tuple[int, Key | None]:
    """Return where the value of a filter begins, and its key; None where none begins here."""
    pattern, key_of = _keys()
    found = pattern.match(folded, start)
    return (found.end(), key_of[found[1]]) if found else (start, None)


def _value(text: str, start: int) -> tuple[str, int, bool]:
    """Return what stands at an offset, "" when nothing does, its end, and whether it stands in marks."""
    if found := _QUOTED.match(text, start):
        return (found[found.lastgroup or 0] or "").strip(), found.end(), True
    found = _WORD.match(text, start)
    return (found[0], found.end(), False) if found else ("", start, False)


def _is_closed(text: str, start: int) -> bool:
    found = _QUOTED.match(text, start)
    return bool(found and found.end(found.lastgroup or 0) < found.end())


@cache
def _keys() -> tuple[re.Pattern[str], dict[str, Key]]:
    table = _table("keys")
    key_of = {word: key for key in KEYS for word in table[key]}
    return re.compile(f"({'|'.join(map(re.escape, key_of))}):"), key_of


@cache
def kind_words() -> dict[str, str]:
    """Return the kind of passage that each word stands for, words folded."""
    return {word: kind for kind, words in _table("kinds").items() for word in words}


@cache
def _table(name: str) -> dict[str, list[str]]:
    path = Path(__file__).with_name("operators.toml")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables[name]
