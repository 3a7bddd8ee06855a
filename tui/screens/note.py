"""A dialog with what is written about a bookmark: its note, tags and colour. Closing it keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from content.scrub import scrub
from tui.colours import COLOURS
from tui.screens.dialog import Dialog
from tui.strings import say
from tui.tags import shown_tags, typed_tags
from tui.widgets.box import Box
from tui.widgets.caption import Caption
from tui.widgets.choice import Choice, Option

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

    from tui.strings import Language

_DRAFT_SECONDS = 0.5  # after a letter: a crash loses at most this much writing
_NO_COLOUR = "none"


@dataclass(frozen=True, slots=True)
class Written:
    """What is written about a bookmark; `colour` is None where there is none.

    `aside` are notes that stood in the editor and gave way to `note`.
    """

    note: str
    tags: tuple[str, ...] = ()
    colour: str | None = None
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """Another note that was written, and in a word where it comes from; a draft is written on in."""

    note: str
    words: str
    draft: bool = False


class NoteEditor(TextArea):
    """An editor that takes in only what may be drawn."""

    def on_paste(self, event: events.Paste) -> None:
        """Scrub what is pasted before Textual puts it in."""
        event.text = scrub(event.text).text

    async def on_key(self, event: events.Key) -> None:
        """Run a binding of the editor here and now: Textual does when the key has come up to the app.

        By then the dialog may have closed, and the article would hear it.
        """
        bound = self.screen.active_bindings.get(event.key)
        if bound and bound.node is self and await self.app.run_action(bound.binding.action, self):
            event.stop().prevent_default()


class NoteScreen(Dialog[Written]):
    """Returns what is written when it is closed, by Esc or Ctrl+S alike: what stands in the editor.

    `find` reads other versions of the note; `keep_draft` is given what is being written, shortly after.
    """

    CSS_PATH = "note.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (9, "-high")]  # noqa: RUF012 - as Textual types it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,ctrl+q", "close", show=False, priority=True),
        Binding("ctrl+r", "other", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        written: Written,
        language: Language,
        find: Callable[[], Awaitable[Sequence[Version]]],
        keep_draft: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._title, self._written, self._language = title, written, language
        self._find, self._keep_draft = find, keep_draft
        self._first = scrub(written.note).text
        self._versions = [Version(self._first, say(language, "note.stored"))]
        self._left: dict[int, str] = {}  # what was typed into versions that were left
        self._index = 0
        self._editor = NoteEditor(self._first, soft_wrap=True, compact=True, tab_behavior="focus")
        self._tags = Box(placeholder=say(language, "note.no_tags"), id="note-tags")
        self._tags.value = shown_tags(written.tags)
        self._colour = Choice(_colours(written.colour, language), written.colour or _NO_COLOUR)
        self._version = Caption(part="mark", id="note-version")
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the editor under its title, tags and colour below."""
        with Vertical(id="note-dialog"):
            yield Caption(self._title)
            yield self._editor
            yield self._version
            with Horizontal(classes="field"):
                yield Caption(say(self._language, "note.tags"))
                yield self._tags
            with Horizontal(classes="field"):
                yield Caption(say(self._language, "note.colour"))
                yield self._colour
            yield Caption(say(self._language, "note.keys"))

    def on_mount(self) -> None:
        """Write on where the note ends; other versions are looked for meanwhile."""
        self._version.display = False
        self.set_focus(self._editor)
        self._editor.move_cursor(self._editor.document.end)
        self.run_worker(self._offer(), group="versions", exit_on_error=False)

    async def _offer(self) -> None:
        """Offer the other versions; a draft stands in the editor at once, unless typing has begun."""
        found = [each for each in await self._find() if each.note != self._first]
        self._versions += found
        draft = next((at for at, each in enumerate(self._versions) if each.draft), 0)
        if draft and self._editor.text == self._first:
            self._show(draft)
        self._say_version()

    def _show(self, index: int) -> None:
        self._left[self._index] = self._editor.text
        self._index = index
        self._editor.text = self._left.pop(index, self._versions[index].note)
        self._editor.move_cursor(self._editor.document.end)
        self._say_version()

    def _say_version(self) -> None:
        """Say which version stands in the editor, where there are several."""
        several = len(self._versions) > 1
        words = self._versions[self._index].words
        self._version.words = say(self._language, "note.version", words=words) if several else ""
        self._version.display = several

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is written as a draft, soon, and again and again while writing goes on."""
        event.stop()
        if self._timer is None and self._editor.text != self._versions[self._index].note:
            self._timer = self.set_timer(_DRAFT_SECONDS, self.keep_draft)

    def keep_draft(self) -> None:
        """Have what stands in the editor kept as a draft."""
        self._timer = None
        if self.is_current:
            self._keep_draft(self._editor.text)

    def action_other(self) -> None:
        """Go to the next version; what was typed into this one stays in it."""
        if len(self._versions) > 1:
            self._show((self._index + 1) % len(self._versions))

    def action_close(self) -> None:
        """Close with what is written."""
        if self._timer:
            self._timer.stop()
        self.close_with(self.written)

    @property
    def written(self) -> Written:
        """What is written now."""
        before, text = self._written, self._editor.text
        colour = None if self._colour.key == _NO_COLOUR else self._colour.key
        # A note as it was is returned as it was: what may not be drawn is no change of it.
        note = before.note if text == self._first else text
        return Written(note, typed_tags(self._tags.value, before.tags), colour, before.aside + self._aside())

    def _aside(self) -> tuple[str, ...]:
        """Return what was typed and left for another version, and the note as it was if that was left."""
        return tuple(
            text for index, text in self._left.items() if index == 0 or text != self._versions[index].note
        )


def _colours(present: str | None, language: Language) -> list[Option]:
    """Return the colours to choose from, with one that we do not know as it is written."""
    options = [Option(_NO_COLOUR, say(language, "colour.none"))]
    options += [Option(each, say(language, f"colour.{each}"), part) for each, part in COLOURS.items()]
    return options if present is None or present in COLOURS else [*options, Option(present, present)]
