"""Files and folders added to the library, with progress, until all are or the reader stops it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from content.library.adding import add_files
from content.shelf import ShelfError
from tui.progress import Progress
from tui.screens.library.problems import ProblemsScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.library.adding import Report
    from tui.screens.library.screen import LibraryScreen

_BAR = 12  # cells


class LibraryAdding:
    """Adds to the library; the list shows what came when it is done."""

    def __init__(self, screen: LibraryScreen) -> None:
        self._screen = screen
        self._progress: Progress | None = None

    @property
    def working(self) -> bool:
        """Whether files are being added, and nobody stopped that yet."""
        return self._progress is not None and not self._progress.stopped

    def begin(self, paths: Sequence[str]) -> None:
        """Add files, and those in folders; one batch at a time."""
        if self._progress is None:
            self._progress = Progress(self._told)
            self._told(0, 0)
            self._screen.work(self._add(paths, self._progress))

    def stop(self) -> None:
        """Stop after the present file; what was added stays."""
        if self._progress:
            self._progress.stop()

    def _told(self, done: int, total: int) -> None:
        screen = self._screen
        plain = screen.reader.panes.glyphs == "plain"
        full = _BAR * done // max(1, total)
        bar = f"{('#' if plain else '━') * full}{('-' if plain else '─') * (_BAR - full)}"
        screen.show_work(screen.say("library.adding", bar=bar, done=done, total=total))

    async def _add(self, paths: Sequence[str], progress: Progress) -> None:
        screen = self._screen
        try:
            report = await asyncio.to_thread(self._work, paths, progress)
        except ShelfError as error:
            self._end(screen.problem_words(error.reason))
            return
        except BaseException:  # told by whoever runs this
            self._end("")
            raise
        self._end(self._words(report, stopped=progress.stopped))
        if report.added or report.changed or report.same:
            screen.documents.box.value = ""  # the path has done its work
            screen.reader.library.at_leisure.begin()
        screen.renew()
        if report.problems:
            sentence = screen.reader.documents.opening.sentence
            sentences = [sentence(error) for _, error in report.problems]
            title = screen.say("library.problems", n=len(sentences))
            screen.app.push_screen(ProblemsScreen(title, sentences, screen.say("help.leave")))

    def _work(self, paths: Sequence[str], progress: Progress) -> Report:
        screen = self._screen
        return add_files(
            screen.library,
            paths,
            encoding=screen.reader.encoding,
            on_progress=progress,
            cancelled=lambda: progress.stopped,
        )

    def _end(self, sentence: str) -> None:
        self._progress = None
        if self._screen.is_attached:
            self._screen.show_work("")
            self._screen.note(sentence)

    def _words(self, report: Report, *, stopped: bool) -> str:
        say = self._screen.say
        counts = {"added": report.added, "changed": report.changed, "same": report.same}
        counts |= {"problems": len(report.problems), "passed_over": report.passed_over}
        words = [say(f"library.{what}", n=count) for what, count in counts.items() if count]
        if stopped:
            words.insert(0, say("library.stopped"))
        return " · ".join(words) or say("library.nothing_added")
