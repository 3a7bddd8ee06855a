"""Tables about characters and words, each made from another's data by the module `make_…` beside it.

They are committed so that OpenCC and pypinyin are not needed when the program runs, nor jieba's dictionary
loaded to know a word. Each table says in its
first lines where its data comes from and under which licence.
"""

from __future__ import annotations

import zlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read_table(name: str) -> dict[str, list[str]]:
    """Read a table: lines of fields between tabs, the first of which is the key of the others.

    Lines that begin with `#` say where the table comes from and are left out. `name` is the file's.
    """
    lines = (FOLDER / name).read_text(encoding="utf-8").split("\n")
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {key: fields for key, *fields in rows}


@cache
def tables_version() -> int:
    """Return a checksum of all tables: what is made with their help is not the same with others."""
    return zlib.crc32(b"".join(path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))))
