"""A side pane: one list at a time under a row of tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from tui.messages import TabChosen, TabTurned
    from tui.widgets.list_pane import ListPane


class SidePane(Vertical):
    """Lists under tabs. `tabs` are ids; which of them are offered changes with the width of the screen."""

    def __init__(self, panes: Sequence[ListPane], *, id: str) -> None:  # noqa: A002 — Textual's word for it
        super().__init__(id=id)
        self._bar = TabBar()
        self._panes = {pane.list_id: pane for pane in panes}
        self._names: dict[str, str] = {}
        self._offered: tuple[str, ...] = tuple(self._panes)
        self.present = self._offered[0]

    def compose(self) -> ComposeResult:
        """Put the lists under the bar."""
        yield self._bar
        yield from self._panes.values()

    def on_mount(self) -> None:
        """Show one list."""
        self.turn_to(self.present)

    @property
    def pane(self) -> ListPane:
        """The list that shows."""
        return self._panes[self.present]

    def offer(self, tabs: Sequence[str], names: dict[str, str]) -> None:
        """Offer these tabs under these names; the present one gives way to the first where it is not among them."""
        self._offered, self._names = tuple(tabs), names
        self.turn_to(self.present if self.present in tabs else tabs[0])

    def turn_to(self, tab: str) -> None:
        """Show the list of a tab; the focus follows if it was in the list that showed."""
        follows = self.has_focus_within
        self.present = tab
        for identity, pane in self._panes.items():
            pane.display = identity == tab
        self._bar.show([(each, self._names.get(each, each)) for each in self._offered], tab)
        if follows:
            self.screen.set_focus(self.pane.list)

    def on_tab_turned(self, message: TabTurned) -> None:
        """Turn to the tab beside the present one."""
        message.stop()
        index = self._offered.index(self.present) + message.step
        self.turn_to(self._offered[index % len(self._offered)])

    def on_tab_chosen(self, message: TabChosen) -> None:
        """Turn to the tab that was clicked."""
        message.stop()
        self.turn_to(message.tab)
        self.screen.set_focus(self.pane.list)
