"""Every action of the screen, declared once: its keys, its place in footer, palette, help and README.

The words of an action are in `tui/strings`: `command.<id>` names it, `meanings.*.toml` explain it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from textual.binding import Binding

from tui.strings import meaning, say

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.binding import BindingType

    from tui.strings import Language

Scope: TypeAlias = Literal["reader", "article", "mark", "list", "box", "library", "context", "app"]
Group: TypeAlias = Literal["find", "move", "panes", "keep", "document", "list", "library", "program"]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Command:
    """One action: the method `action_<id>` of whatever carries the bindings of its scope.

    `keys` and `twins` are Textual key names or single characters: a twin is the same key under an
    input method, or one that prints nothing. `in_article` are twins that hold only while the article
    has the focus. `footer` is 0 for never, else the higher the longer the entry stays as the row narrows.
    """

    id: str
    scope: Scope
    group: Group
    keys: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    in_article: tuple[str, ...] = ()
    footer: int = 0

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The keys to bind: keys, twins, and the full-width form of each that is one ASCII character."""
        keys = (*self.keys, *self.twins)
        return tuple(dict.fromkeys((*keys, *filter(None, map(_full_width, keys)))))

    @property
    def in_palette(self) -> bool:
        """Whether the palette lists it: what a key does to one row or line makes no sense there.

        `leave` depends on what is open, and is `quit` there.
        """
        return self.scope in ("reader", "app") and self.id not in ("palette", "leave")

    @property
    def action(self) -> str:
        """The action as the reader screen runs it."""
        return f"app.{self.id}" if self.scope == "app" else self.id

    def label(self, language: Language) -> str:
        """Return the action's name as footer, palette and help show it."""
        return say(language, f"command.{self.id}")

    def help(self, language: Language) -> str:
        """Return the sentence that says what the action does."""
        return meaning(language, self.id)


def _command(
    id: str,  # noqa: A002 — Textual's word for it
    scope: Scope,
    group: Group,
    keys: str = "",
    twins: str = "",
    *,
    in_article: str = "",
    footer: int = 0,
) -> Command:
    """Declare an action, its keys separated by spaces."""
    return Command(
        id, scope, group, tuple(keys.split()), tuple(twins.split()), tuple(in_article.split()), footer
    )


# In the order of help, palette and README; the footer keeps it too.
COMMANDS: tuple[Command, ...] = (
    _command("search", "reader", "find", "/", "、 ／ ctrl+f", footer=90),
    _command("complete", "box", "find", "tab"),
    _command("uncomplete", "box", "find", "shift+tab"),
    _command("next_member", "reader", "find", "n", in_article="right"),
    _command("previous_member", "reader", "find", "N", in_article="left"),
    _command("theme_menu", "reader", "find", "t", "ctrl+t", footer=80),
    _command("concordance", "reader", "find", "c", "ctrl+g", footer=45),
    _command("this_passage", "reader", "find", "enter", footer=35),
    _command("details", "reader", "find", ".", "。"),
    _command("dispersion", "reader", "find", "D", "f5"),
    _command("timeline", "reader", "find", "W", "f7"),
    _command("sort_context", "context", "find", "s", footer=65),
    _command("line_down", "article", "move", "j", "down"),
    _command("line_up", "article", "move", "k", "up"),
    _command("page_down", "article", "move", "space f", "pagedown"),
    _command("page_up", "article", "move", "b", "pageup"),
    _command("half_down", "article", "move", "ctrl+d"),
    _command("half_up", "article", "move", "ctrl+u"),
    _command("start", "article", "move", "g", "home"),
    _command("end", "article", "move", "G", "end"),
    _command("previous_section", "reader", "move", "[", "【 ctrl+up"),
    _command("next_section", "reader", "move", "]", "】 ctrl+down"),
    _command("previous_passage", "article", "move", "{", "｛"),
    _command("next_passage", "article", "move", "}", "｝"),
    _command("back", "reader", "move", "H", "ctrl+o backspace"),
    _command("forward", "reader", "move", "L", "ctrl+right_square_bracket"),
    _command("show_sections", "reader", "panes", "1"),
    _command("show_names", "reader", "panes", "2 e", "ctrl+e"),
    _command("show_themes", "reader", "panes", "3"),
    _command("show_figures", "reader", "panes", "4"),
    _command("show_quotes", "reader", "panes", "5"),
    _command("narrow", "reader", "panes", "R", "f4"),
    _command("sort_figures", "reader", "panes", "s"),
    _command("analyse", "reader", "panes", "A", "f10"),
    _command("bookmark", "reader", "keep", "m", "ctrl+s", footer=70),
    _command("show_bookmarks", "reader", "panes", "' 6", "‘ ’ ctrl+n", footer=60),
    _command("all_bookmarks", "reader", "panes", '"', "“ ” f12"),
    _command("next_pane", "reader", "panes", "tab"),
    _command("previous_pane", "reader", "panes", "shift+tab"),
    _command("hide_panes", "reader", "panes", "z", "f8"),
    _command("mark", "reader", "keep", "v", "shift+right shift+left shift+down shift+up"),
    _command("mark_right", "mark", "keep", "right", "shift+right"),
    _command("mark_left", "mark", "keep", "left", "shift+left"),
    _command("mark_next_word", "mark", "keep", "w"),
    _command("mark_previous_word", "mark", "keep", "b"),
    _command("mark_next_sentence", "mark", "keep", ")", "shift+down"),
    _command("mark_previous_sentence", "mark", "keep", "(", "shift+up"),
    _command("mark_other_end", "mark", "keep", "o"),
    _command("place_again", "reader", "keep", "r"),
    _command("export", "reader", "keep", "x", "f9"),
    _command("undo", "reader", "keep", "u", "ctrl+underscore"),
    _command("copy", "reader", "keep", "y", "ctrl+y"),
    _command(
        "copy_text_only", "reader", "keep", "Y"
    ),  # `copy_text` is what Textual calls Ctrl+C on a selection
    _command("open", "reader", "document", "o", "ctrl+r", footer=50),
    _command("across", "reader", "document", "S", "f3"),
    _command("change_script", "reader", "document", "T", "f6"),
    _command("add_name", "reader", "document", "a", "insert"),
    _command("new_theme", "reader", "document"),
    _command("edits", "reader", "document"),
    _command("removed", "reader", "document"),
    _command("correct", "reader", "document", "E", "f2"),
    _command("encoding", "reader", "document"),
    _command("row_down", "list", "list", "j", "down"),
    _command("row_up", "list", "list", "k", "up"),
    _command("rows_down", "list", "list", "pagedown", "ctrl+d"),
    _command("rows_up", "list", "list", "pageup", "ctrl+u"),
    _command("first_row", "list", "list", "g", "home"),
    _command("last_row", "list", "list", "G", "end"),
    _command("choose", "list", "list", "enter", footer=90),
    _command("show_row", "list", "list", "space", footer=80),
    _command("filter", "list", "list", "/", "、 ／", footer=70),
    _command("edit_row", "list", "list", "E", "f2", footer=55),
    _command("delete_row", "list", "list", "d", "delete", footer=60),
    _command("previous_tab", "list", "list", "left"),
    _command("next_tab", "list", "list", "right"),
    _command("sort", "library", "library", "s", footer=65),
    _command("restore", "library", "library", "u", "ctrl+underscore"),
    _command("add", "library", "library", "a", "insert", footer=50),
    _command("palette", "reader", "program", ":", "： ctrl+p", footer=40),
    _command("language", "reader", "program"),
    _command("next_theme", "reader", "program"),
    _command("glyphs", "reader", "program"),
    _command("close", "reader", "program", "escape"),
    _command("leave", "reader", "program", "q", "ctrl+q"),
    _command("quit", "app", "program"),
    _command("help", "reader", "program", "?", "？ f1", footer=100),
)

_BY_ID = {command.id: command for command in COMMANDS}

_SHOWN_KEYS = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "backspace": "Backspace", "delete": "Delete",
    "insert": "Ins", "home": "Home", "end": "End", "pageup": "PgUp", "pagedown": "PgDn",
    "up": "↑", "down": "↓", "left": "←", "right": "→",
    "ctrl": "Ctrl", "shift": "Shift", "right_square_bracket": "]", "underscore": "_",
}  # fmt: skip


def command(id: str) -> Command:  # noqa: A002 — Textual's word for it
    """Return the command of an id; raises KeyError when there is none."""
    return _BY_ID[id]


def commands(scope: Scope | None = None) -> tuple[Command, ...]:
    """Return the commands of one scope, or all, in the order of the help."""
    return tuple(each for each in COMMANDS if scope in (None, each.scope))


def commands_of(
    scopes: Collection[Scope], also: Collection[str] = (), without: Collection[str] = ()
) -> tuple[Command, ...]:
    """Return the commands of some scopes and those of the ids in `also`, but for those in `without`."""
    return tuple(
        each for each in COMMANDS if (each.scope in scopes or each.id in also) and each.id not in without
    )


def bindings(scope: Scope) -> list[BindingType]:
    """Return the bindings for the class that carries a scope's actions, none of them in Textual's footer."""
    of_screen = "screen." if scope == "mark" else ""  # heard in the article, before what it hears otherwise
    bound: list[BindingType] = [
        Binding(",".join(each.all_keys), f"{of_screen}{each.action}", show=False, id=each.id)
        for each in commands(scope)
        if each.all_keys
    ]
    if scope == "article":
        bound += [
            Binding(",".join(each.in_article), f"screen.{each.action}", show=False, id=each.id)
            for each in COMMANDS
            if each.in_article
        ]
    return bound


def key_label(key: str, language: Language = "en") -> str:
    """Return a key as people read it on their keyboard: `/`, `Ctrl+F`, `PgDn`, `→`, `空格`."""
    *modifiers, last = key.split("+")
    if last == "space":
        last = say(language, "key.space")
    elif last in _SHOWN_KEYS:
        last = _SHOWN_KEYS[last]
    elif modifiers or len(last) > 1:
        last = last.upper()
    return "+".join([*(_SHOWN_KEYS[modifier] for modifier in modifiers), last])


def key_table(language: Language) -> str:
    """Return the Markdown table of every action that has a key, for the README."""
    rows = [
        [say(language, f"column.{column}") for column in ("action", "key", "twin", "meaning")],
        ["---"] * 4,
    ]
    for each in COMMANDS:
        if each.keys:
            keys, twins = (_code(names, language) for names in (each.keys, (*each.twins, *each.in_article)))
            rows.append([each.label(language), keys, twins, each.help(language)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows) + "\n"


def _code(keys: tuple[str, ...], language: Language) -> str:
    return " ".join(f"`{key_label(key, language)}`" for key in keys)


def _full_width(key: str) -> str | None:
    """Return what an input method in full-width mode sends for a key that is one ASCII character."""
    if key == "space":
        return "ideographic_space"
    return chr(ord(key) + 0xFEE0) if len(key) == 1 and key.isascii() else None
