"""What the views of the library have in common: a box over a list, filled and followed by each in its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.library.screen import LibraryScreen
    from tui.widgets.box import Box
    from tui.widgets.boxed_list import BoxedList

Tab: TypeAlias = Literal["documents", "names", "themes", "across"]
TABS: tuple[Tab, ...] = get_args(Tab)


class View:
    """One tab of the library. `keys` are the commands in the footer while its list has the focus."""

    keys: Sequence[str] = ("choose", "filter", "across")
    enter = "verb.open"
    """The words for what Enter does."""

    def __init__(self, screen: LibraryScreen, pane: BoxedList, box: Box) -> None:
        self.screen = screen
        self.pane = pane
        self.box = box

    @property
    def placeholder(self) -> str:
        """What the empty box says."""
        return self.screen.say("filter.placeholder")

    @property
    def box_keys(self) -> tuple[str, ...]:
        """The sentence that says what the keys do in the box, and a shorter one."""
        say = self.screen.say
        return say("library.box_keys"), say("library.box_keys_short")

    def begin(self) -> None:
        """Fill the list: the view comes into sight, or what it shows has changed."""

    def typed(self, text: str) -> None:
        """Show what is meant by what stands in the box."""

    def given(self) -> None:
        """Enter in the box: follow the row under the cursor."""
        if self.pane.list.row:
            self.choose(self.pane.list.row.key)

    def choose(self, key: str) -> None:
        """Follow a row."""

    def cancel(self) -> bool:
        """Stop what is at work; False where nothing is."""
        return False

    def end(self) -> None:
        """Work no more: the library is closed."""
