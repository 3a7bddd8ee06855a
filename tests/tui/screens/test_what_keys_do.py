"""What each action does, tried with every key and twin it has; the reader is reset before each press."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from reading import Reader, opened

from content.document import Span
from content.shelf import Shelf
from tui.commands import COMMANDS, GROUPS
from tui.current_set import CurrentSet

Press = Callable[[], Awaitable[None]]
Doing = Callable[[Reader, Press], Awaitable[None]]
DOES: dict[str, Doing] = {}


def does(doing: Doing) -> Doing:
    DOES[doing.__name__] = doing
    return doing


def kept(reader: Reader) -> list[int]:
    """The bookmarked passages, read by another program."""
    with Shelf(Path(reader.app.keeper._folder)) as shelf:
        return [bookmark.passage for bookmark in shelf.bookmarks(reader.screen.document.digest)]


def choose_three(reader: Reader) -> None:
    spans = [Span(passage.start, passage.start + 2) for passage in reader.screen.document.passages[3:6]]
    reader.screen.choose_set(CurrentSet.of("name", "x", "名录 三", spans))


# Finding.


@does
async def search(reader: Reader, press: Press) -> None:
    await press()
    assert reader.screen.search.is_open
    assert reader.screen.search.pane.box.has_focus
    assert reader.screen.search.pane.box.value == ""


@does
async def next_member(reader: Reader, press: Press) -> None:
    choose_three(reader)
    await press()
    assert (reader.passage, reader.screen.current.present) == (5, 1)
    assert "2/3" in reader.footer


@does
async def previous_member(reader: Reader, press: Press) -> None:
    choose_three(reader)
    await press()
    assert (reader.passage, reader.screen.current.present) == (6, 2)
    assert reader.footer == "已回到末尾"


@does
async def theme_menu(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "Chooser"
    assert "金融科技" in reader.text


# Moving.


async def moved(reader: Reader, press: Press, start: int) -> int:
    reader.article.go_to(start)
    await press()
    return reader.offset


@does
async def line_down(reader: Reader, press: Press) -> None:
    assert await moved(reader, press, 0) == reader.screen.document.passages[1].start


@does
async def line_up(reader: Reader, press: Press) -> None:
    assert await moved(reader, press, reader.screen.document.passages[1].start) == 0


@does
async def page_down(reader: Reader, press: Press) -> None:
    viewport = reader.article._viewport
    await moved(reader, press, 0)
    assert viewport.galley.row_number(viewport.top) == reader.article.size.height - 2


@does
async def page_up(reader: Reader, press: Press) -> None:
    viewport = reader.article._viewport
    reader.article.go_to(len(reader.screen.document.text))
    before = viewport.galley.row_number(viewport.top)
    await press()
    after = viewport.galley.row_number(viewport.top)
    assert before - after == min(before, reader.article.size.height - 2) > 0


@does
async def half_down(reader: Reader, press: Press) -> None:
    viewport = reader.article._viewport
    await moved(reader, press, 0)
    assert viewport.galley.row_number(viewport.top) == reader.article.size.height // 2


@does
async def half_up(reader: Reader, press: Press) -> None:
    viewport = reader.article._viewport
    reader.article.go_to(len(reader.screen.document.text))
    before = viewport.galley.row_number(viewport.top)
    await press()
    assert before - viewport.galley.row_number(viewport.top) == reader.article.size.height // 2


@does
async def start(reader: Reader, press: Press) -> None:
    assert await moved(reader, press, 900) == 0


@does
async def end(reader: Reader, press: Press) -> None:
    await press()
    assert reader.passage == len(reader.screen.document.passages)


@does
async def next_section(reader: Reader, press: Press) -> None:
    await press()
    assert reader.passage == reader.screen.document.sections[1].first


@does
async def previous_section(reader: Reader, press: Press) -> None:
    second, third = (reader.screen.document.sections[index].first for index in (1, 2))
    reader.article.go_to_passage(third + 2)
    await press()
    assert reader.passage == third
    await press()
    assert reader.passage == second


@does
async def next_passage(reader: Reader, press: Press) -> None:
    await press()
    assert reader.passage == 2


@does
async def previous_passage(reader: Reader, press: Press) -> None:
    reader.article.go_to_passage(7)
    await press()
    assert reader.passage == 6


@does
async def back(reader: Reader, press: Press) -> None:
    reader.screen.jump(900)
    await press()
    assert reader.offset == 0


@does
async def forward(reader: Reader, press: Press) -> None:
    reader.screen.jump(reader.screen.document.passages[8].start)
    await reader.screen.run_action("back")
    await press()
    assert reader.passage == 9


# Panes.


@does
async def show_sections(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused is reader.screen.panes.sections.list


@does
async def show_themes(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused is reader.screen.panes.themes.list


@does
async def show_names(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused.list_id == "names"
    assert reader.screen.panes.side.pane.display


@does
async def show_bookmarks(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused.list_id == "bookmarks"
    assert "还没有书签" in reader.text


@does
async def next_pane(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused is reader.screen.panes.side.pane.list


@does
async def previous_pane(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused is reader.screen.panes.themes.list


@does
async def hide_panes(reader: Reader, press: Press) -> None:
    assert reader.article.size.width < 100
    await press()
    assert reader.article.size.width == 120
    await press()
    assert reader.article.size.width < 100


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
    assert reader.footer == "已撤销"


@does
async def copy(reader: Reader, press: Press) -> None:
    await press()
    text = reader.screen.document.passages[0].text
    assert reader.app.clipboard == f"{text}\n——《海港的集市》林小舟 · 潮汐周报 · 2019-05-01"
    assert reader.footer == f"已发往终端剪贴板（{len(reader.app.clipboard)} 字）"


@does
async def copy_text_only(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.clipboard == reader.screen.document.passages[0].text


# The document.


@does
async def open_(reader: Reader, press: Press) -> None:
    await press()
    await reader.settle()
    assert reader.dialog == "Chooser"
    assert "打开文章" in reader.text
    assert "自带文章" in reader.text


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
async def test_every_key_of_an_action_does_it(group: str) -> None:
    async with opened() as reader:
        for command in COMMANDS:
            doing = DOES.get(command.id, DOES.get(f"{command.id}_"))
            for key in (*command.all_keys, *command.in_article) if command.group == group else ():
                assert doing, f"nothing says what {command.id} does"
                await reset(reader)

                async def press(key: str = key) -> None:
                    await reader.press(key)

                try:
                    await doing(reader, press)
                except AssertionError as error:
                    raise AssertionError(f"{command.id} by {key}: {error}") from error
