"""What the views over the reader have in common: they show places in the article above and return one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.worker import WorkerState

from tui.commands import command
from tui.current_set import CurrentSet
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.widgets.keyline import KeyLine

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.worker import Worker

    from tui.commands import Scope
    from tui.messages import RowChosen, RowShown
    from tui.screens.reader.screen import ReaderScreen

ALSO = ("close", "leave", "help")
"""Commands of the reader that mean the same here."""


class View(Dialog[CurrentSet | None]):
    """Returns the set that was chosen, at the place to go to, or None.

    Its parts stand in a widget of the class `panel`; the article is read above it. A row that is shown
    without leaving moves the article; closing moves it back.
    """

    CSS_PATH = "view.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        (key, name, "") for name in ALSO for key in command(name).all_keys
    ]
    HELPED: ClassVar[tuple[Scope, ...]] = ("list",)
    HELPED_ALSO: ClassVar[tuple[str, ...]] = ALSO

    def __init__(self, reader: ReaderScreen) -> None:
        super().__init__()
        self.reader = reader
        self.language = reader.language
        self.keyline = KeyLine(self.language)
        self._before = reader.current, reader.article.place

    def say(self, key: str, **values: object) -> str:
        """Return the words of a key in the reader's language."""
        return say(self.language, key, **values)

    def on_screen_resume(self) -> None:
        """Read the article above the panel."""
        self.call_after_refresh(self.make_room)

    def on_resize(self) -> None:
        """Read the article above the panel."""
        self.call_after_refresh(self.make_room)

    def make_room(self) -> None:
        """Have the article read above the panel, however high it is now."""
        article = self.reader.article
        if self.is_current:
            article.cover(max(0, article.region.bottom - self.query_one(".panel").region.y))

    def set_at(self, key: str) -> CurrentSet | None:
        """Return the set that a row stands for, at the row's place."""
        raise NotImplementedError

    def on_row_chosen(self, message: RowChosen) -> None:
        """Go to the place and leave."""
        message.stop()
        self.choose(message.key)

    def on_row_shown(self, message: RowShown) -> None:
        """Show the place in the article above."""
        message.stop()
        chosen = self.set_at(message.key)
        if chosen and chosen.span:
            self.reader.choose_set(chosen)
            self.reader.article.go_to(chosen.span.start)

    def choose(self, key: str) -> None:
        """Close with the set of a row; the reader stands again where it stood, so that back leads there."""
        chosen = self.set_at(key)
        if chosen:
            self.put_back()
            self.close_with(chosen)

    def put_back(self) -> None:
        """Have the reader stand where it stood."""
        current, place = self._before
        self.reader.article.cover(0)
        self.reader.article.return_to(place)
        self.reader.choose_set(current)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say that finding failed; the program goes on."""
        event.stop()
        if event.state is WorkerState.ERROR:
            self.log.error(event.worker.error)
            self.keyline.note(self.say("status.failed"))

    def action_close(self) -> None:
        """Go back to where the reader was."""
        self.put_back()
        self.close_with(None)

    def action_leave(self) -> None:
        """Close in the same way."""
        self.action_close()

    async def action_help(self) -> None:
        """Open the help on this screen's keys."""
        from tui.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self.language, self.HELPED, also=self.HELPED_ALSO))
