"""The app: wiring only."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from content.library.places import data_folder
from content.library.reopening import Opened
from tui.compat import bear_any_byte, go_off_late, hear_background, is_leaving
from tui.glyphs import PLAIN, plain_filter
from tui.keeping import Keeper
from tui.keys import act_at_once
from tui.screens.reader import ReaderScreen
from tui.strings import LANGUAGES, Language, choose_language
from tui.themes import INK, PAPER, THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.filter import LineFilter
    from textual.timer import Timer, TimerCallback

    from content.document import Document
    from content.library.records import FileState
    from tui.compat import BackgroundTold
    from tui.messages import PasteCut


_HERE = Path(__file__).parent
_TERMINATED = 143  # the exit code, as a shell reports SIGTERM


class ExplorerApp(App[None], inherit_bindings=False):
    """Reads one document at a time, opened from `path` (None is the edition, "-" standard input).

    `state` is what its file was like before it was read, `is_new` whether it is put into the library.
    `language` is what `--lang` names; without it the
    reader's earlier choice holds, then the locale's. `notice` is said at first; `in_library` has the library
    stand over the document.
    """

    # Textual does not load a first screen's style sheet by itself. Whole paths, for subclasses elsewhere.
    CSS_PATH: ClassVar[list[str | PurePath]] = [_HERE / "app.tcss", _HERE / "screens/reader/reader.tcss"]
    TITLE = "tencent-explorer"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(
        self,
        document: Document,
        *,
        path: str | None = None,
        state: FileState | None = None,
        is_new: bool = False,
        keeper: Keeper | None = None,
        language: str | None = None,
        encoding: str | None = None,
        notice: str = "",
        in_library: bool = False,
    ) -> None:
        super().__init__()
        self.keeper = keeper or Keeper(data_folder())
        self.encoding = encoding
        self.settings = self.keeper.settings()
        self._opened = Opened(document, path, state, is_new)
        self._notice = notice
        self._in_library = in_library
        self._language = _language(language, self.settings)
        for theme in THEMES:
            self.register_theme(theme)
        self._answer_until = 0.0
        bear_any_byte()
        self.theme = self._first_palette()
        self.stylesheet.set_variables(self.get_css_variables())

    def _first_palette(self) -> str:
        """Return the palette that the reader chose, else the one that the terminal's variables speak for."""
        chosen = self.settings.get("theme", "")
        if chosen in self.available_themes:
            return chosen
        hear_background()
        if not os.environ.get("COLORFGBG"):
            return INK.name
        from tui.background import light_by_variables

        return (PAPER if light_by_variables(os.environ) else INK).name

    def get_default_screen(self) -> ReaderScreen:
        """Make the reader the first screen, so that no empty one is laid out before it."""
        return ReaderScreen(
            self.keeper.show(self._opened),
            self.keeper,
            self._language,
            self.settings,
            encoding=self.encoding,
            notice=self._notice,
        )

    def refresh_css(self, animate: bool = True) -> None:
        """Parse the style sheets anew; before there is a screen they are parsed for it anyway."""
        if self.screen_stack:
            super().refresh_css(animate)

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Make a timer that goes off in any case: a new size of the terminal waits for one."""
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        go_off_late(timer)
        return timer

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Draw nothing but plain glyphs where the reader has chosen so."""
        filters = super().get_line_filters()
        return [*filters, plain_filter()] if self.has_class(PLAIN) else filters

    def on_load(self) -> None:
        """When the system asks the program to end, leave as by key: the terminal is put back."""
        leave = partial(self.exit, return_code=_TERMINATED)
        with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows; not in the main thread
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)

    async def on_ready(self) -> None:
        """After the first paint ask for the terminal's background, where no palette was chosen."""
        if self._in_library:
            from tui.screens.library.screen import LibraryScreen

            await self.screen.run_action("open")
            if self._notice and isinstance(self.screen, LibraryScreen):
                self.screen.note(self._notice)
        if self.settings.get("theme"):
            return
        from tui import background, compat

        if background.can_answer(os.environ) and compat.ask_background(self, background.QUERY):
            self._answer_until = monotonic() + background.PATIENCE_SECONDS

    def on_background_told(self, message: BackgroundTold) -> None:
        """Take the palette that suits the terminal's background."""
        from tui.background import is_light

        light = is_light(message.colour)
        if light is not None and monotonic() < self._answer_until:
            self.theme = (PAPER if light else INK).name

    def watch_theme(self) -> None:
        """Take no answer of the terminal once there is another palette."""
        self._answer_until = 0.0

    def on_paste_cut(self, message: PasteCut) -> None:
        """Say so, on the screen below where a dialog has no footer."""
        from tui.screens.library.screen import LibraryScreen

        screens = reversed(self.screen_stack)
        screen = next(each for each in screens if isinstance(each, ReaderScreen | LibraryScreen))
        screen.note(screen.say("paste.cut", n=f"{message.longest:,}"))

    def on_unmount(self) -> None:
        """Close what is kept."""
        self.keeper.close()

    async def on_event(self, event: events.Event) -> None:
        """Act on keys where they arrive, on none once the program is leaving; the rest goes Textual's way."""
        if is_leaving(self) and isinstance(event, events.InputEvent | events.Paste):
            return  # a dialog opened now would find its parts gone
        if isinstance(event, events.Key) and not event.is_forwarded and await act_at_once(self, event):
            return
        await super().on_event(event)

    def action_help_quit(self) -> None:
        """Say how to leave: Ctrl+C never does."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.note(self.screen.say("status.how_to_leave"))


def _language(option: str | None, settings: Mapping[str, str]) -> Language:
    """Return the language of `--lang`, else the one the reader chose, else the locale's."""
    if option is None and settings.get("language") in LANGUAGES:
        option = settings["language"]
    return choose_language(option, os.environ)
