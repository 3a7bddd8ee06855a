"""What the help says, set in lines for a width: the keys by group, how to search, how wide marks are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.commands import GROUPS, command, key_label
from tui.strings import say
from tui.text import cells, pad
from tui.typeset.breaking import break_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.commands import Command
    from tui.density import Glyphs
    from tui.strings import Language

Part: TypeAlias = Literal["heading", "key", "word", "sentence"]
HelpLine: TypeAlias = tuple[tuple[str, Part], ...]

AMBIGUOUS = "●▂█▌│─·…“”—"
"""The marks whose width Unicode (UAX #11) leaves to the terminal."""

_GAP = 2
_SIDE_BY_SIDE = 72  # cells from which the sentence stands beside the word, not under it
_NOTES = (
    *("characters", "pinyin", "initials", "numbers", "names", "words"),
    *("phrase", "without", "filters", "values"),
)


def help_lines(
    language: Language,
    shown: Sequence[Command],
    width: int,
    glyphs: Glyphs = "fine",
) -> tuple[HelpLine, ...]:
    """Return the lines of the help on some commands, each at most `width` cells wide.

    With plain glyphs no mark is drawn that the ruler could measure: a sentence stands in its place.
    """
    return (*_lines(language, shown, width), *_ruler(language, width, glyphs))


def _lines(language: Language, shown: Sequence[Command], width: int) -> Iterator[HelpLine]:
    keys = {each.id: _keys(each, language) for each in shown}
    key_width = max(map(cells, keys.values())) + _GAP
    word_width = max(cells(each.label(language)) for each in shown) + _GAP
    if key_width + word_width > width:
        key_width = 0  # too narrow for columns: each word right after its keys
    for group in GROUPS:
        members = [each for each in shown if each.group == group]
        if not members:
            continue
        yield ((say(language, f"group.{group}"), "heading"),)
        for each in members:
            columns = pad(keys[each.id], max(key_width, cells(keys[each.id]) + _GAP)), word_width
            yield from _command_lines(each, language, *columns, width)
        yield ()
    yield ((say(language, "help.search_title"), "heading"),)
    for note in _NOTES:
        yield from _wrapped(say(language, f"help.search_{note}"), width)
    yield ()


def _ruler(language: Language, width: int, glyphs: Glyphs) -> Iterator[HelpLine]:
    """Return the line of marks under as many digits, which ends where they do if each takes one cell."""
    yield ((say(language, "help.ruler_title"), "heading"),)
    if glyphs == "plain":
        yield from _wrapped(say(language, "help.ruler_plain"), width)
        return
    yield (("".join(str(number % 10) for number in range(1, len(AMBIGUOUS) + 1)) + "|", "sentence"),)
    yield ((AMBIGUOUS + "|", "word"),)
    for line in ("intro", "advice"):
        yield from _wrapped(say(language, f"help.ruler_{line}"), width)


def _command_lines(
    each: Command, language: Language, keys: str, word_width: int, width: int
) -> Iterator[HelpLine]:
    head: HelpLine = (
        (keys, "key"),
        (pad(each.label(language), min(word_width, width - cells(keys))), "word"),
    )
    taken = cells(keys) + word_width
    if width < _SIDE_BY_SIDE:
        yield head
        yield from _wrapped(each.help(language), width, _GAP)
        return
    first, *others = _wrapped(each.help(language), width - taken)
    yield (*head, *first)
    for other in others:
        yield ((" " * taken, "sentence"), *other)


def _keys(each: Command, language: Language) -> str:
    """Return a command's keys as a row shows them; one without a key is reached through the palette."""
    named = (*each.keys, *each.twins, *each.in_article) or command("palette").keys
    return " ".join(key_label(key, language) for key in named)


def _wrapped(sentence: str, width: int, indent: int = 0) -> Iterator[HelpLine]:
    for line in break_paragraph(sentence, max(2, width - indent)):
        yield ((" " * indent + sentence[line.start : line.end], "sentence"),)
