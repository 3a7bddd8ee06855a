"""The encoding that the document's file is read in, chosen by the reader."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.scrub import scrub_line

if TYPE_CHECKING:
    from tui.keeping import Shown
    from tui.screens.reader.screen import ReaderScreen

_WRITTEN_IN_ONE = ("plain", "html", "markdown")  # the formats whose bytes are text in one encoding


class ReaderEncodings:
    """Has the reader's document read anew in another encoding, which the library remembers."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen

    def ask(self) -> None:
        """Ask for the encoding, each shown with what the file reads in it."""
        self._screen.run_worker(self._ask(), group="opening", exclusive=True, exit_on_error=False)

    async def _ask(self) -> None:
        from tui.rows.encodings import encoding_rows
        from tui.screens.chooser import Chooser
        from tui.widgets.list_pane import Contents

        screen, path = self._screen, self._screen.shown.opened.path
        if path in (None, "-"):
            screen.note(screen.say("encoding.no_file"))
            return
        name = scrub_line(PurePath(str(path)).name)
        try:
            sample = await asyncio.to_thread(_sample, str(path))
        except OSError:
            screen.note(screen.say("error.unreadable", name=name))
            return
        if sample is None:
            screen.note(screen.say("encoding.in_the_file"))
            return
        rows = await asyncio.to_thread(encoding_rows, sample, screen.language)
        title = screen.say("encoding.title", name=name)
        dialog = Chooser(title, Contents(rows), placeholder=screen.say("filter.placeholder"))
        shown = screen.shown
        await screen.app.push_screen(dialog, lambda encoding: self._reopen(shown, encoding))

    def _reopen(self, shown: Shown, encoding: str | None) -> None:
        screen = self._screen
        if encoding and screen.shown.opened is not shown.opened:  # another came to be shown meanwhile
            screen.note(screen.say("open.stays", title=screen.document.title))
        elif encoding:
            work = self._read(shown, encoding)
            screen.run_worker(work, group="opening", exclusive=True, exit_on_error=False)

    async def _read(self, shown: Shown, encoding: str) -> None:
        from content.library.reopening import open_anew
        from tui.rows.encodings import AUTOMATIC, encoding_name

        screen = self._screen
        named = None if encoding == AUTOMATIC else encoding
        try:
            opened = await asyncio.to_thread(open_anew, str(shown.opened.path), encoding=named)
        except ReadingError as error:
            sentence = screen.documents.opening.sentence(error)
            screen.note(f"{sentence} · {screen.say('open.stays', title=screen.document.title)}")
            return
        progress = screen.article.progress
        await screen.keeping.finish()
        again = await asyncio.to_thread(screen.keeper.show, opened)
        misread = shown.opened.document
        if again.carried and misread.digest != opened.document.digest:
            again = replace(again, place=None, carried=False)
        screen.put_document(again)
        if misread.digest != opened.document.digest:
            screen.keeping.drop_reading(misread)
            if again.place is None:  # the same bytes: as far on as before
                text = screen.document.text
                screen.article.go_to(screen.document.passage_at(round(progress * len(text))).start)
        said = screen.say("encoding.chosen", encoding=encoding_name(encoding, screen.language))
        lost = screen.document.replaced
        screen.note(f"{said} · {screen.say('document.undecoded', n=lost)}" if lost else said)


def _sample(path: str) -> bytes | None:
    """Return the beginning of a file; None where it says itself in which encoding its parts are.

    Raises OSError.
    """
    from content.reading.formats import format_of
    from tui.rows.encodings import SAMPLE

    if not Path(path).is_file():
        raise FileNotFoundError(path)  # nothing may ever come out of what stands there now
    with Path(path).open("rb") as file:
        sample = file.read(SAMPLE)
    try:
        kind = format_of(sample, PurePath(path).name)
    except ReadingError:
        return None
    return sample if kind.name in _WRITTEN_IN_ONE else None
