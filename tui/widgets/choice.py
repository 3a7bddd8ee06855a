"""One of a few, in one row: left and right go from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui import text
from tui.styles import part_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen: `key` stands for it, `part` of `tui/styles.py` is how it is drawn."""

    key: str
    words: str
    part: str = ""


class Choice(Widget, can_focus=True):
    """Shows the present one between arrows, or all where there is room, and posts `Choice.Changed`."""

    DEFAULT_CSS = "Choice { height: 1; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "turn(-1)", show=False),
        Binding("right,l,space,ideographic_space", "turn(1)", show=False),
    ]
    ALLOW_SELECT: ClassVar[bool] = False

    class Changed(Message):
        """Another one was chosen."""

    def __init__(self, options: Sequence[Option], key: str = "", *, id: str | None = None) -> None:  # noqa: A002 — Textual's word for it
        """Show options, at least one, with that of `key` chosen, or else the first."""
        super().__init__(id=id)
        self._options = tuple(options)
        self._index = next((at for at, each in enumerate(options) if each.key == key), 0)
        self._places: list[range] = []

    @property
    def key(self) -> str:
        """The key of the one that is chosen."""
        return self._options[self._index].key

    def render_line(self, y: int) -> Strip:
        """Draw them all, the chosen one strongly, or that one alone between arrows."""
        width, chosen = self.size.width, self._options[self._index]
        cursor = part_style(self, "cursor" if self.has_focus else "strong")
        pieces, self._places, taken = [], [], 0
        for option in self._options:
            words = f" {option.words} "
            over = cursor if option is chosen else part_style(self, "quiet")
            pieces.append((words, part_style(self, option.part) + over if option is chosen else over))
            self._places.append(range(taken, taken + text.cells(words)))
            taken += text.cells(words)
        if taken > width:
            words = text.fit(chosen.words, max(0, width - 4))
            pieces, self._places = [(f"‹ {words} ›", cursor)], []
        return text.strip(pieces, self.rich_style, width)

    def action_turn(self, by: int) -> None:
        """Go to the next one, or with -1 to the one before, round the end."""
        self._choose((self._index + by) % len(self._options))

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked, or the next one where one alone shows."""
        at = next((index for index, place in enumerate(self._places) if event.x in place), None)
        if at is not None:
            self._choose(at)
        elif not self._places:
            self.action_turn(1)

    def _choose(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.refresh()
            self.post_message(self.Changed())
