"""What opens over the reader: the views of what was found, and where their rows lead."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from tui.screens.reader.footer import EDITED
from tui.screens.reader.sets import set_of
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.current_set import CurrentSet
    from tui.screens.reader.screen import ReaderScreen
    from tui.screens.views.page import MakePage, Page, PageScreen

_NO_TERM = ("figures", "quotes", "bookmarks", "timeline")  # sets of places that have no word in common
_LONGEST_TERM = 40  # characters of a selection or a query that still is a term


class ReaderViews:
    """Opens views over the reader and goes where they lead; remembers the concordance's last term."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._term = ""
        self._page: PageScreen | None = None

    async def open_concordance(self) -> None:
        """Open the concordance of what is marked, else of the row under the cursor, the set, the last one."""
        from tui.screens.views.concordance import ConcordanceScreen

        screen = self._screen
        view = ConcordanceScreen(screen, self._first_term())

        def go(chosen: CurrentSet | None) -> None:
            self._term = view.term
            self._go(chosen)

        await screen.app.push_screen(view, go)

    async def open_passage(self) -> None:
        """Open what was found in the passage under the reading line."""
        from tui.screens.views.passage import passage_page

        await self._open(partial(passage_page, self._screen, self._screen.article.passage))

    async def open_dispersion(self) -> None:
        """Open the picture of all themes over the whole text."""
        from tui.screens.views.themes import themes_page

        await self._open(partial(themes_page, self._screen))

    async def open_timeline(self) -> None:
        """Open what is dated, the earliest first."""
        from tui.screens.views.timeline import timeline_page

        await self._open(partial(timeline_page, self._screen))

    async def open_details(self) -> None:
        """Open the page of what the row under the cursor speaks of, else of the current set.

        What the reader puts right about a name or a theme belongs on these pages.
        """
        screen, row = self._screen, self._row
        asked = "", ""
        if row:
            asked = screen.panes.scope.in_whole(*row)
        elif screen.current and screen.current.kind in ("name", "theme"):
            asked = f"{screen.current.kind}s", screen.current.key
        await self._open(partial(self.details_of, *asked))

    @property
    def _row(self) -> tuple[str, str] | None:
        """The list that has the focus, and the key of the row under its cursor."""
        focused = self._screen.focused
        return (focused.list_id, focused.row.key) if isinstance(focused, RowList) and focused.row else None

    def details_of(self, list_id: str, key: str) -> Page | None:
        """Return the page of a name or a theme, of a quote's speaker, of a figure's passage.

        A quote of which nobody is listed as the speaker has its passage's page too. None for any other row.
        """
        from tui.screens.views.name import name_page
        from tui.screens.views.passage import passage_page
        from tui.screens.views.theme import theme_page

        screen, findings = self._screen, self._screen.findings
        if list_id == "quotes" and (quote := findings.quotes[int(key) : int(key) + 1]):
            speaker = findings.called(quote[0].speaker) if quote[0].speaker else None
            if speaker:
                return name_page(screen, speaker)
            return passage_page(screen, screen.document.passages[quote[0].passage - 1])
        if list_id == "figures" and (figure := findings.figures[int(key) : int(key) + 1]):
            return passage_page(screen, screen.document.passages[figure[0].passage - 1])
        if list_id == "names" and (name := findings.name(key)):
            return name_page(screen, name)
        if list_id == "themes" and (theme := findings.theme(key)):
            return theme_page(screen, theme)
        return None

    async def _open(self, make: MakePage) -> None:
        from tui.screens.views.page import PageScreen

        screen, page = self._screen, await asyncio.to_thread(make)  # of a book it takes long
        if page is None:
            screen.note(screen.say("name.none"))
            return
        self._page = PageScreen(screen, page, make)
        await screen.app.push_screen(self._page, self._go)

    def fill(self, *, waiting: bool = False) -> None:
        """Fill the open page with what was found meanwhile; where `waiting` is true only one that waits."""
        if self._page:
            self._page.fill(waiting=waiting)

    def _go(self, chosen: CurrentSet | None) -> None:
        self._page = None
        if chosen:
            self._screen.go_to_member(chosen, stay=False)

    def _first_term(self) -> str:
        screen = self._screen
        marked = screen.marking.span
        selected = screen.document.text[marked.start : marked.end] if marked else ""
        if selected and "\n" not in selected and len(selected) <= _LONGEST_TERM:
            return selected
        row = self._row
        current = set_of(screen, screen.findings, *row) if row and row[0] in EDITED else screen.current
        if current is None or current.span is None or current.kind in _NO_TERM:
            return self._term
        text = screen.document.text
        if current.kind == "hits":  # the query may be pinyin
            found = text[current.span.start : current.span.end]
        else:
            named = Counter(text[span.start : span.end] for span in current.members)
            found = current.key if current.key in named else named.most_common(1)[0][0]
        return found if len(found) <= _LONGEST_TERM else current.key
