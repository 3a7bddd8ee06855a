"""A store whose file is taken away while it is open."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, ShelfError
from content.shelf.backups import Backups
from content.shelf.restoring import restore

if TYPE_CHECKING:
    from pathlib import Path

MARKET = document_of("集市搬到云上以后。", "摊主先学会记账。")


def kept_in(folder: Path) -> list[int]:
    with Shelf(folder) as shelf:
        return [bookmark.passage for bookmark in shelf.bookmarks()]


def test_what_is_kept_after_the_file_was_deleted_is_in_a_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    with Shelf(folder) as shelf:
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        shutil.rmtree(folder)
        shelf.add_bookmark(MARKET, MARKET.passages[1])
        assert kept_in(folder) == [2]
    assert kept_in(folder) == [2]


def test_what_is_kept_after_the_file_was_replaced_is_in_the_one_that_stands_there(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with Shelf(there) as other:
        other.add_bookmark(MARKET, MARKET.passages[0])
    with Shelf(here) as shelf:
        shelf.set_setting("theme", "ink")
        shutil.rmtree(here)
        shutil.copytree(there, here)
        shelf.add_bookmark(MARKET, MARKET.passages[1])
    assert kept_in(here) == [1, 2]


def test_an_open_window_goes_on_with_the_copy_that_another_program_restored(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        copy = shelf.back_up()
        shelf.add_bookmark(MARKET, MARKET.passages[1])
        before = shelf.version()
        assert shelf.version() == before
        restore(tmp_path / "kept.db", copy)
        assert shelf.version() != before
        assert kept_in(tmp_path) == [bookmark.passage for bookmark in shelf.bookmarks()] == [1]
        shelf.set_setting("theme", "ink")


def test_what_is_kept_while_a_copy_is_restored_is_in_the_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Shelf(tmp_path) as shelf:
        copy = shelf.back_up()
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        prepare, turns = shelf._store._prepare_to_write, iter((True, False, False))

        def meanwhile() -> None:
            prepare()
            if next(turns):
                restore(tmp_path / "kept.db", copy)

        monkeypatch.setattr(shelf._store, "_prepare_to_write", meanwhile)
        shelf.add_bookmark(MARKET, MARKET.passages[1])
        assert kept_in(tmp_path) == [2]


def test_a_window_that_closes_after_a_restore_makes_no_copy_of_what_was_set_aside(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        copy = shelf.back_up()
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        restore(tmp_path / "kept.db", copy)
        with Shelf(tmp_path) as other:
            other.add_bookmark(MARKET, MARKET.passages[1])
    newest = Backups(tmp_path / "kept.db").all()[0]
    (tmp_path / "restored").mkdir()
    restore(tmp_path / "restored" / "kept.db", newest)
    assert kept_in(tmp_path / "restored") == [2]


def test_where_the_folder_went_away_what_it_held_is_read_on_and_the_problem_said(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    with Shelf(folder) as shelf:
        kept = shelf.add_bookmark(MARKET, MARKET.passages[0])
        folder.rename(tmp_path / "away")
        folder.write_text("in the way")
        with pytest.raises(ShelfError):
            shelf.add_bookmark(MARKET, MARKET.passages[1])
        assert shelf.problem
        assert shelf.problem.reason == "unavailable"
        assert shelf.bookmarks() == (kept,)
        folder.unlink()
        (tmp_path / "away").rename(folder)
        again = shelf.add_bookmark(MARKET, MARKET.passages[1])
        assert shelf.problem is None
        assert shelf.bookmarks() == (kept, again)
    assert kept_in(folder) == [1, 2]
