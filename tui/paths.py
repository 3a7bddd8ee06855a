"""What people type or paste where a file is asked for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit


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


def is_file(path: str) -> bool:
    """Tell whether there is a file of that path."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
