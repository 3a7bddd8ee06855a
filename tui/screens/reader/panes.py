"""The reader's side panes: which show at which width, what stands in them, where their rows lead."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui.rows.findings import theme_name, theme_rows
from tui.rows.panes import Look, PaneRows, pane_rows
from tui.rows.sections import section_rows
from tui.screens.reader.scope import ReaderScope
from tui.screens.reader.sets import set_of
from tui.text import cells
from tui.widgets.caption import Caption
from tui.widgets.list_pane import Contents, ListPane
from tui.widgets.row_list import ListRow
from tui.widgets.side_pane import SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.current_set import CurrentSet
    from tui.density import Glyphs
    from tui.findings import Findings
    from tui.rows.figures import Order
    from tui.screens.chooser import Chooser
    from tui.screens.reader.screen import ReaderScreen
    from tui.widgets.row_list import RowList

_WIDE, _MEDIUM = 110, 80  # columns from which three panes, and two, stand side by side
_TINY = 48  # columns under which a pane over the article takes all of the width
_BESIDE_STRIPS = 13  # cells: English names of themes that are longer leave no room for strips at the left
_NARROW_BINS, _WIDE_BINS = 5, 9  # cells of a density strip in a narrow pane, and in a wide one
_HIDDEN, _DRAWER = "-bare", "-drawer"
_MADE_AT_ONCE = 2_000  # findings; the rows of more would keep the screen waiting
_SENTENCE = 3  # rows that the sentence of an empty pane takes
_FOUND = ("themes", "names", "figures", "quotes")  # what the analysis fills
_TABS = ("sections", "names", "themes", "figures", "quotes", "bookmarks")


class ReaderPanes:
    """Sections and themes on the left where there is room, everything under tabs on the right."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self.sections, self.themes = ListPane("sections"), ListPane("themes")
        self.captions = {tab: Caption() for tab in ("sections", "themes")}
        self.side = SidePane(self._names(), id="side")
        self.scope = ReaderScope(screen)
        self._bookmark_rows: Sequence[ListRow] = ()
        self._width = 0
        self._figure_order: Order = "position"
        self._shown_order: Order = "position"
        self._rows = PaneRows([], [], [], [], [])
        self._menu: Chooser | None = None
        self.glyphs: Glyphs = "fine"

    def _names(self) -> dict[str, str]:
        return {tab: self._screen.say(f"pane.{tab}") for tab in _TABS}

    def name(self) -> None:
        """Put the names over the panes in the reader's language; English ones are longer."""
        self._screen.set_class(self._screen.language == "en", "-english")
        for tab, caption in self.captions.items():
            scope = self.scope.words if tab == "themes" else ""
            caption.words = " · ".join(filter(None, (self._screen.say(f"pane.{tab}"), scope)))
        self.side.tell(self.scope.words)
        for pane in (self.sections, self.themes, self.side.pane):
            pane.placeholder = self._screen.say("filter.placeholder")
        self._offer()

    def arrange(self, width: int) -> None:
        """Offer the tabs that a screen of `width` columns needs."""
        before, bins, self._width = self._width, self._bins, width
        self._screen.set_class(width < _TINY, "-tiny")
        if (before >= _WIDE) != (width >= _WIDE) or not before:
            self._offer()
            self.close_drawer()
        if before and bins != self._bins:
            self.fill()

    def _offer(self) -> None:
        """Offer the tabs that the left does not show already."""
        names = self._names()
        if self._width >= _WIDE:
            del names["sections"]
        self.side.offer(names)

    @property
    def _bins(self) -> int:
        """Cells of a density strip in the side pane: between two widths of the screen it is narrow itself."""
        return _NARROW_BINS if _MEDIUM <= self._width < _WIDE else _WIDE_BINS

    def fill(self) -> None:
        """Fill every list; names, themes, figures, quotes and bookmarks with those of the scope.

        Many rows stand as soon as they are made.
        """
        self.fill_sections()
        screen, findings, look = self._screen, self.scope.findings, self._look
        work = partial(pane_rows, screen.document, findings, look, screen.findings.themes)
        if findings.size <= _MADE_AT_ONCE:
            self._put(work())
        else:
            later = self._put_later(work, findings, look)
            screen.run_worker(later, group="rows", exclusive=True, exit_on_error=False)

    async def _put_later(self, work: Callable[[], PaneRows], findings: Findings, look: Look) -> None:
        rows = await asyncio.to_thread(work)
        if findings is self.scope.findings and look == self._look:
            self._put(rows)

    @property
    def _look(self) -> Look:
        screen = self._screen
        names = (cells(theme_name(each, screen.language)) for each in screen.findings.themes)
        fits = screen.language != "en" or max(names, default=0) <= _BESIDE_STRIPS
        left_bins = _NARROW_BINS if fits else 0
        order, display = self._figure_order, screen.documents.display
        return Look(left_bins, self._bins, screen.language, self.glyphs, order, display)

    def _put(self, rows: PaneRows) -> None:
        self._rows = rows
        screen = self._screen
        themes = len(screen.findings.themes) + bool(screen.analysis.told_above)
        for pane, count in ((self.sections, len(screen.document.sections)), (self.themes, themes)):
            pane.styles.max_height = max(count, _SENTENCE) + 1  # what one does not need is the other's
        self._show_themes()
        turned = self._figure_order != self._shown_order
        self._shown_order = self._figure_order
        for tab in _FOUND:
            cursor = "" if turned and tab == "figures" else None  # the top of what is in another order
            self.side.put(tab, self._listed(tab, getattr(rows, tab)), cursor=cursor)
        self.fill_bookmarks(self._bookmark_rows)
        self._fill_menu()

    def _fill_menu(self) -> None:
        if self._menu:
            self._menu.show(self._menu_contents())

    def _show_themes(self) -> None:
        self.themes.show(self._listed("themes", self._rows.left_themes))

    def _listed(self, tab: str, rows: Sequence[ListRow]) -> Contents:
        """Return what a list shows: above rows that are not all yet, that they are not."""
        told = self._screen.analysis.told_above
        if rows and told:
            rows = (ListRow("work", ((told, "quiet"),), heading=True), *rows)
        return self._contents(rows, "" if rows else self._none(tab))

    def _none(self, tab: str) -> str:
        """Return what a list says that has no rows: how far the analysis is, later that nothing was found."""
        screen = self._screen
        if (percent := screen.analysis.percent) is not None:
            return screen.say("work.analysing", percent=percent)
        if told := screen.analysis.told:
            return told
        if not screen.findings.known or (tab in ("figures", "quotes") and not screen.findings.whole):
            return ""
        return self.scope.empty(screen.say(f"empty.{tab}"))

    def tell_progress(self) -> None:
        """Say how far the analysis is in the lists that have no rows yet."""
        rows = self._rows
        self._fill_menu()
        if not rows.left_themes:
            self._show_themes()
        for tab in _FOUND:
            if not getattr(rows, tab):
                self.side.put(tab, self._listed(tab, ()))

    def tell_work(self) -> None:
        """Say above the rows that there are that they are not all yet, or no longer so."""
        self._put(self._rows)

    def stop_telling(self) -> bool:
        """Stop the analysis where the list that has the focus has no rows but says how that is done."""
        lists = (self.themes.list, self.side.pane.list)
        focused = next((each for each in lists if each is self._screen.focused and not each.rows), None)
        return bool(focused and focused.list_id in _FOUND) and self._screen.analysis.cancel()

    def sort_figures(self) -> None:
        """Sort the figures by what they count, or as they stand in the text."""
        self._figure_order = "value" if self._figure_order == "position" else "position"
        self.fill()
        self._screen.note(self._screen.say(f"figure.by_{self._figure_order}"))

    def _contents(self, rows: Sequence[ListRow], empty: str = "") -> Contents:
        return Contents(rows, empty, self._screen.say("empty.filtered", query="{query}"))

    def fill_sections(self) -> None:
        """Fill the sections: where the reader is, and how the current set spreads over them."""
        screen = self._screen
        present = screen.article.passage.section
        members = screen.current.members if screen.current else None
        kept = screen.keeping.bookmarks.by_section
        display, language = screen.documents.display, screen.language
        rows = section_rows(screen.document, present, members, display, language, kept)
        contents, focused = self._contents(rows), screen.focused
        self.sections.show(contents, cursor=None if focused is self.sections.list else str(present))
        self.side.put("sections", contents, cursor=None if focused is self.side.pane.list else str(present))

    @property
    def bookmark_list(self) -> RowList | None:
        """The list of the side pane while it shows the bookmarks."""
        return self.side.pane.list if self.side.present == "bookmarks" else None

    def fill_bookmarks(self, rows: Sequence[ListRow]) -> None:
        """Fill the bookmarks with the rows of those that there are, and show those in the scope."""
        self._bookmark_rows = rows
        if self.scope.is_narrow:
            here = self.scope.passages
            placed = self._screen.keeping.bookmarks.placed
            kept = {each.bookmark.id for each in placed if each.span and each.passage in here}
            rows = [row for row in rows if row.key in kept]
        none = self.scope.empty(self._screen.keeping.bookmarks.empty)
        self.side.put("bookmarks", self._contents(rows, none))

    def show(self, tab: str) -> None:
        """Bring a pane into sight and give it the focus."""
        screen = self._screen
        screen.remove_class(_HIDDEN)
        if self._width >= _WIDE and tab in ("sections", "themes"):
            screen.set_focus((self.sections if tab == "sections" else self.themes).list)
            return
        self.side.turn_to(tab)
        screen.set_class(self._width < _MEDIUM, _DRAWER)
        screen.set_focus(self.side.pane.list)

    def hide_or_show(self) -> None:
        """Put all panes away, or back."""
        screen = self._screen
        screen.toggle_class(_HIDDEN)
        self.close_drawer()
        hidden = screen.has_class(_HIDDEN)
        if hidden:
            screen.set_focus(screen.article)
        screen.note(screen.say("status.panes_hidden" if hidden else "status.panes_shown"))

    def close_drawer(self) -> None:
        """Put the pane over the article away, where the screen is too narrow for two."""
        self._screen.remove_class(_DRAWER)

    def close_topmost(self) -> bool:
        """Close a filter, the drawer or leave the side; False where the article has the focus already."""
        screen = self._screen
        focused = screen.focused
        for pane in (self.sections, self.themes, self.side.pane):
            if pane.filtering and focused in (pane.box, pane.list):
                pane.close_filter()
                return True
        drawer = screen.has_class(_DRAWER)
        if not drawer and focused is screen.article:
            return False
        self.close_drawer()
        screen.set_focus(screen.article)
        return True

    def follow(self, list_id: str, key: str, *, stay: bool) -> None:
        """Go where a row of sections, themes or names leads."""
        screen = self._screen
        if list_id == "sections":
            section = screen.document.sections[int(key) - 1]
            screen.jump(screen.document.passages[section.first - 1].start)
            if not stay:
                self.close_drawer()
                screen.set_focus(screen.article)
            return
        chosen = set_of(screen, self.scope.findings, list_id, key)
        chosen = self.scope.label(chosen) if chosen else None
        if chosen and list_id in ("figures", "quotes"):
            screen.go_to_member(chosen, stay=stay)
        elif chosen:
            screen.go_to_set(chosen, stay=stay)
        if chosen and list_id == "themes" and stay and self._width < _WIDE:
            self._tell_sections(chosen)

    def _tell_sections(self, chosen: CurrentSet) -> None:
        """Say how many sections a set touches, where they do not stand beside the list."""
        document = self._screen.document
        touched = {document.passage_at(span.start).section for span in chosen.members}
        self._screen.note(
            self._screen.say("set.touches", label=chosen.label, n=len(touched), total=len(document.sections))
        )

    async def open_theme_menu(self) -> None:
        """Open the menu that jumps to a theme by typing some of its name."""
        from tui.screens.chooser import Chooser

        screen = self._screen
        self._menu = Chooser(
            screen.say("screen.theme_menu"),
            self._menu_contents(),
            placeholder=screen.say("themes.menu_placeholder"),
        )

        def go(key: str | None) -> None:
            self._menu = None
            chosen = set_of(screen, screen.findings, "themes", key) if key else None
            if chosen:
                screen.go_to_set(chosen)

        await screen.app.push_screen(self._menu, go)

    def _menu_contents(self) -> Contents:
        screen = self._screen
        rows = theme_rows(screen.document, screen.findings.themes, self._bins, screen.language, self.glyphs)
        return self._contents(rows, screen.analysis.told or screen.say("empty.no_themes"))
