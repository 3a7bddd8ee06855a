"""Title, byline, source and date, put right by the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.document import Document
    from content.shelf import Correction
    from tui.screens.corrections import Fields
    from tui.screens.reader.screen import ReaderScreen

_BETWEEN_NAMES = re.compile(r"[、,，;；]")


class ReaderCorrecting:
    """Asks what is to be put right about the reader's document."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._unkept: dict[str, Fields] = {}

    async def ask(self) -> None:
        """Open the dialog, with what could not be kept last time where there is such."""
        from tui.screens.corrections import CorrectionsScreen  # not needed for the first paint

        screen, document = self._screen, self._screen.document
        if document.edition:
            screen.note(screen.say("correct.edition"))
            return
        as_read = screen.shown.opened.document
        present = self._unkept.get(document.digest) or _fields(document)
        dialog = CorrectionsScreen(present, _fields(as_read), screen.language)
        await screen.app.push_screen(dialog, lambda typed: self._keep(as_read, typed or present))

    def _keep(self, as_read: Document, typed: Fields) -> None:
        """Keep what differs from what was read; a date that is none is left as it is, and typed on later."""
        from tui.dates import date_typed

        screen, document = self._screen, self._screen.document
        if as_read.text is not document.text:
            return
        date = date_typed(typed.date)
        self._unkept.pop(document.digest, None)
        if date is None:
            self._unkept[document.digest] = typed
            screen.note(screen.say("correct.date_left", date=typed.date))
            date = document.date or ""
        before, correction = _correction(document, as_read), _correction_of(typed, date, as_read)
        if correction != before:
            screen.keeping.correct(correction)


def _fields(document: Document) -> Fields:
    from tui.screens.corrections import Fields

    return Fields(document.title, "、".join(document.byline), document.source or "", document.date or "")


def _correction(document: Document, as_read: Document) -> Correction:
    return _correction_of(_fields(document), document.date or "", as_read)


def _correction_of(typed: Fields, date: str, as_read: Document) -> Correction:
    """Return what differs from what was read; None stands for a field that does not."""
    from content.shelf import Correction

    read = _fields(as_read)
    byline = tuple(filter(None, (name.strip() for name in _BETWEEN_NAMES.split(typed.byline))))
    return Correction(
        None if typed.title == read.title else typed.title,
        None if typed.byline == read.byline or byline == as_read.byline else byline,
        None if typed.source == read.source else typed.source,
        None if date == read.date else date,
    )
