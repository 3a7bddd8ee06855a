"""What the keys do that keep, take away and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.actions import SkipAction

from tui.screens.reader.marking import MarkActions

if TYPE_CHECKING:
    from tui.screens.reader.copying import ReaderCopying
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.search import ReaderSearch


class KeepingActions(MarkActions):
    """The actions of the reader screen that keep and copy."""

    keeping: ReaderKeeping
    copying: ReaderCopying
    search: ReaderSearch

    async def action_bookmark(self) -> None:
        """Bookmark this passage, or open the note of the bookmark it has."""
        await self.keeping.bookmarks.bookmark()

    def action_place_again(self) -> None:
        """Have a bookmark that moved stand where it was found, a lost one at this passage."""
        self.keeping.bookmarks.place_again()

    def action_undo(self) -> None:
        """Take back the last change to the bookmarks."""
        self.keeping.undo()

    async def action_all_bookmarks(self) -> None:
        """List the bookmarks of all documents."""
        await self.keeping.everywhere.ask()

    async def action_export(self) -> None:
        """Take bookmarks away: into a file or to the clipboard."""
        await self.keeping.exporting.ask()

    def action_copy(self) -> None:
        """Copy this passage with where it comes from."""
        self.copying.copy(citation=True)

    def action_copy_text_only(self) -> None:
        """Copy this passage's text alone."""
        self.copying.copy(citation=False)

    def action_copy_text(self) -> None:
        """Copy what is marked or selected: Textual's action for Ctrl+C; else cancel what is at work."""
        if self.marking.active:
            self.copying.copy(citation=False)
            return
        selected = self.get_selected_text()
        if not selected and self.search.cancel():
            return
        if not selected:
            raise SkipAction
        self.copying.copy_selected(selected)
