"""What is kept, as plain records."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias, get_args

from content.scrub import scrub_line

NO_FILE = "-"
"""Stands for the path of a text that has none: only the library has it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A stretch of a text that the reader keeps, with enough of the text to find it again.

    `id` sorts by the moment of its making. `document` is the digest of the text; `passage` a number;
    `start` and `end` are offsets in the document's text in characters, half-open. `quote` is what stood
    there, `prefix` and `suffix` up to 32 characters before and after it, `section` the section's title.
    `colour` is None where the reader chose none. `created` and `modified` are ISO 8601, UTC.
    """

    id: str
    document: str
    passage: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    section: str
    note: str
    tags: tuple[str, ...]
    colour: str | None
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class Place:
    """How far a document was read.

    `document` is the digest of the text; `path` is absolute, None for the bundled edition, `NO_FILE` for a
    text that came through a pipe or was pasted; `offset` counts characters of the text, `progress` is 0
    to 1, `opened` the last visit in ISO 8601, UTC.
    """

    document: str
    title: str
    path: str | None
    offset: int
    progress: float
    opened: str


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """What is known of a document that something was kept of, without its text."""

    digest: str
    title: str
    byline: tuple[str, ...]
    source: str | None
    date: str | None
    edition: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader put right about a document.

    None leaves a field as it was read; an empty one says that there is none.
    """

    title: str | None = None
    byline: tuple[str, ...] | None = None
    source: str | None = None
    date: str | None = None


NameAction: TypeAlias = Literal["rename", "merge", "kind", "hide", "add"]
NAME_ACTIONS: tuple[NameAction, ...] = get_args(NameAction)


@dataclass(frozen=True, slots=True)
class NameEdit:
    """What the reader changed about one name, in a document and its other versions or, with None, everywhere.

    `id` sorts by the moment of its making, which is when it was done: later ones hold over what earlier ones
    made of a text. `name` is what the name was called by then. `value` is what it is called from then on
    (rename), the name that it is another form of (merge), or its kind (kind, add). `forms` are other forms of
    a name that was added.
    """

    id: str
    document: str | None
    action: NameAction
    name: str
    value: str = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTheme:
    """A theme of the reader's, in the place of one of the lexicon where that has its id.

    Without `words` it only hides that one. `modified` is ISO 8601, UTC, "" until it is kept.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Edits:
    """What the reader changed about names, in the order it was done, and the reader's own themes."""

    names: tuple[NameEdit, ...] = ()
    themes: tuple[OwnTheme, ...] = ()

    def __len__(self) -> int:
        return len(self.names) + len(self.themes)


NO_EDITS = Edits()


@dataclass(frozen=True, slots=True)
class NoteCopy:
    """A note, draft or quote of a bookmark that gave way to another; `made` is when, in ISO 8601, UTC."""

    note: str
    made: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What was being written into a note; `at_work` where the window that wrote it may be open still."""

    note: str
    at_work: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One change of bookmarks: those it touched as they were `before`, and as it left them `after`.

    `contested` tells that somebody else had changed the note meanwhile, which was kept as a copy.
    """

    before: tuple[Bookmark, ...] = ()
    after: tuple[Bookmark, ...] = ()
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A choice of the reader: language, theme, glyphs, script, a hint that was seen."""

    key: str
    value: str


def new_id() -> str:
    """Return an id in hexadecimal that sorts behind those of the milliseconds before."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(4)}"


def now() -> str:
    """Return the present moment in ISO 8601, UTC, to the millisecond."""
    return written(datetime.now(UTC))


def later(before: str) -> str:
    """Return the present moment, or the millisecond after another where a clock was ahead of it."""
    present = now()
    if before < present:
        return present
    try:
        return written(datetime.fromisoformat(before).astimezone(UTC) + timedelta(milliseconds=1))
    except (ValueError, OverflowError):  # somebody else wrote something else there
        return present


def written(moment: datetime) -> str:
    """Return a moment of UTC as all are kept, so that they sort."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def words_to_json(words: tuple[str, ...]) -> str:
    """Write tags or names the way they are stored."""
    return json.dumps(words, ensure_ascii=False)


def words_from_json(stored: str) -> tuple[str, ...]:
    """Read stored tags or names back, scrubbed; none where somebody else wrote something else there."""
    try:
        words = json.loads(stored)
    except ValueError:
        return ()
    return (
        tuple(scrub_line(word) for word in words if isinstance(word, str)) if isinstance(words, list) else ()
    )
