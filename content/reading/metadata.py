"""What the lines around a title say of a text: who wrote it, which medium made it, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from content.reading.dates import find_date
from content.reading.lines import SENTENCE_ENDS
from content.reading.names import looks_like_a_name, people
from content.reading.patterns import one_of, shape, words

_LONGEST = 80
_LONGEST_ACCOUNT = 20
_LONGEST_VALUE = 40
_SHORTEST_MEDIUM = 3  # characters: 晚报 alone is any
_CLOCK = re.compile(r"\d[:：]\d\d")
_DATE = "\0"  # stands where the date was: no text that was scrubbed holds it


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one line, or several, tell of a text; `account` is a name without a label beside a date."""

    title: str | None = None
    byline: tuple[str, ...] = ()
    source: str | None = None
    date: str | None = None
    account: str | None = None

    def __or__(self, other: Metadata) -> Metadata:
        """Fill what is not known yet with what another line tells."""
        return Metadata(
            self.title or other.title,
            self.byline or other.byline,
            self.source or other.source,
            self.date or other.date,
            self.account or other.account,
        )


def read_metadata(line: str) -> Metadata | None:
    """Read a line that tells nothing but metadata: labelled values, a date, a medium's signature.

    Returns None for any other line, so for each line of an article.
    """
    if len(line) > _LONGEST or any(mark in line for mark in SENTENCE_ENDS):
        return None
    if made := shape("metadata", "maker").fullmatch(line):
        return Metadata(source=made["maker"])
    if reprinted := shape("metadata", "reprint").fullmatch(line):
        return Metadata(byline=people(reprinted["author"] or ""), source=reprinted["maker"])
    if (signed := shape("metadata", "original").fullmatch(line)) and _signs(signed["author"]):
        return Metadata(
            byline=tuple(filter(looks_like_a_name, people(signed["author"]))), source=signed["maker"]
        )
    for signature in ("author", "reporter"):
        if (written := shape("metadata", signature).fullmatch(line)) and (
            byline := people(written["author"])
        ):
            return Metadata(byline=byline)
    rest = _counts().sub("  ", line)
    if found := find_date(rest):
        rest = _dated().sub(_DATE, rest[: found.span.start] + _DATE + rest[found.span.end :])
    labels = list(_labels().finditer(rest))
    alone = _account(rest[: labels[0].start()] if labels else rest)
    if alone is None or (alone and not found) or not (found or labels):
        return None
    if alone and rest.startswith(_DATE) and not _CLOCK.search(line) and not any(map(_signs, alone.split())):
        return None  # 3月5日 晴: a day and what was on it
    told = _signed(alone) | Metadata(date=found.date if found else None)
    ends = [*(label.start() for label in labels[1:]), len(rest)]
    for label, end in zip(labels, ends, strict=False):
        value = rest[label.end() : end].replace(_DATE, " ").strip(" \t\u3000|｜丨/／·,，、()（）")
        asks = label["label"].endswith(("记者", "記者")) and not any(map(looks_like_a_name, people(value)))
        if asks or len(value) > _LONGEST_VALUE:  # an interview names who asks in the same form
            return None
        told |= _labelled(label["label"], value)
    return told


def is_medium(account: str) -> bool:
    """Tell whether an account carries the name of a medium, such as 某某日报."""
    return any(account.endswith(ending) for ending in words("metadata", "media"))


def medium_before(office: str | None) -> str | None:
    """Return the medium before a reporter's office: 望潮晚报 of 望潮晚报 记者; 本报 names none."""
    name = (office or "").strip("《》")
    return name if len(name) >= _SHORTEST_MEDIUM and name[0] not in "本我该該" and is_medium(name) else None


def _signs(name: str) -> bool:
    return is_medium(name) or looks_like_a_name(name)


def _signed(account: str) -> Metadata:
    """Read what stands beside a date without a label: an account, or a writer and the medium."""
    names = account.split()
    media = [name for name in names if is_medium(name)]
    if len(names) > 1 and media:
        writers = (name for name in names if name not in media)
        return Metadata(byline=tuple(filter(looks_like_a_name, writers)), account=media[-1])
    return Metadata(account=account or None)


def _labelled(label: str, value: str) -> Metadata:
    for field in ("byline", "source", "title"):
        if label in words("metadata", field):
            break
    else:
        return Metadata()
    if not value or value.casefold() in words("metadata", "nobody"):
        return Metadata()
    if field == "byline":
        named = people(value)
        media = [name for name in named if is_medium(name)]
        if media == list(named):  # the medium itself wrote it
            return Metadata(byline=named)
        return Metadata(
            byline=tuple(name for name in named if name not in media), account=next(iter(media), None)
        )
    return Metadata(title=value) if field == "title" else Metadata(source=_medium(value))


def _medium(value: str) -> str | None:
    """Return a medium out of its marks and without the account behind it: 《望潮日报》（ID：wangchao）."""
    return re.split(r"[（(]", value, maxsplit=1)[0].strip('「」『』《》“”" ') or None


def _account(rest: str) -> str | None:
    """Return what a line has beside its date, "" for nothing; None where it is more than an account.

    What touches the date, as in 11月28日大会, is no account: the line speaks of that day.
    """
    known = (
        words("chrome", "buttons") | words("chrome", "everyday") | words("metadata", "roles") | {"", _DATE}
    )
    tokens = [token for token in re.split(r"[\s|｜丨︱/／·,，()（）]+", rest) if token not in known]
    if any(_DATE in token for token in tokens):
        return None
    account = " ".join(tokens)
    return account if len(tokens) <= 2 and len(account) <= _LONGEST_ACCOUNT else None


@cache
def _labels() -> re.Pattern[str]:
    every = "|".join(one_of("metadata", key) for key in ("byline", "source", "date", "title", "other"))
    before = rf"(?:(?<=^)|(?<=[\s{_DATE}|｜丨︱/／·,，(（【\[]))"
    return re.compile(rf"{before}(?P<label>{every})\s*[:：|｜丨︱/／]\s*")


@cache
def _counts() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=\s))(?:{shape('chrome', 'counts').pattern})(?=\s|$)")


@cache
def _dated() -> re.Pattern[str]:
    # With the word for its being published before or behind it: 发布于2019-04-17.
    return re.compile(
        rf"(?:{one_of('metadata', 'date')}\s*[:：]?\s*)?{_DATE}(?:\s*(?:发布|发表|更新|發布|發表)"
        r"(?:[于於][\u4e00-\u9fff]{2,6}(?!\S))?)?"
    )
