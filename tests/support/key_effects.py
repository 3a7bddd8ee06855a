"""What the actions that find and move do, each a function that presses a key and looks."""

from collections.abc import Awaitable, Callable

from reading import Reader

from content.document import Span
from tui.current_set import CurrentSet

Press = Callable[[], Awaitable[None]]
Doing = Callable[[Reader, Press], Awaitable[None]]
DOES: dict[str, Doing] = {}


def does(doing: Doing) -> Doing:
    """Enter a function under the id of its action; an underscore at its end does not count."""
    DOES[doing.__name__.removesuffix("_")] = doing
    return doing


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
async def complete(reader: Reader, press: Press) -> None:
    await reader.press("/", "腾")
    await reader.settle()
    await press()
    assert reader.screen.search.pane.box.value.startswith("腾讯")


@does
async def uncomplete(reader: Reader, press: Press) -> None:
    await reader.press("/", "腾")
    await reader.settle()
    await reader.press("tab")
    await press()
    assert reader.screen.search.pane.box.value == "腾"


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
async def show_figures(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused.list_id == "figures"


@does
async def show_quotes(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused.list_id == "quotes"


@does
async def narrow(reader: Reader, press: Press) -> None:
    for scope in ("本节", "本段", "全文"):
        await press()
        assert reader.footer.endswith(f"：{scope}")


@does
async def sort_figures(reader: Reader, press: Press) -> None:
    await press()
    assert reader.app.focused.list_id == "figures"
    assert reader.footer.startswith("数字按")


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
