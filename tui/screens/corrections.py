"""A dialog with title, byline, source and date of a document, to be put right."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tui.dates import date_typed
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.widgets.box import Box
from tui.widgets.caption import Caption

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

    from tui.strings import Language


@dataclass(frozen=True, slots=True)
class Fields:
    """What stands in the boxes: names separated by 、 or commas, a date as it was typed, "" for none."""

    title: str = ""
    byline: str = ""
    source: str = ""
    date: str = ""


_NAMES = ("title", "byline", "source", "date")
_LOW, _HIGH = "-low", "-high"


class CorrectionsScreen(Dialog[Fields]):
    """Returns what stands in the boxes when it is closed, by whichever key.

    `Enter` and Ctrl+S close it only on a date that is one. `as_read` is what stands in the file.
    """

    CSS_PATH = "corrections.tcss"
    VERTICAL_BREAKPOINTS = [(0, _LOW), (20, _HIGH)]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q", "close", show=False, priority=True),
        Binding("enter,ctrl+s", "keep", show=False, priority=True),
        Binding("ctrl+r", "as_read", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, present: Fields, as_read: Fields, language: Language) -> None:
        super().__init__()
        self._present, self._as_read = present, as_read
        self._language: Language = language
        none = say(language, "correct.none")
        self._boxes = {name: Box(placeholder=none, id=f"correct-{name}") for name in _NAMES}
        self._notes = {name: Caption() for name in _NAMES}
        self._hint = Caption(say(language, "correct.hint"), id="correct-hint")
        self._problem = Caption(part="warning", id="correct-problem")

    def compose(self) -> ComposeResult:
        """Put the boxes under each other, each over what was read where that is another."""
        with Vertical(id="correct-dialog"):
            yield Caption(say(self._language, "correct.head"), part="strong", id="correct-head")
            for name in _NAMES:
                with Horizontal(classes="field"):
                    yield Caption(say(self._language, f"correct.{name}"), part="quiet")
                    yield self._boxes[name]
                with Horizontal(classes="as-read"):
                    yield Caption()
                    yield self._notes[name]
            yield self._hint
            yield self._problem
            yield Caption(say(self._language, "correct.keys"))

    def on_mount(self) -> None:
        """Show the present values; typing goes on behind the title."""
        self._fill(self._present)
        self.set_focus(self._boxes["title"])

    def _fill(self, fields: Fields) -> None:
        for name, value in zip(_NAMES, astuple(fields), strict=True):
            self._boxes[name].value = value
            self._boxes[name].cursor_position = len(value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say under a box what was read, where that is something else."""
        event.stop()
        self._warn("")
        for name, read in zip(_NAMES, astuple(self._as_read), strict=True):
            other = self._boxes[name].value.strip() != read
            value = read or say(self._language, "correct.none")
            self._notes[name].words = say(self._language, "correct.was", value=value) if other else ""

    def _warn(self, sentence: str) -> None:
        """Put a warning in the place of the hint, or the hint back."""
        self._problem.words = sentence
        self._problem.display = bool(sentence)
        self._hint.display = not sentence

    @property
    def _typed(self) -> Fields:
        return Fields(*(self._boxes[name].value.strip() for name in _NAMES))

    def action_keep(self) -> None:
        """Close, unless the date is none: then say how one is written."""
        if date_typed(self._typed.date) is None:
            self._warn(say(self._language, "correct.bad_date"))
            self.set_focus(self._boxes["date"])
        else:
            self.close_with(self._typed)

    def action_as_read(self) -> None:
        """Put into the boxes what was read."""
        self._fill(self._as_read)

    def action_close(self) -> None:
        """Close with what stands in the boxes."""
        self.close_with(self._typed)
