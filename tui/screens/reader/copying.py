"""Copying: to clipboards, which never answer, so nothing is said that is not known; and into a file."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from tui.clipboard import hand_over
from tui.origin import origin_of
from tui.paths import shortened

if TYPE_CHECKING:
    from pathlib import Path

    from tui.screens.reader.screen import ReaderScreen
    from tui.widgets.article import Place

_TRIES = 1_000  # numbers behind the name of a file that is there


class ReaderCopying:
    """Copies passages, with where they come from or without; the same key again puts them into a file."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._sent: tuple[str, bool, Place] | None = None
        self._said = ""

    def copy(self, *, citation: bool) -> None:
        """Copy what is marked, else the passage under the reading line; pressed again, save what was sent."""
        screen, document = self._screen, self._screen.document
        marked, place = screen.marking.span, screen.article.place
        if self._sent and not marked and self._sent[1:] == (citation, place) and self._is_said:
            screen.run_worker(self._save(self._sent[0]), group="copying", exit_on_error=False)
            self._sent = None
            return
        text = document.text[marked.start : marked.end] if marked else screen.article.passage.text
        screen.marking.drop()
        copied = text
        if citation:
            origin = origin_of(document, screen.language)
            copied = screen.say("clipboard.citation", text=text, title=document.title, source=origin)
        self.send(copied)
        self._sent = copied, citation, place
        self._said = screen.say("status.sent_or_file", n=len(text), again="y" if citation else "Y")
        screen.note(self._said)

    def copy_selected(self, selected: str) -> None:
        """Copy what was selected with the mouse."""
        self.send(selected)
        self._screen.note(self._screen.say("status.sent_to_clipboard", n=len(selected)))

    def send(self, copied: str) -> None:
        """Send a text to the terminal's clipboard, and to those beside it; whoever calls says so."""
        screen = self._screen
        screen.app.copy_to_clipboard(copied)
        work = partial(hand_over, copied)
        screen.run_worker(work, thread=True, group="copying", exit_on_error=False)

    @property
    def _is_said(self) -> bool:
        """Whether the footer still says what was sent."""
        return self._screen.keyline.noted == self._said

    async def _save(self, text: str) -> None:
        screen = self._screen
        folder = screen.keeping.exporting.folder
        try:
            path = await asyncio.to_thread(_write, folder, screen.document.title, text)
        except OSError as error:
            screen.note(screen.say("export.unwritable", reason=error.strerror or shortened(folder)))
            return
        screen.note(screen.say("clipboard.saved", path=shortened(path)))


def _write(folder: Path, title: str, text: str) -> Path:
    """Write a text into a file of its own, and return its path; raises OSError."""
    from content.shelf.exporting.file_names import safe_name

    name = safe_name(title, "tencent-explorer")
    for number in range(1, _TRIES):
        path = folder / (f"{name}.txt" if number == 1 else f"{name} {number}.txt")
        try:
            with path.open("x", encoding="utf-8", errors="replace", newline="") as file:
                file.write(f"{text}\n")
        except FileExistsError:
            continue
        return path
    raise FileExistsError
