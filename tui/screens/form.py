"""A dialog with a few lines to fill in: boxes, and choices of one of a few."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tui.screens.dialog import Dialog
from tui.screens.note import NoteEditor
from tui.widgets.box import Box
from tui.widgets.caption import Caption
from tui.widgets.choice import Choice, Option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.widgets import Input

    from tui.widgets.list_pane import Contents

_LOW, _HIGH = "-low", "-high"

Values: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form: what stands before it, and its value; `options` make it a choice of their keys.

    `rows` is how high its box is.
    """

    name: str
    label: str
    value: str = ""
    options: tuple[Option, ...] = ()
    placeholder: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Form:
    """What a form shows.

    `hint` says what comes of the values as they stand; `problem` why they cannot be kept, "" where they can,
    and `search` the same where a long text has to be looked through for it. `picks` makes rows of which the
    key can be put into the first box, under `pick_title`. Both are called in a thread.
    """

    title: str
    fields: Sequence[Field]
    keys: str
    hint: Callable[[Values], str]
    problem: Callable[[Values], str]
    search: Callable[[Values], str] | None = None
    picks: Callable[[], Contents] | None = None
    pick_title: str = ""


class FormScreen(Dialog[Values | None]):
    """Returns the values, or None where they are not to be kept; `values` are there after closing too."""

    CSS_PATH = "form.tcss"
    VERTICAL_BREAKPOINTS = [(0, _LOW), (20, _HIGH)]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q", "close", show=False, priority=True),
        Binding("enter,ctrl+s", "keep", show=False, priority=True),
        Binding("ctrl+r", "pick", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._lines = {each.name: _line(each) for each in form.fields}
        self._hint = Caption(id="form-hint")
        self._problem = Caption(part="warning", id="form-problem")

    @property
    def values(self) -> dict[str, str]:
        """What stands in each line, without spaces around it."""
        return {name: _value(line) for name, line in self._lines.items()}

    def compose(self) -> ComposeResult:
        """Put the lines under each other, each behind its label."""
        with Vertical(id="form-dialog"):
            yield Caption(self._form.title, part="strong", id="form-title")
            for field in self._form.fields:
                with Horizontal(classes="field") as line:
                    line.styles.height = field.rows
                    yield Caption(field.label, part="quiet")
                    yield self._lines[field.name]
            yield self._hint
            yield self._problem
            yield Caption(self._form.keys)

    def on_mount(self) -> None:
        """Select what stands in the first line: typing replaces it."""
        first = self._lines[self._form.fields[0].name]
        self.set_focus(first)
        if isinstance(first, Box):
            first.action_select_all()
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what comes of it."""
        event.stop()
        self._tell()

    def on_text_area_changed(self, event: NoteEditor.Changed) -> None:
        """Say what comes of it."""
        event.stop()
        self._tell()

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Say what comes of it."""
        event.stop()
        self._tell()

    def _tell(self, problem: str = "") -> None:
        self._hint.words = self._form.hint(self.values)
        self._problem.words = problem
        self._problem.display, self._hint.display = bool(problem), not problem

    async def action_keep(self) -> None:
        """Close with the values, unless something is wrong with them."""
        form, values = self._form, self.values
        problem = form.problem(values)
        if form.search and not problem:
            problem = await asyncio.to_thread(form.search, values)
        if problem:
            self._tell(problem)
        else:
            self.close_with(values)

    async def action_pick(self) -> None:
        """Choose what is to stand in the first box."""
        from tui.screens.chooser import Chooser

        form = self._form
        if form.picks:
            picks = await asyncio.to_thread(form.picks)
            await self.app.push_screen(Chooser(form.pick_title, picks), self._picked)

    def _picked(self, key: str | None) -> None:
        first = self._lines[self._form.fields[0].name]
        if key is not None and isinstance(first, Box):
            first.value = key
            first.cursor_position = len(key)
            self.set_focus(first)

    def action_close(self) -> None:
        """Close and change nothing."""
        self.close_with(None)

    def on_paste(self, event: events.Paste) -> None:
        """Leave what is pasted beside the boxes alone."""
        event.stop()


_Line: TypeAlias = Box | NoteEditor | Choice


def _line(field: Field) -> _Line:
    name = f"form-{field.name}"
    if field.options:
        return Choice(field.options, field.value, id=name)
    if field.rows > 1:
        return NoteEditor(field.value, id=name, soft_wrap=True, compact=True, tab_behavior="focus")
    box = Box(placeholder=field.placeholder, id=name)
    box.value = field.value
    return box


def _value(line: _Line) -> str:
    if isinstance(line, Choice):
        return line.key
    return (line.text if isinstance(line, NoteEditor) else line.value).strip()
