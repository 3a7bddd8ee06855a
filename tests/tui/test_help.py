import re

import pytest
from textual.app import App

from tui.commands import COMMANDS, GROUPS, commands
from tui.help_text import AMBIGUOUS, help_lines
from tui.screens.help import HelpPage, HelpScreen
from tui.strings import LANGUAGES, Language, say
from tui.text import cells
from tui.themes import THEMES


def text_of(language: Language, width: int) -> str:
    return "\n".join(
        "".join(text for text, _ in line).rstrip() for line in help_lines(language, COMMANDS, width)
    )


class Helped(App[None], inherit_bindings=False):  # Textual's own Ctrl+Q would win
    def __init__(self, language: Language) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "ink"
        self.language: Language = language

    def on_mount(self) -> None:
        self.push_screen(HelpScreen(self.language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [34, 60, 72, 96, 300])
def test_every_command_is_explained_within_the_width(language: Language, width: int) -> None:
    lines = text_of(language, width).splitlines()
    assert max(map(cells, lines)) <= width
    squeezed = re.sub(r"\s", "", "".join(lines))
    for command in COMMANDS:
        assert re.sub(r"\s", "", command.label(language)) in squeezed
        if width != 72:  # where a sentence is broken beside its word, the next words stand between
            assert re.sub(r"\s", "", command.help(language)) in squeezed
    assert all(say(language, f"group.{group}") in lines for group in GROUPS)


def test_only_the_groups_of_this_screen_are_shown() -> None:
    lines = [
        line[0][0] for line in help_lines("hans", commands("list"), 90) if line and line[0][1] == "heading"
    ]
    assert lines[0] == "列表"
    assert "查找" not in lines


def test_a_row_tells_key_twin_word_and_sentence() -> None:
    assert re.search(r"(?m)^/ 、 ／ Ctrl\+F +搜索 +在全文里找", text_of("hans", 90))
    assert re.search(r"(?m)^n → +下一处 +去搜索结果", text_of("hans", 90))
    assert re.search(r"(?m)^空格 f PgDn +下一页 +", text_of("hans", 90))


def test_the_ruler_stands_under_as_many_digits_as_it_has_marks() -> None:
    lines = text_of("en", 90).splitlines()
    ruler = lines.index(AMBIGUOUS + "|")
    assert len(lines[ruler - 1]) == len(lines[ruler])
    assert set("●▂█▌│─·…“”—") == set(AMBIGUOUS)


@pytest.mark.parametrize("key", ["escape", "q", "Q", "question_mark", "？", "ｑ", "f1", "ctrl+q"])
async def test_it_closes_with_the_keys_that_open_it_or_leave(key: str) -> None:
    app = Helped("hans")
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, HelpScreen)
        await pilot.press(key)
        assert isinstance(app.screen, HelpScreen) == (key == "Q")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (300, 100)])
async def test_the_keys_of_a_list_scroll_it(size: tuple[int, int]) -> None:
    app = Helped("en")
    async with app.run_test(size=size) as pilot:
        page = app.screen.query_one(HelpPage)
        assert page.has_focus
        lowest = page.max_scroll_y
        for keys, place in (
            (["j"], min(1, lowest)),
            (["k"], 0),
            (["space"], min(page.size.height - 1, lowest)),
            (["pageup"], 0),
            (["G"], lowest),
            (["home"], 0),
        ):
            await pilot.press(*keys)
            assert page.scroll_offset.y == place, keys


async def test_nothing_of_a_line_hides_under_the_scroll_bar() -> None:
    app = Helped("hans")
    async with app.run_test(size=(40, 12)) as pilot:
        page = app.screen.query_one(HelpPage)
        await pilot.press("G")
        drawn = "".join(page.render_line(y).text.strip() for y in range(page.size.height))
        assert "设为窄（一格）" in drawn.replace("\n", "")
        last = [text for line in help_lines("hans", COMMANDS, page.size.width - 1) for text, _ in line][-1]
        assert page.render_line(page.size.height - 1).text.strip() == last.strip()


def test_palette_commands_without_a_key_are_shown_under_the_palettes_key() -> None:
    keyless = [command for command in commands("reader") if not command.keys]
    assert keyless
    for command in keyless:
        assert re.search(rf"(?m)^: +{command.label('hans')} ", text_of("hans", 90))
