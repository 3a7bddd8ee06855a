"""What is known beforehand: names with their other forms, themes with their words, read from TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeGuard, get_args
from unicodedata import category

from content.scrub import scrub_line

EntityKind: TypeAlias = Literal["person", "org", "product", "place", "event", "media", "work"]
ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)

LONGEST = 100
"""So many characters each text of a lexicon has at most: a name, a word, a role."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
"""Categories of Unicode: characters that take no room or leave it empty."""

LexiconReason: TypeAlias = Literal["syntax", "shape", "unknown_key", "unknown_kind", "duplicate"]


class LexiconError(ValueError):
    """A lexicon that cannot be used: `reason` is one of a closed set, the message a sentence on where."""

    def __init__(self, reason: LexiconReason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason: LexiconReason = reason


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something with a name. `exceptions` are longer words that only look like a mention of it."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    english: str | None = None
    exceptions: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every form that is a mention of it: the name, the aliases, the English name."""
        english = (self.english,) if self.english else ()
        return tuple(dict.fromkeys((self.name, *self.aliases, *english)))


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject and the words that speak of it.

    `ambiguous` words have an everyday sense too (云 is also the cloud in the sky): they count only beside
    `words`, at most four times as often. `exceptions` are longer words that only look like one of either.
    """

    id: str
    name: str
    english: str | None
    words: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entities and themes that are looked for in a text.

    `terms` are groups of words that say the same thing: 人工智能, AI, artificial intelligence. They are for
    search; nothing is counted by them.
    """

    entities: tuple[Entity, ...] = ()
    themes: tuple[Theme, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()


@cache
def bundled_lexicon() -> Lexicon:
    """Return the lexicon that comes with the program; it is read once."""
    return parse_lexicon((Path(__file__).parent / "edition" / "lexicon.toml").read_text(encoding="utf-8"))


def parse_lexicon(text: str) -> Lexicon:
    """Read a lexicon: TOML with `[[entities]]`, `[[themes]]` and `terms`, all optional.

    An entity has `name` and `kind`, and may have `aliases`, `role`, `english`, `except`. A theme has `name`
    and `words`, and may have `id` (left out, it is the name), `english`, `ambiguous`, `except`.
    `terms` is a list of lists of at least two words. Raises LexiconError on text that is not TOML or not of
    this shape, on a name, an id or a term given twice, and on a text longer than `LONGEST`.
    """
    try:
        table = tomllib.loads(text)
    except ValueError as error:  # also of a number of thousands of digits
        raise LexiconError("syntax", f"this is not TOML: {error}") from error
    return lexicon_of(table)


def lexicon_of(table: dict[str, Any]) -> Lexicon:
    """Make a lexicon of what TOML of that shape says. Raises LexiconError like `parse_lexicon`."""
    _only(table, "the file", "entities", "themes", "terms")
    entities = tuple(_entity(row, place) for place, row in _rows(table, "entities"))
    themes = tuple(_theme(row, place) for place, row in _rows(table, "themes"))
    _once("entity", [entity.name for entity in entities])
    _once("theme", [theme.id for theme in themes])
    terms = _terms(table)
    _once("term", [term.casefold() for group in terms for term in group])
    return Lexicon(entities, themes, terms)


def _entity(row: dict[str, Any], place: str) -> Entity:
    _only(row, place, "name", "kind", "aliases", "role", "english", "except")
    kind = _required(row, "kind", place)
    if kind not in ENTITY_KINDS:
        raise LexiconError("unknown_kind", f"{place}: kind is {kind!r}, not one of {', '.join(ENTITY_KINDS)}")
    return Entity(
        name=_required(row, "name", place),
        kind=kind,
        aliases=_words(row, "aliases", place),
        role=_optional(row, "role", place),
        english=_optional(row, "english", place),
        exceptions=_words(row, "except", place),
    )


def _theme(row: dict[str, Any], place: str) -> Theme:
    _only(row, place, "id", "name", "english", "words", "ambiguous", "except")
    name = _required(row, "name", place)
    words = _words(row, "words", place)
    if not words:
        raise LexiconError("shape", f"{place}: words is missing or empty")
    return Theme(
        id=_optional(row, "id", place) or name,
        name=name,
        english=_optional(row, "english", place),
        words=words,
        ambiguous=_words(row, "ambiguous", place),
        exceptions=_words(row, "except", place),
    )


def _terms(table: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    groups = table.get("terms", [])
    if not isinstance(groups, list):
        raise LexiconError("shape", "terms is not a list")
    terms = tuple(_texts(group, f"terms {number}") for number, group in enumerate(groups, 1))
    for number, group in enumerate(terms, 1):
        if len(group) < 2:
            raise LexiconError("shape", f"terms {number}: one word alone has no other that says the same")
    return terms


def _rows(table: dict[str, Any], key: str) -> list[tuple[str, dict[str, Any]]]:
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise LexiconError("shape", f"{key} is not a list of tables")
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise LexiconError("shape", f"{key} {number}: this is not a table")
    return [(f"{key} {number}", row) for number, row in enumerate(rows, 1)]


def _only(row: dict[str, Any], place: str, *known: str) -> None:
    for key in row:
        if key not in known:
            raise LexiconError(
                "unknown_key", f"{place}: {key!r} is not known here; known are {', '.join(known)}"
            )


def _optional(row: dict[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not _is_text(value):
        raise LexiconError("shape", f"{place}: {key} is not a text, or is empty")
    return _line(value, f"{place}: {key}")


def _required(row: dict[str, Any], key: str, place: str) -> str:
    value = _optional(row, key, place)
    if value is None:
        raise LexiconError("shape", f"{place}: {key} is missing")
    return value


def _words(row: dict[str, Any], key: str, place: str) -> tuple[str, ...]:
    return _texts(row.get(key, []), f"{place}: {key}")


def _texts(values: object, what: str) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(map(_is_text, values)):
        raise LexiconError("shape", f"{what} is not a list of texts, or one of them is empty")
    return tuple(_line(value, f"a text of {what}") for value in values)


def _is_text(value: object) -> TypeGuard[str]:
    """Tell whether something can be seen of a text: a zero-width space cannot be."""
    return isinstance(value, str) and any(category(each) not in _UNSEEN for each in value)


def _line(value: str, what: str) -> str:
    """Return a text as one line that is safe to draw: TOML has escapes for what is not."""
    line = scrub_line(value).strip()
    if len(line) > LONGEST:
        raise LexiconError("shape", f"{what} is longer than {LONGEST} characters")
    return line


def _once(what: str, names: list[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise LexiconError("duplicate", f"the {what} {name!r} stands there twice")
        seen.add(name)
