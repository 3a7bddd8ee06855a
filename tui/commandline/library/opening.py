"""The library as the commands have it, and how they end."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from content.library.library import Library
from content.library.places import data_folder
from content.shelf import Shelf
from tui.commandline.problems import not_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.strings import Language

DONE, NOTHING, BAD = 0, 1, 2
"""Exit codes: something was found or done; nothing was found; something was wrong, and the rest done."""


@contextmanager
def opened_library() -> Iterator[Library]:
    """Give the library, with what the shelf keeps of its documents."""
    with Shelf(data_folder()) as shelf:
        library = Library(data_folder(), shelf)
        try:
            yield library
        finally:
            library.close()


def refuse_unreadable(library: Library, language: Language) -> None:
    """Raise CommandLineError where an empty library is in truth one that cannot be read."""
    if library.problem and library.problem.reason not in ("read_only", "full"):
        raise not_read(library.problem, language, "library")
