"""What is found in the reader's document, and when it is looked for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeAlias

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
_TRIES = 2  # of a text that the other process died of: it may have been killed for another's sake
_WITHOUT_INDEX = 300_000  # characters: a longer text is not indexed before somebody searches in it


_Outcome: TypeAlias = Literal["", "stopped", "failed"]


@dataclass(slots=True, eq=False)
class _Job:
    """Looking for everything in one document: in the shown one as long as the job is the present one.

    `outcome` says why it ended where it did before everything was found.
    """

    analyst: Analyst | None = None
    index: SearchIndex | None = None
    has_words: bool = False
    waiting: bool = False
    outcome: _Outcome = ""


class ReaderAnalysis:
    """Names and themes soonest, all else in another process once the words of the text are known."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._job = _Job()
        self._found = self.findings = Findings()
        self.edits: Edits | None = None
        self._serial = 0
        self._told = False
        self.percent: int | None = None

    def look(self) -> None:
        """Find what a short document names, right after the first paint."""
        screen = self._screen
        if len(screen.document.text) > LOOKED_UP_AT_ONCE or self.findings.known:
            return
        if screen.keeper.begun:
            screen.run_worker(self._look(screen.document), group="analysis", exit_on_error=False)
        else:
            self._found = look_up(screen.document)
            self._show(self._found)

    async def _look(self, document: Document) -> None:
        """Find what a document names, as the reader has it: what was changed has to be read from the disk."""
        await self._read_edits(document)
        if not self.findings.known and document.text is self._screen.document.text:
            await self._know(document, look_up(document))

    def forget(self) -> None:
        """Know nothing of another document."""
        self.close()
        self._job = _Job()
        self._found = self.findings = Findings()
        self.edits, self.percent = None, None

    def begin(self) -> None:
        """Look for everything in the reader's document."""
        self._run(self._work(self._screen.document, self._job))

    def words_known(self, index: SearchIndex | None) -> None:
        """Take the words that the search has of the shown document; None where it will have none."""
        job = self._job
        job.index, job.has_words = index, True
        if job.waiting:
            job.waiting = False
            self._run(self._find(self._screen.document, job))

    @property
    def is_busy(self) -> bool:
        """Whether the shown document is analysed, or its words are waited for."""
        return self.percent is not None or self._job.waiting

    @property
    def told(self) -> str:
        """What an empty list says until everything was found, "" from then on."""
        say = self._screen.say
        if self.percent is not None:
            return say("work.under_way", percent=self.percent)
        if self.findings.whole:
            return ""
        return say(f"work.{self._job.outcome or 'begun'}")

    @property
    def told_above(self) -> str:
        """What stands above rows that are not all yet, "" where they are or soon will be."""
        if self.findings.whole or not (self.is_busy or self._job.outcome):
            return ""
        return self._screen.say(f"work.{self._job.outcome or 'partly'}")

    def cancel(self) -> bool:
        """Stop looking; False where nothing is looked for."""
        if self.percent is None:
            return False
        self.close()
        self._end(self._job, "stopped")
        return True

    def begin_again(self) -> None:
        """Look again for what was not found because that was stopped or failed; else say how it stands."""
        before = self._job
        if not before.outcome or self.findings.whole:
            self._screen.note(self.told or self._screen.say("work.done"))
            return
        self.close()
        self._job = _Job(index=before.index, has_words=before.has_words)
        self.begin()
        self._screen.panes.tell_work()

    def _end(self, job: _Job, outcome: _Outcome) -> None:
        """Look for nothing more."""
        job.outcome, self.percent = outcome, None
        self._screen.panes.fill()
        self._screen.views.fill(waiting=True)

    def close(self) -> None:
        """End the process that finds things."""
        if self._job.analyst:
            self._job.analyst.close()
            self._job.analyst = None

    def _run(self, work: Awaitable[None]) -> None:
        self._screen.run_worker(self._then_others(work), group="analysis", exit_on_error=False)

    async def _then_others(self, work: Awaitable[None]) -> None:
        """Do work on the shown document, and then let the others of the library have their turn."""
        job = self._job
        try:
            await work
        except Exception:
            if job is self._job:
                self._end(job, "failed")
            raise
        self._screen.library.at_leisure.begin()

    async def _work(self, document: Document, job: _Job) -> None:
        if not self.findings.known:
            await self._read_edits(document)
            await self._know(document, await asyncio.to_thread(look_up, document))
        await self._tell_problems()
        analyst = await asyncio.to_thread(_made)
        known = await asyncio.to_thread(analyst.known, document)
        if job is not self._job:
            return
        job.analyst = analyst
        if known:
            await self._know(document, known)
        elif job.has_words or len(document.text) > _WITHOUT_INDEX:
            await self._find(document, job)
        else:
            job.waiting = True
            self._screen.panes.tell_work()
            await asyncio.to_thread(analyst.prepare)

    async def _tell_problems(self) -> None:
        """Say once what is wrong with `themes.toml`."""
        if self._told:
            return
        self._told = True
        problem = await asyncio.to_thread(lexicon_problem)
        if problem:
            self._screen.note(self._screen.say("edit.lexicon_problem", problem=problem))

    async def _find(self, document: Document, job: _Job) -> None:
        if job.analyst is None:
            return
        self.percent = 0
        self._screen.panes.tell_work()
        progress = Progress(partial(self._progressed, job))
        for _ in range(_TRIES):
            found = await asyncio.to_thread(job.analyst.find, document, job.index, progress)
            if job is not self._job or job.outcome:
                return
            if found:
                self.percent = None
                await self._know(document, found)
                return
        self._end(job, "failed")

    def _progressed(self, job: _Job, done: int, total: int) -> None:
        if job is self._job and self.percent is not None:
            self.percent = 100 * done // max(1, total)
            self._screen.panes.tell_progress()
            self._screen.views.fill(waiting=True)

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
        self._screen.views.fill()
        self._screen.search.take_labels()


def _made() -> Analyst:
    """Make what finds everything: call it in a thread, what it imports would keep the screen waiting."""
    from tui.analysing import Analyst

    return Analyst(cache_folder(), config_folder())
