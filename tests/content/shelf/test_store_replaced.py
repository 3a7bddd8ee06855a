"""A store whose file is taken away while it is open."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from small_documents import document_of

from content.shelf import Shelf

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
