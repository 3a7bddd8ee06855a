"""What is found in the reader's document, and when it is looked for."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from content.library.places import cache_folder, config_folder
from tui.findings import Findings, lexicon_problem, look_up
from tui.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from content.document import Document
    from content.library.found_labels import FoundLabels
    from content.search import SearchIndex
    from content.shelf import Edits
    from tui.analysing import Analyst
    from tui.screens.reader.screen import ReaderScreen

LOOKED_UP_AT_ONCE = 20_000  # characters; names and themes of a longer document come from a thread
_WITHOUT_INDEX = 300_000  # characters: a longer text is not indexed before somebody searches in it


class ReaderAnalysis:
    """Names and themes soonest, all else in another process once the words of the text are known."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._analyst: Analyst | None = None
        self._index: SearchIndex | None = None
        self._has_words = self._waiting = False
        self._found = self.findings = Findings()
        self.edits: Edits | None = None
        self._serial = 0
        self._told = False
        self.percent: int | None = None

    def look(self) -> None:
        """Find what a short document names, right after the first paint."""
        document = self._screen.document
        if len(document.text) <= LOOKED_UP_AT_ONCE and not self.findings.known:
            self.edits, self._found = self._kept_edits(document), look_up(document)
            self._show(self._edited(document, self._found))

    def forget(self) -> None:
        """Know nothing of another document."""
        self.close()
        self._found = self.findings = Findings()
        self.edits, self.percent = None, None
        self._index, self._has_words, self._waiting = None, False, False

    def begin(self) -> None:
        """Look for everything in the reader's document."""
        self._run(self._work(self._screen.document))

    def words_known(self, index: SearchIndex | None) -> None:
        """Take the words that the search has; None where it will have none."""
        self._index, self._has_words = index, True
        if self._waiting and self._analyst:
            self._waiting = False
            self._run(self._find(self._screen.document, self._analyst))

    @property
    def is_busy(self) -> bool:
        """Whether the shown document is analysed, or its words are waited for."""
        return self.percent is not None or self._waiting

    def cancel(self) -> bool:
        """Stop looking; False where nothing is looked for."""
        if self.percent is None:
            return False
        self.close()
        self.percent = None
        self._screen.panes.fill()
        return True

    def close(self) -> None:
        """End the process that finds things."""
        if self._analyst:
            self._analyst.close()
            self._analyst = None

    def _run(self, work: Awaitable[None]) -> None:
        self._screen.run_worker(self._then_others(work), group="analysis", exit_on_error=False)

    async def _then_others(self, work: Awaitable[None]) -> None:
        """Do work on the shown document, and then let the others of the library have their turn."""
        await work
        self._screen.library.at_leisure.begin()

    async def _work(self, document: Document) -> None:
        if not self.findings.known:
            await self._read_edits(document)
            await self._know(document, await asyncio.to_thread(look_up, document))
        await self._tell_problems()
        self._analyst = analyst = await asyncio.to_thread(_made)
        known = await asyncio.to_thread(analyst.known, document)
        if known:
            await self._know(document, known)
        elif self._has_words or len(document.text) > _WITHOUT_INDEX:
            await self._find(document, analyst)
        else:
            self._waiting = document.text is self._screen.document.text

    async def _tell_problems(self) -> None:
        """Say once what is wrong with `themes.toml`."""
        if self._told:
            return
        self._told = True
        problem = await asyncio.to_thread(lexicon_problem)
        if problem:
            self._screen.note(self._screen.say("edit.lexicon_problem", problem=problem))

    async def _find(self, document: Document, analyst: Analyst) -> None:
        self.percent = 0
        progress = Progress(partial(self._progressed, document))
        found = await asyncio.to_thread(analyst.find, document, self._index, progress)
        if document.text is self._screen.document.text:
            self.percent = None
            if found:
                await self._know(document, found)

    def _progressed(self, document: Document, done: int, total: int) -> None:
        if document.text is self._screen.document.text and self.percent is not None:
            self.percent = 100 * done // max(1, total)
            self._screen.panes.fill_analysis()

    # What the reader changed.

    def labels_of(self, findings: Findings) -> FoundLabels:
        """Return what filters for names and themes mean where these were found; call it in a thread."""
        from tui.edited import labels_of

        return labels_of(findings, self.edits)

    async def edit_anew(self) -> None:
        """Show what was found with what the reader has changed by now; the current set with it."""
        document = self._screen.document
        await self._read_edits(document)
        await self._know(document, self._found)
        if document.text is self._screen.document.text:
            self._screen.documents.editing.follow_set()

    async def _read_edits(self, document: Document) -> None:
        edits = await asyncio.to_thread(self._kept_edits, document)
        if document.text is self._screen.document.text:
            self.edits = edits

    def _kept_edits(self, document: Document) -> Edits | None:
        keeper, path = self._screen.keeper, self._screen.shown.opened.path
        return keeper.edits(document, path) if keeper.begun else None

    async def _know(self, document: Document, found: Findings) -> None:
        """Show what was found, with what the reader changed, unless there is something later to show."""
        if document.text is not self._screen.document.text:
            return
        self._found = found
        self._serial += 1
        serial = self._serial
        findings = await asyncio.to_thread(self._edited, document, found) if self.edits else found
        if serial == self._serial and document.text is self._screen.document.text:
            self._show(findings)

    def _edited(self, document: Document, found: Findings) -> Findings:
        if not (self.edits and found.known):
            return found
        from tui.edited import edited

        return edited(document, found, self.edits)

    def _show(self, findings: Findings) -> None:
        self.findings = findings
        self._screen.panes.fill()
        self._screen.search.take_labels()


def _made() -> Analyst:
    """Make what finds everything: call it in a thread, what it imports would keep the screen waiting."""
    from tui.analysing import Analyst

    return Analyst(cache_folder(), config_folder())
