"""The footer: one row that says which keys do what here, and where the reader is in the current set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.reactive import reactive
from textual.widget import Widget

from tui.commands import command, key_label
from tui.glyphs import PLAIN
from tui.strings import say
from tui.text import cells, fit, styled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.content import Content
    from textual.events import Click

    from tui.commands import Command
    from tui.strings import Language

GAP = 2
MARGIN = 1
SHORTEST_LABEL = 12
NOTE_SECONDS = 6.0
"""How long a note stays."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and the word for what it does; entries of a low priority are dropped first."""

    id: str
    key: str
    word: str
    priority: int

    @property
    def width(self) -> int:
        """Cells that the entry takes."""
        return cells(self.key) + 1 + cells(self.word)


def keep_fitting(entries: Sequence[Entry], width: int) -> tuple[Entry, ...]:
    """Drop entries until the rest fit `width` cells: the lowest priority first, of equals the rightmost."""
    kept = list(entries)
    while kept and sum(entry.width + GAP for entry in kept) - GAP > width:
        weakest = min(reversed(kept), key=lambda entry: entry.priority)
        kept.remove(weakest)
    return tuple(kept)


class KeyLine(Widget):
    """One row of clickable entries: a note, else a prompt, else the current set, else the commands."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; background: $panel; color: $quiet; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    language: reactive[Language] = reactive("en")

    def __init__(self, language: Language, *, id: str | None = None) -> None:  # noqa: A002 — Textual's word
        super().__init__(id=id)
        self.set_reactive(KeyLine.language, language)
        self._ids: tuple[str, ...] = ()
        self._labels: Mapping[str, str] = {}
        self._set: tuple[str, str] | None = None
        self._note = self._prompt = ""
        self._places: list[tuple[range, str]] = []

    def show_commands(self, ids: Iterable[str], labels: Mapping[str, str] | None = None) -> None:
        """Show these commands, in this order, whenever no set and no note is shown.

        `labels` are words for some that say more here than their own.
        """
        self._ids, self._labels = tuple(ids), labels or {}
        self.refresh()

    def show_set(self, label: str, position: int, total: int) -> None:
        """Show the current set, such as `主题 金融科技`, at its member `position` (from 1) of `total`."""
        self._set = label, say(self.language, "set.position", position=position, total=total)
        self.refresh()

    def clear_set(self) -> None:
        """Show the commands again."""
        self._set = None
        self.refresh()

    def prompt(self, text: str) -> None:
        """Show a sentence in place of set and commands, until it is "" or another."""
        self._prompt = text
        self.refresh()

    def note(self, text: str) -> None:
        """Show a sentence in place of everything else, until it is "" or another."""
        self._note = text
        self.refresh()

    @property
    def noted(self) -> str:
        """The sentence that is shown in place of everything else, "" where there is none."""
        return self._note

    def end_note(self, text: str) -> None:
        """Take a note away, unless another one has taken its place: a timer may go off late."""
        if self._note == text:
            self.note("")

    def render(self) -> Content:
        """Draw the row: it is laid out anew for its width, so nothing ever scrolls."""
        self._places = []
        width = max(0, self.size.width - 2 * MARGIN)
        if self._note or self._prompt:
            return styled(" " * MARGIN, (fit(self._note or self._prompt, width), "$article"))
        if self._set is None:
            return styled(" " * MARGIN, *self._drawn(keep_fitting(self._command_entries(), width), MARGIN))
        label, position = self._set
        room = width - cells(position) - 1
        entries = keep_fitting(self._set_entries(), room - GAP - min(cells(label), SHORTEST_LABEL))
        taken = sum(entry.width + GAP for entry in entries)
        label = fit(label, max(0, room - taken))
        head = f"{label} {position}" if label else position
        start = MARGIN + cells(head) + GAP
        return styled(" " * MARGIN, (fit(head, width), "$article"), " " * GAP, *self._drawn(entries, start))

    async def on_click(self, event: Click) -> None:
        """Run the action of the entry that was clicked, where its key would have been heard."""
        for place, chosen in self._places:
            if event.x in place:
                event.stop()
                ours = command(chosen)
                heard = self.screen.focused if ours.scope in ("article", "list") else None
                await (heard or self.screen).run_action(ours.action)
                return

    def _command_entries(self) -> list[Entry]:
        return [
            Entry(each.id, key_label(each.keys[0], self.language), self._label(each), each.footer)
            for each in map(command, self._ids)
        ]

    def _label(self, each: Command) -> str:
        return self._labels.get(each.id) or each.label(self.language)

    def _set_entries(self) -> list[Entry]:
        members = (("next_member", 3), ("previous_member", 1))
        plain = self.app.has_class(PLAIN)  # arrows are of unsure width
        entries = [
            Entry(each.id, key_label((keys or each.keys)[0]), each.label(self.language), priority)
            for each, priority in ((command(id), priority) for id, priority in members)  # noqa: A001 — as above
            for keys in [() if plain else each.in_article]
        ]
        return [*entries, Entry("close", key_label("escape"), say(self.language, "set.close"), 2)]

    def _drawn(self, entries: Sequence[Entry], start: int) -> list[tuple[str, str] | str]:
        """Return the pieces of entries from cell `start` on, and remember where each can be clicked."""
        pieces: list[tuple[str, str] | str] = []
        for entry in entries:
            pieces += [(entry.key, "bold $accent"), (f" {entry.word}{' ' * GAP}", "$quiet")]
            self._places.append((range(start, start + entry.width), entry.id))
            start += entry.width + GAP
        return pieces
