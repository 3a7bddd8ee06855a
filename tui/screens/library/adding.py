"""Files and folders added to the library, with progress, until all are or the reader stops it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from content.library.adding import Report, add_files
from content.shelf import ShelfError
from tui.progress import Progress
from tui.screens.library.problems import ProblemsScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.asking import Run
    from tui.screens.library.screen import LibraryScreen
    from tui.screens.reader.screen import ReaderScreen

_BAR = 12  # cells


class LibraryAdding:
    """Adds to the library, also while that does not show; what came shows when all is done.

    `run` starts work that goes on all the while.
    """

    def __init__(self, reader: ReaderScreen, run: Run) -> None:
        self._reader = reader
        self._run = run
        self._waiting: list[Sequence[str]] = []
        self._progress: Progress | None = None
        self._done = 0, 0
        self._shown: LibraryScreen | None = None

    @property
    def working(self) -> bool:
        """Whether files are being added, and nobody stopped that yet."""
        return self._progress is not None and not self._progress.stopped

    def tell(self, library: LibraryScreen) -> None:
        """Tell the library how far it is, from now on as long as it shows."""
        self._shown = library
        if self.working:
            self._told(*self._done)

    @property
    def _library(self) -> LibraryScreen | None:
        """The library over the reader, None where there is none."""
        return self._shown if self._shown in self._reader.app.screen_stack else None

    def begin(self, paths: Sequence[str]) -> None:
        """Add files, and those in folders; after those that are being added."""
        self._waiting.append(paths)
        if self._progress is None:
            self._progress = Progress(self._told)
            self._told(0, 0)
            self._run(self._add(self._progress))
        elif library := self._library:
            library.note(self._reader.say("library.added_next"))

    def stop(self) -> None:
        """Stop after the present file; what was added stays."""
        self._waiting.clear()
        if self._progress:
            self._progress.stop()

    def _told(self, done: int, total: int) -> None:
        self._done, library = (done, total), self._library
        if library is None:
            return
        plain = self._reader.panes.glyphs == "plain"
        full = _BAR * done // max(1, total)
        bar = f"{('#' if plain else '━') * full}{('-' if plain else '─') * (_BAR - full)}"
        library.show_work(self._reader.say("library.adding", bar=bar, done=done, total=total))

    async def _add(self, progress: Progress) -> None:
        reports: list[Report] = []
        try:
            while self._waiting:
                reports.append(await asyncio.to_thread(self._work, self._waiting.pop(0), progress))
        except ShelfError as error:
            reason = self._reader.say(f"shelf.because_{error.reason}")
            self._end(self._reader.say("library.unusable", reason=reason))
            return
        except BaseException:  # told by whoever runs this
            self._end("")
            raise
        report = _together(reports)
        self._end(self._words(report, stopped=progress.stopped))
        if report.added or report.changed or report.same:
            self._reader.library.at_leisure.begin()
        if library := self._library:
            self._show(report, library)

    def _work(self, paths: Sequence[str], progress: Progress) -> Report:
        return add_files(
            self._reader.keeper.library,
            paths,
            encoding=self._reader.encoding,
            on_progress=progress,
            cancelled=lambda: progress.stopped,
        )

    def _end(self, sentence: str) -> None:
        self._progress, library = None, self._library
        self._waiting.clear()
        if library:
            library.show_work("")
        (library or self._reader).note(sentence)

    def _show(self, report: Report, library: LibraryScreen) -> None:
        """List what came, and name the files that did not."""
        if report.added or report.changed or report.same:
            library.documents.box.value = ""  # the path has done its work
        library.renew()
        if report.problems:
            sentences = [self._reader.documents.opening.sentence(error) for _, error in report.problems]
            title = library.say("library.problems", n=len(sentences))
            library.app.push_screen(ProblemsScreen(title, sentences, library.say("help.leave")))

    def _words(self, report: Report, *, stopped: bool) -> str:
        say = self._reader.say
        counts = {"added": report.added, "changed": report.changed, "same": report.same}
        counts |= {"problems": len(report.problems), "passed_over": report.passed_over}
        words = [say(f"library.{what}", n=count) for what, count in counts.items() if count]
        if stopped:
            words.insert(0, say("library.stopped"))
        return " · ".join(words) or say("library.nothing_added")


def _together(reports: Sequence[Report]) -> Report:
    """Return one report of all."""
    return Report(
        sum(each.added for each in reports),
        sum(each.changed for each in reports),
        sum(each.same for each in reports),
        tuple(problem for each in reports for problem in each.problems),
        sum(each.passed_over for each in reports),
    )
