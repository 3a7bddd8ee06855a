from collections import Counter

import pytest
from textual.app import App, ComposeResult
from textual.keys import key_to_character
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import Input, Static

from tui.commands import COMMANDS, GROUPS, Scope, bindings, command, commands, key_label, key_table
from tui.strings import LANGUAGES, keys, meaning

SCOPES: tuple[Scope, ...] = ("reader", "article", "mark", "list", "box", "library", "context", "app")
NEVER = {"ctrl+i", "ctrl+h", "ctrl+m", "shift+f3", "ctrl+b", "ctrl+a", "ctrl+space", "ctrl+at"}
"""Keys that arrive as another, do not arrive, or belong to tmux, screen and input methods."""


def test_no_two_commands_of_a_scope_share_an_id_or_a_key() -> None:
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)
    for scope in SCOPES:
        heard = Counter(key for each in commands(scope) for key in each.all_keys)
        assert [key for key, times in heard.items() if times > 1] == []
    reader = {key for each in commands("reader") for key in each.all_keys}
    article = {key for each in commands("article") for key in each.all_keys}
    assert not reader & article, "the article would take the key from the screen"


def test_no_command_uses_a_key_that_cannot_be_relied_on() -> None:
    used = {key for each in COMMANDS for key in (*each.all_keys, *each.in_article)}
    assert not used & NEVER
    assert not [key for key in used if key.startswith("alt+")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_name_and_a_sentence_and_none_is_left_over(language: str) -> None:
    assert {each.id for each in COMMANDS} == {
        key.removeprefix("command.") for key in keys(language) if key.startswith("command.")
    }
    for each in COMMANDS:
        assert each.label(language)
        assert not meaning(language, each.id).endswith((".", "。"))
        assert each.group in GROUPS


def test_no_action_hides_one_of_textuals_own_by_accident() -> None:
    same_meaning = {"page_down", "page_up"}
    for kind, scope in ((Screen, "reader"), (ScrollView, "article"), (ScrollView, "list")):
        hidden = {each.id for each in commands(scope) if hasattr(kind, f"action_{each.id}")}
        assert hidden <= same_meaning


def test_a_key_of_one_ascii_character_is_heard_in_full_width_too() -> None:
    assert {"j", "down", "ｊ"} == set(command("line_down").all_keys)
    assert {"/", "、", "／", "ctrl+f"} == set(command("search").all_keys)
    assert "Ｎ" in command("previous_member").all_keys
    assert "ideographic_space" in command("page_down").all_keys
    assert "＇" in command("show_bookmarks").all_keys
    assert "１" in command("show_sections").all_keys


def test_bindings_carry_the_id_and_stay_out_of_textuals_footer() -> None:
    for scope in SCOPES:
        for binding in bindings(scope):
            assert binding.id
            assert not binding.show
            assert not binding.priority
    twins = {each.key: each.action for each in bindings("article") if each.action.startswith("screen.")}
    assert twins == {"right": "screen.next_member", "left": "screen.previous_member"}
    assert {each.action for each in bindings("mark")} == {f"screen.{each.id}" for each in commands("mark")}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("/", "/"), ("、", "、"), ("N", "N"), ("ctrl+f", "Ctrl+F"), ("escape", "Esc"), ("space", "空格"),
        ("pagedown", "PgDn"), ("right", "→"), ("ctrl+up", "Ctrl+↑"), ("shift+tab", "Shift+Tab"), ("f1", "F1"),
        ("ctrl+right_square_bracket", "Ctrl+]"), ("ctrl+underscore", "Ctrl+_"), ("f", "f"),
    ],
)  # fmt: skip
def test_a_key_is_shown_as_it_stands_on_the_keyboard(key: str, label: str) -> None:
    assert key_label(key, "hans") == label


def test_every_key_has_a_label_that_is_no_textual_name() -> None:
    for each in COMMANDS:
        for key in (*each.keys, *each.twins, *each.in_article):
            assert "_" not in key_label(key, "en") or key == "ctrl+underscore"
            assert key_label("space", "en") == "Space"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_table_has_a_row_for_every_command_with_a_key(language: str) -> None:
    rows = key_table(language).splitlines()
    assert len(rows) == 2 + sum(bool(each.keys) for each in COMMANDS)
    assert {row.count(" | ") for row in rows[2:]} == {3}
    assert any("`Ctrl+F`" in row for row in rows)


class Heard(App[None], inherit_bindings=False):
    """An app without Textual's own Ctrl+Q and Ctrl+P, whose screen notes which of its actions ran."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(Reading())


def _noting(name: str) -> object:
    return lambda self: self.app.ran.append(name)


class Article(Static, can_focus=True):
    BINDINGS = bindings("article")


class Rows(Static, can_focus=True):
    BINDINGS = bindings("list")


class Reading(Screen[None]):
    BINDINGS = bindings("reader")

    def compose(self) -> ComposeResult:
        yield Article()
        yield Rows()
        yield Input()


for _kind, _scope in ((Reading, "reader"), (Article, "article"), (Rows, "list")):
    for _command in commands(_scope):
        setattr(_kind, f"action_{_command.id}", _noting(_command.id))


@pytest.mark.parametrize(("scope", "kind"), [("reader", Article), ("article", Article), ("list", Rows)])
async def test_every_key_of_every_command_runs_its_action(scope: Scope, kind: type[Static]) -> None:
    app = Heard()
    pressed = [(key, each.id) for each in commands(scope) for key in each.all_keys]
    async with app.run_test() as pilot:
        app.screen.query_one(kind).focus()
        await pilot.press(*(key for key, _ in pressed))
        assert app.ran == [name for _, name in pressed]


async def test_left_and_right_walk_the_set_in_the_article_and_the_tabs_in_a_list() -> None:
    app = Heard()
    async with app.run_test() as pilot:
        app.screen.query_one(Article).focus()
        await pilot.press("right", "left")
        app.screen.query_one(Rows).focus()
        await pilot.press("right", "left", "slash")
        assert app.ran == ["next_member", "previous_member", "next_tab", "previous_tab", "filter"]


async def test_printable_keys_are_typed_where_there_is_a_box() -> None:
    app = Heard()
    async with app.run_test() as pilot:
        box = app.screen.query_one(Input)
        box.focus()
        await pilot.pause()
        characters = {key: key_to_character(key) for key in app.screen.active_bindings}
        assert not [key for key, character in characters.items() if character and character.isprintable()]
        await pilot.press("j", "slash", "q", "N", "ｊ", "space", "1")
        assert box.value == "j/qNｊ 1"
        await pilot.press("backspace", "left", "ctrl+e", "ctrl+u")
        assert box.value == ""
        assert app.ran == []
        await pilot.press("ctrl+f", "escape", "f1", "ctrl+s")
        assert app.ran == ["search", "close", "help", "bookmark"]
