"""Which documents the last index of a library was made of: the next one is made out of it.

They are remembered in a file in the cache, beside the tables. Whatever cannot be read or written there only
has the index made anew.
"""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from content.library.indexing import Base, tables_path, write_whole
from content.library.places import is_file
from content.search.fingerprint import DocumentKey, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from content.document import Document
    from content.search import SearchIndex

_NAME = "library.json"
# Taking documents out costs about half a second a stretch at 12,000,000 characters, all anew half a minute.
_MOST_STRETCHES = 20


def index_order(documents: Sequence[Document], folder: Path) -> list[int]:
    """Return the order, as places among the documents, in which most can be had from the last index.

    That is the order they had in it, then those that were not in it as they come.
    """
    ranks = {key.digest: rank for rank, key in enumerate(_read(folder)[0])}
    return sorted(range(len(documents)), key=lambda place: ranks.get(documents[place].digest, len(ranks)))


def find_base(index: SearchIndex, folder: Path) -> Base | None:
    """Return the tables of the last library index, if those of this one can be made out of them.

    Documents may have gone since, and others may have come behind them.
    """
    (covered, _), wanted = _read(folder), index.document_keys
    left = frozenset(wanted)
    kept = [key for key in covered if key in left]
    gone = _stretches(covered, left)
    if not kept or tuple(kept) != wanted[: len(kept)] or len(gone) > _MOST_STRETCHES:
        return None
    made_of = fingerprint(covered, index.known_words)
    return Base(tables_path(folder, made_of), made_of, len(kept), gone)


def remember(index: SearchIndex, folder: Path) -> None:
    """Note that an index is the library's last one, and remove the tables of the one before it.

    Those of a single document stay: they are what it is read with.
    """
    covered, tables = _read(folder)
    if tables == index.fingerprint:
        return
    noted = {"tables": index.fingerprint.hex(), "documents": index.document_keys}
    with suppress(OSError):
        write_whole(folder / _NAME, json.dumps(noted).encode())
        if len(covered) > 1:
            tables_path(folder, tables).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[tuple[DocumentKey, ...], bytes]:
    """Return what the last index was made of, and its fingerprint; nothing where that is not known."""
    path = folder / _NAME
    if not is_file(path):  # a pipe would keep whoever reads it waiting
        return (), b""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        noted = json.loads(path.read_bytes())
        covered = tuple(DocumentKey(str(digest), *map(int, rest)) for digest, *rest in noted["documents"])
        return covered, bytes.fromhex(noted["tables"])
    return (), b""


def _stretches(covered: Sequence[DocumentKey], left: frozenset[DocumentKey]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the text of some documents in which none is left."""
    ends = pairwise(accumulate((key.length for key in covered), initial=0))
    grouped = groupby(zip(covered, ends, strict=True), key=lambda each: each[0] in left)
    gone = [[place for _, place in group] for is_left, group in grouped if not is_left]
    return tuple((group[0][0], group[-1][1]) for group in gone)
