"""The judged data of reading Markdown, from `fields.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_SHORTEST = 2


@cache
def _tables() -> Any:
    return tomllib.loads(Path(__file__).with_name("fields.toml").read_text(encoding="utf-8"))


@cache
def keys(field: str) -> frozenset[str]:
    """Return what a header calls a field, in lower case."""
    return frozenset(_tables()["header"][field])


@cache
def _picture(which: str) -> re.Pattern[str]:
    return re.compile(_tables()["pictures"][which], re.IGNORECASE)


def tells_something(words: str) -> bool:
    """Tell whether the words given for a picture tell what it shows, and are no program's."""
    if len(words) < _SHORTEST:
        return False
    return not _picture("wordless").fullmatch(words) and not _picture("codes").fullmatch(words)
