"""The bookmarks of all documents: listed, filtered, and gone to in whichever document they stand."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.widgets.list_pane import Contents

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.library.kept import Kept
    from content.shelf import Bookmark, KeptDocument
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen
    from tui.screens.wide_chooser import WideChooser
    from tui.widgets.row_list import ListRow


class ReaderAllBookmarks:
    """Opens the list over the reader, and the document of the bookmark that is chosen."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper

    async def ask(self) -> None:
        """Open the list."""
        from tui.screens.wide_chooser import WideChooser

        screen, say = self._screen, self._screen.say
        kept, rows = await asyncio.to_thread(self._read)
        title = f"{say('screen.all_bookmarks')} · {len(rows)}"
        dialog = WideChooser(title, self._contents(rows), placeholder=say("filter.placeholder"))
        finding = screen.run_worker(self._find(dialog, rows), group="finding", exit_on_error=False)

        def go(identity: str | None) -> None:
            finding.cancel()
            bookmarks = ((each.bookmark, some.about) for some in kept for each in some.placed)
            chosen = next((each for each in bookmarks if each[0].id == identity), None)
            if chosen:
                work = self._go(*chosen)
                screen.run_worker(work, group="opening", exclusive=True, exit_on_error=False)

        await screen.app.push_screen(dialog, go)

    def _contents(self, rows: Sequence[ListRow]) -> Contents:
        say = self._screen.say
        return Contents(rows, say("empty.bookmarks"), say("empty.filtered", query="{query}"))

    def _read(self) -> tuple[list[Kept], list[ListRow]]:
        """Read them as they were made."""
        from content.library.kept import kept_as_made

        kept = list(kept_as_made(self._keeper.shelf)) if self._keeper.begun else []
        return kept, self._rows(kept)

    def _rows(self, kept: Iterable[Kept]) -> list[ListRow]:
        from tui.rows.kept import all_bookmark_rows

        return all_bookmark_rows(kept, self._screen.documents.display, self._screen.language)

    async def _find(self, dialog: WideChooser, rows: Sequence[ListRow]) -> None:
        """Say in the list where each is by now, and which are nowhere, until it is closed."""
        found = await asyncio.to_thread(self._found) if rows else rows
        if found != rows:
            dialog.show(self._contents(found))

    def _found(self) -> list[ListRow]:
        from content.library.kept import kept_everywhere

        return self._rows(kept_everywhere(self._keeper.shelf, self._keeper.begun_library, anew=False))

    async def _go(self, bookmark: Bookmark, document: KeptDocument) -> None:
        """Show the document of a bookmark, as it is now, and go to where the bookmark is in it."""
        screen, bookmarks = self._screen, self._keeping.bookmarks
        here = bookmarks.is_of_this_document(bookmark.document)
        if here or await self._open(bookmark.document, document):
            bookmarks.go_to(bookmark)
            return
        screen.note(screen.say("library.gone", title=document.title or screen.say("document.untitled")))

    async def _open(self, digest: str, document: KeptDocument) -> bool:
        """Show the document that a text is of; False where it is nowhere any more."""
        opening = self._screen.documents.opening
        if document.edition:
            return await opening.open_now(None)
        library = self._keeper.begun_library
        entry = await asyncio.to_thread(library.entry_of, digest) if library else None
        return entry is not None and await opening.open_now(entry)
