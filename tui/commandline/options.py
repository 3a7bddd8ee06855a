"""Arguments taken apart.

Not by argparse: its messages are English, and it takes a query `-5%` for an option.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.commandline.problems import CommandLineError

if TYPE_CHECKING:
    from collections.abc import Sequence

# Which options each command knows beside those that all know; the app is the command "".
COMMANDS: dict[str, frozenset[str]] = {
    "": frozenset({"--edition"}),
    "outline": frozenset({"--json"}),
    "search": frozenset({"--json", "--in", "--limit"}),
    "entities": frozenset({"--json", "--csv"}),
    "themes": frozenset({"--json", "--csv"}),
    "timeline": frozenset({"--json", "--csv"}),
    "bookmarks": frozenset({"--json", "--passage", "--note", "--tag", "--format", "--output"}),
    "concordance": frozenset({"--json", "--csv", "--sort"}),
    "cooccurrence": frozenset({"--json", "--csv"}),
    "doctor": frozenset({"--json"}),
    "quotes": frozenset({"--json", "--csv"}),
    "figures": frozenset({"--json", "--csv"}),
    "library": frozenset({"--json", "--sort", "--limit"}),
}
# Where the first word after a command says what is to be done, and that knows fewer options.
_ACTIONS: dict[tuple[str, str], frozenset[str]] = {
    ("library", "list"): frozenset({"--json", "--sort"}),
    ("library", "add"): frozenset({"--json"}),
    ("library", "remove"): frozenset({"--json"}),
    ("library", "search"): frozenset({"--json", "--limit"}),
}
_COMMON = frozenset({"--help", "-h", "--version", "--lang", "--encoding"})
_WITH_VALUE = frozenset(
    {
        "--lang",
        "--encoding",
        "--in",
        "--limit",
        "--passage",
        "--note",
        "--tag",
        "--format",
        "--output",
        "--sort",
    }
)
_ALL = _COMMON.union(*COMMANDS.values())
_DIGITS = 18  # more than any number of passages has, fewer than Python refuses to read


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: a command ("" for the app), its words in order, and the options given."""

    command: str
    words: tuple[str, ...]
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, option: str) -> bool:
        """Whether an option was given."""
        return option in self.options

    def value(self, option: str) -> str | None:
        """Return an option's value, the last where it was given several times."""
        return self.options[option][-1] if option in self.options else None

    def text(self, option: str) -> str | None:
        """Return an option's value as text: what is no file name."""
        value = self.value(option)
        return None if value is None else as_text(value)

    def query(self, place: int) -> str:
        """Return the word at a place as a query; raises CommandLineError where there is none."""
        if len(self.words) <= place:
            raise CommandLineError("usage.query_missing")
        query = scrub_line(as_text(self.words[place]))
        if not query.strip():
            raise CommandLineError("usage.query_empty")
        return query

    def number(self, option: str) -> int | None:
        """Return an option's value as a whole number; raises CommandLineError unless it is at least 1."""
        value = self.value(option)
        if value is None:
            return None
        if not (value.isascii() and value.isdigit() and 0 < len(value.lstrip("0")) <= _DIGITS):
            raise CommandLineError("usage.number", option=option, value=value)
        return int(value)


def read_request(arguments: Sequence[str]) -> Request:
    """Take arguments apart: options may stand anywhere, after `--` there are none.

    The first word that is a command chooses it. The query of a search may begin with `-`: there, whatever
    is no option of its own is a word.

    Raises CommandLineError.
    """
    command: str | None = None
    words: list[str] = []
    options: dict[str, tuple[str, ...]] = {}
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        name, equals, value = argument.partition("=")
        known = _ALL if command is None else _known(command, words)
        if argument == "--":
            words += rest
            break
        if name in known:
            if name not in _WITH_VALUE and equals:
                raise CommandLineError("usage.no_value", option=name)
            if name in _WITH_VALUE and not equals:
                if not rest:
                    raise CommandLineError("usage.value_missing", option=name)
                value = rest.pop(0)
            options[name] = (*options.get(name, ()), value)
        elif argument.startswith("-") and argument != "-" and not _searches(command, words):
            raise CommandLineError("usage.unknown_option", option=name)
        elif command is None:
            command = argument if argument in COMMANDS and argument else ""
            words += [] if command else [argument]
        else:
            words.append(argument)
    for name in options:
        if name not in _known(command or "", words):
            raise CommandLineError("usage.unknown_option", option=name)
    return Request(command or "", tuple(words), options)


def _known(command: str, words: Sequence[str]) -> frozenset[str]:
    """Return the options of a command, given the words after it that were read by now."""
    return _COMMON | _ACTIONS.get((command, words[0] if words else ""), COMMANDS[command])


def _searches(command: str | None, words: Sequence[str]) -> bool:
    return command == "search" or (command == "library" and words[:1] == ["search"])


def as_text(argument: str) -> str:
    """Return an argument that is no file name as it was typed.

    Where the locale knows no Chinese, Python leaves its UTF-8 bytes as lone surrogates.
    """
    try:
        return argument.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        return argument


def language_option(arguments: Sequence[str]) -> str | None:
    """Return what stands after `--lang`, found before anything else so that errors can be said in it."""
    found = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif argument.startswith("--lang="):
            found = argument.removeprefix("--lang=")
    return found if found is None else as_text(found)
