"""The command line: parses, prints, and answers with an exit code; nothing more."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from tui.commandline.options import language_option, read_request
from tui.commandline.output import complain, write_lines
from tui.commandline.problems import CommandLineError, reading_sentence
from tui.commandline.slips import slip
from tui.commandline.words import phrase
from tui.strings import choose_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commandline.options import Request
    from tui.strings import Language

BAD = 2
"""Exit code: bad usage, unreadable input, or something that could not be kept."""
# The module of tui/commandline that holds a command, where it is not `commands`.
_OWN = (
    *("bookmarks", "concordance", "cooccurrence", "doctor", "figures", "library", "quotes", "themes"),
    "timeline",
)
_HOMES = {each: each for each in _OWN}


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code: 0 done, 1 nothing found, 2 bad usage or input.

    What is wrong is said in one line on standard error.
    """
    language = choose_language(None, os.environ)
    request = None
    try:
        language = _language(arguments, language)
        request = read_request(arguments)
        return _answer(request, language)
    except CommandLineError as error:
        sentence = error.sentence(language)
    except ReadingError as error:
        sentence = reading_sentence(error, language, slip(request) if request else None)
    complain(sentence, language)
    return BAD


def _language(arguments: Sequence[str], otherwise: Language) -> Language:
    option = language_option(arguments)
    try:
        return choose_language(option, os.environ) if option is not None else otherwise
    except ValueError:
        raise CommandLineError("usage.language", value=option) from None


def _answer(request: Request, language: Language) -> int:
    if request.has("--help") or request.has("-h"):
        write_lines([phrase(language, f"help.{request.command or 'main'}").strip()])
        return 0
    if request.has("--version"):
        from importlib.metadata import version  # slow to import

        write_lines([version("tencent-explorer")])
        return 0
    if not request.command:
        from tui.commandline.launching import launch

        return launch(request, language)
    home = _HOMES.get(request.command, "commands")
    code: int = getattr(import_module(f"tui.commandline.{home}"), request.command)(request, language)
    return code
