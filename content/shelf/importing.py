"""Bookmarks and edits read back from what `exporting.annotations` wrote: whole, or refused with a reason."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, TypeAlias

from content.lexicon import ENTITY_KINDS
from content.scrub import scrub, scrub_line
from content.shelf.exporting.annotations import EVERYWHERE, ID, NAME_ID, OWN, SOURCE, THEME_ID
from content.shelf.records import (
    NAME_ACTIONS,
    NO_EDITS,
    Bookmark,
    Edits,
    KeptDocument,
    NameEdit,
    OwnTheme,
    written,
)

ImportReason: TypeAlias = Literal["not_json", "not_annotations", "bad_annotation", "too_many"]

MOST = 100_000
"""So many annotations are taken from one file."""

_IDENTITY = re.compile(r"[0-9a-f]{20,40}\Z")  # as `records.new_id` makes them: shorter ones would not sort
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?\Z", re.ASCII)
_LARGEST = 2**53  # what every reader of JSON agrees on


class ImportFailure(Exception):  # noqa: N818 - ImportError is Python's own
    """A file that is no export of ours; `number` is that of the annotation, 0 for the whole file."""

    def __init__(self, reason: ImportReason, number: int = 0) -> None:
        super().__init__(f"{reason} ({number})" if number else reason)
        self.reason: ImportReason = reason
        self.number = number


@dataclass(frozen=True, slots=True)
class Export:
    """What a file held: bookmarks, each with what is known of its document, and what was changed."""

    bookmarks: tuple[tuple[Bookmark, KeptDocument], ...] = ()
    edits: Edits = NO_EDITS

    def __len__(self) -> int:
        return len(self.bookmarks) + len(self.edits)


def read_annotations(data: bytes) -> Export:
    """Read bookmarks and edits. Raises ImportFailure, having taken none."""
    try:
        page = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ImportFailure("not_json") from None
    items = page.get("items") if isinstance(page, dict) else page
    if not isinstance(items, list):
        raise ImportFailure("not_annotations")
    if len(items) > MOST:
        raise ImportFailure("too_many")
    bookmarks, names, themes = [], [], []
    for number, item in enumerate(items, 1):
        try:
            if item["id"].startswith(NAME_ID):
                names.append(_read_name_edit(item))
            elif item["id"].startswith(THEME_ID):
                themes.append(_read_theme(item))
            else:
                bookmarks.append(_read(item))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError):
            raise ImportFailure("bad_annotation", number) from None
    return Export(tuple(bookmarks), Edits(tuple(names), tuple(themes)))


def _read_name_edit(item: dict[str, Any]) -> NameEdit:
    """Read what was changed about a name; raises one of several errors where it is none of ours."""
    own, target = item[OWN], item["target"]
    action, value = own["action"], _line(item["body"][0]["value"])
    if action not in NAME_ACTIONS or (action in ("kind", "add") and value not in ENTITY_KINDS):
        raise ValueError(action)
    digest = None if target == EVERYWHERE else _matching(_DIGEST, _after(SOURCE, target))
    identity = _matching(_IDENTITY, _after(NAME_ID, item["id"]))
    return NameEdit(identity, digest, action, _line(own["name"]), value, _lines(own["forms"]))


def _read_theme(item: dict[str, Any]) -> OwnTheme:
    """Read a theme; raises one of several errors where it is none of ours."""
    words = tuple(_line(body["value"]) for body in item["body"])
    own = item[OWN]
    return OwnTheme(_line(own["theme"]), _line(own["name"]), words, _moment(item["modified"]))


def _read(item: dict[str, Any]) -> tuple[Bookmark, KeptDocument]:
    """Read one annotation; raises one of several errors where it is none of ours."""
    own, target = item[OWN], item["target"]
    selectors = {each["type"]: each for each in target["selector"]}
    position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = _number(position["start"]), _number(position["end"])
    digest = _matching(_DIGEST, _after(SOURCE, target["source"]))
    if end < start:
        raise ValueError(end)
    bookmark = Bookmark(
        id=_matching(_IDENTITY, _after(ID, item["id"])),
        document=digest,
        passage=max(1, _number(own["passage"])),
        start=start,
        end=end,
        quote=_text(quote["exact"]),
        prefix=_text(quote["prefix"]),
        suffix=_text(quote["suffix"]),
        section=_line(own["section"]),
        note="\n\n".join(_bodies(item, "commenting")),
        tags=tuple(_bodies(item, "tagging")),
        colour=None if own["colour"] is None else _line(own["colour"]),
        created=_moment(item["created"]),
        modified=_moment(item["modified"]),
    )
    document = KeptDocument(
        digest,
        _line(own["title"]),
        _lines(own["byline"]),
        None if own["source"] is None else _line(own["source"]),
        None if own["date"] is None else _line(own["date"]),
        own["edition"] is True,
    )
    return bookmark, document


def _bodies(item: dict[str, Any], purpose: str) -> list[str]:
    return [_text(body["value"]) for body in item["body"] if body["purpose"] == purpose]


def _after(prefix: str, text: str) -> str:
    if not text.startswith(prefix):
        raise ValueError(text)
    return text.removeprefix(prefix)


def _matching(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.match(text):
        raise ValueError(text)
    return text


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise ValueError(value)
    return value


def _text(value: object) -> str:
    """Return a text, scrubbed; U+FEFF inside is no byte order mark."""
    if not isinstance(value, str):
        raise TypeError(value)
    return scrub(f".{value}").text[1:]


def _line(value: object) -> str:
    return scrub_line(_text(value))


def _lines(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):  # of a text each letter would be a line
        raise TypeError(value)
    return tuple(map(_line, value))


def _moment(value: str) -> str:
    """Return a moment as all are kept, so that they sort; without a zone it is UTC."""
    if not _MOMENT.match(value):  # Python takes any character for the T
        raise ValueError(value)
    moment = datetime.fromisoformat(value)
    try:
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # the first or the last day there is
        raise ValueError(value) from None
    return written(moment)
