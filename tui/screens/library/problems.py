"""The files that could not be added, each with its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical

from tui.commands import command
from tui.screens.dialog import Dialog
from tui.typeset.breaking import break_paragraph
from tui.widgets.caption import Caption
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

_INDENT = 2
_AROUND = 5  # rows: title, keys, what is around the list


class ProblemsScreen(Dialog[None]):
    """A list of sentences, each in as many lines as it needs, over the line `keys`."""

    CSS_PATH = "problems.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, "close", "") for name in ("close", "leave") for key in command(name).all_keys
    ]

    def __init__(self, title: str, sentences: Sequence[str], keys: str) -> None:
        super().__init__()
        self._title, self._sentences, self._keys = title, sentences, keys
        self._list = RowList("problems")

    def compose(self) -> ComposeResult:
        """Put the list between its title and the keys that close it."""
        with Vertical(id="problems-dialog"):
            yield Caption(self._title, part="strong")
            yield self._list
            yield Caption(self._keys)

    def on_mount(self) -> None:
        """Let the keys of a list scroll it."""
        self.set_focus(self._list)

    def on_resize(self) -> None:
        """Set the sentences for the width there is."""
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        width = max(2, self._list.size.width - 2 * _INDENT)
        rows: list[ListRow] = []
        for number, sentence in enumerate(self._sentences):
            for at, line in enumerate(break_paragraph(sentence, width - (_INDENT if rows else 0))):
                words = (
                    " " * (2 * _INDENT if at else _INDENT) + sentence[line.start : line.end],
                    "" if not at else "quiet",
                )
                rows.append(ListRow(f"{number}.{at}", (words,), heading=bool(at)))
        self._list.show(rows)
        self.query_one("#problems-dialog").styles.height = len(rows) + _AROUND

    def action_close(self) -> None:
        """Go back to the library."""
        self.close_with(None)
