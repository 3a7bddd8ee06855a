"""What was typed into the library's box: a path, an address, or words to filter by."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from tui.paths import existing_paths, is_folder, is_web_address

Kind: TypeAlias = Literal["address", "file", "several", "folder", "path", "words"]

_SEEMS_PATH = re.compile(r"[/\\]|^~|^file:|\.[a-z][a-z0-9]{1,7}$", re.IGNORECASE)


def kind_of(typed: str) -> Kind:
    """Tell what was typed; `path` looks like one, but there is nothing there."""
    if is_web_address(typed):
        return "address"
    paths = existing_paths(typed)
    if len(paths) > 1:
        return "several"
    if paths:
        return "folder" if is_folder(paths[0]) else "file"
    return "path" if _SEEMS_PATH.search(typed.strip()) else "words"
