"""Bookmarks on the command line: listing and adding them, taking them away and over."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from content.library.kept import Kept, about, kept_everywhere, kept_of
from content.library.opening import STANDARD_INPUT
from content.library.places import data_folder
from content.library.placing import Placed
from content.scrub import scrub_line
from content.shelf import NO_EDITS, Anchor, Shelf, ShelfError
from tui.commandline import listing, records
from tui.commandline.commands import FOUND, NOTHING, open_named, opened_named, put_right
from tui.commandline.library.opening import library_beside
from tui.commandline.options import as_text
from tui.commandline.output import complain, write_json, write_lines, write_text
from tui.commandline.problems import CommandLineError, not_kept, not_read, recovered
from tui.commandline.words import phrase
from tui.excerpts import excerpts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Document
    from content.shelf import Edits
    from tui.commandline.options import Request
    from tui.strings import Language


def bookmarks(request: Request, language: Language) -> int:
    """List bookmarks, add one, take them away, or take over what was taken away elsewhere."""
    actions = {"list": _list, "add": _add, "export": _export, "import": _import}
    action, *words = request.words or ("list",)
    if action not in actions:
        raise CommandLineError("usage.bookmarks_action", word=action)
    return actions[action](request, words, language)


@contextmanager
def _shelf(language: Language) -> Iterator[Shelf]:
    """Open the shelf, and say so where it was damaged and mended."""
    with Shelf(data_folder()) as shelf:
        if shelf.recovery:
            complain(recovered(shelf.recovery, language), language)
        yield shelf


def _list(request: Request, words: Sequence[str], language: Language) -> int:
    document = open_named(request, words) if words else None
    with _shelf(language) as shelf:
        kept = _kept(shelf, document, words, request, language)
    if request.has("--json"):
        write_json(records.bookmarks(kept))
    else:
        write_lines(listing.bookmarks(kept, language))
    return FOUND if kept else NOTHING


def _kept(
    shelf: Shelf, document: Document | None, words: Sequence[str], request: Request, language: Language
) -> list[Kept]:
    """Return what is kept of a document, or of each; of it the bookmarks of the tags asked for."""
    with library_beside(shelf, language) as library:
        if document:
            kept = [kept_of(document, _path(words), shelf, library)]
        else:
            kept = list(kept_everywhere(shelf, library))
    problem = shelf.problem
    if problem and not any(each.placed for each in kept) and problem.reason not in ("read_only", "full"):
        raise not_read(problem, language)
    tags = {as_text(tag) for tag in request.options.get("--tag", ())}
    some = (each.only(lambda bookmark: not tags or bool(tags & set(bookmark.tags))) for each in kept)
    return [each for each in some if each.placed]


def _add(request: Request, words: Sequence[str], language: Language) -> int:
    number = request.number("--passage")
    if number is None:
        raise CommandLineError("usage.passage_missing")
    opened = opened_named(request, words)
    document = put_right(opened)
    if number > len(document.passages):
        raise CommandLineError("usage.passage_range", number=number, count=len(document.passages))
    note, tags = request.text("--note") or "", [as_text(tag) for tag in request.options.get("--tag", ())]
    with _shelf(language) as shelf:
        try:
            bookmark = shelf.add_bookmark(document, document.passages[number - 1], note=note, tags=tags)
        except ShelfError as error:
            raise not_kept(error, language) from error
        if opened.is_new:
            # So that the file is known again after an edit; a bookmark that is kept is kept all the same.
            with suppress(ShelfError), library_beside(shelf, language) as library:
                library.add(opened.document, opened.path, opened.state)
    anchor = Anchor("ok", bookmark.start, bookmark.end)
    placed = Placed(bookmark, anchor, number, document.passages[number - 1].section)
    kept = Kept(about(document), document, (placed,))
    if request.has("--json"):
        write_json(records.bookmarks([kept]))
    else:
        added = phrase(language, "bookmarks.added", passage=number)
        write_lines([added, *listing.one_bookmark(placed, kept, language)])
    return FOUND


def _export(request: Request, words: Sequence[str], language: Language) -> int:
    from content.shelf.exporting.files import ExportFailure, export_to
    from content.shelf.exporting.formats import FORMATS, with_edits

    target = request.value("--output")
    suffix = Path(target).suffix.lower() if target else ""
    by_suffix = next((form.id for form in FORMATS.values() if form.suffix == suffix), "markdown")
    name = request.text("--format") or by_suffix
    if name not in FORMATS:
        raise CommandLineError("usage.format", value=name, formats=", ".join(FORMATS))
    document = open_named(request, words) if words else None
    with _shelf(language) as shelf:
        kept = _kept(shelf, document, words, request, language)
        excerpts = excerpts_of(kept, language)
        with_all = name == "jsonld" and not request.has("--tag")
        edits = _edits(shelf, document, words, language) if with_all else NO_EDITS
        form, count = with_edits(FORMATS[name], edits), len(excerpts) + len(edits)
        if target is None:
            write_text(form.write(excerpts))
            return FOUND if count else NOTHING
        if not count:
            write_lines([phrase(language, "bookmarks.none")])
            return NOTHING
        shown = scrub_line(target)
        try:
            left = export_to(Path(target), form, excerpts, shelf)
        except ExportFailure as failure:
            raise CommandLineError(f"export.{failure.reason}", path=shown, detail=failure.detail) from failure
    done = phrase(language, "export.done", count=count, path=shown)
    write_lines([done, *([phrase(language, "export.left", count=left)] if left else [])])
    return FOUND


def _edits(shelf: Shelf, document: Document | None, words: Sequence[str], language: Language) -> Edits:
    """Return what was changed about names and themes in a document and its earlier versions, or all of it."""
    if document is None:
        return shelf.edits()
    with library_beside(shelf, language) as library:
        return library.edits(document, _path(words))


def _import(request: Request, words: Sequence[str], language: Language) -> int:
    from content.shelf.importing import ImportFailure, read_annotations

    if len(words) != 1:
        raise CommandLineError("usage.import_file")
    name = scrub_line(words[0])
    try:
        data = sys.stdin.buffer.read() if words[0] == STANDARD_INPUT else Path(words[0]).read_bytes()
        read = read_annotations(data)
    except ImportFailure as failure:
        raise CommandLineError(f"import.{failure.reason}", name=name, number=failure.number) from failure
    except (OSError, ValueError) as error:
        detail = (error.strerror if isinstance(error, OSError) else None) or ""
        raise CommandLineError("import.unreadable", name=name, detail=detail) from error
    with _shelf(language) as shelf:
        try:
            added = shelf.import_bookmarks(read.bookmarks, read.edits)
        except ShelfError as error:
            raise not_kept(error, language) from error
    if request.has("--json"):
        write_json({"read": len(read), "added": added})
    else:
        write_lines([phrase(language, "import.done", read=len(read), added=added)])
    return FOUND if read else NOTHING


def _path(words: Sequence[str]) -> str | None:
    """Return the file that is named; None for the edition and for standard input."""
    return os.fspath(words[0]) if words and words[0] != STANDARD_INPUT else None
