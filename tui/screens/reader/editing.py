"""Names and themes as the reader wants them: what is asked, kept, shown, said and taken back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from content.library.lexicon import reader_lexicon
from content.library.places import config_folder
from content.shelf import NO_EDITS, NameEdit
from tui.name_form import NameForm, said_edit, said_edits
from tui.screens.form import FormScreen
from tui.screens.reader.sets import set_of
from tui.strings import say_count
from tui.theme_form import ThemeForm
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from content.shelf import Edits, OwnTheme
    from tui.screens.form import Form, Values
    from tui.screens.reader.screen import ReaderScreen

_LONGEST_NAME = 40  # characters of a mark that still is a name


class ReaderEditing:
    """Changes names and themes of the reader's document, or everywhere."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._unkept: dict[str, Values] = {}  # what was typed and given up, or could not be kept

    @property
    def _edits(self) -> Edits:
        return self._screen.analysis.edits or NO_EDITS

    async def edit_row(self, list_id: str, key: str) -> None:
        """Edit the name or the theme of a row, or a new one where the list is empty; else the document."""
        if list_id == "names":
            await self._ask_name(key)
        elif list_id == "themes":
            await self._ask_theme(key)
        else:
            await self._screen.documents.correcting.ask()

    def hide_row(self, list_id: str, key: str) -> None:
        """Hide a name in this document; remove a theme of the reader's, hide one of the lexicon."""
        name, theme = self._screen.findings.name(key), self._screen.findings.theme(key)
        if list_id == "names" and name:
            self._keep_name([NameEdit("", self._screen.document.digest, "hide", name.name)])
        elif list_id == "themes" and theme:
            form = self._theme_form(key)
            self._keep_theme(key, theme.name, form.theme({"name": theme.name, "words": ""}))

    async def add_name(self) -> None:
        """Ask for a name that is to be listed, at first what is marked."""
        await self._ask_name("")

    async def new_theme(self) -> None:
        """Ask for a new theme."""
        await self._ask_theme("")

    def follow_set(self) -> None:
        """Have the current set, where it is of a name or a theme, be what that is after a change."""
        screen = self._screen
        current = screen.current
        if current is None or current.kind not in ("name", "theme"):
            return
        key = current.key
        if current.kind == "name" and not screen.findings.name(key):
            key = next((each.name for each in screen.findings.names if key in each.aliases), key)
        chosen = set_of(screen, screen.findings, f"{current.kind}s", key)
        start = current.span.start if current.span else 0
        screen.choose_set(chosen.at_or_after(start) if chosen else None)

    # Names.

    async def _ask_name(self, key: str) -> None:
        screen = self._screen
        name = screen.findings.name(key) if key else None
        form = NameForm(screen.document, screen.findings.names, name, screen.language)

        def take(values: Values) -> None:
            screen.marking.drop()
            if edits := form.edits(values):
                self._keep_name(edits, lambda: self._remember(f"name:{key}", values))

        start = name.name if name else self._marked()
        unkept = None if start and not name else self._unkept.pop(f"name:{key}", None)
        await self._open(f"name:{key}", form.form(start, unkept), take)

    def _marked(self) -> str:
        """Return what is marked where that may be a name."""
        screen = self._screen
        span = screen.marking.span
        marked = screen.document.text[span.start : span.end] if span else ""
        return marked if len(marked) <= _LONGEST_NAME and "\n" not in marked else ""

    def _keep_name(self, edits: list[NameEdit], failed: Callable[[], object] = lambda: None) -> None:
        screen = self._screen

        def said() -> str:
            last = edits[-1]
            name = screen.findings.name(last.name)
            screen.panes.side.pane.list.put_cursor(last.value)  # of one that is called so now
            return said_edits(edits, name.count if name else 0, screen.language)

        self._keep(partial(screen.keeper.edit_names, screen.document, edits), said, failed)

    # Themes.

    def _theme_form(self, key: str) -> ThemeForm:
        screen = self._screen
        lexicon = reader_lexicon(config_folder()).lexicon
        found = screen.findings.theme(key) if key else None
        return ThemeForm(screen.document, found, lexicon, self._edits, screen.language)

    async def _ask_theme(self, key: str) -> None:
        form = await asyncio.to_thread(self._theme_form, key)  # which reads a file

        def take(values: Values) -> None:
            if form.changes(values):
                failed = partial(self._remember, f"theme:{key}", values)
                self._keep_theme(key, values["name"] or key, form.theme(values), failed)

        unkept = self._unkept.pop(f"theme:{key}", None)
        await self._open(f"theme:{key}", form.form(unkept), take)

    def _keep_theme(
        self, key: str, name: str, theme: OwnTheme | None, failed: Callable[[], object] = lambda: None
    ) -> None:
        """Keep a theme; None removes the one of the key."""
        screen = self._screen

        def said() -> str:
            found = screen.findings.theme(theme.id) if theme else None
            count = say_count(screen.language, "places", found.count if found else 0)
            done = "kept" if theme and theme.words else "hidden" if theme else "removed"
            return screen.say(f"edit.theme_{done}", name=name, count=count)

        write = (
            partial(screen.keeper.put_theme, screen.document, theme)
            if theme
            else partial(screen.keeper.remove_theme, screen.document, key)
        )
        self._keep(write, said, failed)

    # What was changed.

    async def show_edits(self) -> None:
        """List what was changed; the row that is chosen is taken back."""
        from tui.screens.chooser import Chooser

        screen, edits = self._screen, self._edits
        rows = [
            ListRow(
                each.id,
                ((said_edit(each, screen.language), ""),),
                ((f"  {screen.say('edit.here' if each.document else 'edit.everywhere')}", "quiet"),),
            )
            for each in reversed(edits.names)
        ]
        rows += [ListRow(f"theme:{each.id}", ((self._said_theme(each), ""),)) for each in edits.themes]
        contents = Contents(
            rows, screen.say("edit.edits_none"), screen.say("empty.filtered", query="{query}")
        )
        chooser = Chooser(
            screen.say("edit.edits_title"), contents, placeholder=screen.say("filter.placeholder")
        )
        await screen.app.push_screen(chooser, self._take_back)

    def _said_theme(self, theme: OwnTheme) -> str:
        key = "edit.said_theme" if theme.words else "edit.said_theme_hidden"
        return self._screen.say(key, name=theme.name, words="、".join(theme.words))

    def _take_back(self, key: str | None) -> None:
        screen, edits = self._screen, self._edits
        for edit in edits.names:
            if edit.id == key:
                write = partial(screen.keeper.take_back_edit, screen.document, edit)
                self._keep(write, partial(screen.say, "edit.took_back", name=edit.name))
        for theme in edits.themes:
            if f"theme:{theme.id}" == key:
                write = partial(screen.keeper.remove_theme, screen.document, theme.id)
                self._keep(write, partial(screen.say, "edit.took_back", name=theme.name))

    # Asking and keeping.

    async def _open(self, key: str, form: Form, take: Callable[[Values], None]) -> None:
        dialog = FormScreen(form)

        def closed(values: Values | None) -> None:
            if values is None:
                self._remember(key, dialog.values)
            else:
                take(values)

        await self._screen.app.push_screen(dialog, closed)

    def _remember(self, key: str, values: Values) -> None:
        """Have what was typed stand there again when the same is edited next."""
        self._unkept[key] = values

    def _keep(
        self,
        write: Callable[[], object],
        said: Callable[[], str],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        self._screen.keeping.run(self._write(write, said, failed))

    async def _write(
        self, write: Callable[[], object], said: Callable[[], str], failed: Callable[[], object]
    ) -> None:
        screen = self._screen
        kept, _ = await screen.keeping.attempt(write)
        if kept:
            await screen.analysis.edit_anew()
            screen.note(said())
        else:
            failed()
