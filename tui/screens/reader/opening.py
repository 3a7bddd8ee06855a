"""Opening another document: a path, several, a folder, a text that was pasted, one of the library."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from content.reading.errors import ReadingError
from content.scrub import scrub_line
from tui.pasted import is_text
from tui.paths import existing_paths, is_folder, is_web_address, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.library.records import Entry
    from content.library.reopening import Opened
    from tui.keeping import Keeper
    from tui.screens.reader.screen import ReaderScreen


class ReaderOpening:
    """Opens documents for the reader; what was open stays open where another cannot be."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self.not_opened = ""
        """What was asked for last and could not be opened, to be mended."""

    # What is asked for.

    def open(self, typed: str) -> None:
        """Open what was typed, pasted or chosen: a path, several, a folder, a text; "" is the edition."""
        screen = self._screen
        self.not_opened = ""
        if not typed:
            self._begin(partial(_edition))
        elif is_web_address(typed) and len(typed.split()) == 1:
            screen.note(screen.say("open.web_address"))
        elif paths := existing_paths(typed):
            self._open_paths(paths, typed)
        elif is_text(typed):
            self.offer(typed)
        else:
            self._open_paths((path_of(typed),), typed)

    def paste(self, pasted: str) -> None:
        """Open what was pasted where there is no box; a line that is no path is left alone."""
        if is_text(pasted) or is_web_address(pasted) or existing_paths(pasted):
            self.open(pasted)

    def open_entry(self, entry: Entry) -> None:
        """Open a document of the library: from its file where that changed."""
        self._begin(partial(_of_library, entry, self._screen.keeper), name=entry.title)

    async def open_now(self, entry: Entry | None) -> bool:
        """Show a document of the library, None for the edition, and return whether it shows."""
        before = self._screen.shown
        if entry is None:
            await self._open(_edition, "", "")
        else:
            await self._open(partial(_of_library, entry, self._screen.keeper), entry.title, "")
        return self._screen.shown is not before

    async def open_text(self, digest: str, path: str | None) -> bool:
        """Show a text of the library, whatever became of its file; tell whether it was there."""
        from content.library.reopening import Opened

        keeper = self._screen.keeper
        document = await asyncio.to_thread(lambda: keeper.library.as_read(digest))
        if document:
            await self.put(Opened(document, path or "-"))
        return document is not None

    def _open_paths(self, paths: tuple[str, ...], typed: str) -> None:
        """Open the first file; further ones and folders are added to the library, with it on the screen."""
        screen = self._screen
        first = next((path for path in paths if not is_folder(path)), None)
        others = [path for path in paths if path != first]
        read = None
        if first is not None:
            read = partial(_file, first, screen.keeper, screen.encoding)
        self._begin(read, name=first or "", typed=typed, others=others)

    # Texts.

    def offer(self, text: str) -> None:
        """Ask whether a text that was pasted is to be opened."""
        from tui.screens.pasted import PastedScreen

        screen = self._screen
        screen.app.push_screen(PastedScreen(text, screen.language), self._open_text)

    def _open_text(self, text: str | None) -> None:
        if text is not None:
            self._begin(partial(_pasted, text), name=self._screen.say("paste.name"))

    # How it is done.

    def _begin(
        self,
        read: Callable[[], Opened | None] | None,
        *,
        name: str = "",
        typed: str = "",
        others: Sequence[str] = (),
    ) -> None:
        work = self._work(read, name, typed, others)
        self._screen.run_worker(work, group="opening", exclusive=True, exit_on_error=False)

    async def _work(
        self, read: Callable[[], Opened | None] | None, name: str, typed: str, others: Sequence[str]
    ) -> None:
        if read:
            await self._open(read, name, typed)
        if others:
            await self._screen.documents.ask(add=others)

    async def _open(self, read: Callable[[], Opened | None], name: str, typed: str) -> None:
        screen = self._screen
        if name:
            screen.note(screen.say("start.opening", name=scrub_line(name)))
        try:
            opened = await asyncio.to_thread(read)
            if opened is None:
                raise ReadingError("missing", scrub_line(name))
        except ReadingError as error:
            self.not_opened = typed
            screen.note(f"{self.sentence(error)} · {screen.say('open.stays', title=screen.document.title)}")
            return
        await self.put(opened)

    async def put(self, opened: Opened) -> None:
        """Show a document that was read, put right, at its place."""
        screen = self._screen
        await screen.keeping.finish()  # first: it may be the same document that is opened again
        shown = await asyncio.to_thread(screen.keeper.show, opened)
        screen.note("")
        screen.put_document(shown)

    def sentence(self, error: ReadingError) -> str:
        """Say why a document could not be opened."""
        say = self._screen.say
        sentence = say(f"error.{error.reason}", name=error.name)
        if not error.detail:
            return sentence
        return say("error.detail", sentence=sentence, detail=scrub_line(error.detail))

    @property
    def greeting(self) -> str:
        """What is said when a document shows: where it goes on, or what it lacks."""
        screen = self._screen
        say, shown = screen.say, screen.shown
        if shown.place and shown.place.offset:
            key = "status.carried" if shown.carried else "status.resumed"
            return say(key, percent=round(screen.article.progress * 100))
        if screen.document.replaced:
            has_file = shown.opened.path not in (None, "-")
            key = "document.undecoded" if has_file else "document.replaced"
            return say(key, n=screen.document.replaced)
        if screen.document.removed:
            return say("document.removed_hint", n=len(screen.document.removed))
        return ""


def _of_library(entry: Entry, keeper: Keeper) -> Opened | None:
    """Open a document of the library, which may have to be opened itself."""
    from content.library.reopening import open_again

    return open_again(entry.digest, entry.path or "-", keeper.library)


def _file(path: str, keeper: Keeper, encoding: str | None) -> Opened:
    """Open a file, as the library has it where that did not change."""
    from content.library.reopening import open_path

    return open_path(path, keeper.begun_library, encoding=encoding)


def _edition() -> Opened:
    from content.library.reopening import Opened
    from content.reading.edition import read_edition

    return Opened(read_edition())


def _pasted(text: str) -> Opened:
    """Read a text as a document, in whichever format it is written."""
    from content.library.reopening import NO_FILE, Opened
    from content.reading import read

    # A lone surrogate is no text; decoding counts what it becomes.
    document = read(text.encode("utf-8", "surrogatepass"), NO_FILE, encoding="utf-8")
    return Opened(document, NO_FILE, is_new=True)
