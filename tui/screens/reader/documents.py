"""Which document the reader shows, and in which script, language and colours."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.scrub import scrub_line
from tui.glyphs import PLAIN, widen
from tui.paths import is_file, is_web_address, path_of
from tui.rows.kept import place_rows
from tui.strings import LANGUAGES
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.density import Glyphs
    from tui.screens.reader.screen import ReaderScreen

_SCRIPTS = ("source", "hant", "hans")
_TYPED = "typed:"


class ReaderDocuments:
    """Opens documents for the reader; what was open stays open where another cannot be."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        chosen = screen.settings.get("script", "")
        self._not_opened = ""  # what was asked for last and could not be opened, to be mended
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

    async def ask(self) -> None:
        """Ask which document to open: a path, or one of those read lately."""
        from tui.screens.chooser import Chooser

        screen = self._screen
        rows = place_rows([place for place in screen.keeper.recent() if place.path], screen.language)
        rows.append(ListRow("", ((screen.say("open.edition"), ""),)))
        dialog = Chooser(
            screen.say("screen.open"),
            Contents(rows),
            placeholder=screen.say("open.placeholder"),
            typed=True,
            start=self._not_opened,
        )
        await screen.app.push_screen(dialog, lambda key: None if key is None else self.open(key))

    def open(self, typed: str) -> None:
        """Open what was typed, pasted or chosen; "" is the edition."""
        self._not_opened = typed.removeprefix(_TYPED)
        path = path_of(self._not_opened) if typed else None
        if path and is_web_address(path):
            self._screen.note(self._screen.say("open.web_address"))
            return
        self._screen.run_worker(self._open(path), group="opening", exclusive=True, exit_on_error=False)

    def paste(self, pasted: str) -> None:
        """Open what was pasted where it is the path of a file or an address; anything else is left alone."""
        typed = pasted.strip()
        if typed and "\n" not in typed and (is_web_address(typed) or is_file(path_of(typed))):
            self.open(typed)

    async def _open(self, path: str | None) -> None:
        from content.library.opening import open_document

        screen = self._screen
        if path:
            screen.note(screen.say("start.opening", name=scrub_line(path)))
        try:
            read = partial(open_document, path, encoding=screen.encoding)
            document = await asyncio.to_thread(read)
        except ReadingError as error:
            sentence = screen.say(f"error.{error.reason}", name=error.name)
            if error.detail:
                sentence = screen.say("error.detail", sentence=sentence, detail=scrub_line(error.detail))
            screen.note(f"{sentence} · {screen.say('open.stays', title=screen.document.title)}")
            return
        await screen.keeping.finish()  # first: it may be the same document that is opened again
        place = await asyncio.to_thread(screen.keeper.place, document)
        screen.note("")
        self._not_opened = ""
        screen.put_document(document, path, place)

    # What was left out.

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
