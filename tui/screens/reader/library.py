"""The library over the reader: opened, and what was chosen in it shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from content.library.places import cache_folder
from content.library.reopening import Opened
from tui.current_set import CurrentSet
from tui.screens.reader.at_leisure import AtLeisure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.library.memory import LibraryMemory
    from tui.screens.library.outcome import Found, Outcome
    from tui.screens.library.screen import LibraryScreen
    from tui.screens.library.view import Tab
    from tui.screens.reader.screen import ReaderScreen

_SET_KEYS = {"name": "entity", "theme": "theme"}  # what a query asks for a current set of that kind by


class ReaderLibrary:
    """Opens the library, and documents out of it."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._memory: LibraryMemory | None = None
        self.at_leisure = AtLeisure(screen)

    async def open(self, typed: str = "", add: Sequence[str] = ()) -> None:
        """Open the list of documents, and add files to it; `typed` stands in its box, selected."""
        library = await self._open("documents", typed)
        if add:
            library.adding.begin(add)

    async def search(self) -> None:
        """Search across the library for what the current set is of, without one for what was asked last."""
        current = self._screen.current
        query = ""
        if current and current.kind == "hits":
            query = current.key
        elif current and current.kind in _SET_KEYS:
            from tui.filters import filter_for  # not needed for the first paint

            query = filter_for(_SET_KEYS[current.kind], current.key)
            self._kept.instead[query] = f'"{self._name_of(current)}"'
        await self._open("across", query or self._kept.typed.get("across", ""))

    def _name_of(self, current: CurrentSet) -> str:
        """Return what a current set is of, as a text would say it."""
        names = (each.name for each in self._screen.findings.themes if each.id == current.key)
        name = next(names, current.key) if current.kind == "theme" else current.key
        return name.replace('"', " ")

    async def _open(self, tab: Tab, typed: str) -> LibraryScreen:
        from tui.screens.library.screen import LibraryScreen

        memory = self._kept
        memory.tab = tab
        memory.typed[tab] = typed
        library = LibraryScreen(self._screen, memory)
        await self._screen.app.push_screen(library, self._closed)
        return library

    @property
    def _kept(self) -> LibraryMemory:
        if self._memory is None:
            from tui.screens.library.adding import LibraryAdding
            from tui.screens.library.memory import LibraryMemory
            from tui.screens.library.texts import LibraryTexts

            screen = self._screen
            run = partial(screen.run_worker, group="library words", exit_on_error=False)
            texts = LibraryTexts(lambda: screen.keeper.library, cache_folder())
            self._memory = LibraryMemory(texts, LibraryAdding(screen, run), run)
        return self._memory

    def close(self) -> None:
        """End the processes that build an index and analyse."""
        self.at_leisure.close()
        if self._memory:
            self._memory.close()

    # What was chosen.

    def _closed(self, outcome: Outcome | None) -> None:
        from tui.rows.library import EDITION
        from tui.screens.library.outcome import Found, Listed, Typed

        screen = self._screen
        match outcome:
            case Listed(entry) if entry.id == EDITION:
                screen.documents.open("")
            case Listed(entry):
                screen.documents.opening.open_entry(entry)
            case Typed(text):
                screen.documents.open(text)
            case Found():
                work = self._show_found(outcome)
                screen.run_worker(work, group="opening", exclusive=True, exit_on_error=False)

    async def _show_found(self, found: Found) -> None:
        """Show a hit; the others of its document are walked from there."""
        screen = self._screen
        if found.document.digest != screen.document.digest and not await self._show(found):
            screen.note(screen.say("library.gone", title=found.document.title))
            return
        label = f"{screen.say('match.weak' if found.weak else 'set.hits')} {found.query}"
        screen.choose_set(CurrentSet("hits", found.query, label, found.members).at_or_after(found.start))
        screen.jump(found.start)
        screen.set_focus(screen.article)
        screen.note("")
        screen.keeping.note_search(found.query)

    async def _show(self, found: Found) -> bool:
        """Show the text that was searched, whatever became of its file since."""
        opening = self._screen.documents.opening
        if not found.document.edition:
            return await opening.open_text(found.document.digest, found.path)
        await opening.put(Opened(found.document))
        return True
