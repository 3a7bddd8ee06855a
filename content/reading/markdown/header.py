"""What stands above a Markdown text about it: YAML, TOML or JSON, or a translator's comments."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from content.reading.dates import find_date
from content.reading.markdown.tables import keys
from content.reading.metadata import Metadata
from content.reading.names import people
from content.reading.titles import full_width_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_MOST_LINES = 400
_FIELD = re.compile(r"(?P<key>[^\s#:：=\-\[{][^:：=]{0,40}?)\s*[:：=]\s*(?P<value>.*)")
_ITEM = re.compile(r"\s*-\s+(?P<item>.*)|\s+(?P<inner>.*)")
_TABLE = re.compile(r"\[{1,2}[\w.\"-]+\]{1,2}|[\[\]{}],?")  # of TOML, and where its lists and YAML's end
_COMMENT = re.compile(r"\[#\]:\s*(?P<key>\w+):\s*(?P<value>.*)")
_TOLD = ("title", "byline", "source", "date")
_OF_THE_TRANSLATION = ("subject", "publisher")  # the title it had before, and who put it up
_ADDRESS = re.compile(r"[a-z]+://\S+|www\.\S+", re.IGNORECASE)
_TRAILING_COMMENT = re.compile(r"\s#\s.*$")
_QUOTES = "\"'"


@dataclass(frozen=True, slots=True)
class Header:
    """What a header tells; `lines` are its own, `text` is what follows it.

    `by_nobody` is true where it names an author who is no person, and the text signs with the same address.
    """

    told: Metadata
    by_nobody: bool
    lines: tuple[str, ...]
    text: str


def read_header(text: str) -> Header:
    """Divide a text into its header and the rest; without a header all of it is the rest."""
    lines = text.split("\n", _MOST_LINES)
    start = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[start].startswith("{"):
        return _json(text)
    closing = _FENCES.get(lines[start].rstrip())
    if closing is None:
        return _comments(text, lines, start)
    inner = lines[start + 1 : _MOST_LINES]
    end = next((index for index, line in enumerate(inner) if line.rstrip() in closing), None)
    if end is None or not _is_header(inner[:end]):
        return Header(Metadata(), by_nobody=False, lines=(), text=text)
    fields = _toml(inner[:end]) if closing == _FENCES["+++"] else _yaml(inner[:end])
    return _header(fields, inner[:end], "\n".join(lines[start + end + 2 :]))


def _comments(text: str, lines: list[str], start: int) -> Header:
    end = start
    fields: dict[str, list[str]] = {}
    while end < len(lines) and (found := _COMMENT.fullmatch(lines[end].rstrip())):
        if found["key"] not in _OF_THE_TRANSLATION:
            fields[found["key"].lower()] = list(_values(found["value"]))
        end += 1
    return _header(fields, lines[start:end], "\n".join(lines[end:])) if end > start else _header({}, [], text)


def _is_header(lines: list[str]) -> bool:
    return any(map(_FIELD.match, lines)) and all(
        not line.strip()
        or line.lstrip().startswith("#")
        or _FIELD.match(line)
        or _ITEM.match(line)
        or _TABLE.fullmatch(line.strip())
        for line in lines
    )


def _toml(lines: list[str]) -> Mapping[str, list[str]]:
    try:
        told: dict[str, Any] = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return _yaml(lines)
    for table in ("extra", "params"):
        told = (inner if isinstance(inner := told.get(table), dict) else {}) | told
    return {key.lower(): list(_flat(value)) for key, value in told.items()}


def _json(text: str) -> Header:
    start = text.index("{")
    try:
        told, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return _header({}, [], text)
    fields = {key.lower(): list(_flat(value)) for key, value in told.items()}
    behind = text[end:].partition("\n")
    if behind[0].strip() or not any(key in keys(field) for key in fields for field in _TOLD):
        return _header({}, [], text)
    return _header(fields, text[start:end].split("\n"), behind[2])


def _flat(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        named = each.get("name") if isinstance(each, dict) else each
        if isinstance(named, str | int | date):
            yield str(named)


def _yaml(lines: list[str]) -> Mapping[str, list[str]]:
    """Read the few forms of YAML that headers are written in: values, lists, a name within an author."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if found := _FIELD.match(line):
            values = fields.setdefault(found["key"].strip(_QUOTES).lower(), [])
            values += _values(found["value"])
        elif found := _ITEM.match(line):
            item = (found["item"] or found["inner"] or "").strip()
            inner = _FIELD.match(item)
            if inner is None or inner["key"].lower() == "name":
                values += _values(inner["value"] if inner else item)
    return fields


def _values(written: str) -> Iterator[str]:
    written = written.strip()
    if written[:1] not in (*_QUOTES, "["):
        written = _TRAILING_COMMENT.sub("", written)
    if written[:1] == "[" and written[:2] != "[[" and written[-1:] == "]":
        for each in written[1:-1].split(","):
            yield from _values(each)
        return
    if written[:1] in (*_QUOTES,) and (end := written.rfind(written[0], 1)) > 0:
        written = written[1:end].replace('\\"', '"').replace("''", "'")
    written = written.removeprefix("[[").removesuffix("]]").rpartition("|")[2].strip()
    if written and written not in (">", "|", ">-", "|-", "null", "~"):
        yield written


def _header(fields: Mapping[str, list[str]], lines: Iterable[str], text: str) -> Header:
    def first(field: str) -> str | None:
        return next((value for key, values in fields.items() if key in keys(field) for value in values), None)

    writers = [value for key, values in fields.items() if key in keys("byline") for value in values]
    named = tuple(dict.fromkeys(each for value in writers for each in _named(value)))
    medium = first("source")
    dates = [
        find_date(value, year_alone=True) for key in fields if key in keys("date") for value in fields[key]
    ]
    told = Metadata(
        title=full_width_marks(title) if (title := first("title")) else None,
        byline=named,
        source=None if medium is None or _ADDRESS.search(medium) else medium,
        date=next((found.date for found in dates if found), None),
    )
    return Header(
        told,
        any(_is_nobody(value) and _signs(value, text) for value in writers),
        tuple(line for line in map(str.strip, lines) if line),
        text,
    )


def _named(value: str) -> tuple[str, ...]:
    return () if _is_nobody(value) else people(_ADDRESS.sub("", value))


def _signs(value: str, text: str) -> bool:
    """Tell whether the address in a value stands in the text too: whoever signs there is the same."""
    address = _ADDRESS.search(value)
    return bool(address and address[0] in text)


def _is_nobody(value: str) -> bool:
    return bool(set(_ADDRESS.sub("", value).lower().split()) & keys("nobody"))
