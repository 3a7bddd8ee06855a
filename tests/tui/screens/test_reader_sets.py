"""Themes, names and sections: the menu, the lists, the current set, filters."""

from reading import Reader, harbour, opened, rows
from small_documents import document_of


def shown(reader: Reader) -> list[str]:
    return rows(reader.app.focused)


async def test_the_theme_menu_jumps_by_initials_and_enter() -> None:
    async with opened() as reader:
        await reader.press("t", "j", "r", "enter")
        assert reader.dialog == ""
        assert reader.article.has_focus
        assert reader.footer.startswith("主题 金融科技 1/")
        span = reader.screen.current.span
        assert reader.passage == reader.screen.document.passage_at(span.start).number
        await reader.press("right")
        assert reader.footer.startswith("主题 金融科技 2/")
        await reader.press("left")
        assert reader.footer.startswith("主题 金融科技 1/")


async def test_a_theme_is_meant_by_sound_script_or_english() -> None:
    async with opened() as reader:
        for typed in ("yun", "云", "cloud", "雲"):
            await reader.press("ctrl+t", *typed, "enter")
            assert reader.footer.startswith("主题 云"), typed
            await reader.press("escape", "g")


async def test_the_theme_menu_says_when_nothing_is_left_and_closes_with_nothing() -> None:
    async with opened() as reader:
        await reader.press("t", *"[/]x")
        assert "没有含「[/]x」的行" in reader.text
        await reader.press("enter", "escape")
        assert (reader.dialog, reader.screen.current, reader.offset) == ("", None, 0)


async def test_choosing_goes_to_the_first_place_at_or_after_the_reading_line_or_wraps() -> None:
    async with opened() as reader:
        reader.article.go_to_passage(10)
        await reader.press("e", *"j" * 0, "enter")
        name = reader.screen.current
        assert reader.passage >= 10
        assert name.span == next(
            span for span in name.members if span.start >= reader.screen.document.passages[9].start
        )
        await reader.press("G", "e", "enter")
        assert reader.screen.current.present == 0
        assert reader.footer == "已回到开头"


async def test_the_names_pane_counts_truly_and_chooses_a_name() -> None:
    async with opened() as reader:
        await reader.press("e")
        text = reader.screen.document.text
        row = next(row for row in shown(reader) if "小程序" in row)
        assert f" {text.count('小程序')} " in row
        await reader.press("G", "enter")
        assert reader.article.has_focus
        assert reader.footer.startswith("名录 小程序 1/")
        assert len(reader.screen.current.members) == text.count("小程序")


async def test_space_shows_without_leaving_the_list() -> None:
    async with opened() as reader:
        await reader.press("3", "down", "space")
        assert reader.app.focused is reader.screen.panes.themes.list
        assert reader.screen.current.kind == "theme"
        counts = [row.split()[-1] for row in rows(reader.screen.panes.sections.list) if row.strip()]
        assert counts[0] == "0"
        assert sum(map(int, counts)) == len(reader.screen.current.members)
        await reader.press("ideographic_space", "escape")
        assert reader.article.has_focus
        assert reader.screen.current is not None


async def test_a_bookmarked_passage_and_the_current_set_do_not_hide_the_sections_counts() -> None:
    async with opened() as reader:
        before = rows(reader.screen.panes.sections.list)
        await reader.press("t", "enter")
        assert rows(reader.screen.panes.sections.list) != before
        await reader.press("escape")
        assert [row.replace("▸", " ") for row in rows(reader.screen.panes.sections.list)] == [
            row.replace("▸", " ") for row in before
        ]


async def test_a_list_is_filtered_by_characters_sound_initials_and_english() -> None:
    async with opened() as reader:
        for typed in ("马化腾", "mahuateng", "mht", "pony", "馬化騰"):
            await reader.press("e", "/", *typed)
            await reader.settle()
            listed = [row.key for row in reader.screen.panes.side.pane.list.rows]
            assert listed == ["马化腾"], typed
            await reader.press("enter")
            assert reader.footer.startswith("名录 马化腾")
            await reader.press("e", "escape", "escape", "escape", "g")
            assert not reader.screen.panes.side.pane.filtering


async def test_a_filter_that_leaves_none_says_so_and_escape_clears_it() -> None:
    async with opened() as reader:
        pane = reader.screen.panes.side.pane
        await reader.press("e", "、", *"没有[/]", "enter")
        assert "没有含「没有[/]」的行" in reader.text
        await reader.press("escape")
        assert not pane.filtering
        assert pane.list.has_focus
        assert len(pane.list.rows) > 3


async def test_the_footer_says_what_the_keys_do_in_a_filter() -> None:
    async with opened() as reader:
        await reader.press("e", "/")
        assert reader.footer == "↑↓ 选行 · Enter 前往 · Esc 清除"
        await reader.press(*"mht", "enter")
        assert reader.footer.startswith("名录 马化腾")


async def test_up_and_down_move_in_the_list_while_the_filter_is_typed() -> None:
    async with opened() as reader:
        await reader.press("e", "/", "down", "down")
        pane = reader.screen.panes.side.pane
        assert pane.box.has_focus
        assert pane.list.row is not None
        key = pane.list.row.key
        await reader.press("enter")
        assert reader.screen.current.key == key


async def test_left_and_right_turn_through_the_tabs_and_round() -> None:
    async with opened() as reader:
        await reader.press("e")
        seen = []
        for _ in range(5):
            seen.append(reader.app.focused.list_id)
            await reader.press("right")
        assert seen == ["names", "themes", "figures", "quotes", "bookmarks"]
        assert reader.app.focused.list_id == "names"


async def test_each_list_keeps_its_cursor_when_another_is_looked_at() -> None:
    async with opened() as reader:
        await reader.press("e", "j")
        key = reader.app.focused.row.key
        await reader.press("right", "j", "left")
        assert reader.app.focused.row.key == key


async def test_a_section_is_gone_to_and_marked() -> None:
    async with opened() as reader:
        await reader.press("1", "down", "down", "enter")
        assert reader.passage == reader.screen.document.sections[2].first
        assert "▸ 第二节" in reader.text
        await reader.press("H")
        assert reader.offset == 0


async def test_a_document_about_nothing_known_says_so() -> None:
    async with opened(document_of("雨下了一夜，路上没有人。")) as reader:
        await reader.press("e")
        assert "未认出人或机构" in reader.text
        assert "没有已知主题" in reader.text
        await reader.press("enter", "space", "d", "j", "k", "g", "G", "t", "enter")
        assert reader.screen.current is None


async def test_a_name_in_a_long_document_is_found_after_the_first_paint() -> None:
    async with opened(harbour(sections=9, paragraphs=60)) as reader:
        assert len(reader.screen.document.text) > 20_000
        await reader.press("e", "enter")
        assert reader.footer.startswith("名录 马化腾")
