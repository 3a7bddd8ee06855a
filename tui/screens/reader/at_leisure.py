"""The documents of the library, analysed one by one while nothing of the shown one is at work."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from content.library.places import cache_folder, config_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.library.backlog import Backlog
    from content.library.library import Library
    from tui.screens.reader.screen import ReaderScreen


class AtLeisure:
    """Works the backlog off. `listen` is called when there is more to say of it."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._backlog: Backlog | None = None
        self._working = self._again = self._closed = False
        self.listen: Callable[[], object] | None = None

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many documents were analysed, how many are not yet, and how many cannot be."""
        if self._backlog is None:
            return 0, 0, 0
        done, failed = self._backlog.done, self._backlog.failed
        return done, self._backlog.total - done - failed, failed

    def begin(self) -> None:
        """Look what there is to do by now, and do it; where work is under way, after the present document."""
        self._again = True
        if not (self._working or self._closed or self._screen.analysis.is_busy):
            self._working = True
            self._screen.run_worker(self._work(), group="at leisure", exit_on_error=False)

    async def _work(self) -> None:
        try:
            backlog = self._backlog or await asyncio.to_thread(_made, self._screen)
            if backlog is None or self._closed:
                return
            self._backlog = backlog
            while not (self._closed or self._screen.analysis.is_busy):
                work = backlog.look if self._again else backlog.work_off_one
                self._again = False
                if await asyncio.to_thread(work) is False:
                    break
                if self.listen:
                    self.listen()
        finally:
            self._working = False
        if self._again:
            self.begin()

    def close(self) -> None:
        """Stop at once; the rest is done the next time."""
        self._closed = True
        if self._backlog:
            self._backlog.close()


def _made(screen: ReaderScreen) -> Backlog | None:
    library: Library | None = screen.keeper.begun_library
    if library is None:
        return None
    from tui.analysing import Analyst

    return Analyst(cache_folder(), config_folder()).backlog(library)
