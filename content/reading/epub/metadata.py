"""What the package of an EPUB says of the book: title, authors, publisher, date (Dublin Core)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from content.reading.dates import find_date
from content.reading.element_kinds import name_of
from content.reading.metadata import is_medium
from content.reading.names import people
from content.reading.patterns import words
from content.reading.spacing import one_line
from content.reading.titles import full_width_marks
from content.scrub import scrub_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OPF = "{http://www.idpf.org/2007/opf}"
_AUTHORS = ("aut", "", None)
_BEIJING = timezone(timedelta(hours=8))
_LONGEST_NAME = 20
_WRITTEN = re.compile(r"(?<=[\u4e00-\u9fff]{2})\s*(?:编著|編著|著)$")
_HAN = re.compile("[\u3400-\u9fff]")
_BETWEEN = re.compile(r"\s*(?:[;&、]|\band\b)\s*")
_BRACKETS = str.maketrans("〔〕", "[]")


@dataclass(frozen=True, slots=True)
class Book:
    """A book as its package names it; `title` is "" where it does not."""

    title: str
    byline: tuple[str, ...]
    source: str | None
    date: str | None


def read_book(metadata: Element | None) -> Book:
    """Read the metadata: the main title, authors (not translators and editors), publisher and date."""
    elements = list(metadata.iter()) if metadata is not None else []
    refined = _refined(elements)
    named: dict[str, list[Element]] = defaultdict(list)
    for element in elements:
        if element.text and element.text.strip():
            named[name_of(element)].append(element)
    main = [each for each in named["title"] if refined.get((each.get("id"), "title-type")) == "main"]
    source = next((value for each in named["publisher"] if (value := _value(each))), None)
    return Book(
        full_width_marks(next((value for each in main or named["title"] if (value := _value(each))), "")),
        _byline(named["creator"], refined),
        None if source is None or source.casefold() in words("metadata", "nobody") else source,
        _date(named["date"]),
    )


def _refined(elements: list[Element]) -> dict[tuple[str | None, str], str]:
    """Return what `meta refines` of EPUB 3 adds, by the id of the element and the property."""
    return {
        (refines.removeprefix("#"), element.get("property") or ""): (element.text or "").strip()
        for element in elements
        if name_of(element) == "meta" and (refines := element.get("refines"))
    }


def _byline(creators: list[Element], refined: dict[tuple[str | None, str], str]) -> tuple[str, ...]:
    roles = [each.get(f"{_OPF}role") or refined.get((each.get("id"), "role")) for each in creators]
    authors = [each for each, role in zip(creators, roles, strict=True) if role in _AUTHORS]
    return tuple(dict.fromkeys(person for each in authors for person in _people(_value(each))))


def _people(value: str) -> tuple[str, ...]:
    """Return the people of a field that is for nothing else: pen names of any shape are people here."""
    value = _WRITTEN.sub("", value.translate(_BRACKETS))
    if not _HAN.search(value):  # names of people come in several words there
        named = (each.strip() for each in _BETWEEN.split(value))
        return tuple(each for each in named if each and each.casefold() not in words("metadata", "nobody"))
    if found := people(value):
        return found
    nobody = value.casefold() in words("metadata", "nobody") or is_medium(value)
    return () if nobody or not 1 < len(value) <= _LONGEST_NAME else (value,)


def _date(dates: list[Element]) -> str | None:
    """Return the date of publication, not of the file."""
    for event in ("publication", "original-publication", None):
        for each in dates:
            if each.get(f"{_OPF}event") == event and (
                found := find_date(_local(_value(each)), year_alone=True)
            ):
                return found.date
    return None


def _local(value: str) -> str:
    """Give midnight in Beijing its day: it is kept as 16:00 of the day before, in UTC, by book managers."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    if moment.tzinfo is None or moment.utcoffset() or (moment.hour, moment.minute) != (16, 0):
        return value
    return moment.astimezone(UTC).astimezone(_BEIJING).date().isoformat()


def _value(element: Element) -> str:
    return scrub_line(one_line("".join(element.itertext())))
