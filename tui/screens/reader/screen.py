"""The screen itself: what it is made of, where the reader is, and the keys that move between places."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.worker import WorkerState

from tui.origin import origin_of
from tui.screens.reader.actions import ReaderActions
from tui.screens.reader.analysis import ReaderAnalysis
from tui.screens.reader.copying import ReaderCopying
from tui.screens.reader.documents import ReaderDocuments
from tui.screens.reader.footer import offered_in
from tui.screens.reader.keeping import ReaderKeeping
from tui.screens.reader.library import ReaderLibrary
from tui.screens.reader.marking import ReaderMarking
from tui.screens.reader.panes import ReaderPanes
from tui.screens.reader.search import ReaderSearch
from tui.screens.reader.views import ReaderViews
from tui.strings import say
from tui.trail import Trail
from tui.widgets.article import Article
from tui.widgets.caption import Caption
from tui.widgets.keyline import KeyLine
from tui.widgets.list_pane import ListPane
from tui.widgets.masthead import Heading, Masthead
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events
    from textual.app import ComposeResult
    from textual.worker import Worker

    from content.document import Document
    from tui.current_set import CurrentSet
    from tui.findings import Findings
    from tui.keeping import Keeper, Shown
    from tui.messages import (
        QueryChanged,
        QueryGiven,
        ReadingMoved,
        RowChosen,
        RowShown,
    )
    from tui.strings import Language

NOTE_SECONDS = 6.0
HINT_SEEN, INPUT_METHOD_SEEN = "hint_seen", "input_method_seen"  # names of settings
NARROW, MEDIUM, WIDE = "-narrow", "-medium", "-wide"


class ReaderScreen(ReaderActions):
    """Shows one document at a time, opened at the place where it was left.

    `encoding` is what the reader named for every file; `settings` are the reader's earlier choices;
    `notice` is said once the first document shows.
    """

    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (80, MEDIUM), (110, WIDE)]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]  # noqa: RUF012 - as above

    def __init__(
        self,
        shown: Shown,
        keeper: Keeper,
        language: Language,
        settings: Mapping[str, str],
        *,
        encoding: str | None = None,
        notice: str = "",
    ) -> None:
        super().__init__(id="reader")
        self.shown = shown
        self.document = shown.document
        self.encoding = encoding
        self.language: Language = language
        self.settings = settings
        self.keeper = keeper
        self.current: CurrentSet | None = None
        self.trail = Trail()
        self.masthead = Masthead()
        self.article = Article(shown.document, offset=shown.place.offset if shown.place else 0)
        self.keyline = KeyLine(language, id="keyline")
        self.hint = Caption(self.say("start.hint"), part="mark", id="hint")
        self.analysis = ReaderAnalysis(self)
        self.panes = ReaderPanes(self)
        self.search = ReaderSearch(self)
        self.keeping = ReaderKeeping(self)
        self.marking = ReaderMarking(self)
        self.documents = ReaderDocuments(self)
        self.library = ReaderLibrary(self)
        self.copying = ReaderCopying(self)
        self.views = ReaderViews(self)
        self._section = 0
        self._notice, self._first_note = "", notice
        self._note_timer = self.set_timer(NOTE_SECONDS, lambda: None, pause=True)

    def compose(self) -> ComposeResult:
        """Put the panes beside the article, the footer below."""
        for side, breakpoints in (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        ):
            # Textual sets them after the first layout, which would then be made and painted twice.
            self.add_class([name for least, name in breakpoints if side >= least][-1])
        yield self.masthead
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield self.panes.captions["sections"]
                yield self.panes.sections
                yield self.panes.captions["themes"]
                yield self.panes.themes
            yield self.article
            yield self.panes.side
        yield self.hint
        yield self.keyline

    def on_mount(self) -> None:
        """Show what is known; what takes long begins after the first paint."""
        self.documents.use_glyphs("plain" if self.settings.get("glyphs") == "plain" else "fine")
        self.panes.name()
        self.documents.show_script()
        self.panes.arrange(self.app.size.width)
        self.show_keys()
        self.hint.display = HINT_SEEN not in self.settings
        if not self.search.is_open:  # a key typed before this may have opened it
            self.set_focus(self.article)
        self.panes.fill()
        self._show_place()
        self.call_later(self.analysis.look)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """Collect garbage again, beside what stays as long as the program; begin what takes long."""
        gc.freeze()
        gc.enable()
        self.begin()

    def hide_hint(self) -> None:
        """Put the line for newcomers away for good, at their first key."""
        if self.hint.display:
            self.hint.display = False
            self.keeping.choose(HINT_SEEN, "yes")

    def speak(self) -> None:
        """Say everything in the language that is now the reader's."""
        self.keyline.language = self.language
        self.search.name()
        self.panes.name()
        self.panes.fill()
        self.documents.show_script()
        self.keeping.begin()
        self._show_place()

    def put_document(self, shown: Shown) -> None:
        """Show another document at the place where it was left."""
        self.shown, self.document = shown, shown.document
        self.trail, self._section = Trail(), 0
        self.analysis.forget()
        self.search.shut()
        self.choose_set(None)
        self.panes.close_drawer()
        self.keeping.put_away()
        self.marking.forget()
        self.article.show_document(shown.document, shown.place.offset if shown.place else 0)
        self.panes.fill()
        self.set_focus(self.article)
        self.begin()

    def put_right(self, document: Document) -> None:
        """Show what the reader put right about the document; its text is the same, and stays as it is."""
        self.shown = replace(self.shown, document=document)
        self.document = self.article.document = document
        self._show_place()

    def begin(self) -> None:
        """Start what a document needs beside its text: names and themes, bookmarks, words."""
        self.analysis.begin()
        self.keeping.begin()
        self.keeping.put_into_library(self.shown.opened)
        self.search.begin()
        self.note(self._first_note or self.documents.greeting)
        self._first_note = ""

    @property
    def findings(self) -> Findings:
        """What was found in the document."""
        return self.analysis.findings

    # What is said.

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key in the reader's language."""
        return say(self.language, key, **values)

    def note(self, sentence: str) -> None:
        """Say something in the footer for a few seconds."""
        self.keyline.note(sentence)
        self._note_timer.stop()
        self._note_timer = self.set_timer(NOTE_SECONDS, partial(self.keyline.end_note, sentence))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that a worker failed, lest it looks as if there were nothing to find; the program goes on."""
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.note(self.say("status.failed"))

    def show_notice(self, notice: str) -> None:
        """Keep a short notice in the masthead, or take it away with an empty one."""
        self._notice = notice
        self._show_place()

    def _show_place(self) -> None:
        document, passage = self.document, self.article.passage
        percent, total = round(self.article.progress * 100), len(document.passages)
        origin = origin_of(document, self.language)
        self.masthead.heading = Heading(
            title=self.documents.display(document.title) or self.say("document.untitled"),
            badge=self.documents.badge,
            origin=origin,
            notice=" · ".join(filter(None, (self._notice, self.documents.notice))),
            place=self.say("place.passage", n=passage.number, total=total, percent=percent),
            place_short=self.say("place.short", n=passage.number, total=total),
            progress=self.article.progress,
        )

    def type_without_box(self, typed: str) -> None:
        """Take Chinese typed where there is no box: into the list's filter, else into the search."""
        focused = self.focused
        if isinstance(focused, RowList) and isinstance(focused.parent, ListPane):
            focused.parent.open_filter(typed)
        else:
            self.search.open(typed)
        if INPUT_METHOD_SEEN not in self.settings:
            self.settings = {**self.settings, INPUT_METHOD_SEEN: "yes"}
            self.keeping.choose(INPUT_METHOD_SEEN, "yes")
            self.note(self.say("status.input_method"))

    def on_descendant_focus(self) -> None:
        """Show the keys that hold where the focus is now."""
        self.show_keys()

    def on_tab_shown(self) -> None:
        """Show the keys that hold in the list that a tab shows."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show in the footer what the keys do here: in the search box, in a list, in the article."""
        focused, current = self.focused, self.current
        rows = focused if isinstance(focused, RowList) else None
        in_filter = rows is None and focused is not None and isinstance(focused.parent, ListPane)
        in_search = self.search.is_open and focused is not self.article
        keys = self.say("filter.keys") if in_filter else self.search.keys if in_search else self.marking.keys
        self.keyline.clear_set()
        self.keyline.prompt(keys)
        self.keyline.show_commands(offered_in("" if rows is None else rows.list_id))
        if current and current.span and rows is None:
            self.keyline.show_set(current.label, current.present + 1, len(current.members))

    # Where the reader is.

    def jump(self, offset: int) -> None:
        """Go to an offset of the text, so that back returns from there."""
        self.trail.leave(self.article.reading_offset)
        self.article.go_to(offset)

    def choose_set(self, chosen: CurrentSet | None) -> None:
        """Make a set of spans the current one, or none; the place stays."""
        self.current = chosen
        self.article.show_members(chosen.members if chosen else (), chosen.span if chosen else None)
        self.show_keys()
        self.panes.fill_sections()

    def go_to_member(self, chosen: CurrentSet, *, stay: bool) -> None:
        """Make a set current and go to its present member; `stay` keeps the focus."""
        self.choose_set(chosen)
        if chosen.span:
            self.jump(chosen.span.start)
        self.note("")
        if not stay:
            self.panes.close_drawer()
            self.set_focus(self.article)

    def go_to_set(self, chosen: CurrentSet, *, stay: bool = False) -> None:
        """Make a set current and go to its first member from the reading line on; `stay` keeps the focus."""
        before = self.article.reading_offset
        chosen = chosen.at_or_after(self.document.passage_at(before).start)
        self.go_to_member(chosen, stay=stay)
        if chosen.span and chosen.span.end <= before and chosen.present == 0:
            self.note(self.say("set.wrapped"))

    def on_reading_moved(self, message: ReadingMoved) -> None:
        """Show where the reading line is now, and remember it."""
        self._show_place()
        section = self.article.passage.section
        if section != self._section:
            self._section = section
            self.panes.fill_sections()
        self.panes.scope.moved()
        self.keeping.place_moved()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Go where a row points and read on there."""
        self._follow_row(message.list_id, message.key, stay=False)

    def on_row_shown(self, message: RowShown) -> None:
        """Show where a row points; the focus stays in its list."""
        self._follow_row(message.list_id, message.key, stay=True)

    def _follow_row(self, list_id: str, key: str, *, stay: bool) -> None:
        if list_id == "hits":
            self.search.follow(key, stay=stay)
        elif list_id == "bookmarks":
            self.keeping.bookmarks.follow(key, stay=stay)
        else:
            self.panes.follow(list_id, key, stay=stay)

    def on_query_changed(self, message: QueryChanged) -> None:
        """Search as it is typed."""
        self.search.ask(message.query)

    def on_query_given(self, message: QueryGiven) -> None:
        """Stay at the hit that is shown."""
        self.search.stay()

    def on_paste(self, event: events.Paste) -> None:
        """Open what is pasted where there is no box: a file's path, or a text itself."""
        self.documents.paste(event.text)

    def on_resize(self, event: events.Resize) -> None:
        """Arrange the panes for the width there is."""
        self.panes.arrange(event.size.width)

    async def on_unmount(self) -> None:
        """Keep the place and all that was still to be kept; end the helper process."""
        await self.keeping.finish()
        self.search.close_helper()
        self.analysis.close()
        self.library.close()
