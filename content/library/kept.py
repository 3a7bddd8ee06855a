"""What is kept of documents: their bookmarks, each where it stands in the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from content.library.elsewhere import is_named_alike, stands_in
from content.library.opening import open_document
from content.library.placing import Placed, Placing
from content.library.reopening import open_again
from content.library.versions import is_version
from content.shelf import NO_FILE, Anchor
from content.shelf.records import KeptDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from content.document import Document
    from content.library.library import Library
    from content.library.records import Entry
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
    return Kept(about(document), document, _found(placing, placing.bookmarks(shelf, library)))


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


def kept_as_made(shelf: Shelf) -> Iterator[Kept]:
    """Return all bookmarks where they were made, the document first kept first: that takes no time."""
    known = shelf.documents()
    for digest, bookmarks in _by_text(shelf).items():
        yield Kept(_named(digest, known), None, tuple(map(_as_made, bookmarks)))


def kept_everywhere(shelf: Shelf, library: Library | None, *, anew: bool = True) -> Iterator[Kept]:
    """Find all bookmarks, the document first kept first; `anew`, files that changed since are read again."""
    waiting, known = _by_text(shelf), shelf.documents()
    entries = library.entries() if library else ()
    while waiting:
        digest = next(iter(waiting))
        named = _named(digest, known)
        together = _versions(named, known, library)
        for document, path in _texts(named, entries, library, anew=anew):
            mine = [
                each
                for each in together
                if each in waiting and _is_of(document, each, waiting[each], library)
            ]
            bookmarks = [bookmark for each in mine for bookmark in waiting.pop(each)]
            if bookmarks:
                yield Kept(about(document), document, _found(Placing(document, path), bookmarks))
        if digest in waiting:
            yield Kept(named, None, tuple(map(_as_made, waiting.pop(digest))))


def _by_text(shelf: Shelf) -> dict[str, list[Bookmark]]:
    """Return all bookmarks by the digest of the text in which they were made."""
    by_text: dict[str, list[Bookmark]] = {}
    for bookmark in shelf.bookmarks():
        by_text.setdefault(bookmark.document, []).append(bookmark)
    return by_text


def _named(digest: str, known: Mapping[str, KeptDocument]) -> KeptDocument:
    return known.get(digest) or KeptDocument(digest, "", (), None, None, edition=False)


def _versions(
    document: KeptDocument, known: Mapping[str, KeptDocument], library: Library | None
) -> Collection[str]:
    """Return the digests of texts that may be versions of the same document, its own among them."""
    if document.edition:
        return [digest for digest, each in known.items() if each.edition]
    return {document.digest, *(library.versions(document.digest) if library else ())}


def _is_of(document: Document, digest: str, bookmarks: Sequence[Bookmark], library: Library | None) -> bool:
    """Tell whether bookmarks of the text with that digest are of a document, as they are when it is shown."""
    if document.edition or digest == document.digest:
        return True
    before = library.as_read(digest) if library else None
    return is_version(before, document, same_file=True) if before else stands_in(document, bookmarks)


def _texts(
    document: KeptDocument, entries: Iterable[Entry], library: Library | None, *, anew: bool
) -> Iterator[tuple[Document, str | None]]:
    """Yield the texts that a document may have now, with their files: as the reader put them right."""
    if document.edition:
        yield open_document(), None
    elif library:
        entry = library.entry_of(document.digest)
        for each in [entry] if entry else [each for each in entries if is_named_alike(each, document)]:
            opened = open_again(each.digest, each.path or NO_FILE, library) if anew else None
            if opened:
                yield library.corrected(opened.document, opened.path), opened.path
            if opened is None or opened.document.digest != each.digest:
                present = library.document(each.digest)  # another text may be in its file
                if present:
                    yield present, None if opened else each.path


def _found(placing: Placing, bookmarks: Sequence[Bookmark]) -> tuple[Placed, ...]:
    """Find bookmarks in the text of a document."""
    placing.find(placing.placed(bookmarks)[1])
    return placing.placed(bookmarks)[0]


def _as_made(bookmark: Bookmark) -> Placed:
    return Placed(bookmark, Anchor("ok", bookmark.start, bookmark.end), bookmark.passage, None)
