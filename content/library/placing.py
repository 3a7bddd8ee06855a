"""Bookmarks of a document and of its earlier versions, each where it stands in the text as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from content.document import Span
from content.library.versions import is_version
from content.shelf import Anchor, Anchoring

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.document import Document
    from content.library.library import Library
    from content.shelf import Bookmark, Shelf

_Key: TypeAlias = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A bookmark, and where it is; `passage` is the number of the passage in which it begins there.

    Of one that is lost it is that of the text in which it was made, and `section` is None.
    """

    bookmark: Bookmark
    anchor: Anchor
    passage: int
    section: int | None

    @property
    def span(self) -> Span | None:
        """Where it is; None where it is lost."""
        return None if self.anchor.state == "lost" else Span(self.anchor.start, self.anchor.end)


class Placing:
    """Finds bookmarks in one document, which came from the file at `path`; what was found is remembered.

    `find` may be called in another thread than `placed`.
    """

    def __init__(self, document: Document, path: str | None) -> None:
        self.document = document
        self._path = path
        self._versions: dict[str, bool] = {}
        self._anchorings: dict[str, Anchoring] = {}
        self._found: dict[_Key, Anchor] = {}

    def bookmarks(self, shelf: Shelf, library: Library | None) -> tuple[Bookmark, ...]:
        """Read the bookmarks of the document and those of its earlier versions, one version after the other.

        Those of an earlier edition of the bundled text count as such too.
        """
        document = self.document
        read = list(shelf.bookmarks(document.digest))
        if document.edition:
            known = shelf.documents().values()
            earlier = [each.digest for each in known if each.edition and each.digest != document.digest]
        else:
            earlier = library.earlier(document, self._path) if library else []
        for digest in earlier:
            some = shelf.bookmarks(digest)
            if some and (document.edition or library is None or self._is_version(digest, library)):
                read += some
        return tuple(read)

    def _is_version(self, digest: str, library: Library) -> bool:
        """Tell whether an earlier text of the same file is this document's, and not another's."""
        known = self._versions.get(digest)
        if known is None:
            before = library.as_read(digest)
            known = before is None or is_version(before, self.document, same_file=True)
            self._versions[digest] = known
        return known

    def placed(self, bookmarks: Iterable[Bookmark]) -> tuple[tuple[Placed, ...], tuple[Bookmark, ...]]:
        """Return those found by now in the order of the text, lost ones last; and those still to be found."""
        found, unknown = [], []
        for bookmark in bookmarks:
            anchor = self._found.get(_key(bookmark)) or self._as_it_was(bookmark)
            if anchor:
                found.append(self._placed(bookmark, anchor))
            else:
                unknown.append(bookmark)
        found.sort(key=_reading_order)
        return tuple(found), tuple(unknown)

    def find(self, bookmarks: Sequence[Bookmark]) -> None:
        """Find bookmarks, so that `placed` knows them; those of one version are given in its order."""
        for bookmark in bookmarks:
            version = bookmark.document
            anchoring = self._anchorings.setdefault(version, Anchoring(self.document.text))
            self._found[_key(bookmark)] = anchoring.attach(bookmark)

    def _as_it_was(self, bookmark: Bookmark) -> Anchor | None:
        """Return where a bookmark of this very text is: where it was made."""
        if bookmark.document != self.document.digest:
            return None
        if not self.document.text.startswith(bookmark.quote, bookmark.start):
            return None  # taken over from elsewhere, damaged
        return Anchor("ok", bookmark.start, bookmark.start + len(bookmark.quote))

    def _placed(self, bookmark: Bookmark, anchor: Anchor) -> Placed:
        if anchor.state == "lost":
            return Placed(bookmark, anchor, bookmark.passage, None)
        passage = self.document.passage_at(anchor.start)
        return Placed(bookmark, anchor, passage.number, passage.section)


def _key(bookmark: Bookmark) -> _Key:
    return bookmark.id, bookmark.document, bookmark.start, bookmark.end


def _reading_order(placed: Placed) -> tuple[bool, int, int, str]:
    anchor, bookmark = placed.anchor, placed.bookmark
    lost = anchor.state == "lost"
    return lost, bookmark.start if lost else anchor.start, anchor.end, bookmark.id
