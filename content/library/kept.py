"""What is kept of documents: their bookmarks, each where it stands in the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from content.library.opening import open_document
from content.library.placing import Placed, Placing
from content.library.reopening import open_again
from content.shelf import NO_FILE, Anchor
from content.shelf.records import KeptDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from content.document import Document
    from content.library.library import Library
    from content.shelf import Bookmark, Shelf


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one document, in the order of its text, what is lost last.

    `document` is None where its text is not here: then each is taken to stand where it was made.
    """

    about: KeptDocument
    document: Document | None
    placed: tuple[Placed, ...]

    def only(self, wanted: Callable[[Bookmark], bool]) -> Kept:
        """Return it with some of the bookmarks."""
        return replace(self, placed=tuple(each for each in self.placed if wanted(each.bookmark)))

    def section(self, placed: Placed) -> str:
        """Return the title of the section that a bookmark stands in, of a lost one of that it stood in."""
        if self.document is None or placed.section is None:
            return placed.bookmark.section
        return self.document.sections[placed.section - 1].title

    def passages(self, placed: Placed) -> tuple[int, ...]:
        """Return the numbers of the passages that a bookmark stands in, as far as that can be told."""
        if self.document is None or placed.span is None:
            return (placed.passage,)
        last = self.document.passage_at(max(placed.span.start, placed.span.end - 1)).number
        return tuple(range(placed.passage, last + 1))


def kept_of(document: Document, path: str | None, shelf: Shelf, library: Library | None) -> Kept:
    """Find the bookmarks of a document, which came from the file at `path`, and of its earlier versions."""
    placing = Placing(document, path)
    bookmarks = placing.bookmarks(shelf, library)
    placing.find(placing.placed(bookmarks)[1])
    return Kept(about(document), document, placing.placed(bookmarks)[0])


def about(document: Document) -> KeptDocument:
    """Return what is known of a document without its text."""
    return KeptDocument(
        document.digest,
        document.title,
        document.byline,
        document.source,
        document.date,
        document.edition,
    )


def kept_everywhere(shelf: Shelf, library: Library | None) -> Iterator[Kept]:
    """Find all bookmarks, the document first kept first; files that changed since are read again."""
    waiting = {each.id: each for each in shelf.bookmarks()}
    known = shelf.documents()
    while waiting:
        digest = next(iter(waiting.values())).document
        named = known.get(digest) or KeptDocument(digest, "", (), None, None, edition=False)
        for document, path in _texts(named, library):
            kept = kept_of(document, path, shelf, library).only(lambda each: each.id in waiting)
            for each in kept.placed:
                del waiting[each.bookmark.id]
            if kept.placed:
                yield kept
        rest = [each for each in waiting.values() if each.document == digest]
        if rest:
            yield Kept(named, None, tuple(map(_as_made, rest)))
            for bookmark in rest:
                del waiting[bookmark.id]


def _texts(document: KeptDocument, library: Library | None) -> Iterator[tuple[Document, str | None]]:
    """Yield the texts that a document may have now, with their files: as the reader put them right."""
    if document.edition:
        yield open_document(), None
    elif library:
        entry = library.entry_of(document.digest)
        same = (document.title, document.source)
        others = (each for each in library.entries() if (each.title, each.source) == same)
        for each in [entry] if entry else others:
            opened = open_again(each.digest, each.path or NO_FILE, library)
            if opened:
                yield library.corrected(opened.document, opened.path), opened.path
            present = library.document(each.digest)
            if present and opened and present.digest != opened.document.digest:
                yield present, None  # another text took the place of its file


def _as_made(bookmark: Bookmark) -> Placed:
    return Placed(bookmark, Anchor("ok", bookmark.start, bookmark.end), bookmark.passage, None)
