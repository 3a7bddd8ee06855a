"""Which document the reader shows, and in which script, language and colours."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from tui.glyphs import PLAIN, widen
from tui.screens.reader.opening import ReaderOpening
from tui.strings import LANGUAGES
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.density import Glyphs
    from tui.screens.reader.correcting import ReaderCorrecting
    from tui.screens.reader.editing import ReaderEditing
    from tui.screens.reader.encodings import ReaderEncodings
    from tui.screens.reader.screen import ReaderScreen

_SCRIPTS = ("source", "hant", "hans")
_TYPED = "typed:"


class ReaderDocuments:
    """Opens documents for the reader; what was open stays open where another cannot be."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        chosen = screen.settings.get("script", "")
        self.opening = ReaderOpening(screen)
        self._script = chosen if chosen in _SCRIPTS else "source"

    # How the text is drawn.

    @property
    def notice(self) -> str:
        """What the masthead says of the script; nothing where it is the source's."""
        return "" if self._script == "source" else self._screen.say(f"script.{self._script}")

    def display(self, source: str) -> str:
        """Turn a text into the script and the marks that are shown, character for character."""
        if self._screen.panes.glyphs == "plain":
            source = widen(source)
        if self._script == "source":
            return source
        from content.chinese.variants import to_simplified, to_traditional

        return to_traditional(source) if self._script == "hant" else to_simplified(source)

    def show_script(self) -> None:
        """Draw the article in the script and with the glyphs that were chosen."""
        screen = self._screen
        mark = screen.say("document.derived")
        as_it_is = self._script == "source" and screen.panes.glyphs == "fine"
        # Another function each time: texts of other widths have to be set anew.
        screen.article.show_as(str if as_it_is else partial(self.display), lambda title: f"{title}{mark}")

    def change_script(self) -> None:
        """Turn to the next script."""
        screen = self._screen
        self._script = _SCRIPTS[(_SCRIPTS.index(self._script) + 1) % len(_SCRIPTS)]
        self.show_script()
        screen.panes.fill()
        screen.keeping.begin()
        screen.note(screen.say(f"script.{self._script}"))
        screen.keeping.choose("script", self._script)

    def change_language(self) -> None:
        """Speak the next language, and remember it."""
        screen = self._screen
        screen.language = LANGUAGES[(LANGUAGES.index(screen.language) + 1) % len(LANGUAGES)]
        screen.speak()
        screen.note(screen.say(f"language.{screen.language}"))
        screen.keeping.choose("language", screen.language)

    def change_colours(self) -> None:
        """Turn from ink to paper or back, and remember it."""
        screen = self._screen
        screen.app.theme = "paper" if screen.app.theme == "ink" else "ink"
        screen.note(screen.say(f"colours.{screen.app.theme}"))
        screen.keeping.choose("theme", screen.app.theme)

    def change_glyphs(self) -> None:
        """Turn from fine to plain glyphs or back, and remember it."""
        screen = self._screen
        glyphs: Glyphs = "plain" if screen.panes.glyphs == "fine" else "fine"
        self.use_glyphs(glyphs)
        screen.speak()
        for widget in screen.walk_children():
            widget.refresh()
        screen.note(screen.say(f"glyphs.{glyphs}"))
        screen.keeping.choose("glyphs", glyphs)

    def use_glyphs(self, glyphs: Glyphs) -> None:
        """Have the parts that know two ways of drawing use this one; `PLAIN` tells everything else."""
        screen = self._screen
        screen.panes.glyphs = glyphs
        screen.masthead.plain_glyphs = glyphs == "plain"
        screen.app.set_class(glyphs == "plain", PLAIN)

    # Opening another.

    async def ask(self, add: Sequence[str] = ()) -> None:
        """Open the library, and add these files to it, and those in these folders."""
        await self._screen.library.open(self.opening.not_opened, add)

    def open(self, typed: str) -> None:
        """Open what was typed, pasted or chosen: a path, several, a folder, a text; "" is the edition."""
        self.opening.open(typed.removeprefix(_TYPED))

    def paste(self, pasted: str) -> None:
        """Open what was pasted where there is no box; a line that is no path is left alone."""
        self.opening.paste(pasted)

    @property
    def greeting(self) -> str:
        """What is said when a document shows."""
        return self.opening.greeting

    # What is asked for rarely, made when it is.

    @cached_property
    def correcting(self) -> ReaderCorrecting:
        """Puts title, byline, source and date right."""
        from tui.screens.reader.correcting import ReaderCorrecting

        return ReaderCorrecting(self._screen)

    @cached_property
    def editing(self) -> ReaderEditing:
        """Changes names and themes."""
        from tui.screens.reader.editing import ReaderEditing

        return ReaderEditing(self._screen)

    @cached_property
    def encodings(self) -> ReaderEncodings:
        """Chooses the encoding of the document's file."""
        from tui.screens.reader.encodings import ReaderEncodings

        return ReaderEncodings(self._screen)

    # What was left out.

    @property
    def badge(self) -> str:
        """What stands beside the title: that it is the edition, or how much was left out."""
        screen, removed = self._screen, len(self._screen.document.removed)
        if screen.document.edition:
            return screen.say("document.edition")
        return screen.say("document.removed", n=removed) if removed else ""

    def show_removed(self) -> None:
        """Show the lines that were left out of the document."""
        from tui.screens.chooser import Chooser

        screen = self._screen
        removed = screen.document.removed
        if not removed:
            screen.note(screen.say("status.nothing_removed"))
            return
        rows = [ListRow(str(number), ((line, ""),)) for number, line in enumerate(removed)]
        title = f"{screen.say('screen.removed')} · {screen.say('document.removed', n=len(removed))}"
        screen.app.push_screen(Chooser(title, Contents(rows), placeholder=screen.say("filter.placeholder")))
