"""Copying: to the terminal's clipboard, which never answers, so nothing is said that is not known."""

from __future__ import annotations

import os
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from tui.origin import origin_of

if TYPE_CHECKING:
    from tui.screens.reader.screen import ReaderScreen

_TMUX = ("tmux", "load-buffer", "-w", "-")
_PATIENCE_SECONDS = 2.0


class ReaderCopying:
    """Copies passages, with where they come from or without."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen

    def copy(self, *, citation: bool) -> None:
        """Copy what is marked, else the passage under the reading line."""
        screen, document = self._screen, self._screen.document
        marked = screen.marking.span
        copied = document.text[marked.start : marked.end] if marked else screen.article.passage.text
        screen.marking.drop()
        if citation:
            origin = origin_of(document, screen.language)
            copied = screen.say("clipboard.citation", text=copied, title=document.title, source=origin)
        self.send(copied)

    def send(self, copied: str) -> None:
        """Send a text to the clipboard, inside tmux to its buffer too: it keeps OSC 52 to itself."""
        screen = self._screen
        screen.app.copy_to_clipboard(copied)
        if os.environ.get("TMUX"):
            work = partial(_load_tmux_buffer, copied)
            screen.run_worker(work, thread=True, group="copying", exit_on_error=False)
        screen.note(screen.say("status.sent_to_clipboard", n=len(copied)))


def _load_tmux_buffer(copied: str) -> None:
    try:
        subprocess.run(  # noqa: S603 - a fixed command; the text goes to its standard input
            _TMUX, input=copied.encode(), capture_output=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return
