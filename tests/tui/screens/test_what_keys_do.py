"""What each action does, tried with every key and twin it has; the reader is reset before each press."""

from pathlib import Path

import keeping_effects  # noqa: F401 — it enters its effects beside the others
import pytest
import view_effects  # noqa: F401 — as above
from key_effects import DOES, Press, choose_three, does
from library_texts import library_in, use_fake_index
from reading import Reader, opened
from small_documents import document_of

from content.shelf import Shelf
from tui.commands import COMMANDS, GROUPS
from tui.screens.library.screen import LibraryScreen

pytestmark = pytest.mark.thorough  # which key runs which action is in the quick suite


def kept(reader: Reader) -> list[int]:
    """The bookmarked passages, read by another program."""
    with Shelf(Path(reader.app.keeper._folder)) as shelf:
        return [bookmark.passage for bookmark in shelf.bookmarks(reader.screen.document.digest)]


# Keeping.


@does
async def bookmark(reader: Reader, press: Press) -> None:
    reader.article.go_to_passage(3)
    await press()
    await reader.settle()
    assert kept(reader) == [3]
    assert reader.footer == "已加书签 · 第 3 段 · 再按 m 写笔记 · u 撤销"
    await reader.screen.run_action("undo")
    await reader.settle()
    assert kept(reader) == []


@does
async def undo(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("bookmark")
    await reader.settle()
    assert kept(reader) == [1]
    await press()
    await reader.settle()
    assert kept(reader) == []
    assert reader.footer == "已撤销 · 第 1 段"


@does
async def copy(reader: Reader, press: Press) -> None:
    await press()
    text = reader.screen.document.passages[0].text
    assert reader.app.clipboard == f"{text}\n——《海港的集市》林小舟 · 潮汐周报 · 2019-05-01"
    assert reader.footer.startswith(f"已发往终端剪贴板（{len(reader.article.passage.text)} 字）")


@does
async def copy_text_only(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.clipboard == reader.screen.document.passages[0].text


# The document.


@does
async def open_(reader: Reader, press: Press) -> None:
    await press()
    await reader.settle()
    assert reader.dialog == "LibraryScreen"
    assert reader.app.focused.id == "library-box"
    assert "书库" in reader.text


@does
async def across(reader: Reader, press: Press) -> None:
    choose_three(reader)
    await press()
    await reader.settle()
    assert reader.dialog == "LibraryScreen"
    assert reader.app.focused.value == "entity:x"


# The library.


async def in_library(reader: Reader) -> LibraryScreen:
    document = document_of("灯塔照着码头。", title="灯塔")
    with library_in(reader.app.keeper._folder) as library:
        library.add(document, "/文章/灯塔.txt")
    await reader.screen.run_action("open")
    await reader.settle()
    await reader.press("tab")
    return reader.app.screen


@does
async def sort(reader: Reader, press: Press) -> None:
    library = await in_library(reader)
    before = library.documents.order
    await press()
    assert library.documents.order != before


@does
async def restore(reader: Reader, press: Press) -> None:
    library = await in_library(reader)
    library.documents.remove(next(each.key for each in library.documents.pane.list.rows if each.key != "0"))
    await reader.settle()
    count = len(library.documents.pane.list.rows)
    await press()
    await reader.settle()
    assert len(library.documents.pane.list.rows) > count - 2
    assert "灯塔" in reader.text


@does
async def add(reader: Reader, press: Press) -> None:
    await in_library(reader)
    await press()
    await reader.pause()
    assert reader.app.focused.id == "library-box"
    assert "把文件或文件夹的路径粘贴、拖入这里" in reader.text


@does
async def correct(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "CorrectionsScreen"
    assert reader.app.focused.value == "海港的集市"


@does
async def change_script(reader: Reader, press: Press) -> None:
    for shown in ("來時，船先知道", "来时，船先知道", "来时，船先知道"):
        await press()
        await reader.settle()
        assert shown in reader.text


# Lists, tried in the sections.


async def in_sections(reader: Reader, row: int) -> None:
    await reader.screen.run_action("show_sections")
    await reader.pause()
    reader.app.focused.put_cursor(str(row))


def row(reader: Reader) -> str:
    return reader.app.focused.row.key


@does
async def row_down(reader: Reader, press: Press) -> None:
    await in_sections(reader, 1)
    await press()
    assert row(reader) == "2"


@does
async def row_up(reader: Reader, press: Press) -> None:
    await in_sections(reader, 3)
    await press()
    assert row(reader) == "2"


@does
async def rows_down(reader: Reader, press: Press) -> None:
    await in_sections(reader, 1)
    await press()
    assert row(reader) == "4"


@does
async def rows_up(reader: Reader, press: Press) -> None:
    await in_sections(reader, 4)
    await press()
    assert row(reader) == "1"


@does
async def first_row(reader: Reader, press: Press) -> None:
    await in_sections(reader, 3)
    await press()
    assert row(reader) == "1"


@does
async def last_row(reader: Reader, press: Press) -> None:
    await in_sections(reader, 1)
    await press()
    assert row(reader) == "4"


@does
async def choose(reader: Reader, press: Press) -> None:
    await in_sections(reader, 3)
    await press()
    assert reader.passage == reader.screen.document.sections[2].first
    assert reader.article.has_focus


@does
async def show_row(reader: Reader, press: Press) -> None:
    await in_sections(reader, 3)
    await press()
    assert reader.passage == reader.screen.document.sections[2].first
    assert row(reader) == "3"


@does
async def filter_(reader: Reader, press: Press) -> None:
    await in_sections(reader, 1)
    await press()
    assert reader.app.focused is reader.screen.panes.sections.box


@does
async def delete_row(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("bookmark")
    await reader.settle()
    await reader.screen.run_action("show_bookmarks")
    await press()
    await reader.settle()
    assert kept(reader) == []
    assert reader.footer == "已删除书签 · 第 1 段 · u 撤销"


@does
async def next_tab(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("show_names")
    await press()
    assert reader.app.focused.list_id == "themes"


@does
async def previous_tab(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("show_names")
    await press()
    assert reader.app.focused.list_id == "bookmarks"


# The program.


@does
async def palette(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "Palette"


@does
async def help_(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "HelpScreen"


@does
async def close(reader: Reader, press: Press) -> None:
    choose_three(reader)
    await press()
    assert reader.screen.current is None
    await press()
    assert reader.app.is_running


@does
async def leave(reader: Reader, press: Press) -> None:
    left: list[bool] = []
    reader.app.exit = lambda *_: left.append(True)  # type: ignore[method-assign]
    choose_three(reader)
    await press()
    assert (reader.screen.current, left) == (None, [])
    await press()
    assert left == [True]


async def reset(reader: Reader) -> None:
    while reader.dialog:
        reader.app.pop_screen()
        await reader.pause()
    while reader.screen._close():
        await reader.pause()
    reader.screen.set_focus(reader.article)
    reader.screen.trail.behind.clear()
    reader.screen.panes.side.turn_to("names")
    reader.article.go_to(0)
    reader.screen.note("")
    await reader.settle()


@pytest.mark.parametrize("group", GROUPS)
async def test_every_key_of_an_action_does_it(group: str, monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_index(monkeypatch)
    async with opened() as reader:
        for command in COMMANDS:
            doing = DOES.get(command.id)
            for key in (*command.all_keys, *command.in_article) if command.group == group else ():
                assert doing, f"nothing says what {command.id} does"
                await reset(reader)

                async def press(key: str = key) -> None:
                    await reader.press(key)

                try:
                    await doing(reader, press)
                except AssertionError as error:
                    raise AssertionError(f"{command.id} by {key}: {error}") from error
