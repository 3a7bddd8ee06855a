"""A store that was damaged: set aside, and its newest sound copy used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, backups, recovery
from content.shelf.backups import DAYS, Backups, is_damaged, is_sound

if TYPE_CHECKING:
    from datetime import datetime

BOOK = document_of(*(f"第{number}段，写满一页又一页。" for number in range(200)))
NO_STORE = b"not a database, but longer than a header of one " * 40


def fill(folder: Path, passages: int) -> None:
    with Shelf(folder) as shelf:
        for passage in BOOK.passages[:passages]:
            shelf.add_bookmark(BOOK, passage)


def damage_a_page(file: Path) -> bytes:
    """Overwrite all but the first pages, and return what the file holds then."""
    content = bytearray(file.read_bytes())
    page = int.from_bytes(content[16:18])
    content[page * 3 :] = b"\xff" * (len(content) - page * 3)
    file.write_bytes(content)
    return bytes(content)


def asides(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob("kept-damaged-*.db")]


@pytest.mark.parametrize("content", [NO_STORE, b"short"], ids=["long", "short"])
def test_a_file_that_is_no_store_is_set_aside_and_the_copy_used(tmp_path: Path, content: bytes) -> None:
    fill(tmp_path, 3)
    (tmp_path / "kept.db").write_bytes(content)
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery
        assert shelf.recovery.used
        assert shelf.problem is None
        assert [bookmark.passage for bookmark in shelf.bookmarks()] == [1, 2, 3]
        shelf.add_bookmark(BOOK, BOOK.passages[3])
    assert asides(tmp_path) == [content]
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery is None
        assert len(shelf.bookmarks()) == 4


def test_without_a_copy_an_empty_store_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "kept.db").write_bytes(NO_STORE)
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery
        assert shelf.recovery.used is None
        assert shelf.bookmarks() == ()
        shelf.set_setting("language", "hans")
    assert asides(tmp_path) == [NO_STORE]


def test_a_copy_that_is_damaged_too_gives_way_to_an_older_one(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    folder = tmp_path / "backups"
    (copy,) = folder.iterdir()
    copy.rename(folder / "kept-2020-01-01.db")
    copy.write_bytes(NO_STORE)
    (tmp_path / "kept.db").write_bytes(NO_STORE)
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery
        assert shelf.recovery.used == folder / "kept-2020-01-01.db"
        assert len(shelf.bookmarks()) == 3


def test_damage_met_while_reading_is_mended_at_the_next_change(tmp_path: Path) -> None:
    fill(tmp_path, 200)
    damaged = damage_a_page(tmp_path / "kept.db")
    with Shelf(tmp_path) as shelf:
        assert shelf.bookmarks() == ()
        assert shelf.problem
        assert shelf.problem.reason == "damaged"
        shelf.set_setting("language", "hans")
        assert shelf.recovery
        assert shelf.problem is None
        assert len(shelf.bookmarks()) == 200
    assert asides(tmp_path) == [damaged]


def test_damage_met_while_reading_is_mended_at_the_next_start(tmp_path: Path) -> None:
    fill(tmp_path, 200)
    damage_a_page(tmp_path / "kept.db")
    with Shelf(tmp_path) as shelf:
        assert shelf.bookmarks() == ()
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery
        assert len(shelf.bookmarks()) == 200


def test_after_an_unclean_stop_the_store_is_looked_through(tmp_path: Path) -> None:
    fill(tmp_path, 200)
    damage_a_page(tmp_path / "kept.db")
    (tmp_path / "kept.db-wal").write_bytes(b"half a page")
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery
        assert len(shelf.bookmarks()) == 200


def test_a_sound_store_is_never_set_aside_also_while_others_write(tmp_path: Path) -> None:
    fill(tmp_path, 5)
    holder = sqlite3.connect(tmp_path / "kept.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    (tmp_path / "kept-doubtful").touch()
    with Shelf(tmp_path) as shelf:
        assert shelf.recovery is None
        assert len(shelf.bookmarks()) == 5
    holder.execute("ROLLBACK")
    holder.close()
    assert asides(tmp_path) == []


OPENER = """
import sys
from pathlib import Path
from content.shelf import Shelf
with Shelf(Path(sys.argv[1])) as shelf:
    print(len(shelf.bookmarks()))
"""


def test_several_programs_mend_a_store_once(tmp_path: Path) -> None:
    fill(tmp_path, 3)
    (tmp_path / "kept.db").write_bytes(NO_STORE)

    def opened(_: int) -> str:
        command = [sys.executable, "-c", OPENER, str(tmp_path)]
        root = Path(__file__).parents[3]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=root).stdout

    with ThreadPoolExecutor(3) as threads:
        assert set(threads.map(opened, range(3))) == {"3\n"}
    assert asides(tmp_path) == [NO_STORE]


def test_a_copy_a_day_is_kept_for_some_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(backups.datetime):
        day = 1

        @classmethod
        def now(cls, _zone: object = None) -> datetime:
            return cls(2026, 3, cls.day)

    monkeypatch.setattr(backups, "datetime", Clock)
    for day in range(1, DAYS + 4):
        Clock.day = day
        with Shelf(tmp_path) as shelf:
            shelf.add_bookmark(BOOK, BOOK.passages[day])
    copies = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert copies == [f"kept-2026-03-{day:02}.db" for day in range(4, DAYS + 4)]
    assert all(is_sound(path) for path in (tmp_path / "backups").iterdir())
    with sqlite3.connect(tmp_path / "backups" / copies[-1]) as connection:  # also what was written last
        assert connection.execute("SELECT count(*) FROM bookmark").fetchone() == (DAYS + 3,)
    connection.close()


@pytest.mark.parametrize("day", [1, 20])
def test_a_clock_that_goes_wrong_makes_no_copy_the_newest_and_takes_none_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: int
) -> None:
    class Clock(backups.datetime):
        day = 1

        @classmethod
        def now(cls, _zone: object = None) -> datetime:
            return cls(2026, 3, cls.day)

    monkeypatch.setattr(backups, "datetime", Clock)
    copies = Backups(tmp_path / "kept.db")
    for passage, Clock.day in enumerate([*range(8, 8 + DAYS), day]):
        with Shelf(tmp_path) as shelf:
            shelf.add_bookmark(BOOK, BOOK.passages[passage])
        newest = copies.folder / f"kept-2026-03-{Clock.day:02}.db"
        ahead = 2_000_000_000 - 1000 * passage  # the clock that files are stamped by runs back
        os.utime(newest, (ahead, ahead))
        assert copies.newest_sound() == newest
    assert len(copies.all()) == DAYS
    (tmp_path / "kept.db").write_bytes(NO_STORE)
    with Shelf(tmp_path) as shelf:
        assert len(shelf.bookmarks()) == DAYS + 1


def test_a_step_to_a_newer_version_leaves_a_copy_from_before(tmp_path: Path) -> None:
    from content.shelf.migrating import bundled_migrations

    old = bundled_migrations()[:1]
    with Shelf(tmp_path, migrations=old) as shelf:
        shelf.add_bookmark(BOOK, BOOK.passages[0])
    with Shelf(tmp_path) as shelf:
        assert shelf.problem is None
        assert len(shelf.bookmarks()) == 1
    copy = tmp_path / "backups" / f"kept-before-version-{len(bundled_migrations())}.db"
    with sqlite3.connect(copy) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM bookmark").fetchone() == (1,)
    connection.close()


def test_a_copy_made_when_asked_is_whole(tmp_path: Path) -> None:
    fill(tmp_path, 5)
    with Shelf(tmp_path) as shelf:
        copy = shelf.back_up()
    assert is_sound(copy)
    assert Backups(tmp_path / "kept.db").all()[0] in (copy, *(tmp_path / "backups").iterdir())


def test_what_is_no_store_is_neither_sound_nor_always_damaged(tmp_path: Path) -> None:
    missing, empty, broken = (tmp_path / name for name in ("missing", "empty", "broken"))
    empty.touch()
    broken.write_bytes(NO_STORE)
    assert not any(map(is_sound, (missing, empty, broken)))
    assert [is_damaged(each) for each in (missing, empty, broken)] == [False, False, True]


def test_what_killed_programs_left_of_copies_is_taken_away_but_not_what_is_being_made(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    left = [folder / name for name in ("old.unfinished", "ahead.unfinished-journal", "new.unfinished")]
    for path, stamp in zip(left, (0, 2**33, None), strict=True):
        path.write_bytes(b"half a copy")
        if stamp is not None:
            os.utime(path, (stamp, stamp))
    fill(tmp_path, 1)
    assert [path.exists() for path in left] == [False, False, True]


def test_one_program_at_a_time_mends_a_store_also_where_others_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 1)
    monkeypatch.setattr(recovery, "_PATIENCE_SECONDS", 0)
    store = tmp_path / "kept.db"
    with recovery._alone(store):
        waiting = sqlite3.connect(tmp_path / "kept-recovery.lock", isolation_level=None)
    waiting.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        recovery.recover(store)
    waiting.close()
    assert recovery.recover(store) is None
