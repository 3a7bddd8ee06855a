"""The library as the commands have it, and how they end."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from content.library.library import Library
from content.library.places import data_folder
from content.scrub import scrub_line
from content.shelf import Shelf
from tui.commandline.output import complain
from tui.commandline.problems import not_read, recovered
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.strings import Language

DONE, NOTHING, BAD = 0, 1, 2
"""Exit codes: something was found or done; nothing was found; something was wrong, and the rest done."""


@contextmanager
def opened_library(language: Language) -> Iterator[Library]:
    """Give the library with what the shelf keeps of its documents, and say where either had been damaged."""
    with Shelf(data_folder()) as shelf:
        if shelf.recovery:
            complain(recovered(shelf.recovery, language), language)
        with library_beside(shelf, language) as library:
            yield library


@contextmanager
def library_beside(shelf: Shelf, language: Language) -> Iterator[Library]:
    """Give the library of a shelf, and say where it had been damaged."""
    with closing(Library(data_folder(), shelf)) as library:
        if library.recovery:
            aside, kept = scrub_line(str(library.recovery.aside)), len(library.entries())
            complain(phrase(language, "library.recovered", count=kept, aside=aside), language)
        yield library


def refuse_unreadable(library: Library, language: Language) -> None:
    """Raise CommandLineError where an empty library is in truth one that cannot be read."""
    if library.problem and library.problem.reason not in ("read_only", "full"):
        raise not_read(library.problem, language, "library")
