"""The reader's search: what is asked as it is typed, what is shown, where it leads."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from content.library.places import cache_folder
from tui.current_set import CurrentSet

if TYPE_CHECKING:
    from content.document import Document, Span
    from content.search import Result
    from tui.screens.reader.screen import ReaderScreen
    from tui.searching import Searching
    from tui.widgets.search_pane import SearchPane

_TELLING = 3  # characters of a word that says what a text is about; of those the most frequent is shown
_QUERY = "query:"
_OPEN = "-searching"  # the screen's class while the pane shows
_CUT_AT_ONCE = 300_000  # characters: the words of a longer text are cut only when the search is first opened


class ReaderSearch:
    """Searches the reader's document. Answers carry the serial of their question: late ones are dropped."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._made: SearchPane | None = None
        self._searching: Searching | None = None
        self._serial = self._answered = 0
        self._staying = False
        self._by_words = True
        self._origin: int | None = None
        self._result: Result | None = None
        self._learning = False

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

    def name(self) -> None:
        """Put the placeholder into the box in the reader's language."""
        if self._made:
            self._made.box.placeholder = self._screen.say("search.placeholder")

    def begin(self) -> None:
        """Get ready for the reader's document: words are cut in another process."""
        from tui.searching import Searching  # as above

        self.close_helper()
        screen = self._screen
        self._searching = Searching(screen.document, cache_folder())
        self._result, self._learning = None, False
        if len(screen.document.text) <= _CUT_AT_ONCE:
            self._learn_words()

    def close_helper(self) -> None:
        """End the helper process."""
        if self._searching:
            self._searching.close()

    def _learn_words(self) -> None:
        searching = self._searching
        if searching and not self._learning:
            self._learning = True
            work = partial(self._learn, searching)
            self._screen.run_worker(work, thread=True, group="words", exclusive=True, exit_on_error=False)

    def _learn(self, searching: Searching) -> None:
        if searching.learn_words():
            self._screen.app.call_from_thread(self._words_known, searching)

    def _words_known(self, searching: Searching) -> None:
        if searching is self._searching and self.is_open:
            self.ask(self.pane.box.value, again=True)

    # Opening and closing.

    def open(self, typed: str = "") -> None:
        """Open the pane, what was asked last selected; or put what was typed into the box."""
        screen, box = self._screen, self.pane.box
        if not self.is_open:
            self._origin = screen.article.reading_offset
            self.pane.display = True
            screen.add_class(_OPEN)
            screen.panes.close_drawer()
            screen.note("")  # the keys that hold here stand in its place
        screen.set_focus(box)
        self._learn_words()
        if typed:
            box.cursor_position = len(box.value)
            box.insert_text_at_cursor(typed)
        else:
            box.action_select_all()
            self.ask(box.value, again=True)

    def shut(self) -> None:
        """Close the pane."""
        self._serial += 1
        self._staying = False
        if self._made:
            self._made.display = False
        self._screen.remove_class(_OPEN)
        self._screen.set_focus(self._screen.article)

    def give_up(self) -> None:
        """Close the pane and return to where the reader was."""
        screen = self._screen
        if self._origin is not None:
            screen.article.go_to(self._origin)
        if screen.current and screen.current.kind == "hits":
            screen.choose_set(None)
        self.shut()

    def stay(self) -> None:
        """Close the pane and stay at the hit under the cursor; an example or an earlier query is asked.

        Where the answer to what stands in the box is not there yet, or is empty because the words are not
        known yet, this happens when it comes.
        """
        row = self.pane.list.row
        self._staying = self._answered != self._serial or (row is None and not self._by_words)
        if row is not None and not self._staying:
            self.follow(row.key, stay=False)

    # Asking and answering.

    def ask(self, query: str, *, again: bool = False) -> None:
        """Search for a query; `again` keeps the cursor on its row."""
        self._serial += 1
        self._staying = self._staying and again
        query = query.strip()
        if not query:
            self._answered = self._serial
            self._show_suggestions()
            return
        if self._searching:
            work = partial(self._find, self._searching, self._serial, query, again=again)
            self._screen.run_worker(work, thread=True, group="search", exclusive=True, exit_on_error=False)

    def _find(self, searching: Searching, serial: int, query: str, *, again: bool) -> None:
        if get_current_worker().is_cancelled:
            return
        has_words = searching.has_words  # asked first: they may come to be known meanwhile
        result = searching.find(query)
        self._screen.app.call_from_thread(self._show, serial, result, has_words, again=again)

    def _show(self, serial: int, result: Result, has_words: bool, *, again: bool) -> None:
        screen = self._screen
        if serial != self._serial or not self.is_open:
            return
        self._result = result
        from tui.rows.hits import hit_rows

        width = self.pane.size.width or screen.size.width
        rows = hit_rows(screen.document, result.hits, screen.documents.display, screen.language, width)
        best = None if again or not result.hits else str(result.hits[0].passage)
        self.pane.show(rows, self._summary(result, has_words), self._none(result.query), cursor=best)
        spans = self._spans(result)
        screen.choose_set(CurrentSet.of("hits", result.query, self._label(result), spans) if spans else None)
        self._answered, self._by_words = serial, has_words
        if self._staying:
            self.stay()

    def _spans(self, result: Result) -> list[Span]:
        return [span for hit in result.hits for span in hit.spans]

    def _label(self, result: Result) -> str:
        return f"{self._screen.say('set.hits')} {result.query}"

    def _summary(self, result: Result, has_words: bool) -> str:
        say = self._screen.say
        parts = [] if has_words else [say("search.loading")]
        if result.hits:
            best = result.hits[0]
            if best.match != "exact" and not best.weak:
                parts.append(say(f"match.{best.match}"))
            parts.append(say("search.count", passages=result.total, hits=result.occurrences))
        return " · ".join(parts)

    def _none(self, query: str) -> str:
        screen = self._screen
        sentence = screen.say("search.none", query=query)
        if screen.document.edition:
            sentence += f"  {screen.say('search.edition_differs')}"
        return sentence

    def _show_suggestions(self) -> None:
        """Fill the pane of an empty box: what was searched for lately, then examples that hit this text."""
        from tui.rows.hits import query_rows

        screen = self._screen
        if screen.current and screen.current.kind == "hits":
            screen.choose_set(None)
        groups = {
            screen.say("search.recent"): screen.keeping.recent_searches,
            screen.say("search.examples"): self._examples(screen.document),
        }
        self.pane.show(query_rows(groups, _QUERY), "")

    def _examples(self, document: Document) -> list[str]:
        """Return a name, and a word of the main theme by its initials and as it is: this text has them."""
        from content.chinese.sounding import initials_of

        findings = self._screen.findings
        names = sorted(findings.names, key=lambda finding: -finding.count)
        examples = [name.mentions[0].text for name in names[:1]]
        theme = max(findings.themes, key=lambda finding: finding.count, default=None)
        if theme:
            spans = [span for each in theme.passages for span in each.spans]
            words = Counter(document.text[span.start : span.end] for span in spans)
            word = max(words, key=lambda word: (min(len(word), _TELLING), words[word]))
            examples += [initials_of(word), word]
        return [example for example in dict.fromkeys(examples) if example]

    # Following.

    def follow(self, key: str, *, stay: bool) -> None:
        """Go to a hit; with `stay` only show it. An example or an earlier query is put into the box."""
        screen = self._screen
        if key.startswith(_QUERY):
            if not stay:
                self.pane.box.value = key.removeprefix(_QUERY)
                self.pane.box.cursor_position = len(self.pane.box.value)
                screen.set_focus(self.pane.box)
            return
        hits = self._result.hits if self._result else ()
        hit = next((hit for hit in hits if str(hit.passage) == key), None)
        if hit is None or self._result is None:
            return
        hits_set = CurrentSet.of(
            "hits", self._result.query, self._label(self._result), self._spans(self._result)
        )
        screen.choose_set(hits_set.at_or_after(hit.spans[0].start))
        screen.article.go_to(hit.spans[0].start)
        if not stay:
            screen.note("")
            screen.keeping.note_search(self._result.query)
            if self._origin is not None:
                screen.trail.leave(self._origin)
            self.shut()
