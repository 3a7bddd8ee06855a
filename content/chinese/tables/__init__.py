"""Tables about characters, made from OpenCC's and pypinyin's data by `make_variants` and `make_pinyin`.

They are committed so that neither package is needed when the program runs. Each table says in its
first lines where its data comes from and under which licence.
"""

from __future__ import annotations

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
