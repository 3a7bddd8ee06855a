"""Changes of bookmarks that can be taken back, also where somebody else changed them meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.shelf import bookmarks, notes
from content.shelf.records import Step, now

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from content.shelf.records import Bookmark

_PLACE = ("document", "passage", "start", "end", "quote", "prefix", "suffix", "section")
_FIELDS = (_PLACE, ("note",), ("tags",), ("colour",))  # what is changed together
_ALL = (*_PLACE, "note", "tags", "colour")


def keep(connection: sqlite3.Connection, bookmark: Bookmark) -> Step:
    """Store a bookmark; one that stands there stays, and takes over what it lacks."""
    stood = bookmarks.find_at(connection, bookmark)
    return Step((stood,) if stood else (), (bookmarks.put(connection, bookmark),))


def write(
    connection: sqlite3.Connection, known: Bookmark, wanted: Bookmark, aside: Sequence[str] = ()
) -> Step:
    """Change what differs between a bookmark as the writer knew it and as it is wanted, and nothing else.

    One that somebody else removed comes back; tags that somebody else added stay. A note that the writer did
    not know is kept as a copy, and so are the notes `aside`.
    """
    for note in aside:
        notes.keep_copy(connection, known.id, note)
    present = bookmarks.find(connection, known.id)
    if present is None:
        return keep(connection, wanted) if wanted != known else Step()
    changed = {
        name: getattr(wanted, name)
        for name in ("note", "tags", "colour")
        if getattr(wanted, name) != getattr(known, name)
    }
    contested = "note" in changed and present.note not in (known.note, wanted.note, "")
    if contested:
        notes.keep_copy(connection, known.id, present.note)
    if "tags" in changed:
        others = (tag for tag in present.tags if tag not in known.tags)
        changed["tags"] = tuple(dict.fromkeys((*wanted.tags, *others)))
    if all(getattr(present, name) == value for name, value in changed.items()):
        return Step((present,), (present,))
    stored = bookmarks.change(connection, known.id, **changed)
    return Step((present,), (stored or present,), contested)


def place_again(connection: sqlite3.Connection, identity: str, made: Bookmark) -> Step:
    """Have a bookmark stand where `made` stands, with all that was written about it; empty where it is gone.

    One that stands there stays, and takes over note and tags. The words that were bookmarked are kept as a
    copy where others are from now on.
    """
    known = bookmarks.remove(connection, identity)
    if known is None:
        return Step()
    placed = {name: getattr(made, name) for name in (*_PLACE, "modified")}
    step = keep(connection, replace(known, **placed))
    stored = step.after[0]
    if stored.quote != known.quote:
        notes.keep_copy(connection, stored.id, known.quote)
    return Step((known, *step.before), step.after)


def take_back(connection: sqlite3.Connection, step: Step) -> bool:
    """Take a step back, but for what somebody else changed since; return whether there was nothing such.

    A note that should have come back and did not is kept as a copy.
    """
    before = {each.id: each for each in step.before}
    parts = [_take_back(connection, before.pop(each.id, None), each) for each in step.after]
    for bookmark in before.values():
        if bookmarks.find(connection, bookmark.id) is None:
            bookmarks.put(connection, bookmark)
    return all(parts)


def _take_back(connection: sqlite3.Connection, before: Bookmark | None, left: Bookmark) -> bool:
    """Have one bookmark as it was before, as far as it is still as it was left."""
    present = bookmarks.find(connection, left.id)
    if before is None:
        if present and _said(present) == _said(left):
            bookmarks.remove(connection, left.id)
            return True
        return present is None
    if present is None:
        notes.keep_copy(connection, left.id, before.note)
        return False
    back, whole = present, True
    for names in _FIELDS:
        if _said(before, names) == _said(left, names):
            continue
        if _said(present, names) == _said(left, names):
            back = replace(back, **{name: getattr(before, name) for name in names})
        else:
            whole = False
    if _said(back, _PLACE) == _said(present, _PLACE):
        bookmarks.change(connection, left.id, note=back.note, tags=back.tags, colour=back.colour)
    else:  # where another stands there by now, that one takes over what it lacks
        bookmarks.remove(connection, left.id)
        bookmarks.put(connection, replace(back, modified=now()))
    if before.note not in back.note:
        notes.keep_copy(connection, left.id, before.note)
    return whole


def _said(bookmark: Bookmark, names: Sequence[str] = _ALL) -> tuple[object, ...]:
    """Return what a bookmark says, which is all but its id and when it was made and changed."""
    return tuple(getattr(bookmark, name) for name in names)
