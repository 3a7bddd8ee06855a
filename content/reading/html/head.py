"""What a page says of itself where readers do not look: its head, its linked data, its scripts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from content.reading.dates import find_date
from content.reading.patterns import listed
from content.scrub import scrub_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.reading.html.tree import Element

_CHINA = timezone(timedelta(hours=8))
_OLDEST = 1994  # in years: no page is older
_LONGEST = 300  # in characters, of a title
_LARGEST_JSON = 500_000  # in characters
_DEEPEST_JSON = 60

# A page made by a script has its date there: `var publish_time = "2018-11-28"`, `ct = "1543363200"`.
_SCRIPT_DATE = re.compile(
    r"""\b(?:publish_?time|pub_?time|pub_?date|publish_?date|create_?time|date_?published|ct)["']?\s*[:=]\s*["']"""
    r"""(?P<date>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}|\d{10}(?:\d{3})?)\b""",
    re.IGNORECASE,
)
_JSON_DATE = re.compile(r'"(?:datePublished|pubDate|upDate)"\s*:\s*"([^"]{8,40})"')
_JSON_HEADLINE = re.compile(r'"(?:headline|title)"\s*:\s*"((?:[^"\\]|\\.){2,200})"')
_JSON_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.){2,40})"')
_JSON_PUBLISHER = re.compile(r'"publisher"\s*:\s*[\[{][^\]}]*?"name"\s*:\s*"((?:[^"\\]|\\.){2,40})"')


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself, unjudged; the first of each is the most to be trusted."""

    titles: tuple[str, ...]
    authors: tuple[str, ...]
    sites: tuple[str, ...]
    date: str | None
    script_date: str | None
    language: str


def read_head(root: Element) -> Head:
    """Collect what the head, the linked data and the scripts of a page say."""
    metas: dict[str, str] = {}
    for meta in root.all("meta"):
        for name in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if name and (value := _clean(meta.get("content"))):
                metas.setdefault(name.lower(), value)
    scripts = list(root.all("script"))
    linked = _Linked()
    for script in scripts:
        if "ld+json" in script.get("type").lower():
            linked.read(_source(script))

    def told(key: str) -> list[str]:
        return [metas[name] for name in listed("pages", key) if name in metas]

    title = next((element.text() for element in root.all("title")), "")
    dates = [*told("head_dates"), *linked.dates]
    return Head(
        titles=tuple(
            each[:_LONGEST] for each in [*linked.titles, *told("head_titles"), _clean(title)] if each
        ),
        authors=(*linked.authors, *told("head_authors")),
        sites=(*told("head_sites"), *linked.sites),
        date=next(filter(None, map(whole_date, dates)), None),
        script_date=next(filter(None, (_script_date(_source(script)) for script in scripts)), None),
        language=root.get("lang") or metas.get("content-language", ""),
    )


class _Linked:
    """Linked data (JSON-LD): schema.org's words for an article, in objects nested in any way."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.authors: list[str] = []
        self.sites: list[str] = []
        self.dates: list[str] = []

    def read(self, source: str) -> None:
        if len(source) > _LARGEST_JSON:
            return
        try:
            told = json.loads(source, strict=False)
        except (ValueError, RecursionError):  # comments and trailing commas are common
            for into, pattern in (
                (self.titles, _JSON_HEADLINE),
                (self.authors, _JSON_AUTHOR),
                (self.sites, _JSON_PUBLISHER),
                (self.dates, _JSON_DATE),
            ):
                into.extend(_clean(found) for found in pattern.findall(source)[:1])
            return
        for each in _objects(told):
            self._read_object(each)

    def _read_object(self, told: dict[str, Any]) -> None:
        self.titles += _strings(told.get("headline"))
        if "pubDate" in told or "datePublished" in told:
            self.titles += _strings(told.get("title"))
        self.authors += _names(told.get("author"), person=True)
        self.sites += _names(told.get("publisher"), person=False)
        self.dates += _strings(told.get("datePublished")) + _strings(told.get("pubDate"))


def _objects(told: Any) -> Iterator[dict[str, Any]]:
    waiting = [(told, 0)]
    while waiting:
        each, depth = waiting.pop()
        if depth > _DEEPEST_JSON:
            continue
        if isinstance(each, dict):
            yield each
            waiting.extend((value, depth + 1) for value in each.values())
        elif isinstance(each, list):
            waiting.extend((value, depth + 1) for value in reversed(each))


def _strings(value: Any) -> list[str]:
    return [_clean(value)] if isinstance(value, str) and value.strip() else []


def _names(value: Any, *, person: bool) -> list[str]:
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            if not (person and "Organization" in str(each.get("@type"))):
                names += _strings(each.get("name"))
        elif person:
            names += _strings(each)
    return names


_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")


def _clean(text: str) -> str:
    return " ".join(scrub_line(_MARKUP.sub("", text) if "<" in text else text).split())


def _source(script: Element) -> str:
    return "".join(node for node in script.children if isinstance(node, str))


def whole_date(value: str) -> str | None:
    """Return a date that a page states for machines, as China's clocks had it; None where it is not whole."""
    if re.fullmatch(r"\d{10}(?:\d{3})?", value):
        return _of_seconds(value)
    if re.fullmatch(r"(?:19|20)\d{6}", value):
        value = f"{value[:4]}-{value[4:6]}-{value[6:]}"
    if re.search(r"T\d\d:\d\d(?::[\d.]+)?(?:Z|\+00:?00)$", value):  # universal time: readers write China's
        try:
            moment = datetime.fromisoformat(re.sub(r"\.\d+", "", value).replace("Z", "+00:00"))
        except ValueError:
            return None
        try:
            return moment.astimezone(_CHINA).date().isoformat()
        except OverflowError:
            return None
    found = find_date(value)
    return found.date if found and len(found.date) == len("2018-11-28") else None


def _script_date(source: str) -> str | None:
    found = _SCRIPT_DATE.search(source)
    return whole_date(found["date"]) if found else None


def _of_seconds(value: str) -> str | None:
    moment = datetime.fromtimestamp(int(value[:10]), UTC).astimezone(_CHINA)
    return moment.date().isoformat() if moment.year > _OLDEST else None
