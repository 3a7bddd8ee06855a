"""A copy used in place of the store: whole, with its log, and without what stood there."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Correction, NameEdit, OwnTheme, Shelf, ShelfError, store
from content.shelf.backups import is_sound
from content.shelf.looking import look
from content.shelf.migrating import bundled_migrations
from content.shelf.recovery import is_doubtful
from content.shelf.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = document_of(*(f"第{number}段，写满一页又一页。" for number in range(12)))
NO_STORE = b"no database " * 400

# Is killed in the middle of a change to all bookmarks, with some of it in the file already.
KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE bookmark SET note = note || note || note")
os._exit(9)
"""


def fill(folder: Path, first: int, last: int, note: str = "") -> None:
    with Shelf(folder) as shelf:
        for passage in BOOK.passages[first:last]:
            shelf.add_bookmark(BOOK, passage, note=note)


def left_with_a_journal(folder: Path) -> Path:
    """Make a store of a file system without shared memory, whose program was killed while it wrote."""
    fill(folder, 0, 12, "写" * 8000)
    store = folder / "kept.db"
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    subprocess.run([sys.executable, "-c", KILLED, str(store)], check=False)
    assert (folder / "kept.db-journal").stat().st_size > 0
    return store


def kept_in(folder: Path) -> int:
    with Shelf(folder) as shelf:
        assert (shelf.problem, shelf.recovery) == (None, None)
        assert shelf._store.read("PRAGMA integrity_check") == [("ok",)]
        return len(shelf.bookmarks())


def test_what_the_log_of_a_store_holds_comes_with_it(tmp_path: Path) -> None:
    left = tmp_path / "left"
    with Shelf(tmp_path / "open") as shelf:
        shelf.add_bookmark(BOOK, BOOK.passages[0])
        copy = shelf.back_up()
        for passage in BOOK.passages[1:6]:
            shelf.add_bookmark(BOOK, passage)
        shutil.copytree(tmp_path / "open", left)  # as a killed program leaves it
    assert (left / "kept.db-wal").stat().st_size > 0
    aside = restore(left / "kept.db", copy)
    assert aside
    assert kept_in(left) == 1
    assert is_sound(aside)
    restore(left / "kept.db", aside)
    assert kept_in(left) == 6


def test_what_a_killed_program_left_half_done_is_not_played_into_the_copy(tmp_path: Path) -> None:
    fill(tmp_path / "other", 0, 5)
    with Shelf(tmp_path / "other") as shelf:
        copy = shelf.back_up()
    store = left_with_a_journal(tmp_path / "here")
    assert is_doubtful(store)
    assert look(store).state == "sound"
    aside = restore(store, copy)
    assert aside
    assert kept_in(store.parent) == 5
    restore(store, aside)  # as it was before what was broken off
    assert kept_in(store.parent) == 12


@pytest.mark.parametrize("sound", [True, False])
def test_a_store_that_was_left_with_a_journal_is_looked_through(tmp_path: Path, *, sound: bool) -> None:
    store = left_with_a_journal(tmp_path)
    if not sound:
        content = bytearray(store.read_bytes())
        content[-20_000:] = b"\xff" * 20_000
        store.write_bytes(content)
        (tmp_path / "kept.db-journal").write_bytes(b"half a page")
    with Shelf(tmp_path) as shelf:
        assert (shelf.recovery is None) is sound
        assert len(shelf.bookmarks()) == 12
        assert shelf._store.read("PRAGMA integrity_check") == [("ok",)]
    journals = [path.read_bytes() for path in tmp_path.glob("*-journal")]
    assert journals == ([] if sound else [b"half a page"])


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute(f"PRAGMA user_version = {len(bundled_migrations())}")
    connection.close()


def newer_store(path: Path) -> None:
    fill(path.parent / "newer", 0, 1)
    (path.parent / "newer" / "kept.db").rename(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "state"),
    [
        (other_database, "foreign"),
        (newer_store, "newer"),
        (lambda path: path.touch(), "sound"),  # of nothing
        (lambda path: path.write_bytes(NO_STORE), "damaged"),
        (Path.absolute, "missing"),
    ],
)
def test_what_is_no_store_of_ours_takes_no_stores_place(
    tmp_path: Path, make: Callable[[Path], None], state: str
) -> None:
    fill(tmp_path, 0, 2)
    copy = tmp_path / "copy"
    make(copy)
    assert look(copy).state == state
    with pytest.raises((ValueError, OSError, sqlite3.Error)):
        restore(tmp_path / "kept.db", copy)
    assert kept_in(tmp_path) == 2
    assert list(tmp_path.glob("kept-before-restore-*")) == []


def test_all_that_is_kept_comes_back_as_it_was_in_its_order(tmp_path: Path) -> None:
    def dump(path: Path) -> list[str]:
        with sqlite3.connect(path) as connection:
            lines = [line for line in connection.iterdump() if line.startswith("INSERT")]
        connection.close()
        return lines

    with Shelf(tmp_path) as shelf:
        kept = shelf.add_bookmark(BOOK, BOOK.passages[1], note="先\n后", tags=["云"])
        shelf.set_note(kept.id, "再", before="别的")
        shelf.save_place(BOOK, 9, path="/书/集市.txt")
        for name in ("丙", "甲", "乙"):
            shelf.put_theme(OwnTheme(name, name, ("词",)))
            shelf.correct(name, Correction(title=name))
        shelf.edit_names([NameEdit("", None, "hide", "灯塔")])
        shelf.set_setting("language", "hans")
        copy = shelf.back_up()
        themes, corrections = shelf.edits().themes, list(shelf.corrections())
    with sqlite3.connect(copy) as connection:
        connection.execute("CREATE TABLE of_somebody_else (x)")
    connection.close()
    fill(tmp_path / "other", 0, 3)
    with Shelf(tmp_path / "other") as shelf:
        restore(shelf.path, copy)
        assert shelf.edits().themes == themes
        assert list(shelf.corrections()) == corrections == ["乙", "甲", "丙"]
    assert sorted(dump(tmp_path / "other" / "kept.db")) == sorted(dump(tmp_path / "kept.db"))


def test_a_copy_that_cannot_be_put_in_whole_changes_nothing(tmp_path: Path) -> None:
    fill(tmp_path, 0, 2)
    fill(tmp_path / "other", 0, 5)
    copy = tmp_path / "other" / "kept.db"
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE document SET digest = 'of another text'")
    connection.close()
    with pytest.raises(ShelfError):
        restore(tmp_path / "kept.db", copy)
    assert kept_in(tmp_path) == 2
    assert list(tmp_path.glob("kept-before-restore-*")) == []


def test_stores_of_every_version_may_be_used_again(tmp_path: Path) -> None:
    for script in sorted((Path(__file__).parent / "stores").glob("*.sql")):
        connection = sqlite3.connect(tmp_path / script.stem)
        connection.executescript(script.read_text(encoding="utf-8"))
        connection.close()
        restore(tmp_path / "kept.db", tmp_path / script.stem)
        assert kept_in(tmp_path) == 1


def test_a_store_that_another_program_is_writing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.02)
    with Shelf(tmp_path) as shelf:
        copy = shelf.back_up()
        with shelf._store.writing() as connection:
            connection.execute("INSERT INTO setting VALUES ('language', 'hans')")
            with pytest.raises(ShelfError, match="locked"):
                restore(tmp_path / "kept.db", copy)
            assert list(tmp_path.glob("kept-before-restore-*")) == []
        assert shelf.setting("language") == "hans"
        restore(tmp_path / "kept.db", copy)
        assert shelf.setting("language") is None
