"""A command written wrongly, which is taken for a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commandline.options import COMMANDS

if TYPE_CHECKING:
    from tui.commandline.options import Request

_CLOSE = 0.6  # how alike a word must be to a command: the ratio of difflib


def slip(request: Request) -> str | None:
    """Return the command that the first word comes close to, where it was taken for a file."""
    from difflib import get_close_matches

    word = request.words[0] if request.words and not request.command else ""
    return next(iter(get_close_matches(word.lower(), [name for name in COMMANDS if name], 1, _CLOSE)), None)
