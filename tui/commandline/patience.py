"""What is said while a file is read for long, before there is a screen."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import PurePath
from threading import Event, Thread
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.strings import Language

_AT_ONCE = 0.3  # seconds within which nothing is said
_STEP = 0.25  # seconds from one dot to the next
_LONGEST = 40  # characters of the name
_CLEAR = "\r\x1b[2K"


@contextmanager
def told_while(path: str, language: Language) -> Iterator[None]:
    """Say on standard error, where that is a terminal, that a file is being opened, until the block ends."""
    if not (sys.stderr and sys.stderr.isatty()):
        yield
        return
    done = Event()
    name = scrub_line(PurePath(path).name)
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}…"
    thread = Thread(target=_tell, args=(phrase(language, "launch.opening", name=name), done), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _tell(sentence: str, done: Event) -> None:
    """Write the sentence and a dot at a time, and take all of it away in the end."""
    if done.wait(_AT_ONCE):
        return
    try:
        sys.stderr.write(sentence)
        while not done.wait(_STEP):
            sys.stderr.write(".")
            sys.stderr.flush()
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
    except (OSError, ValueError):  # the terminal has gone
        return
