"""`library`: listing, adding, removing, and searching across all of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.commandline.problems import CommandLineError

if TYPE_CHECKING:
    from tui.commandline.options import Request
    from tui.strings import Language

# The module that holds an action, imported when it is asked for.
_HOMES = {"list": "listed", "remove": "removing", "add": "adding", "search": "searching"}


def library(request: Request, language: Language) -> int:
    """Do what the first word says, by default list, and return the exit code."""
    action = request.words[0] if request.words else "list"
    if action not in _HOMES:
        raise CommandLineError("usage.library_action", word=action)
    code: int = import_module(f"{__name__}.{_HOMES[action]}").run(request, language)
    return code
