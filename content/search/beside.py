"""Work done beside other work, on systems where a process can be copied as it stands."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Made = TypeVar("_Made")


def beside(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Begin work in a copy of this process; return what waits for its result.

    Where there is no copy to be had, or no second processor for it, or it fails, the work is done when it is
    waited for. Copies hold this thread alone, so there must be no other one; and no file that is open.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return work
    reading, writing = os.pipe()
    try:
        copy = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if copy == 0:
        _hand_over(work, writing)
    os.close(writing)

    def result() -> _Made:
        with os.fdopen(reading, "rb") as pipe:
            written = pipe.read()
        _, status = os.waitpid(copy, 0)
        if status:
            return work()
        made: _Made = pickle.loads(written)  # noqa: S301 - written by a copy of this very process
        return made

    return result


def _hand_over(work: Callable[[], object], writing: int) -> None:
    """Do the work, write its result, and end the process."""
    status = 1
    try:
        os.closerange(0, writing)  # whoever waits for the end of these is not to wait for this process
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
