"""Title, byline, source and date, put right by the reader."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
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
        self._unkept: dict[str, dict[str, str]] = {}  # by digest, what was typed by its field

    async def ask(self) -> None:
        """Open the dialog: as it is now, and what could not be kept last time as it was typed."""
        from tui.screens.corrections import CorrectionsScreen  # not needed for the first paint

        screen, document = self._screen, self._screen.document
        if document.edition:
            screen.note(screen.say("correct.edition"))
            return
        as_read = screen.shown.opened.document
        present = replace(_fields(document), **self._unkept.get(document.digest, {}))
        dialog = CorrectionsScreen(present, _fields(as_read), screen.language)

        def closed(typed: Fields | None) -> None:
            screen.keeping.run(self._keep(document, as_read, typed or present))

        await screen.app.push_screen(dialog, closed)

    async def _keep(self, document: Document, as_read: Document, typed: Fields) -> None:
        """Keep what differs from what was read; a date that is none is left as it is, and typed on later.

        Another document may have come to be shown meanwhile.
        """
        from tui.dates import date_typed

        screen = self._screen
        date = date_typed(typed.date)
        unkept = {} if date is not None else {"date": typed.date}
        said = [screen.say("correct.date_left", date=typed.date)] if unkept else []
        before = _correction(document, as_read)
        correction = _correction_of(typed, document.date or "" if date is None else date, as_read)
        if correction != before:
            if await screen.keeping.correct(document, correction):
                said.append(screen.say("correct.kept"))
            else:
                unkept, said = asdict(typed), []
        self._unkept[document.digest] = unkept
        if said:
            sentence, here = " · ".join(said), document.digest == screen.document.digest
            title = typed.title or screen.say("document.untitled")
            screen.note(sentence if here else screen.say("status.elsewhere", sentence=sentence, title=title))


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
