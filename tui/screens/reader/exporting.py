"""Bookmarks taken away: into a file, or to the clipboard."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui.paths import path_of, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf import Bookmark
    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.exporting.formats import ExportFormat
    from tui.screens.export import ExportForm, Scope
    from tui.screens.reader.keeping import ReaderKeeping
    from tui.screens.reader.screen import ReaderScreen

_DOCUMENT, _ALL, _TAG = "document", "all", "tag:"  # scopes; behind the last stands the tag
_FOLDER_CHOSEN, _FORMAT_CHOSEN = "export_folder", "export_format"  # names of settings


class ReaderExporting:
    """Asks what is to be exported and does it; folder and format are remembered."""

    def __init__(self, screen: ReaderScreen, keeping: ReaderKeeping) -> None:
        self._screen = screen
        self._keeping = keeping
        self._keeper = screen.keeper
        self._format = screen.settings.get(_FORMAT_CHOSEN, "markdown")
        self._folder = screen.settings.get(_FOLDER_CHOSEN, "~")
        self._left: ExportForm | None = None

    @property
    def folder(self) -> Path:
        """The folder that was exported into last."""
        return Path(path_of(self._folder))

    async def ask(self) -> None:
        """Open the dialog, with what was typed into it when it was closed last."""
        from tui.screens.export import FILE, ExportForm, ExportScreen

        screen = self._screen
        scopes = await self._scopes()
        if not scopes:
            screen.note(screen.say("empty.bookmarks"))
            return
        form = self._left or ExportForm(self._format, scopes[0].key, FILE, "")

        def remember(left: ExportForm | None) -> None:
            self._left = left

        dialog = ExportScreen(scopes, form, self._folder, screen.language, self._export)
        await screen.app.push_screen(dialog, remember)

    async def _scopes(self) -> list[Scope]:
        """Return what there is to take away: of this document, of all, of each tag."""
        from tui.screens.export import Scope

        screen, say = self._screen, self._screen.say
        kept, here = await asyncio.to_thread(self._counted)
        tags = Counter(tag for bookmark in kept for tag in bookmark.tags)
        title = screen.document.title
        scopes = [Scope(_DOCUMENT, say("export.of_document", n=here), title)] if here else []
        scopes += [Scope(_ALL, say("export.of_all", n=len(kept)), say("export.name"))] if kept else []
        return scopes + [
            Scope(f"{_TAG}{tag}", say("export.of_tag", tag=tag, n=count), tag)
            for tag, count in tags.most_common()
        ]

    def _counted(self) -> tuple[tuple[Bookmark, ...], int]:
        """Return all bookmarks, and how many are of this document, found in its text by now or not."""
        from content.library.placing import Placing

        keeper, screen = self._keeper, self._screen
        if not keeper.begun:
            return (), 0
        placing = Placing(screen.document, screen.shown.opened.path)
        return keeper.shelf.bookmarks(), len(keeper.bookmarks(placing))

    async def _export(self, form: ExportForm) -> str:
        """Export, and return why that could not be, or ""."""
        from content.shelf.exporting.formats import FORMATS
        from tui.screens.export import CLIPBOARD

        screen = self._screen
        excerpts, how = await asyncio.to_thread(self._excerpts, form, FORMATS[form.format])
        if form.target == CLIPBOARD:
            written = await asyncio.to_thread(how.write, excerpts)
            screen.copying.send(written)
            screen.note(screen.say("export.sent", n=len(excerpts), characters=len(written)))
        else:
            path = self._path(form, FORMATS[form.format].suffix)
            done, problem = await asyncio.to_thread(self._write, path, how, excerpts)
            if problem:
                return problem
            self._folder = shortened(path.parent)
            self._keeping.choose(_FOLDER_CHOSEN, self._folder)
            screen.note(done)
        self._format = form.format
        self._keeping.choose(_FORMAT_CHOSEN, form.format)
        return ""

    def _excerpts(self, form: ExportForm, how: ExportFormat) -> tuple[list[Excerpt], ExportFormat]:
        """Read what is to be exported; annotations take along what was changed about names and themes."""
        from content.library.kept import kept_everywhere, kept_of
        from content.shelf.exporting.formats import with_edits
        from tui.excerpts import excerpts_of

        shelf, library, language = self._keeper.shelf, self._keeper.begun_library, self._screen.language
        document, path = self._screen.document, self._screen.shown.opened.path
        if form.scope == _DOCUMENT:
            edits = library.edits(document, path) if library else shelf.edits((document.digest,))
            return excerpts_of([kept_of(document, path, shelf, library)], language), with_edits(how, edits)
        kept = kept_everywhere(shelf, library)
        if form.scope == _ALL:
            return excerpts_of(kept, language), with_edits(how, shelf.edits())
        tag = form.scope.removeprefix(_TAG)
        return excerpts_of((each.only(lambda one: tag in one.tags) for each in kept), language), how

    def _path(self, form: ExportForm, suffix: str) -> Path:
        """Return the file that was meant: in a folder that was typed the one that is suggested."""
        from tui.paths import is_folder

        path = Path(path_of(form.path))
        if is_folder(str(path)):
            from content.shelf.exporting.file_names import safe_name

            otherwise = self._screen.say("export.name")
            name = self._screen.document.title if form.scope == _DOCUMENT else otherwise
            path /= f"{safe_name(name, otherwise)}{suffix}"
        return path if path.suffix else path.with_name(f"{path.name}{suffix}")

    def _write(self, path: Path, how: ExportFormat, excerpts: Sequence[Excerpt]) -> tuple[str, str]:
        """Write a file and return what is said of that, or why it could not be."""
        from content.shelf.exporting.files import ExportFailure, export_to
        from tui.paths import is_folder

        say = self._screen.say
        try:
            left = export_to(path, how, excerpts, self._keeper.shelf)
        except ExportFailure as failure:
            if failure.reason != "unwritable":
                return "", say(f"export.{failure.reason}")
            if not is_folder(str(path.parent)):
                return "", say("export.no_folder", path=shortened(path.parent))
            return "", say("export.unwritable", reason=failure.detail)
        done = say("export.done", n=len(excerpts), path=shortened(path))
        return (f"{done} · {say('export.left', n=left)}" if left else done), ""
