import pytest
from textual.app import App
from textual.widgets import Input

from tui.commands import COMMANDS, command
from tui.palette import Palette, matches, palette_rows
from tui.strings import LANGUAGES, Language
from tui.themes import THEMES
from tui.widgets.row_list import RowList


def first(query: str, language: Language = "hans") -> str:
    return next((row.key for row in palette_rows(query, language)), "")


@pytest.mark.parametrize(
    ("query", "action"),
    [
        ("书签", "bookmark"), ("書籤", "bookmark"), ("bookmark", "bookmark"), ("BOOK", "bookmark"),
        ("jiashuqian", "bookmark"), ("jsq", "bookmark"), ("撤销", "undo"), ("undo", "undo"), ("cx", "undo"),
        ("主题", "theme_menu"), ("zhuti", "theme_menu"), ("open", "open"), ("打开", "open"),
        ("dakai", "open"),
        ("quit", "app.quit"), ("退出", "app.quit"), ("tuichu", "app.quit"), ("離開", "app.quit"),
        ("colours", "next_theme"), ("peise", "next_theme"), ("language", "language"), ("帮助", "help"),
        ("lines left", "removed"),
    ],
)  # fmt: skip
def test_a_command_is_found_in_any_language_by_any_means(query: str, action: str) -> None:
    for language in LANGUAGES:
        assert action in [row.key for row in palette_rows(query, language)][:3], language


@pytest.mark.parametrize(
    ("query", "number"), [("23", 23), (":23", 23), ("：23", 23), ("２３", 23), (" : 7 ", 7)]
)
def test_a_number_goes_to_that_passage(query: str, number: int) -> None:
    assert first(query) == f"go_to_passage({number})"


@pytest.mark.parametrize("query", ["9" * 5000, "１" * 10, "-1", "1.5", "x23"])
def test_what_is_no_passage_number_is_none(query: str) -> None:
    assert not first(query).startswith("go_to_passage")


def test_a_name_that_begins_so_comes_before_a_sentence_that_has_it() -> None:
    assert matches("open", command("open"), "en") == 3
    assert matches("dark", command("next_theme"), "en") == 1
    assert matches("dark", command("open"), "en") == 0


def test_nothing_typed_lists_every_command_that_makes_sense_here_and_itself_not() -> None:
    listed = {row.key for row in palette_rows("", "en")}
    assert listed == {each.action for each in COMMANDS if each.scope in ("reader", "app")} - {
        "palette",
        "leave",
    }


class Commanded(App[None], inherit_bindings=False):  # Textual's own Ctrl+P would win
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, language: Language) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "ink"
        self.language: Language = language
        self.chosen: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(Palette(self.language), self.chosen.append)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (300, 100)])
async def test_typing_and_enter_return_the_action(size: tuple[int, int]) -> None:
    app = Commanded("hans")
    async with app.run_test(size=size) as pilot:
        await pilot.press("u", "n", "d", "o", "enter")
        assert app.chosen == ["undo"]


async def test_up_and_down_move_while_the_box_keeps_the_focus() -> None:
    app = Commanded("en")
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.screen.query_one(RowList)
        await pilot.press("down", "down", "up")
        assert app.screen.query_one(Input).has_focus
        assert rows.row == palette_rows("", "en")[1]
        await pilot.press("pagedown")
        assert rows.row in palette_rows("", "en")[10:]
        await pilot.press("b", "o")
        assert rows.row == palette_rows("bo", "en")[0]


async def test_a_click_chooses() -> None:
    app = Commanded("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(RowList, offset=(4, 2))
        assert app.chosen == [palette_rows("", "en")[2].key]


@pytest.mark.parametrize("key", ["escape", "ctrl+p"])
async def test_it_closes_with_nothing(key: str) -> None:
    app = Commanded("en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q", key)
        assert app.chosen == [None]


async def test_nothing_found_is_said_and_enter_does_nothing() -> None:
    app = Commanded("hans")
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Input).value = "没有的命令[/]"
        await pilot.press("enter")
        assert app.chosen == []
        rows = app.screen.query_one(RowList)
        assert "没有这样的命令" in "".join(rows.render_line(y).text for y in range(3))


async def test_nothing_of_textuals_english_shows() -> None:
    app = Commanded("hans")
    async with app.run_test(size=(80, 24)):
        drawn = "".join(segment.text for strip in app.screen._compositor.render_strips() for segment in strip)
        assert "下一处" in drawn
        assert "命令：汉字" in drawn
        for english in ("Search for", "No matches", "Theme", "Quit"):
            assert english not in drawn
