"""The documents of the library: listed, filtered, sorted, removed and had again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from content.library.opening import open_document
from content.library.ordering import ORDERS, Order, ordered
from content.library.records import Entry
from content.scrub import scrub_line
from tui.filtering import Sieve
from tui.origin import origin_of
from tui.paths import existing_paths, path_of
from tui.rows.days import today
from tui.rows.hits import heading_row
from tui.rows.library import EDITION, Drawing, characters, entry_row
from tui.screens.library.box import LibraryBox
from tui.screens.library.outcome import Listed, Typed
from tui.screens.library.typed import kind_of
from tui.screens.library.view import View
from tui.strings import Language, say_count
from tui.text import fit
from tui.widgets.boxed_list import BoxedList
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from content.document import Document
    from content.library.library import Library
    from content.shelf import Place, Problem
    from tui.screens.library.screen import LibraryScreen

SORT_SETTING = "library_sort"
_ACROSS, _PATH = "across:", "path:"
_OFFERS = {
    "folder": "library.add_folder",
    "file": "library.open_path",
    "path": "error.missing",
    "address": "open.web_address",
}
_LONGEST_QUERY = 40  # cells of it that are said again


class LibraryDocuments(View):
    """Lists the edition and every document."""

    keys = ("choose", "delete_row", "sort", "filter", "add", "across")

    def __init__(self, screen: LibraryScreen) -> None:
        rows = RowList("documents")
        box = LibraryBox(rows, id="library-box")
        super().__init__(screen, BoxedList(rows, box, id="documents"), box)
        self._listing: _Listing | None = None
        self._reading = self._sorting = 0  # serials: what comes later holds
        self._at_first = self._given = False

    @property
    def placeholder(self) -> str:
        """What the empty box says."""
        return self.screen.say("library.placeholder")

    @property
    def order(self) -> Order:
        """How the documents are sorted."""
        chosen = self.screen.reader.settings.get(SORT_SETTING, "")
        return next((order for order in ORDERS if order == chosen), "opened")

    # What there is.

    def begin(self) -> None:
        """List the documents as they were read last, then as they are now."""
        self.screen.reader.library.at_leisure.listen = self._tell_count
        self._at_first = True
        if self._entries:
            self.screen.work(self._sort())
        self.screen.work(self._read())

    @property
    def _entries(self) -> tuple[Entry, ...] | None:
        """The documents and the edition, kept: a long list shows soon when it is opened again."""
        return self.screen.memory.entries

    async def _read(self) -> None:
        screen, before = self.screen, self._entries
        self._reading = serial = self._reading + 1
        entries, problem = await asyncio.to_thread(lambda: _read(screen.library))
        if serial != self._reading:
            return
        screen.memory.entries = entries
        if problem:
            screen.note(screen.problem_words(problem.reason))
        if entries != before:
            await self._sort()

    async def _sort(self) -> None:
        """Make the rows; at first the cursor is on the document read before the present one."""
        screen, entries = self.screen, self._entries or ()
        self._sorting = serial = self._sorting + 1
        drawing, present = screen.drawing(today()), screen.reader.document.digest
        listing = await asyncio.to_thread(_listing, entries, self.order, drawing, present)
        if serial != self._sorting:
            return
        self._listing = listing
        self._tell_count()
        first = next((row.key for row in listing.rows if row.key != listing.present), None)
        self._apply(first if self._at_first else None)
        self._at_first = False
        if self._given and self.screen.view is self:
            self.given()

    def _tell_count(self) -> None:
        """Say how many documents there are, how many were analysed while that goes on, and where it fails."""
        screen, entries = self.screen, self._entries or ()
        if len(entries) <= 1:  # the edition alone: the library is empty
            screen.count("")
            return
        count = say_count(screen.language, "documents", len(entries))
        long = f"{count} · {characters(sum(each.characters for each in entries), screen.language)}"
        done, left, failed = screen.reader.library.at_leisure.counts
        analysed = [screen.say("library.analysed", done=done, total=done + left)] if left else []
        analysed += [screen.say("library.not_analysed", n=failed)] if failed else []
        screen.count(" · ".join([long, *analysed]), " · ".join([count, *analysed]), count)

    def end(self) -> None:
        """Tell nothing any more."""
        self.screen.reader.library.at_leisure.listen = None

    # What shows.

    def typed(self, text: str) -> None:
        """Show the documents that are meant, the best under the cursor, and what else can be done with it."""
        self._given = False
        self._apply(best_first=True)

    def _apply(self, cursor: str | None = None, *, best_first: bool = False) -> None:
        screen, listing, typed = self.screen, self._listing, self.box.value.strip()
        if listing is None or not self.pane.is_attached:
            return  # they are being read, or another view shows
        order = screen.say(f"library.by_{self.order}")
        if not typed:
            rows = listing.rows
            if len(rows) == 1:
                rows = [*rows, heading_row("gap", ""), heading_row("empty", screen.say("empty.library"))]
            self.pane.list.show(rows, cursor=cursor)
            self.pane.tell(order)
            return
        kept = listing.meant(typed)
        rows = [*self._paths(typed, first=not kept), *kept, self._across(typed, len(listing.rows))]
        self.pane.list.show(rows, cursor=rows[0].key if best_first else cursor)
        kept_of_all = f"{len(kept)}/{len(listing.rows)}"
        self.pane.tell(f"{kept_of_all} · {order}", kept_of_all)

    def _across(self, typed: str, documents: int) -> ListRow:
        query = fit(typed, _LONGEST_QUERY)
        words = self.screen.say("library.search_all", n=documents, query=query)
        return ListRow(_ACROSS, (("  ", ""), (words, "mark")))

    def _paths(self, typed: str, *, first: bool) -> list[ListRow]:
        """Return the row that opens what was typed, where that is a path or, as nothing else, may be one."""
        kind = kind_of(typed)
        if kind == "words" or (kind == "path" and not first):
            return []
        if kind == "several":
            words = self.screen.say("library.add_several", n=len(existing_paths(typed)))
        else:
            path = scrub_line(path_of(typed))
            words = self.screen.say(_OFFERS[kind], path=path, name=path)
        return [ListRow(_PATH, (("  ", ""), (words, "mark")))]

    # What can be done.

    def given(self) -> None:
        """Enter in the box: follow the row under the cursor, as soon as there are rows."""
        self._given = self._listing is None
        if not self._given:
            super().given()

    def choose(self, key: str) -> None:
        """Open a document or a path, or search for what was typed."""
        screen = self.screen
        if key == _ACROSS:
            screen.search_across(self.box.value.strip())
        elif key == _PATH:
            self.open_typed(self.box.value)
        elif entry := self._entry(key):
            screen.close_with(None if entry.digest == screen.reader.document.digest else Listed(entry))

    def open_typed(self, typed: str) -> None:
        """Open a file; several, and those in a folder, are added."""
        screen = self.screen
        match kind_of(typed):
            case "address":
                screen.note(screen.say("open.web_address"))
            case "folder" | "several":
                screen.adding.begin(existing_paths(typed))
            case "file":
                screen.close_with(Typed(typed))
            case _:
                screen.set_focus(self.box)  # to be typed on
                screen.note(screen.say("error.missing", name=scrub_line(path_of(typed))))

    def sort(self) -> None:
        """Sort the documents in the next way, and remember it."""
        order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self.screen.choose_setting(SORT_SETTING, order)
        self.screen.work(self._sort())
        self.screen.note(self.screen.say(f"library.by_{order}"))

    def remove(self, key: str) -> None:
        """Remove a document; its bookmarks stay."""
        entry = self._entry(key)
        if entry is None:
            return
        if entry.id == EDITION:
            self.screen.note(self.screen.say("library.edition_stays"))
            return
        self.screen.work(self._remove(entry))

    async def _remove(self, entry: Entry) -> None:
        screen = self.screen
        done, removed = await screen.write(partial(screen.library.remove, entry.id))
        if done:
            await self._read()
        if removed:
            screen.note(screen.say("library.removed", title=self._title(entry)))

    def restore(self) -> None:
        """Have the document again that was removed last, be it days ago."""
        self.screen.work(self._restore())

    async def _restore(self) -> None:
        screen = self.screen
        done, entry = await screen.write(screen.library.restore_last)
        if entry:
            await self._read()
            self.pane.list.put_cursor(str(entry.id))
            screen.note(screen.say("library.restored", title=self._title(entry)))
        elif done:
            screen.note(screen.say("library.nothing_removed"))

    def _entry(self, key: str) -> Entry | None:
        return next((entry for entry in self._entries or () if str(entry.id) == key), None)

    def _title(self, entry: Entry) -> str:
        return entry.title or self.screen.say("document.untitled")


@dataclass(frozen=True, slots=True, eq=False)
class _Listing:
    """The row of every document; `present` is the key of that of the one that is read.

    `by_all` and `by_title` are those of the rows, in the same order.
    """

    rows: list[ListRow]
    present: str
    by_all: Sieve
    by_title: Sieve

    def meant(self, typed: str) -> list[ListRow]:
        """Return the rows that are meant, what shows it before what knows it."""
        titled = self.by_title.matching(typed)
        meant = sorted(self.by_all.matching(typed), key=lambda index: (index not in titled, index))
        return [self.rows[index] for index in meant]


def _listing(entries: tuple[Entry, ...], order: Order, drawing: Drawing, present: str) -> _Listing:
    """Make the rows in an order, in a thread; `present` is the digest of the text that is read."""
    entries = ordered(entries, order)
    rows = [
        entry_row(entry, _origin(entry, drawing.language), drawing, present=entry.digest == present)
        for entry in entries
    ]
    by_all, by_title = Sieve([row.found_by for row in rows]), Sieve([entry.title for entry in entries])
    shown = next((str(entry.id) for entry in entries if entry.digest == present), "")
    return _Listing(rows, shown, by_all.prepare(), by_title.prepare())


def _origin(entry: Entry, language: Language) -> str:
    if entry.id == EDITION:
        return origin_of(open_document(), language)
    return " · ".join([*entry.byline, *filter(None, (entry.source, entry.date))])


def _read(library: Library) -> tuple[tuple[Entry, ...], Problem | None]:
    """Return all documents and the edition, and what keeps others from being read."""
    edition = open_document()
    entries = (*library.entries(), _as_entry(edition, library.shelf.place_of(edition.digest)))
    return entries, library.problem


def _as_entry(edition: Document, place: Place | None) -> Entry:
    return Entry(
        id=EDITION,
        digest=edition.digest,
        title=edition.title,
        byline=edition.byline,
        source=edition.source,
        date=edition.date,
        path=None,
        characters=len(edition.text),
        added="",
        opened=place.opened if place else None,
        progress=place.progress if place else 0.0,
    )
