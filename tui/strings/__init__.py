"""The words on the screen, in three languages; only the chosen language's file is read."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Language: TypeAlias = Literal["hans", "hant", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_OPTIONS: dict[Language, str] = {
    "hans": "hans zh zh-cn zh-sg zh-hans zh-hans-cn chs 简 简体 简体中文 中文",
    "hant": "hant zh-tw zh-hk zh-mo zh-hant zh-hant-tw zh-hant-hk cht 繁 繁體 繁体 繁體中文",
    "en": "en en-us en-gb english c posix",
}
_TRADITIONAL_PLACES = ("tw", "hk", "mo", "hant")


def choose_language(option: str | None, environ: Mapping[str, str]) -> Language:
    """Return the language that `--lang` names, else that of the locale; a C or foreign locale gives English.

    The locale is the first that is set of LC_ALL, LC_MESSAGES and LANG, as POSIX orders them.

    Raises ValueError when the option names none of the three languages.
    """
    if option is not None:
        name = _bare(option)
        for language in LANGUAGES:
            if name in _OPTIONS[language].split():
                return language
        raise ValueError(option)
    locale = _bare(
        next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    )
    tongue, *places = locale.split("-")
    if tongue != "zh":
        return "en"
    return "hant" if any(place in _TRADITIONAL_PLACES for place in places) else "hans"


def say(language: Language, key: str, /, **values: object) -> str:
    """Return the words of a key such as `status.resumed`, with the values put in as they are.

    Raises KeyError when there are no such words, or one of their values was not given.
    """
    return _words(language)[key].format_map(values)


def say_count(language: Language, what: str, number: object) -> str:
    """Return the words for so many `sections`, `passages` or `places`; `number` may also be `≥ 3`.

    Exactly one has words of its own, as English needs. Raises KeyError when there are no words for it.
    """
    return say(language, f"count.{what}_one" if str(number) == "1" else f"count.{what}", n=number)


def meaning(language: Language, command: str) -> str:
    """Return the sentence that says what a command does, for help and palette.

    Raises KeyError when no command has that id.
    """
    return _meanings(language)[command]


def keys(language: Language) -> tuple[str, ...]:
    """Return every key that `say` knows, in the order of the file."""
    return tuple(_words(language))


def _bare(locale: str) -> str:
    """Return `zh_TW.UTF-8@radical` as `zh-tw`."""
    return locale.strip().partition(".")[0].partition("@")[0].replace("_", "-").lower()


@cache
def _words(language: Language) -> dict[str, str]:
    tables: dict[str, dict[str, str]] = _load(f"{language}.toml")
    return {f"{table}.{name}": words for table, entries in tables.items() for name, words in entries.items()}


@cache
def _meanings(language: Language) -> dict[str, str]:
    sentences: dict[str, str] = _load(f"meanings.{language}.toml")
    return sentences


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
