"""The index for everything beyond literal search: built beside the reading, with progress, and cancelled."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any

from tui.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tui.asking import Search


class Preparing:
    """Gets one search ready at a time. `changed` is called when there is more to say of it.

    `run` starts work beside the event loop.
    """

    def __init__(
        self, changed: Callable[[], object], run: Callable[[Coroutine[Any, Any, None]], object]
    ) -> None:
        self._changed = changed
        self._run = run
        self._searching: Search | None = None
        self.percent: int | None = None

    @property
    def working(self) -> bool:
        """Whether an index is being built."""
        return self._searching is not None

    def begin(self, searching: Search) -> None:
        """Build an index, unless it is ready or being built."""
        if searching is not self._searching and not searching.has_words:
            self._searching, self.percent = searching, None
            self._run(self._work(searching))

    def cancel(self) -> None:
        """Expect no index any more; whoever builds it is to be closed as well."""
        self._searching = None

    async def _work(self, searching: Search) -> None:
        on_progress = Progress(partial(self._progressed, searching))
        try:
            await asyncio.to_thread(searching.prepare, on_progress)
        finally:
            if searching is self._searching:
                self._searching = None
                self._changed()

    def _progressed(self, searching: Search, done: int, total: int) -> None:
        if searching is self._searching:
            self.percent = 100 * done // max(1, total)
            self._changed()
