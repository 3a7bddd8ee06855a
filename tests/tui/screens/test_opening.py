"""What is opened: kept in the library, had again at its place, its new versions, several at once, pastes."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from reading import Reader, harbour, opened

from content import open_document
from content.library.library import Library
from content.library.records import Entry
from content.shelf import NO_FILE, Shelf
from tui.app import ExplorerApp
from tui.keeping import Keeper

TIDES = "\n\n".join(f"第{n}段说到港口的第{n}件事，说得很长很长，一直说到潮水退去。" for n in range(1, 40))
PASTED = "灯塔的日记\n\n看守人每天写日记，写了三十年。\n\n他说云是从腾讯那边飘来的。\n"


@contextmanager
def library_in(home: Path) -> Iterator[Library]:
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        yield library


def entries(home: Path) -> list[Entry]:
    with library_in(home) as library:
        return list(library.entries())


@pytest.fixture
def tides(tmp_path: Path) -> Path:
    path = tmp_path / "文章" / "潮汐.txt"
    path.parent.mkdir()
    path.write_text(f"潮汐\n\n{TIDES}\n", "utf-8")
    return path


async def hand_over(reader: Reader, typed: str) -> None:
    reader.screen.documents.open(typed)
    await reader.settle()


async def test_what_is_opened_is_in_the_library_and_the_edition_is_not(tides: Path, home: Path) -> None:
    async with opened() as reader:
        await hand_over(reader, "")
        await hand_over(reader, str(tides))
    (entry,) = entries(home)
    assert (entry.title, entry.path) == ("潮汐", str(tides))
    with library_in(home) as library:
        assert library.unchanged(str(tides)) == entry.digest


async def test_an_unchanged_file_is_not_read_again(
    tides: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        await hand_over(reader, str(tides))
    monkeypatch.setattr("content.library.reopening.open_document", None)
    async with opened() as reader:
        await hand_over(reader, str(tides))
        assert reader.masthead.startswith("潮汐")


async def test_what_came_through_a_pipe_is_in_the_library_with_its_place(home: Path) -> None:
    async with opened(path="-") as reader:
        await reader.press("]")
    with Shelf(home) as shelf:
        (place,) = shelf.recent_places(9)
    assert place.path == NO_FILE
    assert place.offset > 0
    assert [entry.path for entry in entries(home)] == [None]


async def test_a_new_version_opens_at_the_place_in_the_one_before(tides: Path) -> None:
    async with opened() as reader:
        await hand_over(reader, str(tides))
        reader.article.go_to_passage(20)
        line = reader.line
        await hand_over(reader, "")
        tides.write_text("潮汐\n\n新写的一段，放在最前面。\n\n" + TIDES, "utf-8")
        await hand_over(reader, str(tides))
        assert (reader.passage, reader.line) == (21, line)
        assert reader.footer.startswith("文章有新版本，位置已对应 · ")


async def test_where_nothing_can_be_kept_reading_goes_on(tides: Path, home: Path) -> None:
    home.mkdir()
    (home / "library.db").mkdir()  # in the way of the library, not of the bookmarks
    async with opened() as reader:
        await hand_over(reader, str(tides))
        assert reader.masthead.startswith("潮汐")
        assert "只读：书库存不下来" in reader.masthead
        await reader.press("m")
        await reader.settle()
        assert reader.footer.startswith("已加书签")
        assert "只读：书库存不下来" in reader.masthead


async def test_several_lines_are_offered_and_opened_on_enter(home: Path) -> None:
    async with opened() as reader:
        await reader.paste(PASTED)
        assert reader.dialog == "PastedScreen"
        assert "打开粘贴的文字（33 字）" in reader.text
        assert "看守人每天写日记" in reader.text
        for key in ("q", "x", "space", "云", "down"):
            await reader.press(key)
            assert reader.dialog == "PastedScreen"
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("灯塔的日记")
        await reader.press("G")
    (entry,) = entries(home)
    assert (entry.title, entry.path) == ("灯塔的日记", None)
    assert entry.opened is not None


async def test_esc_leaves_the_pasted_text_and_the_document_stays(home: Path) -> None:
    async with opened() as reader:
        await reader.paste(PASTED)
        await reader.press("escape")
        await reader.settle()
        assert (reader.dialog, reader.masthead[:5]) == ("", "海港的集市")
    assert entries(home) == []


async def test_one_long_line_is_offered_and_a_short_one_is_left_alone() -> None:
    async with opened() as reader:
        await reader.paste("潮水")
        assert reader.dialog == ""
        await reader.paste("潮水来时船先知道。" * 30)
        assert reader.dialog == "PastedScreen"


async def test_pasted_markdown_and_html_are_read_as_such() -> None:
    page = "<!doctype html>\n<html><head><meta charset=gbk><title>港</title></head><body><article>"
    page += "<h1>港口的页面</h1>\n" + "".join(f"<p>{line}</p>\n" for line in TIDES.split("\n\n")[:9])
    async with opened() as reader:
        for text, title in (("# 港口的笔记\n\n- 潮\n- 汐\n\n正文在这里。\n", "港口的笔记"), (page, "港")):
            await reader.paste(text)
            await reader.press("enter")
            await reader.settle()
            assert reader.masthead.startswith(title)
            assert "第1段说到港口" in reader.text or "正文在这里" in reader.text


async def test_another_paste_takes_the_place_of_the_first() -> None:
    async with opened() as reader:
        await reader.paste(PASTED)
        await reader.paste("第二次粘贴\n\n是另一篇文章。")
        assert "是另一篇文章" in reader.text
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("第二次粘贴")


async def test_hostile_text_is_offered_and_opened_without_acting() -> None:
    hostile = "潮\x1b[2J\x1b]0;坏\x07水\n\n[/][@click=app.quit]第二段\ud800\n\n\u202e第三段，也写得不算太短。"
    async with opened() as reader:
        await reader.paste(hostile)
        assert "\x1b" not in reader.text
        assert "[@click=app.quit]" in reader.text
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == ""
        assert "[@click=app.quit]" in reader.screen.document.text
        assert "个不可显示的字符已换成 �" in reader.footer
        assert reader.app.is_running


async def test_a_paste_that_cannot_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.reading.limits.LARGEST", 1000)
    async with opened() as reader:
        await reader.paste("潮水来时船先知道。\n" * 200)
        await reader.press("enter")
        await reader.settle()
        assert "太大" in reader.footer
        assert "仍在读《海港的集市》" in reader.footer


async def test_a_text_pasted_into_the_box_of_the_library_is_offered() -> None:
    async with opened() as reader:
        await reader.press("o")
        await reader.settle()
        await reader.paste(PASTED)
        assert reader.dialog == "PastedScreen"
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("灯塔的日记")


async def test_several_pasted_paths_open_the_first_and_add_the_others(tides: Path, home: Path) -> None:
    others = [tides.with_name(f"{name} 篇.txt") for name in "甲乙"]
    for path in others:
        path.write_text(f"{path.stem}的题目\n\n{path.stem}的一段话。\n", "utf-8")
    async with opened() as reader:
        await reader.paste(f"'{tides}' " + " ".join(str(path).replace(" ", "\\ ") for path in others))
        assert reader.screen.document.title == "潮汐"
        assert reader.dialog == "LibraryScreen"
    assert {entry.title for entry in entries(home)} == {"潮汐", "甲 篇的题目", "乙 篇的题目"}


async def test_a_pasted_folder_is_added_with_the_library_on_the_screen(tides: Path, home: Path) -> None:
    async with opened() as reader:
        await reader.paste(str(tides.parent) + "/")
        assert reader.dialog == "LibraryScreen"
        assert "潮汐" in reader.text
    assert [entry.title for entry in entries(home)] == ["潮汐"]


async def test_an_entry_of_the_library_opens_though_its_file_is_gone(tides: Path, home: Path) -> None:
    async with opened() as reader:
        await hand_over(reader, str(tides))
        await reader.press("G")
        passage = reader.passage
        await hand_over(reader, "")
        tides.unlink()
        (entry,) = entries(home)
        reader.screen.documents.opening.open_entry(entry)
        await reader.settle()
        assert (reader.screen.document.title, reader.passage) == ("潮汐", passage)


async def test_a_start_on_a_folder_shows_the_library_and_what_became_of_it() -> None:
    app = ExplorerApp(harbour(), language="hans", notice="读不了 1 个（坏.epub）", in_library=True)
    async with app.run_test(size=(120, 20)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        assert reader.dialog == "LibraryScreen"
        assert "读不了 1 个（坏.epub）" in reader.text
        await reader.press("escape")
        assert reader.footer == "读不了 1 个（坏.epub）"


async def test_undo_names_the_document_it_changed(tides: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await hand_over(reader, str(tides))
        await reader.press("u")
        await reader.settle()
        assert reader.footer == "已撤销 · 第 1 段 ·《海港的集市》"
        await reader.press("u")
        await reader.settle()
        assert reader.footer == "没有可撤销的"


async def test_what_was_left_out_is_said_when_a_document_opens() -> None:
    async with opened(harbour(removed=("分享到", "上一篇"))) as reader:
        assert reader.footer == "已略去 2 处 · : 略去的行"


def test_a_named_pipe_is_opened_as_what_has_no_file(tmp_path: Path) -> None:
    import os
    import threading

    from content.library.reopening import open_path

    pipe = tmp_path / "管道"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(PASTED, "utf-8"))
    writer.start()
    found = open_path(str(pipe))
    writer.join()
    assert (found.document.title, found.path, found.state) == ("灯塔的日记", NO_FILE, None)
    assert not open_document().replaced


async def test_the_library_is_opened_beside_the_screen(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "灯塔.txt"
    path.write_text("灯塔\n\n看守人每天写日记。", encoding="utf-8")
    asked_in: list[threading.Thread] = []
    library = Keeper.library.fget

    def noted(self: Keeper) -> Library:
        asked_in.append(threading.current_thread())
        return library(self)

    monkeypatch.setattr(Keeper, "library", property(noted))
    async with opened() as reader:
        for _ in range(2):
            reader.screen.documents.open(str(path))
            await reader.settle()
        entry = reader.screen.keeper.library.entries()[0]
        asked_in.clear()
        reader.screen.documents.open("")
        await reader.settle()
        reader.screen.documents.opening.open_entry(entry)
        await reader.settle()
        await reader.screen.documents.opening.open_text(entry.digest, None)
        await reader.screen.documents.opening.open_now(entry)
        await reader.settle()
        assert reader.masthead.startswith("灯塔")
    assert asked_in
    assert threading.main_thread() not in asked_in
