"""The bookmarks of all documents: listed, filtered, and gone to in whichever document they stand."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.widgets.list_pane import Contents

if TYPE_CHECKING:
    from content.shelf import Bookmark, KeptDocument
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen
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
        kept, known, rows = await asyncio.to_thread(self._read)
        contents = Contents(rows, say("empty.bookmarks"), say("empty.filtered", query="{query}"))
        title = f"{say('screen.all_bookmarks')} · {len(rows)}"
        dialog = WideChooser(title, contents, placeholder=say("filter.placeholder"))

        def go(identity: str | None) -> None:
            chosen = next((each for each in kept if each.id == identity), None)
            if chosen:
                work = self._go(chosen, known.get(chosen.document))
                screen.run_worker(work, group="opening", exclusive=True, exit_on_error=False)

        await screen.app.push_screen(dialog, go)

    def _read(self) -> tuple[tuple[Bookmark, ...], dict[str, KeptDocument], list[ListRow]]:
        from tui.rows.kept import all_bookmark_rows

        if not self._keeper.begun:
            return (), {}, []
        kept, known = self._keeper.shelf.bookmarks(), self._keeper.shelf.documents()
        screen = self._screen
        return kept, known, all_bookmark_rows(kept, known, screen.documents.display, screen.language)

    async def _go(self, bookmark: Bookmark, document: KeptDocument | None) -> None:
        """Show the document of a bookmark, as it is now, and go to where the bookmark is in it."""
        screen, bookmarks = self._screen, self._keeping.bookmarks
        here = bookmarks.is_of_this_document(bookmark.document)
        if here or await self._open(bookmark.document, document):
            bookmarks.go_to(bookmark)
            return
        title = document.title if document else ""
        screen.note(screen.say("library.gone", title=title or screen.say("document.untitled")))

    async def _open(self, digest: str, document: KeptDocument | None) -> bool:
        """Show the document that a text is of; False where it is nowhere any more."""
        opening = self._screen.documents.opening
        if document and document.edition:
            return await opening.open_now(None)
        library = self._keeper.begun_library
        entry = await asyncio.to_thread(library.entry_of, digest) if library else None
        return entry is not None and await opening.open_now(entry)
