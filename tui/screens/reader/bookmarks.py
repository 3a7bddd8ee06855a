"""The bookmarks of a document and of its earlier versions: shown, added, noted, removed, placed again."""

from __future__ import annotations

import asyncio
from collections import Counter
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from content.scrub import scrub_line
from tui.colours import COLOURS, kept_part
from tui.current_set import CurrentSet
from tui.screens.reader.notes import ReaderNotes

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from content.document import Document, Passage, Span
    from content.library.placing import Placed, Placing
    from content.shelf import Bookmark
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen
    from tui.widgets.article_rows import Kept, Sign
    from tui.widgets.row_list import ListRow

_SIGNS = {"fine": ("●", "◆"), "plain": ("*", "#")}  # of a bookmark, and of one with a note
_QUOTED = 200  # characters
_AT_ONCE = 100  # bookmarks looked for before it is asked whether the document is still the same


class _Shown(NamedTuple):
    """What is shown of bookmarks, made in a thread: of thousands it takes longer than a frame."""

    placed: tuple[Placed, ...] = ()
    rows: Sequence[ListRow] = ()
    kept: Sequence[Kept] = ()
    signs: Sequence[tuple[int, Sign]] = ()
    by_section: Mapping[int, int] = MappingProxyType({})


class ReaderBookmarks:
    """Shows what is kept of the reader's document; what changes it is done in turn, by `keeping`."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper
        self._placing: Placing | None = None
        self._all_found = False
        self.notes = ReaderNotes(screen, keeping)
        self.placed: tuple[Placed, ...] = ()
        self.by_section: Mapping[int, int] = {}

    # Showing them.

    async def refresh(self) -> None:
        """Read what is kept of the reader's document and show it; what moved is looked for meanwhile."""
        screen, document = self._screen, self._screen.document
        placing = await asyncio.to_thread(self._placing_of, document)  # what it imports takes a while
        bookmarks = await asyncio.to_thread(self._keeper.bookmarks, placing)
        placed, unknown = await asyncio.to_thread(placing.placed, bookmarks)
        shown = await asyncio.to_thread(self._shown, document, placed)
        if document.text is not screen.document.text or not screen.is_running:
            return
        self._all_found = not unknown
        self._put(shown)
        if unknown:
            screen.run_worker(
                self._find(placing, unknown), group="anchoring", exclusive=True, exit_on_error=False
            )

    def _placing_of(self, document: Document) -> Placing:
        from content.library.placing import Placing  # not needed for the first paint

        if self._placing is None or self._placing.document.text is not document.text:
            self._placing = Placing(document, self._screen.shown.opened.path)
        return self._placing

    async def _find(self, placing: Placing, unknown: Sequence[Bookmark]) -> None:
        """Look for bookmarks of earlier versions, outside of the turn: of a book that may take seconds."""
        for first in range(0, len(unknown), _AT_ONCE):
            await asyncio.to_thread(placing.find, unknown[first : first + _AT_ONCE])
            if placing is not self._placing:
                return
        self._keeping.run(self._show_found({each.id for each in unknown}))

    async def _show_found(self, sought: Collection[str]) -> None:
        """Show what was found; the first time a version is open, say what changed of how many."""
        await self.refresh()
        screen = self._screen
        states = Counter(each.anchor.state for each in self.placed if each.bookmark.id in sought)
        told = [f"{n} {screen.say(f'anchor.{state}')}" for state, n in states.items() if state != "ok"]
        if told and screen.shown.carried:
            screen.note(screen.say("bookmark.changed", states=" · ".join(told)))

    @property
    def empty(self) -> str:
        """What the list says where there is none."""
        return self._screen.say("empty.bookmarks" if self._all_found else "empty.bookmarks_sought")

    def put_away(self) -> None:
        """Show none until those of the reader's document have been read."""
        self._placing, self._all_found = None, False
        self._put(_Shown())

    def _shown(self, document: Document, placed: tuple[Placed, ...]) -> _Shown:
        from tui.rows.kept import bookmark_rows

        screen = self._screen
        return _Shown(
            placed,
            bookmark_rows(placed, screen.documents.display, screen.language),
            kept_spans(document, placed),
            margin_signs(placed, *_SIGNS[screen.panes.glyphs]),
            Counter(each.section for each in placed if each.section),
        )

    def _put(self, shown: _Shown) -> None:
        screen = self._screen
        self.placed, self.by_section = shown.placed, shown.by_section
        screen.panes.fill_bookmarks(shown.rows)
        screen.article.show_kept(shown.kept, shown.signs)
        screen.panes.fill_sections()

    def in_passage(self, number: int) -> tuple[Placed, ...]:
        """Return those that begin in a passage, in the order of the text."""
        return tuple(each for each in self.placed if each.span and each.passage == number)

    def _of(self, identity: str) -> Placed | None:
        return next((each for each in self.placed if each.bookmark.id == identity), None)

    def is_of_this_document(self, digest: str) -> bool:
        """Tell whether a text is the reader's or an earlier version of it."""
        return digest == self._screen.document.digest or any(
            each.bookmark.document == digest for each in self.placed
        )

    def set_of(self, identity: str) -> CurrentSet | None:
        """Return the set of them all, at one of them; None where that one is nowhere."""
        chosen = self._of(identity)
        if chosen is None or chosen.span is None:
            return None
        spans = (each.span for each in self.placed if each.span)
        return CurrentSet.of("bookmarks", "", self._screen.say("set.bookmarks"), spans).at(chosen.span)

    def follow(self, identity: str, *, stay: bool) -> None:
        """Go to a bookmark; all of them become the current set."""
        chosen, placed = self.set_of(identity), self._of(identity)
        if chosen:
            self._screen.go_to_member(chosen, stay=stay)
        elif placed:
            self._screen.note(self._screen.say("bookmark.lost", quote=self.quote(placed)))

    def quote(self, placed: Placed) -> str:
        """Return the beginning of what was bookmarked, on one line: more than is drawn."""
        return self._screen.documents.display(scrub_line(placed.bookmark.quote))[:_QUOTED]

    def go_to(self, bookmark: Bookmark) -> None:
        """Go to a bookmark of the reader's document, before others are found where that was not done yet."""
        self._keeping.run(self._go_to(bookmark))

    async def _go_to(self, bookmark: Bookmark) -> None:
        placing = self._placing_of(self._screen.document)
        await asyncio.to_thread(placing.find, (bookmark,))
        await self.refresh()
        self.follow(bookmark.id, stay=False)

    # Changing them.

    async def bookmark(self) -> None:
        """Bookmark what is marked, else the passage under the reading line; where it is, open its note.

        In the list of bookmarks meant is the one of the row.
        """
        screen, chosen = self._screen, self._in_list
        if chosen:
            await self.notes.open(chosen)
            return
        marked, passage = screen.marking.span, screen.article.passage
        if marked:
            passage = screen.document.passage_at(marked.start)
            kept = [each for each in self.placed if each.span == marked]
        else:
            kept = self._meant_in(passage)
        screen.marking.drop()
        if kept:
            await self.notes.open(kept[0])
        else:
            self._keeping.run(self._add(screen.document, passage, marked))

    def _meant_in(self, passage: Passage) -> list[Placed]:
        """Return the bookmarks in the reading line, then those that begin in its passage.

        First comes the one that was gone to last: there may be several in a line.
        """
        row, current = self._screen.article.reading_row, self._screen.current
        present = current.span if current and current.kind == "bookmarks" else None
        shown = [each for each in self.placed if each.span and _meet(each.span, row)]
        shown.sort(key=lambda each: each.span != present)
        return [*shown, *self.in_passage(passage.number)]

    @property
    def _in_list(self) -> Placed | None:
        """The bookmark of the row under the cursor where the list of them has the focus."""
        rows = self._screen.panes.bookmark_list
        return self._of(rows.row.key) if rows and rows.has_focus and rows.row else None

    async def _add(self, document: Document, passage: Passage, span: Span | None) -> None:
        screen = self._screen
        kept, _ = await self._keeping.attempt(partial(self._keeper.add, document, passage, span))
        if kept:
            await self.refresh()
            screen.note(screen.say("bookmark.added_note", n=passage.number))

    def remove(self, identity: str) -> None:
        """Remove a bookmark."""
        chosen = self._of(identity)
        if chosen:
            self._keeping.run(self._remove(chosen))

    async def _remove(self, placed: Placed) -> None:
        kept, _ = await self._keeping.attempt(partial(self._keeper.remove, placed.bookmark))
        if kept:
            await self.refresh()
            self._screen.note(self._screen.say("bookmark.deleted", n=placed.passage))

    def place_again(self) -> None:
        """Have a bookmark stand where it was found, and a lost one at the passage under the reading line.

        Meant is the one of the row under the cursor; where no list of them has the focus, the one that
        moved in this passage.
        """
        screen, rows = self._screen, self._screen.panes.bookmark_list
        article = screen.article
        if rows is not None and rows.has_focus:
            chosen = self._in_list
        else:
            moved = (each for each in self.in_passage(article.passage.number) if each.anchor.state != "ok")
            chosen = next(moved, None)
        if chosen is None or chosen.anchor.state == "ok":
            screen.note(screen.say("bookmark.in_place"))
            return
        passage = article.passage
        span = chosen.span or screen.marking.span or _span_of(passage)
        screen.marking.drop()
        self._keeping.run(self._place_again(chosen, screen.document, span))

    async def _place_again(self, placed: Placed, document: Document, span: Span) -> None:
        screen = self._screen
        kept, there = await self._keeping.attempt(
            partial(self._keeper.place_again, placed.bookmark, document, span)
        )
        if kept:
            await self.refresh()
            number = document.passage_at(span.start).number
            screen.note(screen.say("bookmark.placed" if there else "bookmark.gone", n=number))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _span_of(passage: Passage) -> Span:
    from content.document import Span

    return Span(passage.start, passage.end)


def margin_signs(placed: Sequence[Placed], bare: str, noted: str) -> tuple[tuple[int, Sign], ...]:
    """Return signs at the offsets where bookmarks begin, rising; of two there the one with a note shows."""
    from tui.widgets.article_rows import Sign

    signs: dict[int, Sign] = {}
    for each in sorted(placed, key=lambda each: bool(each.bookmark.note)):
        if each.span:
            mark = noted if each.bookmark.note else bare
            signs[each.span.start] = Sign(mark, COLOURS.get(each.bookmark.colour or "", "mark"))
    return tuple(sorted(signs.items()))


def kept_spans(document: Document, placed: Sequence[Placed]) -> tuple[Kept, ...]:
    """Return the stretches to be drawn in the text: those that are not a whole passage."""
    from tui.widgets.article_rows import Kept

    passages = document.passages
    return tuple(
        sorted(
            Kept(each.span, kept_part(each.bookmark.colour))
            for each in placed
            if each.span and each.span != _span_of(passages[each.passage - 1])
        )
    )
