"""`library remove`: documents leave the library."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from content.shelf import ShelfError
from tui.commandline.library import listing, records
from tui.commandline.library.opening import BAD, DONE, opened_library, refuse_unreadable
from tui.commandline.output import complain, write_json, write_lines
from tui.commandline.problems import CommandLineError, not_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.library.library import Library
    from content.library.records import Entry
    from tui.commandline.options import Request
    from tui.strings import Language


def run(request: Request, language: Language) -> int:
    """Remove documents by their id or their file."""
    words = request.words[1:]
    if not words:
        raise CommandLineError("usage.library_remove_what")
    with opened_library(language) as library:
        entries = library.entries()
        if not entries:
            refuse_unreadable(library, language)
        meant = dict(zip(words, map(_by_word(library, entries), words), strict=True))
        known = dict.fromkeys(entry for entry in meant.values() if entry)
        try:
            removed = [entry for entry in known if library.remove(entry.id)]
        except ShelfError as error:
            raise not_kept(error, language, "library") from error
    if request.has("--json"):
        write_json({"removed": [records.entry(each) for each in removed]})
    elif removed:
        write_lines(listing.removed(removed, language))
    unknown = [word for word, entry in meant.items() if entry is None]
    for word in unknown:
        complain(CommandLineError("library.unknown", word=word).sentence(language), language)
    return BAD if unknown else DONE


def _by_word(library: Library, entries: Sequence[Entry]) -> Callable[[str], Entry | None]:
    """Return what finds a document by its id, else by its file or another one with its very text.

    A path may be written in any way.
    """
    ids = {str(each.id): each for each in entries}
    real = {os.path.realpath(each.path): each for each in entries if each.path}
    texts = {each.digest: each for each in entries}
    files = real | {each.path: each for each in entries if each.path}

    def meant(word: str) -> Entry | None:
        if word in ids:
            return ids[word]
        try:
            # Links as the library has them, or followed.
            found = files.get(os.path.abspath(word)) or files.get(os.path.realpath(word))  # noqa: PTH100
        except (OSError, ValueError):  # the current folder is gone; a NUL
            return None
        return found or texts.get(library.unchanged(word) or "")

    return meant
