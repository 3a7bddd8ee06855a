"""What the keys of the reader do, each handed to the part that does it; `tui/commands.py` declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.commands import bindings
from tui.screens.reader.footer import EDITED
from tui.screens.reader.keeping_actions import KeepingActions
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.binding import BindingType

    from content.document import Document
    from tui.current_set import CurrentSet
    from tui.messages import DetailsAsked, EditAsked, RowDeleted
    from tui.screens.reader.analysis import ReaderAnalysis
    from tui.screens.reader.copying import ReaderCopying
    from tui.screens.reader.documents import ReaderDocuments
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.library import ReaderLibrary
    from tui.screens.reader.panes import ReaderPanes
    from tui.screens.reader.search import ReaderSearch
    from tui.screens.reader.views import ReaderViews
    from tui.strings import Language
    from tui.trail import Trail
    from tui.widgets.article import Article


class ReaderActions(KeepingActions):
    """The actions of the reader screen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]

    document: Document
    language: Language
    current: CurrentSet | None
    trail: Trail
    article: Article
    panes: ReaderPanes
    search: ReaderSearch
    analysis: ReaderAnalysis
    keeping: ReaderKeeping
    documents: ReaderDocuments
    library: ReaderLibrary
    copying: ReaderCopying
    views: ReaderViews

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key in the reader's language."""
        raise NotImplementedError

    def note(self, sentence: str) -> None:
        """Say something in the footer for a few seconds."""
        raise NotImplementedError

    def jump(self, offset: int) -> None:
        """Go to an offset of the text, so that back returns from there."""
        raise NotImplementedError

    def choose_set(self, chosen: CurrentSet | None) -> None:
        """Make a set of spans the current one, or none."""
        raise NotImplementedError

    # Finding and moving.

    def action_search(self) -> None:
        """Open the search."""
        self.search.open()

    def action_next_member(self) -> None:
        """Go to the next member of the current set."""
        self._step(1)

    def action_previous_member(self) -> None:
        """Go to the previous member of the current set."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.current is None or not self.current.members:
            self.note(self.say("set.none"))
            return
        stepped, wrapped = self.current.step(by)
        self.choose_set(stepped)
        if stepped.span:
            self.article.go_to(stepped.span.start)
        turned = "set.wrapped" if by > 0 else "set.wrapped_back"
        self.note(self.say(turned) if wrapped else "")  # an older note would hide the new position

    async def action_theme_menu(self) -> None:
        """Open the menu that jumps to a theme."""
        await self.panes.open_theme_menu()

    async def action_concordance(self) -> None:
        """Open the concordance of a term."""
        await self.views.open_concordance()

    async def action_this_passage(self) -> None:
        """Open what was found in the passage under the reading line."""
        await self.views.open_passage()

    async def action_details(self) -> None:
        """Open what is known of a name or a theme."""
        await self.views.open_details()

    async def action_dispersion(self) -> None:
        """Open the picture of all themes."""
        await self.views.open_dispersion()

    async def action_timeline(self) -> None:
        """Open what is dated, the earliest first."""
        await self.views.open_timeline()

    async def on_details_asked(self, message: DetailsAsked) -> None:
        """Open what is known of the name or theme of a row that was clicked."""
        message.stop()
        await self.views.open_details()

    def action_next_section(self) -> None:
        """Go to the section after this one."""
        self._go_section(self.article.passage.section + 1, "status.last_section")

    def action_previous_section(self) -> None:
        """Go to the start of this section, or from there to the section before."""
        passage = self.article.passage
        section = self.document.section_of(passage)
        back = 1 if passage.number == section.first else 0
        self._go_section(section.number - back, "status.first_section")

    def _go_section(self, number: int, otherwise: str) -> None:
        if 1 <= number <= len(self.document.sections):
            self.jump(self.document.passages[self.document.sections[number - 1].first - 1].start)
        else:
            self.note(self.say(otherwise))

    def action_go_to_passage(self, number: int) -> None:
        """Go to a passage by its number."""
        total = len(self.document.passages)
        if 1 <= number <= total:
            self.jump(self.document.passages[number - 1].start)
            self.set_focus(self.article)
        else:
            self.note(self.say("status.no_passage", n=number, total=total))

    def action_back(self) -> None:
        """Go back to where the last jump began."""
        self._go_trail(self.trail.back(self.article.reading_offset), "status.no_back")

    def action_forward(self) -> None:
        """Go forward again."""
        self._go_trail(self.trail.forward(self.article.reading_offset), "status.no_forward")

    def _go_trail(self, offset: int | None, otherwise: str) -> None:
        if offset is None:
            self.note(self.say(otherwise))
        else:
            self.article.go_to(offset)

    # Panes.

    def action_show_sections(self) -> None:
        """Go to the sections."""
        self.panes.show("sections")

    def action_show_names(self) -> None:
        """Go to the names."""
        self.panes.show("names")

    def action_show_themes(self) -> None:
        """Go to the themes."""
        self.panes.show("themes")

    def action_show_figures(self) -> None:
        """Bring the figures into sight."""
        self.panes.show("figures")

    def action_show_quotes(self) -> None:
        """Bring the quotes into sight."""
        self.panes.show("quotes")

    def action_sort_figures(self) -> None:
        """Order the figures otherwise, and bring them into sight."""
        self.panes.show("figures")
        self.panes.sort_figures()

    def action_narrow(self) -> None:
        """Narrow the lists to the section, to the passage, or widen them again."""
        self.panes.scope.turn()

    def action_show_bookmarks(self) -> None:
        """Go to the bookmarks."""
        self.panes.show("bookmarks")

    def action_hide_panes(self) -> None:
        """Put the panes away, or back."""
        self.panes.hide_or_show()

    def action_next_pane(self) -> None:
        """Give the focus to the next pane."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """Give the focus to the pane before."""
        self.focus_previous()

    def action_close(self) -> None:
        """Close what is topmost: filter, drawer, search, side focus, current set; else stop work."""
        if not self.panes.stop_telling() and not self._close():
            self.analysis.cancel()

    def action_analyse(self) -> None:
        """Look again for what was not found."""
        self.analysis.begin_again()

    def action_leave(self) -> None:
        """Close what is topmost, or leave the program where nothing is open, whatever is at work."""
        if not self._close():
            self.app.exit()

    def _close(self) -> bool:
        if self.search.is_open:
            self.search.give_up()
        elif self.panes.close_topmost() or self.marking.drop():
            pass
        elif self.current is not None:
            self.choose_set(None)
        else:
            return False
        return True

    # The document and the program.

    async def action_open(self) -> None:
        """Open the library."""
        await self.documents.ask()

    async def action_across(self) -> None:
        """Search across the library."""
        await self.library.search()

    def action_change_script(self) -> None:
        """Show the text as it is, in traditional or in simplified characters."""
        self.documents.change_script()

    async def on_edit_asked(self, message: EditAsked) -> None:
        """Edit what a row stands for."""
        message.stop()
        await self.documents.editing.edit_row(message.list_id, message.key)

    def on_row_deleted(self, message: RowDeleted) -> None:
        """Delete a bookmark, hide a name or a theme; no other list has rows that can be deleted."""
        if message.list_id == "bookmarks":
            self.keeping.bookmarks.remove(message.key)
        elif message.list_id in EDITED:
            self.documents.editing.hide_row(message.list_id, message.key)

    async def action_add_name(self) -> None:
        """Ask for a name that is to be listed; among the themes for a new theme."""
        themes = isinstance(self.focused, RowList) and self.focused.list_id == "themes"
        await (self.documents.editing.new_theme() if themes else self.documents.editing.add_name())

    async def action_new_theme(self) -> None:
        """Ask for a new theme."""
        await self.documents.editing.new_theme()

    async def action_edits(self) -> None:
        """List what was changed about names and themes."""
        await self.documents.editing.show_edits()

    async def action_correct(self) -> None:
        """Put title, byline, source and date right."""
        await self.documents.correcting.ask()

    def action_encoding(self) -> None:
        """Choose the encoding that the document's file is read in."""
        self.documents.encodings.ask()

    def action_removed(self) -> None:
        """Show the lines that were left out."""
        self.documents.show_removed()

    async def action_palette(self) -> None:
        """Open the commands."""
        from tui.palette import Palette

        def run(action: str | None) -> None:
            if action:
                self.call_next(self.run_action, action)

        await self.app.push_screen(Palette(self.language), run)

    async def action_help(self) -> None:
        """Open the help on this screen's keys."""
        from tui.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self.language))

    def action_language(self) -> None:
        """Speak the next language."""
        self.documents.change_language()

    def action_next_theme(self) -> None:
        """Turn from ink to paper or back."""
        self.documents.change_colours()

    def action_glyphs(self) -> None:
        """Turn from fine to plain glyphs or back."""
        self.documents.change_glyphs()
