"""The command line's sentences, in the three languages of the screen."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.strings import Language


def phrase(language: Language, key: str, **values: object) -> str:
    """Return the words of a key such as `search.none`, with the values put in as they are.

    Raises KeyError when there are no such words, or one of their values was not given.
    """
    return phrases(language)[key].format_map(values)


def counted(language: Language, key: str, count: int) -> str:
    """Return the words of a key for so many; exactly one has words of its own, as English needs."""
    return phrase(language, f"{key}_one" if count == 1 else key, count=f"{count:,}")


@cache
def phrases(language: Language) -> dict[str, str]:
    """Return all sentences of a language by key, their values not put in."""
    path = Path(__file__).parents[1] / "strings" / f"commandline.{language}.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return {f"{table}.{name}": words for table, entries in tables.items() for name, words in entries.items()}


def ranges(numbers: tuple[int, ...], language: Language) -> str:
    """Join rising numbers, runs of them as `5–7`: 3、5–7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return phrase(language, "text.separator").join("–".join(map(str, run)) for run in runs)
