"""Starting the app: which document it opens, and where its keys come from."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from content.library.opening import STANDARD_INPUT, open_document
from content.library.places import data_folder
from content.library.reopening import Opened, open_again, open_path
from content.reading.errors import ReadingError
from tui.commandline.problems import CommandLineError, file_sentence, not_kept
from tui.keeping import Keeper
from tui.paths import is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commandline.options import Request
    from tui.strings import Language

BAD = 2
"""Exit code: of everything that was named nothing could be opened."""
_TERMINAL = "CONIN$" if sys.platform == "win32" else "/dev/tty"


def launch(request: Request, language: Language) -> int:
    """Open the document and run the app on it; return the exit code.

    Of several files the first that can be read is opened, the others are put into the library, as is what
    is in folders; those that cannot be read are named, a line each.

    Raises ReadingError or CommandLineError before anything is drawn.
    """
    if request.has("--edition") and request.words:
        raise CommandLineError("usage.edition_and_file")
    keeper = Keeper(data_folder())
    try:
        opened, others, problems = _open(request, keeper, language)
        if opened is None and not others:
            return BAD
        keys = _keyboard()
        notice = ""
        if others:
            count, more = _add(others, request, keeper, language)
            problems += more
            if opened is None and not count:
                return BAD
            notice = _notice(count, problems, language)
        elif problems:
            notice = _notice(0, problems, language)
    except BaseException:
        keeper.close()
        raise
    if keys is not None:
        # What was piped in has been read; from here on descriptor 0 is the keyboard.
        os.dup2(keys, 0)
        os.close(keys)
    in_library = opened is None
    opened = opened or _last(request, keeper)

    from tui.app import ExplorerApp

    app = ExplorerApp(
        opened.document,
        path=opened.path,
        state=opened.state,
        is_new=opened.is_new,
        keeper=keeper,
        language=request.value("--lang") and language,
        encoding=request.value("--encoding"),
        notice=notice,
        in_library=in_library,
    )
    app.run()
    _print_unkept(keeper.unkept, language)
    return app.return_code or 0


def _print_unkept(notes: Sequence[str], language: Language) -> None:
    """Print notes that could not be kept: on the terminal they are not lost."""
    if notes:
        from content.scrub import scrub
        from tui.commandline.output import complain
        from tui.strings import say

        complain("\n\n".join([say(language, "note.unkept"), *(scrub(note).text for note in notes)]), language)


def _keyboard() -> int | None:
    """Return a descriptor of the terminal's keyboard, or None where standard input is that already.

    Raises CommandLineError where there is no terminal.
    """
    drawn_on = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__  # where Textual draws
    if not (sys.__stdin__ and drawn_on and drawn_on.isatty()):
        raise CommandLineError("error.no_terminal")
    try:
        if os.isatty(0):
            return None
        return os.open(_TERMINAL, os.O_RDWR)
    except OSError as error:
        raise CommandLineError("error.no_terminal") from error


def _open(
    request: Request, keeper: Keeper, language: Language
) -> tuple[Opened | None, Sequence[str], list[ReadingError]]:
    """Return what the app opens, the other files and folders that were named, and what could not be read.

    Nothing is opened where only folders are named, or nothing can be read, which is said. Raises
    ReadingError for a single file.
    """
    if not request.words:
        return _last(request, keeper), (), []

    from tui.commandline.output import complain
    from tui.commandline.patience import told_while
    from tui.commandline.slips import slip

    words, problems = list(dict.fromkeys(request.words)), list[ReadingError]()
    files = [word for word in words if word == STANDARD_INPUT or not is_folder(word)]
    for path in files:
        try:
            with told_while(path, language):
                opened = open_path(path, keeper.begun_library, encoding=request.value("--encoding"))
        except ReadingError as error:
            if len(words) == 1 or (path == words[0] and error.reason == "missing" and slip(request)):
                raise
            complain(file_sentence(path, error, language), language)
            problems.append(error)
        else:
            tried = files[: files.index(path) + 1]
            return opened, [word for word in words if word not in tried], problems
    return None, [word for word in words if word not in files], problems


def _last(request: Request, keeper: Keeper) -> Opened:
    """Return what was read last, else the edition, which is always there."""
    if not request.has("--edition") and keeper.begun:  # a first start makes no files before it has drawn
        place = keeper.shelf.last_place()
        if place and place.path is not None:
            encoding, library = request.value("--encoding"), keeper.begun_library
            again = open_again(place.document, place.path, library, encoding=encoding)
            if again:
                return again
    return Opened(open_document())


def _add(
    paths: Sequence[str], request: Request, keeper: Keeper, language: Language
) -> tuple[int, list[ReadingError]]:
    """Put files and folders into the library, naming those that cannot be read; return how many are there.

    Raises CommandLineError where there is a folder and nothing can be put into the library.
    """
    from content.library.adding import add_files
    from content.shelf import ShelfError
    from tui.commandline.output import complain
    from tui.commandline.progress import progress

    try:
        with progress(language) as show:
            encoding = request.value("--encoding")
            report = add_files(keeper.library, paths, encoding=encoding, on_progress=show("library.reading"))
    except ShelfError as error:
        if any(map(is_folder, paths)):
            raise not_kept(error, language, "library") from error
        return 0, []  # they are only offered: the first one opens all the same
    for path, problem in report.problems:
        complain(file_sentence(path, problem, language), language)
    count = report.added + report.changed + report.same
    if not count and not report.problems:
        for folder in filter(is_folder, paths):
            said = CommandLineError("launch.nothing_in", name=folder)
            complain(said.sentence(language), language)
    return count, [problem for _, problem in report.problems]


def _notice(count: int, problems: Sequence[ReadingError], language: Language) -> str:
    """Say in the app how many documents came into the library, and what could not be read."""
    from tui.commandline.words import counted, phrase

    parts = []
    if problems:
        named = phrase(language, "text.separator").join(error.name for error in problems)
        sentence = counted(language, "library.bad", len(problems))
        parts.append(phrase(language, "error.with_detail", sentence=sentence, detail=named))
    if count:
        parts.append(counted(language, "launch.added", count))
    return " · ".join(parts)
