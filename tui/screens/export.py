"""A dialog that asks in which form bookmarks are taken away, which ones, and where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from content.shelf.exporting.file_names import safe_name
from content.shelf.exporting.formats import FORMATS
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.widgets.box import Box
from tui.widgets.caption import Caption
from tui.widgets.choice import Choice, Option

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import ComposeResult

    from tui.strings import Language

FILE, CLIPBOARD = "file", "clipboard"
_LOW, _HIGH = "-low", "-high"


@dataclass(frozen=True, slots=True)
class Scope:
    """Bookmarks that can be taken away together; `name` is what a file of them is called."""

    key: str
    words: str
    name: str


@dataclass(frozen=True, slots=True)
class ExportForm:
    """What stands in the dialog: keys of a format, a scope and a target, a path as it was typed."""

    format: str
    scope: str
    target: str
    path: str


class ExportScreen(Dialog[ExportForm | None]):
    """Returns what stands in the boxes when it is closed, None once that was done.

    `folder` is where a file goes unless another is typed. `perform` exports, and returns why that could not
    be, or "".
    """

    CSS_PATH = "export.tcss"
    VERTICAL_BREAKPOINTS = [(0, _LOW), (16, _HIGH)]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+q", "close", show=False, priority=True),
        Binding("enter,ctrl+s", "export", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        scopes: Sequence[Scope],
        form: ExportForm,
        folder: str,
        language: Language,
        perform: Callable[[ExportForm], Awaitable[str]],
    ) -> None:
        super().__init__()
        self._scopes = {scope.key: scope for scope in scopes}
        self._folder, self._language, self._perform = folder, language, perform
        self._at_work = False
        formats = [Option(each, say(language, f"export.{each}")) for each in FORMATS]
        targets = [Option(each, say(language, f"export.{each}")) for each in (FILE, CLIPBOARD)]
        self._choices = {
            "format": Choice(formats, form.format, id="export-format"),
            "scope": Choice([Option(each.key, each.words) for each in scopes], form.scope, id="export-scope"),
            "target": Choice(targets, form.target, id="export-target"),
        }
        self._box = Box(id="export-path")
        self._box.select_on_focus = True  # what is typed or pasted takes the place of what is offered
        self._path = Horizontal(Caption(say(language, "export.path")), self._box, classes="field")
        self._problem = Caption(part="warning", id="export-problem")
        self._suggested = ""
        self._typed = form.path

    def compose(self) -> ComposeResult:
        """Put a row a question over each other."""
        with Vertical(id="export-dialog"):
            yield Caption(say(self._language, "export.head"), part="strong", id="export-head")
            for name, choice in self._choices.items():
                with Horizontal(classes="field"):
                    yield Caption(say(self._language, f"export.{name}"))
                    yield choice
            yield self._path
            yield self._problem
            yield Caption(say(self._language, "export.keys"))

    def on_mount(self) -> None:
        """Suggest a file, unless one was typed before."""
        self._suggest()
        if self._typed:
            self._put(self._typed)
        self.set_focus(self._choices["format"])

    @property
    def form(self) -> ExportForm:
        """What stands in the boxes."""
        typed = self._box.value.strip()
        choices = {name: choice.key for name, choice in self._choices.items()}
        return ExportForm(**choices, path="" if typed == self._suggested else typed)

    @property
    def path(self) -> str:
        """The path that stands in the box."""
        return self._box.value.strip() or self._suggested

    @on(Choice.Changed)
    def _changed(self, message: Choice.Changed) -> None:
        message.stop()
        self._suggest()

    def _suggest(self) -> None:
        """Suggest a file for what is chosen; of one that was typed only the suffix follows the format."""
        suffix = FORMATS[self._choices["format"].key].suffix
        name = safe_name(self._scopes[self._choices["scope"].key].name, say(self._language, "export.name"))
        before, self._suggested = self._suggested, str(PurePath(self._folder, f"{name}{suffix}"))
        typed = self._box.value.strip()
        if typed in ("", before):
            self._put(self._suggested)
        elif any(typed.endswith(each.suffix) for each in FORMATS.values()):
            self._put(typed[: typed.rindex(".")] + suffix)
        self._path.display = self._choices["target"].key == FILE
        self._problem.words = ""

    def _put(self, path: str) -> None:
        self._box.value = path
        self._box.cursor_position = len(path)

    def on_input_changed(self, event: Box.Changed) -> None:
        """Take back what was said of another path."""
        event.stop()
        self._problem.words = ""

    def action_export(self) -> None:
        """Export, and close where that was done."""
        if not self._at_work:
            self._at_work = True
            self.run_worker(self._export(), group="exporting", exit_on_error=False)

    async def _export(self) -> None:
        form = self.form
        try:
            problem = await self._perform(ExportForm(form.format, form.scope, form.target, self.path))
        finally:
            self._at_work = False
        if problem:
            self._problem.words = problem
        else:
            self.close_with(None)

    def action_close(self) -> None:
        """Close with what stands in the boxes."""
        self.close_with(self.form)
