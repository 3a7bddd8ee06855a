"""The help: the keys of this screen, over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widgets import Static

from tui.commands import bindings, command, commands_of
from tui.glyphs import PLAIN
from tui.help_text import help_lines
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.text import plain, strip

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.strip import Strip

    from tui.commands import Command, Scope
    from tui.density import Glyphs
    from tui.help_text import HelpLine
    from tui.strings import Language

_HERE: tuple[Scope, ...] = ("reader", "article", "mark", "list", "box", "app")


class HelpPage(ScrollView, can_focus=True):
    """The lines of the help; the keys of a list scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"help-page--{part}" for part in ("heading", "key", "word", "sentence")
    }

    def __init__(self, language: Language, shown: Sequence[Command]) -> None:
        super().__init__()
        self._language: Language = language
        self._shown = shown
        self._lines: tuple[HelpLine, ...] = ()

    def on_resize(self) -> None:
        """Set the lines anew for this width."""
        width = self.scrollable_content_region.width
        glyphs: Glyphs = "plain" if self.app.has_class(PLAIN) else "fine"
        self._lines = help_lines(self._language, self._shown, width, glyphs)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        number, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        line = self._lines[number] if number < len(self._lines) else ()
        styles = ((text, self.get_component_rich_style(f"help-page--{part}")) for text, part in line)
        return strip(styles, self.rich_style, width)

    def action_row_down(self) -> None:
        """Scroll a line down."""
        self._scroll(1)

    def action_row_up(self) -> None:
        """Scroll a line up."""
        self._scroll(-1)

    def action_rows_down(self) -> None:
        """Scroll a page down."""
        self._scroll(self.size.height - 1)

    def action_rows_up(self) -> None:
        """Scroll a page up."""
        self._scroll(1 - self.size.height)

    def action_show_row(self) -> None:
        """Scroll a page down: what Space does to a text."""
        self.action_rows_down()

    def action_first_row(self) -> None:
        """Go to the first line."""
        self.scroll_to(y=0, animate=False)

    def action_last_row(self) -> None:
        """Go to the last line."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)


class HelpScreen(Dialog[None]):
    """The help on the commands of some scopes, in one language.

    `also` are ids of commands of other scopes, `without` of those that do nothing on the screen below.
    """

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, "close", "") for name in ("close", "leave", "help") for key in command(name).all_keys
    ]

    def __init__(
        self,
        language: Language,
        scopes: Collection[Scope] = _HERE,
        *,
        also: Collection[str] = (),
        without: Collection[str] = (),
    ) -> None:
        super().__init__()
        self._language: Language = language
        self._shown = commands_of(scopes, also, without)

    def compose(self) -> ComposeResult:
        """Put the page between a title and the line that says how to leave."""
        titles = (say(self._language, "screen.help"), say(self._language, "help.intro"))
        with Vertical(id="help"):
            yield Static(plain(" · ".join(titles)), id="help-title")
            yield HelpPage(self._language, self._shown)
            yield Static(plain(say(self._language, "help.leave")), id="help-leave")

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.close_with(None)
