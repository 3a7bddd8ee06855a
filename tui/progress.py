"""How far work in a thread is, told on the event loop; and the way to stop it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The reader stopped the work."""


class Progress:
    """To be called in a thread with how much is done, and of how much; made on the event loop.

    `told` hears of it there, at most once for each percent, and no more once it was stopped. Where `raises`
    is true, a call after `stop` raises Stopped.
    """

    def __init__(self, told: Callable[[int, int], object], *, raises: bool = False) -> None:
        self._loop = asyncio.get_running_loop()
        self._told = told
        self._raises = raises
        self._percent = -1
        self.stopped = False

    def __call__(self, done: int, total: int) -> None:
        """Tell how far it is."""
        if self.stopped:
            if self._raises:
                raise Stopped
            return
        percent = 100 * done // max(1, total)
        if percent != self._percent:
            self._percent = percent
            self._loop.call_soon_threadsafe(self._tell, done, total)

    def stop(self) -> None:
        """Tell no more, and end the work where it looks."""
        self.stopped = True

    def _tell(self, done: int, total: int) -> None:
        if not self.stopped:
            self._told(done, total)
