"""The documents of the library: what the list shows, filters, sorts, removes and opens."""

import threading
from pathlib import Path

import pytest
from library_texts import ALL, FACTORY, HARBOUR, TIDE, fill, library_in, library_opened, listed, said
from reading import opened

import tui.screens.library.documents
from content.library.library import Library
from content.library.records import Entry
from content.shelf import Shelf

pytestmark = pytest.mark.thorough  # each reads a library of its own; its pictures are in the quick suite

TITLES = [each.title for each in ALL]


def shown_titles(rows: list[str]) -> list[str]:
    return [title for row in rows for title in (*TITLES, "腾讯物种进化") if title in row.split("「")[0]]


async def test_an_empty_library_shows_the_edition_and_what_can_be_done() -> None:
    async with library_opened() as (_, library):
        rows = listed(library)
        assert rows[0].startswith("▸ 腾讯物种进化：成为产业互联网发动机 改写版 据《周天财经》周天")
        assert rows[2] == "书库是空的 · 粘贴路径或全文"
        assert library._count.words == ""
        assert library.view.box.has_focus


async def test_a_row_says_title_origin_progress_and_when_it_was_read(home: Path) -> None:
    fill(home)
    with Shelf(home) as shelf:
        shelf.save_place(HARBOUR, 20, path="/文章/0.txt", progress=0.38)
    async with library_opened() as (reader, library):
        rows = listed(library)
        assert "海港的集市 林小舟 · 潮汐周报 · 2019-05-01 ━━━───── 38 % 今天" in rows
        assert "云上的工厂 2020-11" in rows
        assert "4 篇" in reader.text
        assert library.documents.pane.list.row.key != "0"  # the other document, not the one that is read


async def test_typing_keeps_the_documents_that_are_meant_by_sound_source_and_file(home: Path) -> None:
    fill(home)
    async with library_opened() as (reader, library):
        for typed, kept in (
            ("海港", ["海港的集市"]), ("hgdjs", ["海港的集市"]), ("gongch", ["云上的工厂"]),
            ("潮汐", ["海港的集市", "退潮"]), ("1.txt", ["退潮"]), ("linxiaozhou", ["海港的集市"]),
        ):  # fmt: skip
            library.view.box.value = ""
            await reader.press(*typed)
            await reader.settle()
            rows = listed(library)
            assert sorted(shown_titles(rows)) == sorted(kept), typed
            assert rows[-1] == f"在全部 4 篇里搜「{typed}」"


async def test_typing_on_and_back_shows_what_is_meant_now(home: Path) -> None:
    fill(home)
    async with library_opened("退", "潮", "x", "backspace") as (_, library):
        assert shown_titles(listed(library)) == ["退潮"]
        assert library.view.pane.list.row.left[0][0] == "  "


async def test_enter_opens_the_document_under_the_cursor_at_its_place(home: Path) -> None:
    fill(home)
    with Shelf(home) as shelf:
        shelf.save_place(HARBOUR, HARBOUR.passages[2].start, path="/文章/0.txt", progress=0.6)
    async with library_opened(*"hgdjs", "enter") as (reader, _):
        assert reader.dialog == ""
        assert reader.masthead.startswith("海港的集市")
        assert reader.passage == 3


async def test_the_present_document_chosen_again_stays_as_it_is(home: Path) -> None:
    fill(home)
    async with opened(HARBOUR, path="/文章/0.txt") as reader:
        before = reader.screen.shown
        await reader.press("o")
        await reader.settle()
        await reader.press(*"hgdjs", "enter")
        await reader.settle()
        assert reader.dialog == ""
        assert reader.screen.shown is before


async def test_sorting_goes_round_and_is_remembered(home: Path) -> None:
    fill(home)
    with Shelf(home) as shelf:
        shelf.save_place(TIDE, 2, path="/文章/1.txt", progress=0.9)
    orders = {
        "opened": "退潮",
        "title": "海港的集市",
        "date": "云上的工厂",
        "added": "云上的工厂",
        "progress": "退潮",
    }
    async with library_opened("tab") as (reader, library):
        for order, first in orders.items():
            rows = shown_titles(listed(library))
            rows.remove("腾讯物种进化")
            assert (library.documents.order, rows[0]) == (order, first)
            await reader.press("s")
            await reader.settle()
        await reader.press("s", "s")
        await reader.settle()
    async with library_opened() as (reader, library):
        assert library.documents.order == "date"
        assert "按发表日期" in reader.text


async def test_a_document_is_removed_and_had_again(home: Path) -> None:
    fill(home)
    with Shelf(home) as shelf:
        shelf.add_bookmark(TIDE, TIDE.passages[0])
    async with library_opened("退", "潮", "tab", "d") as (reader, library):
        assert said(library) == "已移出《退潮》 · 书签仍保留 · u 撤销"
        assert "退潮" not in shown_titles(listed(library))
        with library_in(home) as kept:
            assert [entry.title for entry in kept.entries()] == ["云上的工厂", "海港的集市"]
            assert kept.shelf.bookmarks(TIDE.digest)
        await reader.press("u")
        await reader.settle()
        assert said(library) == "已放回《退潮》"
        with library_in(home) as kept:
            assert len(kept.entries()) == 3
        await reader.press("u")
        await reader.settle()
        assert said(library) == "没有可放回的"


async def test_what_was_removed_can_be_had_again_later_each_once_however_fast_the_keys(home: Path) -> None:
    fill(home)
    async with library_opened("tab") as (reader, library):
        gone = [row.key for row in library.documents.pane.list.rows if row.key != "0"][:2]
        for key in (gone[0], gone[0], gone[1]):
            library.documents.remove(key)
        await reader.settle()
        with library_in(home) as kept:
            assert len(kept.entries()) == 1
    async with library_opened("tab") as (reader, library):  # the program begun anew
        library.documents.restore()
        library.documents.restore()
        await reader.settle()
        with library_in(home) as kept:
            assert len(kept.entries()) == 3
        await reader.press("u")
        await reader.settle()
        assert said(library) == "没有可放回的"


async def test_a_late_list_does_not_take_the_place_of_a_newer_one(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    gate, waiting = threading.Event(), threading.Event()
    entries = Library.entries

    def held(self: Library) -> tuple[Entry, ...]:
        found = entries(self)
        if not waiting.is_set():
            waiting.set()
            gate.wait(20)
        return found

    async with library_opened() as (reader, library):
        monkeypatch.setattr(Library, "entries", held)
        library.documents.begin()
        while not waiting.is_set():
            await reader.pause()
        with library_in(home) as kept:
            kept.remove(next(entry.id for entry in kept.entries() if entry.title == "退潮"))
        library.documents.begin()
        while "退潮" in shown_titles(listed(library)):
            await reader.pause()
        gate.set()
        await reader.settle()
        library.documents.sort()
        await reader.settle()
        assert sorted(shown_titles(listed(library))) == ["云上的工厂", "海港的集市", "腾讯物种进化"]


async def test_rows_are_made_and_documents_ordered_beside_the_screen_and_enter_waits_for_them(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    made_in: list[threading.Thread] = []
    gate = threading.Event()
    ordered = tui.screens.library.documents.ordered

    def noted(*how: object) -> tuple[Entry, ...]:
        made_in.append(threading.current_thread())
        gate.wait(20)
        return ordered(*how)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(tui.screens.library.documents, "ordered", noted)
    async with opened() as reader:
        await reader.press("o", *"hgdjs", "enter")
        gate.set()
        await reader.settle()
        assert reader.masthead.startswith("海港的集市")
    assert made_in
    assert threading.main_thread() not in made_in


async def test_the_edition_is_not_removed(home: Path) -> None:
    fill(home)
    async with library_opened(*"改写", "backspace", "backspace", "tab", "g") as (reader, library):
        library.documents.pane.list.put_cursor("0")
        await reader.press("delete")
        await reader.settle()
        assert said(library) == "自带文章不能移出"
        assert len(listed(library)) == 4


async def test_down_leads_from_the_empty_box_into_the_list_and_the_filter_key_back(home: Path) -> None:
    fill(home)
    async with library_opened("down") as (reader, library):
        assert library.view.pane.list.has_focus
        assert said(library).startswith("Enter 打开  d 移出  s 排序  / 筛选")
        await reader.press("/")
        assert library.view.box.has_focus
        await reader.press("退", "down")
        assert library.view.box.has_focus  # so that more can be typed
        assert library.view.pane.list.row.key == "across:"


async def test_chinese_typed_in_the_list_goes_into_the_box(home: Path) -> None:
    fill(home)
    async with library_opened("tab", "潮") as (_, library):
        assert library.view.box.value == "潮"
        assert "退潮" in shown_titles(listed(library))


async def test_escape_clears_the_filter_and_then_closes(home: Path) -> None:
    fill(home)
    async with library_opened("退", "escape") as (reader, library):
        assert (reader.dialog, library.view.box.value) == ("LibraryScreen", "")
        await reader.press("tab", "q")
        assert reader.dialog == ""


async def test_what_cannot_be_kept_is_said_in_a_line(home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    async with library_opened() as (_, library):
        assert said(library).startswith("书库读写不了：")
        assert len(listed(library)) == 3


async def test_a_document_whose_text_is_gone_is_told(home: Path) -> None:
    fill(home)
    async with library_opened(*"退潮") as (reader, _):
        with library_in(home) as kept, kept._store.writing() as connection:
            connection.execute("DELETE FROM content WHERE digest = ?", (TIDE.digest,))
        await reader.press("enter")
        await reader.settle()
        assert "仍在读《腾讯物种进化：成为产业互联网发动机》" in reader.footer


async def test_help_tells_the_keys_of_the_library() -> None:
    async with library_opened("tab", "?") as (reader, _):
        assert reader.dialog == "HelpScreen"
        assert "换一种排序" in reader.text
        told = [each.id for each in reader.app.screen._shown]
        assert "delete_row" in told
        assert not {"edit_row", "show_row"} & set(told)
        await reader.press("escape")
        assert reader.dialog == "LibraryScreen"


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (10, 3), (200, 60)])
async def test_it_stands_in_any_size(home: Path, size: tuple[int, int]) -> None:
    fill(home)
    async with library_opened("tab", "j", "right", "right", "right", size=size) as (reader, library):
        await reader.resize(80, 24)
        await reader.settle()
        assert library.memory.tab == "across"


async def test_the_mouse_turns_tabs_and_opens_rows(home: Path) -> None:
    fill(home)
    async with library_opened(*"退潮") as (reader, library):
        await reader.click(library._tabs, 8)
        await reader.settle()
        assert library.memory.tab == "names"
        await reader.click(library._tabs, 2)
        await reader.settle()
        assert library.memory.tab == "documents"
        row = next(y for y, line in enumerate(listed(library)) if "退潮" in line)
        await reader.click(library.view.pane.list, 5, row)
        await reader.settle()
        assert reader.masthead.startswith("退潮")


def test_the_documents_of_these_tests_are_three() -> None:
    assert len({FACTORY.digest, HARBOUR.digest, TIDE.digest}) == 3
