"""The box of the search: it moves in the hits under it, and completes words with Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip

from tui import text
from tui.commands import command
from tui.styles import part_style
from tui.widgets.box import Box
from tui.widgets.filter_box import MOVES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from content.search.completing import Completion
    from tui.widgets.row_list import RowList

_SHOWN = 3  # completions that are shown before they are taken
_GAP = "  "  # between what was typed and what is offered: it would read as one word
_TAB = f"{_GAP}Tab "


class SearchBox(Box):
    """Up and down move in `rows`, and show them.

    Tab takes the completion that is shown behind the cursor, again the next one; Shift+Tab goes back as far
    as what was typed. Where nothing is offered Tab does nothing: a word that is not known must not make the
    box lose the keys that follow. Shift+Tab then leaves for the pane before, as elsewhere.
    """

    # Textual lays the whole screen out for another one, at every key.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, rows: RowList, *, id: str) -> None:  # noqa: A002 — Textual's word for it
        super().__init__(id=id)
        self._rows = rows
        self._offered: tuple[Completion, ...] = ()
        self._taken: list[tuple[str, tuple[Completion, ...]]] = []
        self._known = self._eager = False  # whether what is offered is known; Tab was pressed before it was
        self._kept: list[str] | None = None
        self._own: str | None = None  # what Tab or Shift+Tab put here: any other value was typed

    def wait(self) -> None:
        """Keep the keys that move in the hits until they answer what stands here."""
        self._kept = self._kept or []

    def go_on(self) -> None:
        """Do what the kept keys were to do, and keep none any more."""
        kept, self._kept = self._kept or [], None
        for action in kept:
            self._move(action)

    def rest(self) -> None:
        """Wait for no completion any more: a Tab that came too early must not change what is asked next."""
        self._eager = False

    def offer(self, typed: str, completions: Iterable[Completion]) -> None:
        """Offer completions, unless something else was typed meanwhile or others are being taken."""
        if typed == self.value and not (self._taken and self._offered):
            self._offered = tuple(each for each in completions if each.query != typed)
            self._known = True
            if self._eager:
                self.action_complete()
            self.refresh()

    async def on_key(self, event: events.Key) -> None:
        """Hand the keys that move in a list to the hits; complete."""
        if event.key in MOVES:
            event.stop().prevent_default()
            if self._kept is None:
                self._move(MOVES[event.key])
            else:
                self._kept.append(MOVES[event.key])
        elif event.key in command("complete").all_keys:
            event.stop().prevent_default()
            self.action_complete()
        elif event.key in command("uncomplete").all_keys and self._taken:
            event.stop().prevent_default()
            self.action_uncomplete()

    def _move(self, action: str) -> None:
        getattr(self._rows, f"action_{action}")()

    def action_complete(self) -> None:
        """Take the completion that is offered, or the one that will be."""
        self._eager = not self._known
        if self._offers:
            first, *others = self._offered
            self._taken.append((self.value, self._offered))
            self._offered = tuple(others)
            self._put(first.query)

    def action_uncomplete(self) -> None:
        """Go back to what stood here before the last completion."""
        if self._taken:
            value, self._offered = self._taken.pop()
            self._put(value)

    def _put(self, value: str) -> None:
        self._own = self.validate_value(value)
        self.value = self._own
        self.cursor_position = len(self.value)

    def watch_value(self, value: str) -> None:
        """Forget the completions of what does not stand here any more."""
        if value != self._own:
            self._offered, self._own = (), None
            self._known = self._eager = False
            self._taken.clear()

    @property
    def _offers(self) -> bool:
        return bool(self._offered) and self.cursor_position == len(self.value)

    def render_line(self, y: int) -> Strip:
        """Draw the box, and what Tab would make of its last word where there is room for it."""
        strip = super().render_line(y)
        if y or not self._offers or not self.has_focus:
            return strip
        place = text.cells(self.value) - self.scroll_offset.x + 1  # behind the cursor
        room = self.scrollable_content_region.width - place
        words = [each.word for each in self._offered[:_SHOWN]]
        while words and text.cells(_TAB + _GAP.join(words)) > room:
            words.pop()
        if place < 0 or not words:
            return strip
        pieces = [(_TAB, part_style(self, "mark")), (_GAP.join(words), part_style(self, "quiet"))]
        return Strip.join([strip.crop(0, place), text.strip(pieces, self.rich_style, room)])
