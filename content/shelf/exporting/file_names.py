"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata

from content.scrub import scrub_line

_LONGEST = 120  # bytes: file systems take 255, and an unfinished file has a longer name for a moment
# What Windows forbids in a name, and U+FFFD, which says nothing.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r"[<>:\"/\\|?*\ufffd\s]+")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|\Z)", re.IGNORECASE)


def safe_name(title: str, otherwise: str) -> str:
    """Return a title as the name of a file without its suffix; `otherwise` where nothing is left of it."""
    name = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", scrub_line(title)))
    name = name.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").strip(" .")
    return f"_{name}" if _DEVICE.match(name) else name or otherwise
