"""The mouse: rows, tabs, article, footer, wheel."""

from reading import Reader, opened, rows
from textual import events
from textual.widget import Widget

from tui.widgets.tab_bar import TabBar


async def wheel(reader: Reader, widget: Widget, kind: type[events.MouseEvent], notches: int) -> None:
    for _ in range(notches):
        widget.post_message(kind(widget, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
        await reader.pause()


async def test_a_click_sets_the_reading_line_and_takes_the_focus() -> None:
    async with opened() as reader:
        drawn = rows(reader.article)
        row = next(y for y, line in enumerate(drawn) if "1之3" in line)
        await reader.screen.run_action("show_sections")
        await reader.click(reader.article, 30, row)
        assert reader.passage == 5
        assert reader.article.has_focus
        assert reader.line.startswith("1之3")
        await reader.click(reader.article, 2, row + 1)
        assert (reader.passage, reader.line.startswith("1之3")) == (5, False)


async def test_the_wheel_moves_text_and_reading_line_with_it() -> None:
    async with opened() as reader:
        article = reader.article
        await wheel(reader, article, events.MouseScrollDown, 3)
        assert article._viewport.galley.row_number(article._viewport.top) == 9
        assert reader.offset > 0
        await wheel(reader, article, events.MouseScrollUp, 5)
        assert article._viewport.galley.row_number(article._viewport.top) == 0
        assert article.scroll_x == 0


async def test_a_click_on_a_row_chooses_it_and_one_on_a_heading_does_not() -> None:
    async with opened() as reader:
        names = reader.screen.panes.side.pane.list
        drawn = rows(names)
        await reader.click(names, 3, next(y for y, row in enumerate(drawn) if "机构" in row))
        assert reader.screen.current is None
        await reader.click(names, 3, next(y for y, row in enumerate(drawn) if "腾讯云" in row))
        assert reader.footer.startswith("名录 腾讯云")
        await reader.click(names, 3, len(names.rows) + 2)
        assert reader.screen.current.key == "腾讯云"
        sections = reader.screen.panes.sections.list
        await reader.click(sections, 4, 2)
        assert reader.passage == reader.screen.document.sections[2].first


async def test_the_wheel_scrolls_a_list_and_leaves_its_cursor() -> None:
    async with opened(size=(120, 9)) as reader:
        themes = reader.screen.panes.themes.list
        row = themes.row
        await wheel(reader, themes, events.MouseScrollDown, 1)
        assert themes.scroll_offset.y == min(3, len(themes.rows) - themes.size.height) > 0
        assert themes.row is row
        await wheel(reader, themes, events.MouseScrollUp, 2)
        assert themes.scroll_offset.y == 0


async def test_a_click_on_a_tab_turns_to_it() -> None:
    async with opened() as reader:
        bar = reader.screen.query_one(TabBar)
        drawn = rows(bar)[0]
        column = 2 * drawn.index("主题") - drawn[: drawn.index("主题")].count(" ")
        await reader.click(bar, column + 1)
        assert reader.app.focused.list_id == "themes"


async def test_a_click_on_an_arrow_turns_the_tabs_where_their_names_do_not_fit() -> None:
    async with opened(size=(90, 30), language="en") as reader:
        bar = reader.screen.query_one(TabBar)
        before = rows(bar)[0]
        assert "‹" in before
        await reader.click(bar, len("‹ Sections 1/4 ›") + 1)
        assert rows(bar)[0] != before
        await reader.click(bar, 1)
        assert rows(bar)[0] == before


async def test_clicks_on_the_footer_do_what_the_entry_says() -> None:
    async with opened() as reader:
        await reader.press("j")
        await reader.settle()
        await reader.click(reader.screen.keyline, 2)
        assert reader.screen.search.is_open
        await reader.press("escape", "t", "enter")
        label = reader.footer
        at = label.index("→")
        wide = sum(2 if ord(character) > 0x2E80 else 1 for character in label[:at])
        await reader.click(reader.screen.keyline, wide + 2)
        assert "2/" in reader.footer
        await reader.click(reader.screen.keyline, reader.screen.keyline.size.width - 1)
        await reader.click(reader.screen.masthead, 3)
        assert reader.app.is_running


async def test_rows_of_the_menu_and_of_the_search_can_be_clicked() -> None:
    async with opened() as reader:
        await reader.press("t")
        menu = reader.app.screen.query_one("RowList")
        row = next(y for y, line in enumerate(rows(menu)) if "金融科技" in line)
        await reader.click(menu, 4, row)
        assert reader.footer.startswith("主题 金融科技")
        await reader.press("/")
        await reader.type("藏宝图")
        await reader.click(reader.hits, 6, 1)
        assert reader.passage == 22
        assert not reader.screen.search.is_open


async def test_what_is_dragged_over_is_the_sources_text() -> None:
    async with opened() as reader:
        drawn = rows(reader.article)
        row = next(y for y, line in enumerate(drawn) if "1之3" in line)
        left = drawn[row].index("1之3")
        await reader.pilot.mouse_down(reader.article, offset=(left, row))
        await reader.pilot.hover(reader.article, offset=(left + 20, row + 1))
        await reader.pilot.mouse_up(reader.article, offset=(left + 20, row + 1))
        await reader.pause()
        selected = reader.screen.get_selected_text()
        assert selected
        assert selected in reader.screen.document.passages[4].text
        await reader.press("ctrl+c")
        assert reader.app.clipboard == selected
        assert reader.footer.startswith("已发往终端剪贴板")
