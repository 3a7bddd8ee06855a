"""A store that a copy takes the place of: at no moment is there none, and what is broken off is finished."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf
from content.shelf.looking import look
from content.shelf.recovery import recover
from content.shelf.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable

BOOK = document_of(*(f"第{number}段，写满一页又一页。" for number in range(3)))


def fill(folder: Path, bookmarks: int) -> None:
    with Shelf(folder) as shelf:
        for passage in BOOK.passages[:bookmarks]:
            shelf.add_bookmark(BOOK, passage)


def damage(folder: Path) -> None:
    (folder / "kept.db").write_bytes(b"no database " * 400)
    (folder / "kept.db-wal").write_bytes(b"half a page")


@pytest.mark.parametrize("refused", ["kept.db", "kept-"])
def test_where_the_exchange_is_refused_the_store_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    rename = {"kept.db": "replace", "kept-": "rename"}[refused]
    real = getattr(Path, rename)

    def refusing(source: Path, target: Path) -> Path:
        if target.name.startswith(refused) and not target.name.endswith(".ready"):
            raise PermissionError(errno.EACCES, "open in another program")
        return real(source, target)  # type: ignore[no-any-return]

    fill(tmp_path, 2)
    damage(tmp_path)
    names = {path.name for path in tmp_path.iterdir()} | {"kept.db-shm", "kept-recovery.lock"}
    with monkeypatch.context() as patched:
        patched.setattr(Path, rename, refusing)
        with pytest.raises(PermissionError):
            recover(tmp_path / "kept.db")
    assert {path.name for path in tmp_path.iterdir()} == names
    assert recover(tmp_path / "kept.db")
    with Shelf(tmp_path) as shelf:
        assert len(shelf.bookmarks()) == 2


def test_what_is_put_in_place_is_on_the_disk_before_it_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, 2)
    damage(tmp_path)
    steps: list[tuple[str, int]] = []
    real, replace = os.fsync, Path.replace

    def fsync(handle: int) -> None:
        steps.append(("on the disk", os.fstat(handle).st_ino))
        real(handle)

    def named(source: Path, target: Path) -> Path:
        steps.append(("named", source.stat().st_ino))
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "replace", named)
    recover(tmp_path / "kept.db")
    fresh, folder = (tmp_path / "kept.db").stat().st_ino, tmp_path.stat().st_ino
    told = [(what, {fresh: "store", folder: "folder"}[which]) for what, which in steps]
    assert told == [
        ("on the disk", "store"),
        ("named", "store"),
        ("on the disk", "folder"),
        ("named", "store"),
        ("on the disk", "folder"),
    ]


class KilledError(BaseException):
    """Stands for a signal that no program can catch."""


def kill_at(step: int, monkeypatch: pytest.MonkeyPatch, *, links: bool) -> None:
    """Have the program killed before or after one of the times it gives a file another name."""
    count = iter(range(1, 100))

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def name(*arguments: object) -> object:
            if next(count) == step:
                raise KilledError
            named = real(*arguments)
            if next(count) == step:
                raise KilledError
            return named

        return name

    for name in ("rename", "replace"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", counted(Path.hardlink_to) if links else no_links)


def break_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: range, *, links: bool) -> int:
    """Break off exchanges at each of some steps, and see them finished; return how many came to their end."""
    fill(tmp_path / "damaged", 3)
    (copy,) = (tmp_path / "damaged" / "backups").iterdir()
    damage(tmp_path / "damaged")
    with Shelf(tmp_path / "open") as shelf, sqlite3.connect(tmp_path / "open" / "kept.db") as connection:
        shelf.add_bookmark(BOOK, BOOK.passages[0])
        connection.execute("PRAGMA user_version = 99")
        shutil.copytree(tmp_path / "open", tmp_path / "newer")  # with a log
    connection.close()
    finished = 0
    for step in steps:
        for state, exchange in (("newer", partial(restore, copy=copy)), ("damaged", recover)):
            folder = tmp_path / f"{state} {step}"
            shutil.copytree(tmp_path / state, folder)
            with monkeypatch.context() as patched, suppress(KilledError):
                kill_at(step, patched, links=links)
                exchange(folder / "kept.db")
                finished += 1
                continue
            assert (folder / "kept.db").exists() or not links
            unfinished = list(folder.glob("*.ready"))
            with Shelf(folder) as shelf:
                assert shelf.problem is None
                assert (shelf.recovery is not None) is (state == "damaged" and bool(unfinished))
                assert len(shelf.bookmarks()) == 3
            (aside,) = folder.glob("kept-*.db")
            assert look(aside).state == state
            assert not list(folder.glob("*.ready"))
    return finished


def test_an_exchange_that_is_broken_off_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_off(tmp_path, monkeypatch, range(5, 6), links=True)  # the store has two names


@pytest.mark.thorough
@pytest.mark.parametrize("links", [True, False])
def test_an_exchange_that_is_broken_off_anywhere_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    assert 0 < break_off(tmp_path, monkeypatch, range(2, 12), links=links) < 10  # also past its end
