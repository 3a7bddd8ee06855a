from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, ShelfError, opening, store
from content.shelf.migrating import bundled_migrations
from content.shelf.problems import problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKET = document_of("集市搬到云上以后。", "摊主先学会记账。")

# A child gives up its privileges, if it has any, and tries to keep something in the folder it is given.
UNPRIVILEGED = """
import os, resource, sys
from pathlib import Path
from content.document import Document, Passage, Section
from content.shelf import Shelf, ShelfError
text = "集市搬到云上以后。"
passage = Passage(1, text, "body", 1, 0, len(text))
document = Document("集市", text, (passage,), (Section(1, "引子", 1, True, 1, 1),))
if sys.argv[2] == "unprivileged" and os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
if sys.argv[2].isdigit():
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
with Shelf(Path(sys.argv[1])) as shelf:
    print(shelf.problem and shelf.problem.reason, len(shelf.bookmarks()))
    try:
        for _ in range(int(sys.argv[3])):
            shelf.add_bookmark(document, passage, note="写" * 2000 + str(_))
    except ShelfError as error:
        print(error.reason, shelf.problem and shelf.problem.reason, len(shelf.bookmarks()))
"""


def in_a_child(folder: Path, state: str, writes: int = 1) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, str(folder), state, str(writes)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},  # none that is cut
    )
    return finished.stdout.splitlines()


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that another user may come into: pytest's own lets nobody through."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such modes there")
def test_a_folder_that_may_not_be_written_still_gives_what_was_kept(public_folder: Path) -> None:
    with Shelf(public_folder) as shelf:
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        for file in public_folder.iterdir():
            file.chmod(0o444)
        public_folder.chmod(0o555)
        # Once while another program has it open, once alone.
        assert in_a_child(public_folder, "unprivileged") == ["read_only 1", "read_only read_only 1"]
    public_folder.chmod(0o755)
    public_folder.chmod(0o555)
    assert in_a_child(public_folder, "unprivileged") == ["read_only 1", "read_only read_only 1"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such modes there")
def test_an_empty_folder_that_may_not_be_written_is_read_only(public_folder: Path) -> None:
    public_folder.chmod(0o555)
    assert in_a_child(public_folder, "unprivileged") == ["read_only 0", "read_only read_only 0"]
    assert in_a_child(public_folder / "deeper", "unprivileged") == ["read_only 0", "read_only read_only 0"]


@pytest.mark.skipif(sys.platform == "win32", reason="processes have no such limit there")
def test_a_disk_that_fills_up_keeps_what_it_had(tmp_path: Path) -> None:
    opened, refused = in_a_child(tmp_path, "400000", writes=500)
    assert opened == "None 0"
    assert refused == "full full 1"
    with Shelf(tmp_path) as shelf:
        (kept,) = shelf.bookmarks()
        assert kept.note.startswith("写" * 2000 + "0")
        assert shelf._store.read("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.skipif(sys.platform == "win32", reason="processes have no such limit there")
def test_a_full_disk_from_the_start_is_said(tmp_path: Path) -> None:
    assert in_a_child(tmp_path, "0") == ["full 0", "full full 0"]


def test_a_folder_that_is_a_file_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("这不是文件夹")
    with Shelf(tmp_path / "file") as shelf:
        assert shelf.problem is not None
        assert shelf.problem.reason == "unavailable"
        assert shelf.problem.detail
        assert shelf.bookmarks() == ()
        assert shelf.last_place() is None
        with pytest.raises(ShelfError) as raised:
            shelf.add_bookmark(MARKET, MARKET.passages[0])
    assert raised.value.reason == "unavailable"
    assert (tmp_path / "file").read_text() == "这不是文件夹"


def test_a_store_of_a_newer_version_is_read_and_not_written(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        kept = shelf.add_bookmark(MARKET, MARKET.passages[0])
    with sqlite3.connect(tmp_path / "kept.db") as connection:
        connection.execute("ALTER TABLE bookmark ADD COLUMN mood TEXT")
        connection.execute(f"PRAGMA user_version = {len(bundled_migrations()) + 1}")
    connection.close()
    with Shelf(tmp_path) as shelf:
        assert shelf.problem is not None
        assert shelf.problem.reason == "newer"
        assert shelf.bookmarks() == (kept,)
        with pytest.raises(ShelfError, match="newer"):
            shelf.remove_bookmark(kept.id)
        assert shelf.bookmarks() == (kept,)


def test_a_store_that_stays_locked_says_so_and_can_be_written_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_BUSY_SECONDS", 0.02)
    with Shelf(tmp_path) as shelf:
        other = sqlite3.connect(tmp_path / "kept.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with Shelf(tmp_path) as late:
            assert late.problem is None
            for opened in (shelf, late):
                with pytest.raises(ShelfError, match="locked"):
                    opened.add_bookmark(MARKET, MARKET.passages[0])
                assert opened.problem is not None
                assert opened.bookmarks() == ()
            other.execute("ROLLBACK")
            kept = late.add_bookmark(MARKET, MARKET.passages[0])
            assert late.problem is None
            assert shelf.add_bookmark(MARKET, MARKET.passages[0]) == kept
            assert shelf.problem is None
        other.close()


def test_a_folder_that_becomes_usable_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.write_text("im Weg")
    with Shelf(folder) as shelf:
        assert shelf.problem is not None
        folder.unlink()
        kept = shelf.add_bookmark(MARKET, MARKET.passages[0])
        assert shelf.problem is None
        assert shelf.bookmarks() == (kept,)
    with Shelf(folder) as again:
        assert again.bookmarks() == (kept,)


def test_a_write_that_is_broken_off_leaves_nothing_behind(tmp_path: Path) -> None:
    def interrupted(shelf: Shelf) -> None:
        with shelf._store.writing() as connection:
            connection.execute("INSERT INTO setting VALUES ('language', 'hans')")
            raise KeyboardInterrupt

    with Shelf(tmp_path) as shelf:
        with pytest.raises(KeyboardInterrupt):
            interrupted(shelf)
        assert shelf.setting("language") is None
        shelf.set_setting("language", "hant")
        assert shelf.setting("language") == "hant"


def test_what_is_committed_is_on_the_disk_and_belongs_to_a_document(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        assert shelf._store.read("PRAGMA synchronous") == [(2,)]  # FULL
        assert shelf._store.read("PRAGMA foreign_keys") == [(1,)]
        assert shelf._store.read("PRAGMA busy_timeout") == [(10_000,)]
        assert shelf._store.read("PRAGMA journal_mode") == [("wal",)]


def test_every_error_has_a_reason() -> None:
    assert problem_of(OSError(28, "No space left on device")).reason == "full"
    assert problem_of(OSError(30, "Read-only file system")).reason == "read_only"
    assert problem_of(OSError(5, "Input/output error")).reason == "unavailable"
    assert problem_of(sqlite3.OperationalError("disk I/O error")).reason == "unavailable"


def test_a_store_that_another_program_holds_is_read_and_written_once_that_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_OPENING_SECONDS", 0.0)
    monkeypatch.setattr(opening, "_LOCKED_SECONDS", 0.0)
    with Shelf(tmp_path) as shelf:
        shelf.add_bookmark(MARKET, MARKET.passages[0])
    other = sqlite3.connect(tmp_path / "kept.db", isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with Shelf(tmp_path) as shelf:
        assert shelf.problem is not None
        assert (shelf.problem.reason, len(shelf.bookmarks())) == ("locked", 1)
        before = shelf.version()
        assert shelf.version() == before
        other.rollback()
        other.close()
        assert shelf.version() != before
        assert shelf.problem is None
        with Shelf(tmp_path) as window:
            window.add_bookmark(MARKET, MARKET.passages[1])
        assert len(shelf.bookmarks()) == 2
