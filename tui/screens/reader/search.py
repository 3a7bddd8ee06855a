"""The reader's search: when it shows, what it says of what was found, where it leads."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from content.library.places import cache_folder
from tui import text
from tui.asking import Answer, Asking, Question
from tui.current_set import CurrentSet
from tui.preparing import Preparing
from tui.search_words import Found, found_words, summary_forms, words_to_come

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from content.search.completing import Completion
    from tui.findings import Findings
    from tui.screens.reader.screen import ReaderScreen
    from tui.searching import Searching
    from tui.widgets.article import Place
    from tui.widgets.search_pane import SearchPane

_OPEN = "-searching"  # the screen's class while the pane shows
_LISTED = 500  # hits in the list; `n` and `N` go through all that were ranked
_LONGEST_QUERY = 60  # cells of it that are said again
_PREPARED_AT_ONCE = 300_000  # characters: the index of a longer text is built when the search is first opened


class ReaderSearch:
    """Searches the reader's document."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._made: SearchPane | None = None
        self._searching: Searching | None = None
        self._asking = Asking(self, partial(screen.run_worker, group="search", exit_on_error=False))
        self._preparing = Preparing(
            self._prepared, partial(screen.run_worker, group="words", exit_on_error=False)
        )
        self._answer: Answer | None = None
        self._counts = (0, 0)
        self._counted = self._waiting = self._staying = False
        self._origin: tuple[Place, CurrentSet | None] | None = None

    @property
    def pane(self) -> SearchPane:
        """The search pane, made and put over the footer when it is first needed."""
        if self._made is None:
            from tui.widgets.search_pane import SearchPane  # not needed for the first paint

            self._made = SearchPane()
            self._made.display = False
            self._made.box.placeholder = self._screen.say("search.placeholder")
            self._screen.mount(self._made, before=self._screen.hint)
        return self._made

    @property
    def is_open(self) -> bool:
        """Whether the search pane shows."""
        return self._made is not None and bool(self._made.display)

    @property
    def keys(self) -> str:
        """The sentence that says what the keys do here."""
        say = self._screen.say
        keys, stop = say("search.keys"), say("search.stop")
        with_stop = f"{keys} · {stop}"
        fits = text.cells(with_stop) <= self._screen.size.width - 2
        return with_stop if self._preparing.working and fits else keys

    def name(self) -> None:
        """Say everything in the reader's language."""
        if self._made:
            self._made.box.placeholder = self._screen.say("search.placeholder")
        if self.is_open:
            self.ask(self.pane.box.value, again=True)

    # Getting ready.

    def begin(self) -> None:
        """Get ready for the reader's document; what is asked already is answered."""
        self.close_helper()
        self._searching = self._answer = None
        work = self._begin(self._screen.document)
        self._screen.run_worker(work, group="search", exit_on_error=False)

    async def _begin(self, document: Document) -> None:
        """Make the search in a thread: what it imports would keep the screen waiting."""
        searching = await asyncio.to_thread(_made, document)
        if document.text is not self._screen.document.text:
            return
        self._searching = searching
        self.take_labels()
        if self.is_open or len(document.text) <= _PREPARED_AT_ONCE:
            self._preparing.begin(searching)
        if self.is_open:
            self.ask(self.pane.box.value, again=True)

    def take_labels(self) -> None:
        """Have filters for names and themes mean what is shown of them."""
        if self._searching and self._screen.findings.known:
            work = self._take_labels(self._searching, self._screen.findings)
            self._screen.run_worker(work, group="search", exit_on_error=False)

    async def _take_labels(self, searching: Searching, findings: Findings) -> None:
        labels = await asyncio.to_thread(self._screen.analysis.labels_of, findings)
        if findings is self._screen.findings:  # else others are on their way
            searching.index.set_labels(labels, labels.lexicon, labels.counts)

    def begins_word(self, offset: int) -> bool | None:
        """Tell whether a word begins at an offset of the text; None while that is not known."""
        return self._searching.index.begins_word(offset) if self._searching else None

    def close_helper(self) -> None:
        """End the process that builds the index."""
        self._preparing.cancel()
        if self._searching:
            self._searching.close()

    def cancel(self) -> bool:
        """Stop the building of the index until the search is opened anew; False where none is built."""
        from tui.searching import Searching

        if not (self.is_open and self._preparing.working):
            return False
        self.close_helper()
        self._searching = Searching(self._screen.document, cache_folder())
        self.take_labels()
        self._tell()
        self._screen.show_keys()
        self._screen.note(self._screen.say("search.stopped"))
        return True

    def _prepared(self) -> None:
        """Say how far the index is; ask again what was answered without it."""
        if self._searching and not self._preparing.working:
            self._screen.analysis.words_known(self._searching.index)
        if not self.is_open:
            return
        if self._preparing.working:
            self._tell()
        else:
            self._screen.show_keys()
            self.ask(self.pane.box.value, again=True)

    # Opening and closing.

    def open(self, typed: str = "") -> None:
        """Open the pane, what was asked last selected; or put what was typed into the box."""
        screen, box = self._screen, self.pane.box
        if not self.is_open:
            self._origin = screen.article.place, screen.current
            self.pane.display = True
            screen.add_class(_OPEN)
            screen.panes.close_drawer()
            screen.note("")  # the keys that hold here stand in its place
            if typed:
                box.value = ""
        if self._searching:
            self._preparing.begin(self._searching)
        screen.set_focus(box)
        if typed:
            box.cursor_position = len(box.value)
            box.insert_text_at_cursor(typed)
        else:
            box.action_select_all()
            self.ask(box.value, again=True)

    def shut(self) -> None:
        """Close the pane."""
        self._asking.drop()
        self._staying = False
        if self._made:
            self._made.display = False
            self._made.box.rest()
        self._screen.remove_class(_OPEN)
        self._screen.set_focus(self._screen.article)

    def give_up(self) -> None:
        """Close the pane and return to where the reader was, to the set that was current there too."""
        screen = self._screen
        if self._origin is not None:
            place, before = self._origin
            screen.article.return_to(place)
            if screen.current is not before:
                screen.choose_set(before)
        self.shut()

    def stay(self) -> None:
        """Close the pane and stay at the hit under the cursor; an example or an earlier query is asked.

        Where the answer to what stands in the box is not there yet, or is empty because only literal hits
        were looked for, this happens when it comes.
        """
        row = self.pane.list.row
        to_come = self._preparing.working and row is None
        self._staying = self._waiting or to_come
        if row is not None and not self._staying:
            self.follow(row.key, stay=False)

    # Asking and answering.

    def ask(self, typed: str, *, again: bool = False) -> None:
        """Search for what was typed; `again` keeps the cursor on its row."""
        self._staying = self._staying and again
        if not typed.strip():
            self._asking.drop()
            self._waiting = False
            self._suggest()
            self.pane.box.go_on()
            return
        self._waiting = True
        self.pane.box.wait()
        if self._searching:  # else it is asked as soon as there is a search
            self._asking.ask(Question(self._searching, typed, again))

    def answered(self, answer: Answer) -> None:
        """Show the hits, the best under the cursor; where the same was asked before it stays on its row."""
        from tui.rows.hits import heading_row, hit_rows

        screen, result = self._screen, answer.result
        self._answer, self._waiting = answer, False
        self._counts = result.total, result.occurrences
        self._counted = result.counted
        rows = hit_rows(screen.document, result.hits[:_LISTED], screen.documents.display, screen.language)
        if len(result.hits) > _LISTED:
            rows.append(heading_row("more", screen.say("search.listed", n=_LISTED)))
        if rows and result.hits[0].weak:
            rows.insert(0, heading_row("none", self._none(answer)))
        best = None if answer.question.again or not result.hits else str(result.hits[0].passage)
        self.pane.list.show(rows, self._none(answer), cursor=best)
        self._tell()
        weak = bool(result.hits) and result.hits[0].weak
        screen.choose_set(self._members(answer, weak=weak) if result.hits else None)
        self.pane.box.go_on()
        if self._staying:
            self.stay()

    def offered(self, typed: str, completions: Sequence[Completion]) -> None:
        """Offer completions of what was typed to the box."""
        self.pane.box.offer(typed, completions)

    def counted(self, passages: int, places: int) -> None:
        """Say the true numbers."""
        self._counts, self._counted = (passages, places), True
        self._tell()

    def _members(self, answer: Answer, *, weak: bool) -> CurrentSet:
        """Return the places of the hits as a set: guesses never stand among what is sure."""
        query = answer.result.query
        label = f"{self._screen.say('match.weak' if weak else 'set.hits')} {query}"
        return CurrentSet("hits", query, label, tuple((answer.guessed if weak else answer.sure).get(0, ())))

    def _none(self, answer: Answer) -> str:
        """Say that nothing was found, or nothing but guesses."""
        screen, result = self._screen, answer.result
        query = text.fit(result.query, _LONGEST_QUERY)
        if result.problem:
            return screen.say(f"problem.{result.problem}", query=query)
        if not answer.whole:
            return screen.say("search.none_literal", query=query)
        sentence = screen.say("search.none", query=query)
        if screen.document.edition:
            sentence += f"  {screen.say('search.edition_differs')}"
        return sentence

    # What is said beside the box.

    def _tell(self) -> None:
        """Say what was made of the query, how often it was found, and what is still to come."""
        language, answer, asked = self._screen.language, self._answer, bool(self.pane.box.value.strip())
        found = None
        if answer and answer.result.hits and asked:
            best = answer.result.hits[0]
            found = Found("weak" if best.weak else best.match, *self._counts, self._counted)
        words = found_words(found, language, plain=self._screen.panes.glyphs == "plain")
        ready = self._searching is None or self._searching.has_words
        to_come = words_to_come(self._preparing, language, ready=ready, asked=asked)
        self.pane.tell(*summary_forms(words, to_come))

    def _suggest(self) -> None:
        """Fill the pane of an empty box, and tint nothing that the box does not say."""
        from tui.rows.suggestions import suggestion_rows

        screen = self._screen
        if screen.current and screen.current.kind == "hits":
            screen.choose_set(None)
        recent = screen.keeping.recent_searches
        self.pane.list.show(suggestion_rows(recent, screen.document, screen.findings, screen.language))
        self._tell()

    # Following.

    def follow(self, key: str, *, stay: bool) -> None:
        """Go to a hit; with `stay` only show it. An example or an earlier query is put into the box."""
        from tui.rows.suggestions import PREFIX

        screen, answer, box = self._screen, self._answer, self.pane.box
        if key.startswith(PREFIX):
            if not stay:
                box.value = key.removeprefix(PREFIX)
                box.cursor_position = len(box.value)
                screen.set_focus(box)
            return
        hit = next((hit for hit in answer.result.hits if str(hit.passage) == key), None) if answer else None
        if answer is None or hit is None:
            return
        start = hit.spans[0].start
        screen.choose_set(self._members(answer, weak=hit.weak).at_or_after(start))
        screen.article.go_to(start)
        if not stay:
            screen.note("")
            screen.keeping.note_search(answer.result.query)
            if self._origin is not None:
                screen.trail.leave(self._origin[0].offset)
            self.shut()


def _made(document: Document) -> Searching:
    from tui.searching import Searching  # not needed for the first paint

    return Searching(document, cache_folder())
