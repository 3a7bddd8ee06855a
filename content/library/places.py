"""Where the program keeps its files: the platform's user folders, or one folder that the reader names."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_NAME = "tencent-explorer"
HOME_VARIABLE = "TENCENT_EXPLORER_HOME"
"""The environment variable that moves all of it to one folder."""


def data_folder() -> Path:
    """Return the folder of what is kept: `kept.db`, `library.db`."""
    return _home() or _platform("user_data_path")


def config_folder() -> Path:
    """Return the folder of what the reader writes: `themes.toml`."""
    return _home() or _platform("user_config_path")


def cache_folder() -> Path:
    """Return the folder of what can be made again at any time."""
    home = _home()
    return home / "cache" if home else _platform("user_cache_path")


def is_there(path: Path) -> bool:
    """Tell whether there is anything at a path; where that may not be looked at, nothing is."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Tell whether there is a regular file at a path; where that may not be looked at, there is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE, "")
    if not named:
        return None
    folder = Path(named)
    with suppress(RuntimeError):  # `~` of somebody who is not known here: then it is a name that begins so
        folder = folder.expanduser()
    with suppress(OSError):  # the current folder was deleted: nothing can be kept there, and that is said
        folder = folder.absolute()
    return folder


def _platform(function: str) -> Path:
    import platformdirs  # not needed where the folder is named

    folder: Path = getattr(platformdirs, function)(_NAME, appauthor=False)
    return folder
