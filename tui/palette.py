"""The commands by name: typed in Chinese, pinyin, initials or English, whatever the screen speaks.

Textual's own palette is not used: it says things in English and reads markup in what it lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.commands import COMMANDS, key_label
from tui.filtering import matches as sounds_or_reads_like
from tui.screens.dialog import Dialog
from tui.strings import LANGUAGES, say
from tui.text import cells, pad
from tui.widgets.box import Box
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.commands import Command
    from tui.messages import RowChosen
    from tui.strings import Language

_MOST_DIGITS = 9


def matches(query: str, command: Command, language: Language) -> int:
    """Return how well a query means a command: 3 its name begins so, 2 its name, 1 its sentence, 0 not."""
    query = query.strip().lower()
    names = [name.lower() for name in (*map(command.label, LANGUAGES), command.id.replace("_", " "))]
    if any(name.startswith(query) for name in names):
        return 3
    if any(sounds_or_reads_like(query, name) for name in names):
        return 2
    return int(query in command.help(language).lower())


def palette_rows(query: str, language: Language) -> list[ListRow]:
    """Return the rows for a query, best first, a passage's number before all; a row's key is its action."""
    query = query.strip().removeprefix(":").removeprefix("：").strip()
    ranked = [(matches(query, each, language), each) for each in COMMANDS if each.in_palette]
    found = [each for rank, each in sorted(ranked, key=lambda pair: -pair[0]) if rank]
    width = max(cells(each.label(language)) for each in COMMANDS) + 2
    return [*_passage(query, language), *(_row(each, language, width) for each in found)]


def _row(command: Command, language: Language, width: int) -> ListRow:
    keys = " ".join(key_label(key, language) for key in command.keys)
    name = (pad(command.label(language), width), "strong")
    return ListRow(command.action, (name, (command.help(language), "quiet")), ((f" {keys}", "mark"),))


def _passage(query: str, language: Language) -> list[ListRow]:
    if not query.isdecimal() or len(query) > _MOST_DIGITS:
        return []
    number = int(query)
    name = (say(language, "palette.go_to_passage", n=number), "strong")
    sentence = (f"  {say(language, 'palette.go_to_passage_help')}", "quiet")
    return [ListRow(f"go_to_passage({number})", (name, sentence))]


class Palette(Dialog[str | None]):
    """Returns the action that was chosen, to be run on the screen below, or None."""

    CSS_PATH = "palette.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q,ctrl+p", "close", show=False),
        *(
            Binding(key, f"move('{move}')", show=False)
            for key, move in (
                ("up", "row_up"),
                ("down", "row_down"),
                ("pageup", "rows_up"),
                ("pagedown", "rows_down"),
            )
        ),
    ]

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self._box = Box(placeholder=say(language, "palette.placeholder"))
        self._rows = RowList("palette")
        self._rows.can_focus = False

    def compose(self) -> ComposeResult:
        """Put the box over the commands."""
        with Vertical(id="palette"):
            yield self._box
            yield self._rows

    def on_mount(self) -> None:
        """Show every command; typing goes to the box."""
        self._find("")
        self.set_focus(self._box)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the commands that are meant."""
        event.stop()
        self._find(event.value)

    @on(Input.Submitted)
    def _choose(self, event: Input.Submitted) -> None:
        event.stop()
        if self._rows.row:
            self.close_with(self._rows.row.key)

    def on_row_chosen(self, message: RowChosen) -> None:
        """Close with the command that was clicked."""
        message.stop()
        self.close_with(message.key)

    def action_move(self, move: str) -> None:
        """Move in the list while the box keeps the focus."""
        getattr(self._rows, f"action_{move}")()

    def action_close(self) -> None:
        """Close with nothing."""
        self.close_with(None)

    def _find(self, query: str) -> None:
        rows = palette_rows(query, self._language)
        self._rows.show(rows, say(self._language, "palette.none"), cursor=rows[0].key if rows else None)
