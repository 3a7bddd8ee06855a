"""Starting the app: which document it opens, and where its keys come from."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from content.library.opening import open_document
from content.library.places import data_folder
from content.reading.errors import ReadingError
from tui.commandline.problems import CommandLineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.document import Document
    from tui.commandline.options import Request
    from tui.strings import Language

_TERMINAL = "CONIN$" if sys.platform == "win32" else "/dev/tty"


def launch(request: Request, language: Language) -> int:
    """Open the document and run the app on it; return the exit code.

    Raises ReadingError or CommandLineError before anything is drawn.
    """
    if request.has("--edition") and request.words:
        raise CommandLineError("usage.edition_and_file")
    path, document = _document(request)
    _note_others(request.words[1:], request.value("--encoding"))
    drawn_on = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__  # where Textual draws
    if not (sys.__stdin__ and drawn_on and drawn_on.isatty()):
        raise CommandLineError("error.no_terminal")
    keys = _keyboard()
    if keys is not None:
        # What was piped in has been read; from here on descriptor 0 is the keyboard.
        os.dup2(keys, 0)
        os.close(keys)

    from tui.app import ExplorerApp

    app = ExplorerApp(
        document,
        path=path,
        language=request.value("--lang") and language,
        encoding=request.value("--encoding"),
    )
    app.run()
    return app.return_code or 0


def _keyboard() -> int | None:
    """Return a descriptor of the terminal's keyboard, or None where standard input is that already.

    Raises CommandLineError where there is no terminal.
    """
    try:
        if os.isatty(0):
            return None
        return os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise CommandLineError("error.no_terminal") from error


def _document(request: Request) -> tuple[str | None, Document]:
    """Return what the app opens: the file that is named, else what was read last, else the edition."""
    encoding = request.value("--encoding")
    if request.words:
        return request.words[0], open_document(request.words[0], encoding=encoding)
    if not request.has("--edition"):
        path = _last_path()
        if path is not None:
            try:
                return path, open_document(path, encoding=encoding)
            except ReadingError:
                pass  # moved or changed since: the edition is always there
    return None, open_document()


def _note_others(paths: Sequence[str], encoding: str | None) -> None:
    """Put further files that were named among the documents read lately, where the app offers them.

    Raises ReadingError for one that cannot be read.
    """
    documents = {path: open_document(path, encoding=encoding) for path in reversed(paths)}
    if documents:
        from content.shelf import Shelf, ShelfError

        # They are only offered: where nothing can be kept, the first one opens all the same.
        with suppress(ShelfError), Shelf(data_folder()) as shelf:
            for path, document in documents.items():
                place = shelf.place_of(document.digest)
                shelf.save_place(
                    document,
                    place.offset if place else 0,
                    path=path,
                    progress=place.progress if place else 0.0,
                )


def _last_path() -> str | None:
    from content.shelf.shelf import FILE_NAME, Shelf

    folder = data_folder()
    if not (folder / FILE_NAME).exists():
        return None  # a first start makes no files before it has drawn anything
    with Shelf(folder) as shelf:
        place = shelf.last_place()
    return place.path if place else None
