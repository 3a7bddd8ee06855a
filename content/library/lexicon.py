"""The lexicon that holds for a reader: the bundled one, and over it what stands in `themes.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from content.lexicon import Lexicon, LexiconError, bundled_lexicon, lexicon_of
from content.scrub import scrub

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME = "themes.toml"
_LARGEST = 4 * 1024 * 1024  # bytes
_TABLES = ("themes", "entities", "terms")


@dataclass(frozen=True, slots=True)
class ReaderLexicon:
    """A lexicon, and what was wrong with the reader's own: a sentence each."""

    lexicon: Lexicon
    problems: tuple[str, ...] = ()


def reader_lexicon(folder: Path) -> ReaderLexicon:
    """Return the bundled lexicon with the themes, entities and terms of `themes.toml` in a folder over it.

    What has the id of a bundled theme or the name of a bundled entity takes its place. What is wrong in the
    file is left out and told; the rest holds. The file is read, never written.
    """
    bundled = bundled_lexicon()
    path = folder / FILE_NAME
    try:
        if path.exists() and not path.is_file():  # a pipe would keep whoever reads it waiting
            return ReaderLexicon(bundled, (f"{FILE_NAME}: not a file",))
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return ReaderLexicon(bundled)
    except OSError as error:
        return ReaderLexicon(bundled, (f"{FILE_NAME}: {error.strerror}",))
    if len(data) > _LARGEST:
        return ReaderLexicon(bundled, (f"{FILE_NAME}: more than {_LARGEST} bytes",))
    try:
        table = tomllib.loads(scrub(data.decode("utf-8-sig")).text)
    except ValueError as error:  # neither UTF-8 nor TOML, or a number of thousands of digits
        return ReaderLexicon(bundled, (f"{FILE_NAME}: {error}",))
    except RecursionError:
        return ReaderLexicon(bundled, (f"{FILE_NAME}: nested too deep",))
    own, problems = _own(table)
    return ReaderLexicon(_over(own, bundled), tuple(f"{FILE_NAME}: {problem}" for problem in problems))


def _own(table: dict[str, Any]) -> tuple[Lexicon, list[str]]:
    """Read every row of a file by itself, so that one that is wrong costs no other."""
    kept: dict[str, list[Any]] = {name: [] for name in _TABLES}
    problems = [f"{key!r} is not known here" for key in table if key not in _TABLES]
    known: set[tuple[str, str]] = set()
    for name in _TABLES:
        rows = table.get(name, [])
        if not isinstance(rows, list):
            problems.append(f"{name} is not a list")
            continue
        for number, row in enumerate(rows, 1):
            try:
                names = _names(lexicon_of({name: [row]}))
            except LexiconError as error:
                problems.append(f"{name} {number}: {str(error).removeprefix(f'{name} 1: ')}")
                continue
            if twice := sorted(names & known):
                problems.extend(
                    f"{name} {number}: the {what} {each!r} stands there twice" for what, each in twice
                )
                continue
            known |= names
            kept[name].append(row)
    return lexicon_of(kept), problems


def _names(lexicon: Lexicon) -> set[tuple[str, str]]:
    """Return what may stand in a file only once, and what it is."""
    return {
        *(("entity", entity.name) for entity in lexicon.entities),
        *(("theme", theme.id) for theme in lexicon.themes),
        *(("term", term.casefold()) for group in lexicon.terms for term in group),
    }


def _over(own: Lexicon, bundled: Lexicon) -> Lexicon:
    """Put what the reader wrote before what is bundled, and in its place where it is the same thing."""
    ids, names = {theme.id for theme in own.themes}, {entity.name for entity in own.entities}
    forms = {form for entity in own.entities for form in entity.forms}
    return Lexicon(
        entities=(
            *own.entities,
            *(each for each in bundled.entities if each.name not in names and each.name not in forms),
        ),
        themes=(*own.themes, *(each for each in bundled.themes if each.id not in ids)),
        terms=(*own.terms, *bundled.terms),
    )
