"""Bookmarks: kept before the key is acknowledged, one a passage, deleted and taken back."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from reading import Reader, harbour, opened, rows, shown

from content.shelf import Shelf, ShelfError


def kept(home: Path) -> list[tuple[int, str]]:
    """What another program reads of the bookmarks: passage and note."""
    with Shelf(home) as shelf:
        return [(bookmark.passage, bookmark.note) for bookmark in shelf.bookmarks()]


def signed(reader: Reader) -> list[int]:
    """The passages whose first row bears the sign of a bookmark, of those that show."""
    drawn = enumerate(rows(reader.article))
    return [reader.article._rows[y].passage + 1 for y, row in drawn if row.endswith("●")]


async def test_a_bookmark_is_on_the_disk_before_the_key_is_acknowledged(home: Path) -> None:
    async with opened() as reader:
        await reader.press("]", "j", "m")
        for _ in range(20_000):  # as many turns of the loop as the disk may take
            if reader.footer.startswith("已加书签"):
                break
            assert not signed(reader)
            await reader.pause()
        assert kept(home) == [(3, "")]
        assert reader.footer == "已加书签 · 第 3 段 · 再按 m 写笔记 · u 撤销"
        assert signed(reader) == [3]
        with sqlite3.connect(home / "kept.db") as database:
            quotes = database.execute("SELECT quote FROM bookmark").fetchall()
        assert quotes == [(reader.screen.document.passages[2].text,)]


@pytest.mark.parametrize("leave", ["escape", "ctrl+s", "ctrl+q"])
async def test_the_same_key_again_opens_the_note_which_is_kept_however_it_closes(
    leave: str, home: Path
) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await reader.press("m")
        assert reader.dialog == "NoteScreen"
        await reader.press(*"潮[/]", "enter", *"水q", leave)
        await reader.settle()
        assert reader.dialog == ""
        assert kept(home) == [(1, "潮[/]\n水q")]
        await reader.press("ctrl+s")
        assert reader.dialog == "NoteScreen"
        assert "潮[/]" in reader.text
        await reader.press(leave)
        await reader.settle()
        assert kept(home) == [(1, "潮[/]\n水q")]
        await reader.press("u")
        await reader.settle()
        assert kept(home) == [(1, "")]


async def test_two_keys_at_once_never_make_two_bookmarks(home: Path) -> None:
    async with opened() as reader:
        for _ in range(4):
            reader.send("m")
        await reader.settle()
        assert [passage for passage, _ in kept(home)] == [1]


async def test_the_bookmarks_are_listed_opened_walked_and_deleted_with_undo(home: Path) -> None:
    async with opened() as reader:
        for passage in (9, 4, 14):
            reader.article.go_to_passage(passage)
            await reader.press("m")
            await reader.settle()
        await reader.press("g", "'")
        listed = reader.app.focused.rows
        assert [row.left[0][0].strip() for row in listed] == ["4", "9", "14"]
        await reader.press("down", "enter")
        assert reader.passage == 9
        assert reader.footer.startswith("书签 2/3")
        await reader.press("n")
        assert reader.passage == 14
        await reader.press("n")
        assert (reader.passage, reader.footer) == (4, "已回到开头")
        await reader.press("6", "d")
        await reader.settle()
        assert len(kept(home)) == 2
        assert reader.footer.startswith("已删除书签 · 第")
        await reader.press("u")
        await reader.settle()
        assert [passage for passage, _ in kept(home)] == [4, 9, 14]
        assert reader.footer.startswith("已撤销 · 第")
        for _ in range(3):
            await reader.press("u")
            await reader.settle()
        assert kept(home) == []
        await reader.press("u")
        await reader.settle()
        assert reader.footer == "没有可撤销的"


async def test_deleting_in_other_lists_does_nothing(home: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await reader.press("e", "d", "1", "delete", "3", "d")
        await reader.settle()
        assert kept(home) == [(1, "")]


async def test_bookmarks_come_back_with_the_document_and_not_with_another(home: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
    async with opened() as reader:
        assert signed(reader) == [1]
    async with opened(harbour(paragraphs=2)) as reader:
        assert not signed(reader)
    assert kept(home) == [(1, "")]


async def test_bookmarks_are_filtered_by_note_and_quote() -> None:
    async with opened() as reader:
        for passage, note in ((4, "保险的账"), (22, "灯")):
            reader.article.go_to_passage(passage)
            await reader.press("m")
            await reader.settle()
            await reader.press("m", *note, "escape")
            await reader.settle()
        await reader.press("'", "/", *"bxdz")
        assert [row.left[0][0].strip() for row in reader.screen.panes.side.pane.list.rows] == ["4"]


async def test_where_nothing_can_be_kept_it_is_said_and_reading_goes_on(home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("in the way")
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        assert reader.footer.startswith("只读：书签存不下来（")
        assert "只读：书签存不下来（" in reader.masthead
        assert not signed(reader)
        await reader.press("T", "u", "]", "/", *"云", "enter")
        await reader.settle()
        assert reader.app.is_running
        assert reader.passage > 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such error to make")
async def test_a_disk_that_fills_up_is_told_and_nothing_is_marked(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ShelfError("full")

    def locked(*_: object, **__: object) -> None:
        raise ShelfError("locked")

    async with opened() as reader:
        monkeypatch.setattr(Shelf, "keep", full)
        await reader.press("m")
        await reader.settle()
        assert reader.footer == "只读：书签存不下来（磁盘已满）"
        assert not signed(reader)
        monkeypatch.setattr(Shelf, "keep", locked)
        await reader.press("m")
        await reader.settle()
        assert reader.footer.startswith("没存下来：另一个程序正占用")
        assert kept(home) == []


async def test_a_bookmark_is_kept_though_the_program_is_left_with_the_next_key(home: Path) -> None:
    async with opened() as reader:
        reader.send("m")
        reader.send("q")
        for _ in range(10):
            await reader.pause()
    assert kept(home) == [(1, "")]


async def test_bookmarks_are_those_of_the_document_that_was_open_at_the_key(home: Path) -> None:
    disk_is_free = threading.Event()
    async with opened() as reader:
        screen, read = reader.screen, reader.screen.document
        screen.keeper.choose = lambda *_: disk_is_free.wait(10)
        screen.keeping.choose("slow", "disk")
        await reader.press("m")
        screen.put_document(shown(harbour(2, 3)))
        disk_is_free.set()
        await reader.settle()
    with Shelf(home) as shelf:
        assert [(each.document, each.quote) for each in shelf.bookmarks()] == [
            (read.digest, read.passages[0].text)
        ]


async def test_another_document_shows_no_bookmarks_of_the_one_before() -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        reader.screen.put_document(shown(harbour(2, 3)))
        await reader.press("6")
        reader.screen.panes.side.pane.list.action_choose()
        assert not signed(reader)
        assert [row.key for row in reader.screen.panes.side.pane.list.rows] == []


async def test_a_note_that_could_not_be_kept_is_there_when_it_is_opened_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ShelfError("full")

    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        with monkeypatch.context() as patch:
            patch.setattr(Shelf, "write", full)
            await reader.press("m", *"潮水", "escape")
            await reader.settle()
            assert "磁盘已满" in reader.footer
        await reader.press("m", "escape")
        await reader.settle()
        assert kept(home) == [(1, "潮水")]
