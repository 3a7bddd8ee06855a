"""What people type or paste where a file is asked for."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from content.scrub import scrub_line

_LONGEST = 100_000  # characters: more are a text, not paths


def is_web_address(typed: str) -> bool:
    """Tell whether the text is an address that would have to be fetched."""
    return typed.strip().lower().startswith(("http://", "https://"))


def path_of(typed: str) -> str:
    r"""Return the path that was meant: without quotes, `file://`, and the backslashes of a dragged file.

    A path that exists as it stands is taken as it stands; `~` is the home folder. `-` is a file of that
    name: standard input is the keyboard here.
    """
    path = typed.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"":
        path = path[1:-1]
    if path.lower().startswith("file://"):
        path = unquote(urlsplit(path).path)
    if not _exists(path):
        path = re.sub(r"\\(.)", r"\1", path)
    if path.startswith("~"):
        try:
            path = str(Path(path).expanduser())
        except RuntimeError:  # no such user: then it is a name that begins so
            return path
    return "./-" if path == "-" else path


def existing_paths(typed: str) -> tuple[str, ...]:
    """Return the paths that were meant, where there is something at each: one, one a line, or as a shell
    separates them. Nothing where any is none, or where a folder is named by a bare word.
    """
    typed = typed.strip()
    if not typed or len(typed) > _LONGEST or is_web_address(typed):
        return ()
    lines = [line for line in typed.splitlines() if line.strip()]
    for pieces in ([typed], lines, _as_a_shell_would(typed)):
        found = []
        for piece in pieces:
            path = path_of(piece)
            if not (is_file(path) or (is_folder(path) and _spelled_out(piece))):
                break
            found.append(path)
        else:
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def shortened(path: Path) -> str:
    """Return a path as it is shown and typed, with `~` for the reader's own folder."""
    with suppress(ValueError, RuntimeError):  # it is elsewhere; or nobody knows where home is
        path = Path("~", path.relative_to(Path.home()))
    return scrub_line(str(path))


def is_file(path: str) -> bool:
    """Tell whether there is a file of that path."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: str) -> bool:
    """Tell whether there is a folder of that path."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _as_a_shell_would(typed: str) -> list[str]:
    """Take apart what a terminal writes for several dragged files; nothing where quotes stay open."""
    import shlex  # not needed for the first paint

    try:
        return shlex.split(typed)
    except ValueError:
        return []


def _spelled_out(typed: str) -> bool:
    """Tell whether a folder is written as a path: a word may be its name by chance."""
    return any(separator in typed for separator in ("/", os.sep)) or typed.strip("'\"").startswith("~")


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
