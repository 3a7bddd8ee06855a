"""Search across all documents: hits by document, as they are typed for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui import text
from tui.asking import Asking, Question
from tui.origin import origin_of
from tui.progress import Progress, Stopped
from tui.rows.across import HIT, MORE, across_rows
from tui.rows.hits import heading_row
from tui.rows.suggestions import PREFIX, suggestion_rows
from tui.screens.library.box import AcrossBox
from tui.screens.library.outcome import Found as FoundHit
from tui.screens.library.texts import Texts
from tui.screens.library.view import View
from tui.search_words import Found, found_words, problem_key, summary_forms, words_to_come
from tui.widgets.search_pane import SearchPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.search.completing import Completion
    from tui.asking import Answer
    from tui.screens.library.screen import LibraryScreen

_LISTED = 1_000  # hits in the list; the counts are of all
_LONGEST_QUERY = 60  # cells of it that are said again


class LibraryAcross(View):
    """Searches the library and the edition."""

    keys = ("choose", "filter")

    def __init__(self, screen: LibraryScreen) -> None:
        pane = SearchPane(id="across", list_id="across", box=AcrossBox)
        super().__init__(screen, pane, pane.box)
        self._pane = pane
        self._asking = Asking(self, screen.work)
        self._preparing = screen.memory.preparing
        self._answer: Answer | None = None
        self._asked = self._texts = Texts()  # what stands in the box is asked of, and what shows was
        self._counts = (0, 0)
        self._counted = self._waiting = self._staying = self._ready = False
        self._progress: Progress | None = None
        self._whole: set[str] = set()  # digests

    @property
    def placeholder(self) -> str:
        """What the empty box says."""
        return self.screen.say("search.placeholder")

    @property
    def box_keys(self) -> tuple[str, ...]:
        """The sentence that says what the keys do in the box, and shorter ones."""
        say = self.screen.say
        keys = say("library.across_keys"), say("library.across_keys_short")
        return (f"{keys[0]} · {say('search.stop')}", *keys) if self._preparing.working else keys

    # Getting ready.

    def begin(self) -> None:
        """Read the documents that came since; then what stands in the box is answered."""
        self.screen.memory.listen = self._prepared
        self._stop()
        self._progress = Progress(self._told, raises=True)
        self.screen.work(self._read(self._progress))

    def end(self) -> None:
        """Read on no more; the index is built on."""
        self.screen.memory.listen = None
        self._stop()

    def _stop(self) -> bool:
        """Read on no more; False where nothing is read."""
        progress, self._progress = self._progress, None
        if progress:
            progress.stop()
        return progress is not None

    async def _read(self, progress: Progress) -> None:
        screen = self.screen
        if not self._ready:
            self._pane.list.show(())
        try:
            await asyncio.to_thread(screen.texts.read, progress)
        except Stopped:
            if self._progress is None:  # nobody reads instead
                self._pane.tell(screen.say("library.stopped"))
            return
        finally:
            if self._progress is progress:
                self._progress = None
        self._ready = True
        if screen.texts.present.search:
            self._preparing.begin(screen.texts.present.search)
        self.ask(self.box.value, again=True)
        screen.show_keys()

    def _told(self, done: int, total: int) -> None:
        percent = 100 * done // max(1, total)
        self._pane.tell(self.screen.say("library.reading", percent=percent), f"{percent} %")

    def _prepared(self) -> None:
        """Say how far the index is; ask again what was answered without it."""
        if self._preparing.working:
            self._tell()
        else:
            self.screen.show_keys()
            self.ask(self.box.value, again=True)

    def cancel(self) -> bool:
        """Stop reading, or building the index until this is opened anew; False where neither is done."""
        if self._stop():
            return True
        if not self._preparing.working:
            return False
        self._preparing.cancel()
        self.screen.work(asyncio.to_thread(self.screen.texts.stop))
        self._tell()
        self.screen.show_keys()
        self.screen.note(self.screen.say("search.stopped"))
        return True

    # Asking and answering.

    def typed(self, typed: str) -> None:
        """Search as it is typed."""
        self.ask(typed)

    def ask(self, typed: str, *, again: bool = False) -> None:
        """Search for what was typed; `again` keeps the cursor on its row."""
        self._staying = self._staying and again
        texts = self.screen.texts.present
        if not typed.strip():
            self._asking.drop()
            self._waiting, self._answer = False, None
            self._suggest()
            self._pane.box.go_on()
        elif texts.search and self._ready:
            self._waiting = True
            self._pane.box.wait()
            self._asked = texts
            self._asking.ask(Question(texts.search, typed, again))

    def answered(self, answer: Answer) -> None:
        """Show the hits, the best under the cursor; where the same was asked before it stays on its row."""
        result = answer.result
        if result.problem == "unknown_filter" and (instead := self.screen.memory.instead.get(result.query)):
            self.screen.search_across(instead)
            return
        self._answer, self._texts, self._waiting = answer, self._asked, False
        self._counts, self._counted = (result.total, result.occurrences), result.counted
        if not answer.question.again:
            self._whole.clear()
        self._show(best=not answer.question.again)
        self._tell()
        self._pane.box.go_on()
        if self._staying:
            self.given()

    def _show(self, *, best: bool) -> None:
        answer = self._answer
        if answer is None:
            return
        screen, result, documents = self.screen, answer.result, self._texts.documents
        rows = across_rows(
            result.hits[:_LISTED],
            documents,
            lambda document: origin_of(document, screen.language),
            screen.reader.documents.display,
            screen.language,
            whole=[at for at, document in enumerate(documents) if document.digest in self._whole],
            bounded=len(result.hits) > _LISTED or len(result.hits) < result.total or not result.counted,
        )
        if rows and result.hits[0].weak:
            rows.insert(0, heading_row("none", self._none(answer)))
        first = next((row.key for row in rows if not row.heading), None) if best else None
        self._pane.list.show(rows, self._none(answer), cursor=first)

    def offered(self, typed: str, completions: Sequence[Completion]) -> None:
        """Offer completions of what was typed to the box."""
        self._pane.box.offer(typed, completions)

    def counted(self, passages: int, places: int) -> None:
        """Say the true numbers."""
        self._counts, self._counted = (passages, places), True
        self._tell()

    def _none(self, answer: Answer) -> str:
        say, query = self.screen.say, text.fit(answer.result.query, _LONGEST_QUERY)
        if answer.result.problem:
            return say(problem_key(answer.result.problem, across=True), query=query)
        return say("library.none" if answer.whole else "search.none_literal", query=query)

    def _tell(self) -> None:
        """Say what was made of the query, how often it was found, and what is still to come."""
        screen, answer, found = self.screen, self._answer, None
        asked = bool(self.box.value.strip())
        if answer and answer.result.hits and asked:
            best = answer.result.hits[0]
            documents = len({hit.document for hit in answer.result.hits if hit.weak == best.weak})
            how = "weak" if best.weak else best.match
            found = Found(how, *self._counts, self._counted, documents)
        plain = screen.reader.panes.glyphs == "plain"
        search = screen.texts.present.search
        ready = search is None or search.has_words
        to_come = words_to_come(self._preparing, screen.language, ready=ready, asked=asked)
        self._pane.tell(*summary_forms(found_words(found, screen.language, plain=plain), to_come))

    def _suggest(self) -> None:
        reader = self.screen.reader
        recent = reader.keeping.recent_searches
        rows = suggestion_rows(recent, reader.document, reader.findings, self.screen.language)
        self._pane.list.show(rows)
        self._tell()

    # Following.

    def given(self) -> None:
        """Follow the row under the cursor, as soon as the answer to what stands in the box is there."""
        row = self._pane.list.row
        self._staying = self._waiting or (row is None and (self._preparing.working or not self._ready))
        if row is not None and not self._staying:
            self.choose(row.key)

    def choose(self, key: str) -> None:
        """Open a document at a hit, show all of its hits, or ask an example."""
        answer, box = self._answer, self.box
        if key.startswith(PREFIX):
            box.value = key.removeprefix(PREFIX)
            box.cursor_position = len(box.value)
            self.screen.set_focus(box)
        elif key.startswith(MORE):
            self._whole.add(self._texts.documents[int(key.removeprefix(MORE))].digest)
            self._show_all()
        elif key.startswith(HIT) and answer:
            hit = answer.result.hits[int(key.removeprefix(HIT))]
            document = self._texts.documents[hit.document]
            members = tuple((answer.guessed if hit.weak else answer.sure)[hit.document])
            path = self._texts.paths.get(document.digest)
            self.screen.close_with(
                FoundHit(document, path, answer.result.query, hit.spans[0].start, members, hit.weak)
            )

    def _show_all(self) -> None:
        """Show all hits of one document more, the cursor on the first that comes to be seen."""
        shown = {row.key for row in self._pane.list.rows}
        self._show(best=False)
        new = [row.key for row in self._pane.list.rows if row.key.startswith(HIT) and row.key not in shown]
        if new:
            self._pane.list.put_cursor(new[0])
