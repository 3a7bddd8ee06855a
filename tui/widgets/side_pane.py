"""A side pane: several lists under a row of tabs, one of them shown at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from tui.messages import TabShown
from tui.widgets.list_pane import Contents, ListPane
from tui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from tui.messages import TabChosen, TabTurned


class SidePane(Vertical):
    """One list widget whose rows change with the tab; its messages bear the tab's id as `list_id`.

    Posts `TabShown`.
    """

    def __init__(self, tabs: Mapping[str, str], *, id: str) -> None:  # noqa: A002 — Textual's word for it
        """Make a pane with these tabs, each an id and its name."""
        super().__init__(id=id)
        self._tabs = dict(tabs)
        self._contents: dict[str, Contents] = {}
        self._cursors: dict[str, str] = {}
        self._bar = TabBar()
        self.pane = ListPane("side-list")
        self.present = ""
        self._show(next(iter(self._tabs)))

    def compose(self) -> ComposeResult:
        """Put the list under the bar."""
        yield self._bar
        yield self.pane

    def offer(self, tabs: Mapping[str, str]) -> None:
        """Offer these tabs; the present one gives way to the first where it is not among them."""
        self._tabs = dict(tabs)
        self._show(self.present if self.present in tabs else next(iter(tabs)))

    def tell(self, words: str) -> None:
        """Say beside the tabs what the lists speak of."""
        self._bar.tell(words)

    def put(self, tab: str, contents: Contents, *, cursor: str | None = None) -> None:
        """Fill a tab; the cursor goes to the row with the key `cursor`, else stays."""
        self._contents[tab] = contents
        if cursor is not None:
            self._cursors[tab] = cursor
        if tab == self.present:
            self.pane.show(contents, cursor=cursor)

    def turn_to(self, tab: str) -> None:
        """Show another tab."""
        if tab == self.present:
            return
        if self.pane.list.row:
            self._cursors[self.present] = self.pane.list.row.key
        self.pane.close_filter()
        self._show(tab)
        self.post_message(TabShown(tab))

    def _show(self, tab: str) -> None:
        cursor = (
            None if tab == self.present else self._cursors.get(tab, "")
        )  # another list's rows have its keys too
        self.present = self.pane.list.list_id = tab
        self._bar.show(self._tabs, tab)
        self.pane.show(self._contents.get(tab, Contents()), cursor=cursor)

    def on_tab_turned(self, message: TabTurned) -> None:
        """Turn to the tab beside the present one."""
        message.stop()
        tabs = list(self._tabs)
        self.turn_to(tabs[(tabs.index(self.present) + message.step) % len(tabs)])

    def on_tab_chosen(self, message: TabChosen) -> None:
        """Turn to the tab that was clicked."""
        message.stop()
        self.turn_to(message.tab)
        self.screen.set_focus(self.pane.list)
