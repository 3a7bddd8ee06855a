"""The library over the reader: documents, names and themes, and search across, each under its tab."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Horizontal, Vertical
from textual.worker import WorkerState

from tui.messages import (
    FilterAsked,
    FilterChanged,
    FilterGiven,
    QueryChanged,
    QueryGiven,
    RowChosen,
    RowDeleted,
    TabChosen,
    TabTurned,
)
from tui.paths import existing_paths
from tui.rows.library import Drawing
from tui.screens.library.actions import LibraryActions
from tui.screens.library.box import TextPasted
from tui.screens.library.documents import LibraryDocuments
from tui.screens.library.names import LibraryNames
from tui.screens.library.outcome import Typed
from tui.screens.library.view import TABS, Tab, View
from tui.strings import say
from tui.text import cells
from tui.widgets.caption import Caption
from tui.widgets.keyline import NOTE_SECONDS, KeyLine
from tui.widgets.row_list import RowList
from tui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from datetime import date

    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from content.library.library import Library
    from content.library.records import Entry
    from tui.screens.library.memory import LibraryMemory
    from tui.screens.library.texts import LibraryTexts
    from tui.screens.reader.screen import ReaderScreen

_MARGIN = 2  # cells beside the name, and beside the count
_LOW = 18  # rows from which there is a margin around the box


class LibraryScreen(LibraryActions):
    """Returns what was chosen, or None. `memory` is what stays from one time to the next."""

    CSS_PATH = "library.tcss"

    def __init__(self, reader: ReaderScreen, memory: LibraryMemory) -> None:
        super().__init__()
        self.reader = reader
        self.language = reader.language
        self.memory = memory
        self.adding = memory.adding
        self.documents = LibraryDocuments(self)
        self._views: dict[Tab, View] = {"documents": self.documents}
        self._tabs = TabBar()
        self._count = Caption(id="library-count")
        self._counts: tuple[str, ...] = ()
        self._keyline = KeyLine(self.language)
        self._note_timer = self.set_timer(NOTE_SECONDS, lambda: None, pause=True)

    @property
    def library(self) -> Library:
        """The library; opened in the thread that first asks."""
        return self.reader.keeper.library

    @property
    def texts(self) -> LibraryTexts:
        """All texts, as far as they were read."""
        return self.memory.texts

    # What it is made of.

    def compose(self) -> ComposeResult:
        """Put the present view between the tabs and the keys."""
        with Vertical(id="library"):
            with Horizontal(id="library-head"):
                yield Caption(self.say("screen.library"), part="badge", id="library-name")
                yield self._tabs
                yield self._count
            yield self.view.pane
            yield self._keyline

    def on_mount(self) -> None:
        """Show the view that is asked for."""
        self.adding.tell(self)
        name = self.query_one("#library-name", Caption)
        name.styles.width = cells(name.words) + _MARGIN
        self._arrange(self.app.size.width, self.app.size.height)
        if self.view is not self.documents:
            self.documents.begin()  # they are counted
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Have margins where there is room."""
        self._arrange(event.size.width, event.size.height)

    def _arrange(self, width: int, height: int) -> None:
        self.set_class(height < _LOW, "-low")
        self._tell_count(width)

    @property
    def view(self) -> View:
        """The view that shows."""
        tab = self.memory.tab
        if tab not in self._views:
            self._views[tab] = self._make(tab)
        return self._views[tab]

    def _make(self, tab: Tab) -> View:
        if tab == "across":
            from tui.screens.library.across import LibraryAcross  # the search is not needed for the list

            return LibraryAcross(self)
        return LibraryNames(self, themes=tab == "themes")

    def _show(self) -> None:
        view = self.view
        self._tabs.show({tab: self.say(f"library.tab_{tab}") for tab in TABS}, self.memory.tab)
        view.box.placeholder = view.placeholder
        kept = self.memory.typed.get(self.memory.tab, "")
        if kept and not view.box.value:
            view.box.value = kept
            view.box.cursor_position = len(kept)
        view.box.action_select_all()
        self.set_focus(view.box)
        view.begin()
        self.show_keys()

    def turn_to(self, tab: Tab) -> None:
        """Show another view."""
        if tab == self.memory.tab:
            return
        self.view.pane.display = False
        if self.view is not self.documents:  # these are counted under every tab
            self.view.end()
        self.memory.tab = tab
        pane = self.view.pane
        if pane.parent is None:
            self.query_one("#library").mount(pane, before=self._keyline)
        pane.display = True
        self.call_later(self._show)

    def search_across(self, query: str) -> None:
        """Search for something in all documents."""
        if query:
            self.memory.typed["across"] = query
            if "across" in self._views:
                box = self._views["across"].box
                box.value = query
                box.cursor_position = len(query)
        if self.memory.tab == "across":
            self._show()
        else:
            self.turn_to("across")

    def renew(self) -> None:
        """List what came into the library."""
        self.view.begin()
        if self.view is not self.documents:
            self.documents.begin()

    # What is said.

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key in the reader's language."""
        return say(self.language, key, **values)

    def problem_words(self, reason: str) -> str:
        """Say why the library cannot be read or written."""
        return self.say("library.unusable", reason=self.say(f"shelf.because_{reason}"))

    def count(self, *forms: str) -> None:
        """Say at the top how much there is: of these ever shorter forms the first that fits."""
        self._counts = forms
        self._tell_count(self.app.size.width)

    def _tell_count(self, width: int) -> None:
        tabs = sum(cells(self.say(f"library.tab_{tab}")) + 2 for tab in TABS)
        room = min(width, 140) - tabs - cells(self.say("screen.library")) - 4 * _MARGIN
        fitting = [form for form in self._counts if cells(form) <= room]
        self._count.words = fitting[0] if fitting else ""
        self._count.styles.width = cells(self._count.words) + _MARGIN

    def note(self, sentence: str) -> None:
        """Say something in the footer for a few seconds."""
        self._keyline.note(sentence)
        self._note_timer.stop()
        self._note_timer = self.set_timer(NOTE_SECONDS, partial(self._keyline.note, ""))

    def show_work(self, sentence: str) -> None:
        """Say in the footer how far work is, as long as the sentence is not empty."""
        self._note_timer.stop()
        self._keyline.note(sentence)

    def show_keys(self) -> None:
        """Show in the footer what the keys do here."""
        in_list = isinstance(self.focused, RowList)
        fitting = (keys for keys in self.view.box_keys if cells(keys) <= self.app.size.width - 2)
        self._keyline.prompt("" if in_list else next(fitting, self.view.box_keys[-1]))
        labels = {"choose": self.say(self.view.enter), "delete_row": self.say("library.remove")}
        self._keyline.show_commands([*self.view.keys, "help"], labels)

    def on_descendant_focus(self) -> None:
        """Show the keys that hold where the focus is now."""
        self.show_keys()

    def drawing(self, now: date) -> Drawing:
        """Return how rows are drawn."""
        return Drawing(self.language, self.reader.documents.display, self.reader.panes.glyphs, now)

    # What is done beside the event loop.

    def work(self, work: Coroutine[Any, Any, None]) -> Worker[None]:
        """Run work, which ends with this screen."""
        return self.run_worker(work, group="library", exit_on_error=False)

    async def write(self, write: Callable[[], Entry | None]) -> tuple[bool, Entry | None]:
        """Write in a thread, and return what came of it; where nothing could be kept say why: False."""
        from content.shelf import ShelfError

        try:
            return True, await asyncio.to_thread(write)
        except ShelfError as error:
            self.note(self.problem_words(error.reason))
            return False, None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a worker failed; the program goes on."""
        event.stop()
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.note(self.say("status.failed"))

    def choose_setting(self, key: str, value: str) -> None:
        """Remember a choice of the reader."""
        self.reader.settings = {**self.reader.settings, key: value}
        self.reader.keeping.choose(key, value)

    # What keys and rows do.

    def type_without_box(self, typed: str) -> None:
        """Take Chinese typed where there is no box into the box."""
        box = self.view.box
        self.set_focus(box)
        box.cursor_position = len(box.value)
        box.insert_text_at_cursor(typed)

    @on(FilterChanged)
    @on(QueryChanged)
    def _typed(self, message: FilterChanged | QueryChanged) -> None:
        message.stop()
        self.memory.typed[self.memory.tab] = self.view.box.value
        self.view.typed(self.view.box.value)

    @on(FilterGiven)
    @on(QueryGiven)
    def _given(self, message: FilterGiven | QueryGiven) -> None:
        message.stop()
        self.view.given()

    @on(FilterAsked)
    def _filter_asked(self, message: FilterAsked) -> None:
        message.stop()
        self.set_focus(self.view.box)

    @on(TextPasted)
    def _text_pasted(self, message: TextPasted) -> None:
        message.stop()
        if existing_paths(message.text):
            self.documents.open_typed(message.text)
        else:
            self.close_with(Typed(message.text))

    @on(TabTurned)
    def _tab_turned(self, message: TabTurned) -> None:
        message.stop()
        self.turn_to(TABS[(TABS.index(self.memory.tab) + message.step) % len(TABS)])

    @on(TabChosen)
    def _tab_chosen(self, message: TabChosen) -> None:
        message.stop()
        self.turn_to(next(tab for tab in TABS if tab == message.tab))

    def on_row_chosen(self, message: RowChosen) -> None:
        """Follow a row."""
        message.stop()
        self.view.choose(message.key)

    def on_row_deleted(self, message: RowDeleted) -> None:
        """Remove a document."""
        message.stop()
        if self.view is self.documents:
            self.documents.remove(message.key)

    def on_unmount(self) -> None:
        """End what nobody waits for any more; adding goes on."""
        for view in self._views.values():
            view.end()
