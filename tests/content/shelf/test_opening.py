"""A store is read in whatever state it is, and stays in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, opening
from content.shelf.backups import is_damaged
from content.shelf.looking import look
from content.shelf.opening import open_to_read

if TYPE_CHECKING:
    from pathlib import Path

BOOK = document_of(*(f"第{number}段，写满一页又一页。" for number in range(5)))


def state_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with a rollback journal, as on a file system without shared memory."""
    with Shelf(tmp_path) as shelf:
        for passage in BOOK.passages:
            shelf.add_bookmark(BOOK, passage, note="写" * 20_000)
    with closing(sqlite3.connect(tmp_path / "kept.db")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return tmp_path / "kept.db"


def test_a_store_that_another_program_is_writing_is_read_as_it_was_before(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_LOCKED_SECONDS", 0)
    with closing(sqlite3.connect(store, isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")
        writer.execute("BEGIN EXCLUSIVE")
        with closing(open_to_read(store)) as connection:
            assert connection.execute("SELECT count(*) FROM bookmark").fetchone() == (5,)
        writer.execute("UPDATE bookmark SET note = substr(note, 2), quote = note")
        before = state_of(store.parent)
        assert before["kept.db-journal"]
        with sqlite3.connect(f"{store.as_uri()}?mode=ro&immutable=1", uri=True) as half_done:
            assert half_done.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",)
        half_done.close()
        assert look(store).state == "sound"
        assert not is_damaged(store)
        with closing(open_to_read(store)) as connection:
            assert set(connection.execute("SELECT length(note) FROM bookmark")) == {(20_000,)}
        assert state_of(store.parent) == before


def test_a_store_that_is_written_while_it_is_copied_is_not_called_damaged(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (store.parent / "kept.db-journal").write_bytes(b"of a killed program")
    copy = opening.shutil.copyfile

    def meanwhile(source: Path, target: Path) -> None:
        copy(source, target)
        source.write_bytes(source.read_bytes()[:-1])

    monkeypatch.setattr(opening.shutil, "copyfile", meanwhile)
    monkeypatch.setattr(opening, "_tried", refuse)
    with pytest.raises(BlockingIOError):
        open_to_read(store)
    assert look(store).state == "closed"


def refuse(*_: object) -> None:
    raise sqlite3.OperationalError("attempt to write a readonly database")


def test_a_text_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        first, second = (shelf.add_bookmark(BOOK, passage) for passage in BOOK.passages[:2])
    with closing(sqlite3.connect(tmp_path / "kept.db", isolation_level=None)) as connection:
        connection.execute("UPDATE bookmark SET note = cast(x'ff41' AS text) WHERE id = ?", (first.id,))
    with Shelf(tmp_path) as shelf:
        assert [bookmark.note for bookmark in shelf.bookmarks()] == ["\ufffdA", ""]
        assert shelf.problem is None
        assert shelf.set_tags(first.id, ["云"])
        assert shelf.remove_bookmark(first.id)
        assert shelf.bookmarks() == (second,)
