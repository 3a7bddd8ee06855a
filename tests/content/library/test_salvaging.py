"""A damaged library is set aside, and what can be read of it is in the new one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.library.library import FILE_NAME, Library
from content.shelf import Shelf
from content.shelf.recovery import doubt

if TYPE_CHECKING:
    from pathlib import Path

BOOKS = [
    document_of(
        *(f"第{number}本书的第{line}行，写满一页又一页。" for line in range(60)), title=f"第{number}本"
    )
    for number in range(40)
]


def filled(folder: Path) -> Path:
    with Shelf(folder) as shelf, closing(Library(folder, shelf)) as library:
        for number, book in enumerate(BOOKS):
            library.add(book, f"/books/{number}.txt")
    return folder / FILE_NAME


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_documents_that_are_there_whole_are_carried_over(tmp_path: Path, share: float) -> None:
    file = filled(tmp_path)
    damaged = bytearray(file.read_bytes())
    at = int(len(damaged) * share)
    damaged[at : at + 5000] = b"\xff" * 5000
    file.write_bytes(damaged)
    doubt(file)  # as whoever meets the damage does
    with Shelf(tmp_path) as shelf, closing(Library(tmp_path, shelf)) as library:
        assert library.recovery
        assert library.recovery.aside.read_bytes() == damaged
        entries = library.entries()
        assert len(BOOKS) / 3 < len(entries) < len(BOOKS)
        there = list(library.documents(entry.digest for entry in entries))
        assert len(there) == len(entries)
        assert all(each in BOOKS for each in there)
        library.add(BOOKS[0], "/books/0.txt")


def test_a_file_that_is_no_library_is_set_aside_and_told_of_once(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no library " * 1000)
    with Shelf(tmp_path) as shelf:
        with closing(Library(tmp_path, shelf)) as library:
            assert library.recovery
            assert library.recovery.aside.read_bytes() == b"no library " * 1000
            assert library.entries() == ()
        with closing(Library(tmp_path, shelf)) as library:
            assert library.recovery is None
