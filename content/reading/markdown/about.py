"""Lines that say something about the text: metadata, addresses, tags."""

from __future__ import annotations

import re

from content.reading.metadata import Metadata, read_metadata

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*")
_TAGS = re.compile(r"(?:#[^\s#]{1,20}\s*)+")
_LABEL = re.compile(r"[^。！？]{0,8}[:：]?\s*")


def about(line: str) -> Metadata | None:
    """Return what a line tells about the text, None for a line of the text; an address tells nothing."""
    without = _ADDRESS.sub("", line).replace("::", ":").strip()
    if (without != line and _LABEL.fullmatch(without)) or _TAGS.fullmatch(line):
        return Metadata()
    return read_metadata(without) if without else None
