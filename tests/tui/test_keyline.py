import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from tui.text import cells
from tui.themes import THEMES
from tui.widgets.keyline import GAP, Entry, KeyLine, keep_fitting

SHOWN = ("search", "theme_menu", "bookmark", "show_bookmarks", "open", "help")


class Screenful(App[None]):
    def __init__(self, language: str) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "ink"
        self.language = language
        self.ran: list[str] = []

    def compose(self) -> ComposeResult:
        yield Input()
        yield KeyLine(self.language)

    def on_mount(self) -> None:
        self.query_one(KeyLine).show_commands(SHOWN)
        self.screen.action_search = lambda: self.ran.append("search")
        self.screen.action_help = lambda: self.ran.append("help")
        self.screen.action_next_member = lambda: self.ran.append("next_member")


def row(app: App[None]) -> str:
    return app.query_one(KeyLine).render().plain


async def resize(pilot: Pilot[None], width: int) -> None:
    """Give the terminal so many columns, and wait until the row has them."""
    await pilot.resize_terminal(width, 10)
    while pilot.app.query_one(KeyLine).size.width != width:
        await pilot.pause(0)


async def test_the_row_of_the_reader() -> None:
    app = Screenful("hans")
    async with app.run_test(size=(80, 10)):
        assert row(app).rstrip() == " / 搜索  t 主题  m 加书签  ' 书签  o 打开  ? 帮助"


@pytest.mark.parametrize("language", ["hans", "hant", "en"])
@pytest.mark.parametrize("width", [40, 30, 20, 12])
async def test_entries_drop_from_the_right_and_help_is_the_last_to_go(language: str, width: int) -> None:
    app = Screenful(language)
    async with app.run_test(size=(width, 10)):
        line = app.query_one(KeyLine)
        text = row(app).rstrip()
        assert cells(text) <= width
        assert text.split("  ")[-1].strip().startswith("?")
        assert line.size.height == 1


async def test_a_current_set_stands_in_for_the_commands_until_it_is_put_away() -> None:
    app = Screenful("hans")
    async with app.run_test(size=(80, 10)):
        line = app.query_one(KeyLine)
        line.show_set("主题 金融科技", 5, 22)
        assert row(app).rstrip() == " 主题 金融科技 5/22  → 下一处  ← 上一处  Esc 收起"
        line.note("已回到开头")
        assert row(app).rstrip() == " 已回到开头"
        line.note("")
        line.clear_set()
        assert row(app).startswith(" / 搜索")


async def test_a_long_set_label_is_cut_and_its_position_stays() -> None:
    app = Screenful("hans")
    async with app.run_test(size=(60, 10)) as pilot:
        app.query_one(KeyLine).show_set("搜索 " + "腾讯[/]" * 20, 5, 22)
        assert "… 5/22  → 下一处  ← 上一处  Esc 收起" in row(app)
        for width in (40, 24, 10, 3):
            await resize(pilot, width)
            assert cells(row(app).rstrip()) <= width
        await resize(pilot, 40)
        assert "5/22" in row(app)


async def test_a_click_runs_the_action_of_its_entry() -> None:
    app = Screenful("hans")
    async with app.run_test(size=(80, 10)) as pilot:
        text = row(app).rstrip()
        await pilot.click(KeyLine, offset=(2, 0))
        await pilot.click(KeyLine, offset=(cells(text) - 1, 0))
        await pilot.click(KeyLine, offset=(79, 0))
        assert app.ran == ["search", "help"]
        app.query_one(KeyLine).show_set("主题 云", 1, 2)
        await pilot.pause()
        await pilot.click(KeyLine, offset=(cells(" 主题 云 1/2  "), 0))
        assert app.ran == ["search", "help", "next_member"]


@given(st.lists(st.builds(Entry, st.text(), st.text("a搜", max_size=4), st.text("a搜", max_size=9), st.integers(0, 9)), max_size=8), st.integers(-5, 90))  # fmt: skip  # noqa: E501 — one strategy
def test_what_is_kept_fits_and_nothing_weaker_is_kept(entries: list[Entry], width: int) -> None:
    kept = keep_fitting(entries, width)
    assert sum(entry.width + GAP for entry in kept) - GAP <= max(width, 0)
    dropped = [entry for entry in entries if entry not in kept]
    if kept and dropped:
        assert max(entry.priority for entry in dropped) <= min(entry.priority for entry in kept)


async def test_a_timer_that_goes_off_late_takes_no_other_note_away() -> None:
    app = Screenful("hans")
    async with app.run_test(size=(80, 10)):
        keyline = app.query_one(KeyLine)
        keyline.note("已加书签")
        keyline.note("笔记已存")
        keyline.end_note("已加书签")
        assert row(app).strip() == "笔记已存"
        keyline.end_note("笔记已存")
        assert "笔记" not in row(app)
