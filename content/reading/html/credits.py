"""Who wrote a page's article, which medium brought it, and when: from its lines, its classes, its head."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from content.reading.chrome import is_chrome, is_everyday_button
from content.reading.dates import find_date
from content.reading.html.blocks import inline_text
from content.reading.html.head import whole_date
from content.reading.lines import SENTENCE_ENDS
from content.reading.metadata import Metadata, is_medium, medium_before, read_metadata
from content.reading.names import is_chinese_name, looks_like_a_name, people
from content.reading.patterns import one_of, shape, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from content.reading.html.blocks import Block
    from content.reading.html.head import Head
    from content.reading.html.tree import Element

_LONGEST_LINE = 160
_LONGEST_NAME = 40
_LONGEST_SIGNATURE = 48
_LONGEST_MEDIUM = 24
_WHOLE_DATE = len("2018-11-28")
_NOT_A_NAME = re.compile(r"[@{}<>$%/\\#=]|https?:|www\.|\.(?:com|cn|net|org)\b", re.IGNORECASE)
_SPREAD = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_COLONS = ":：|｜丨︱/／"
_PUNCTUATION = " \t\u3000|｜丨︱/／·,，、:：()（）[]【】"
_TWO = re.compile(r"(?P<one>[^\s/／|｜丨︱]{2,12})\s*[/／|｜丨︱]\s*(?P<other>[^\s/／|｜丨︱]{2,12})")
_LATIN_TAIL = re.compile(r"(?<=[\u4e00-\u9fff]{3})\s+[A-Za-z][\w .&'-]*$")


def read_line(block: Block) -> Metadata:
    """Read a line near a title: labelled values in any order, a signature, a date."""
    text = block.spaced
    if len(text) > _LONGEST_LINE:
        return Metadata()
    told = _labelled(text) | signature(text)
    if len(text) <= _LONGEST_LINE // 2:
        told |= read_metadata(text) or Metadata()
    if told.account and shape("pages", "no_account").search(told.account):
        told = replace(told, account=None)
    found = find_date(text)
    told |= _two(
        text[: found.span.start] + text[found.span.end :] if found else text, dated=found is not None
    )
    told |= Metadata(
        date=found.date if found and (len(found.date) == _WHOLE_DATE or _is_clocked(text)) else None
    )
    if shape("pages", "media").fullmatch(text) and not is_chrome(text):
        told |= Metadata(account=text)
    return Metadata(byline=told.byline, source=told.source, date=told.date, account=told.account)


def _two(text: str, *, dated: bool) -> Metadata:
    """Read a person and a medium with a stroke between them: 林舟/望潮晚报, 望潮快訊／林舟 2019-04-17."""
    found = _TWO.fullmatch(text.strip(_PUNCTUATION))
    for person, other in ((found["one"], found["other"]), (found["other"], found["one"])) if found else ():
        if looks_like_a_name(person) and not is_medium(person) and (is_medium(other) or dated):
            return Metadata(byline=(person,), account=other if is_medium(other) else None)
    return Metadata()


def _is_clocked(text: str) -> bool:
    return ":" in text.replace("：", ":")


def signature(line: str) -> Metadata:
    """Read a line that is nothing but somebody's signature: 本报记者 林舟 临川报道, （记者 林舟）, 文｜林舟.

    Nothing is told where no name in it looks like one.
    """
    bare = line.strip("()（）[]【】 　")
    if len(bare) > _LONGEST_SIGNATURE or any(mark in bare for mark in SENTENCE_ENDS):
        return Metadata()
    found = shape("pages", "signature").fullmatch(bare)
    byline = _named(found["author"]) if found else ()
    return Metadata(byline=byline, account=medium_before(found["medium"])) if found and byline else Metadata()


def origin(line: str) -> Metadata:
    """Read a line that tells where an article was first: 本文来自某某公众号“望潮商业”，作者：林舟."""
    found = shape("pages", "origin").search(line)
    told = _labelled(line)
    return Metadata(byline=told.byline, source=told.source or (medium(found["origin"]) if found else None))


def in_office(lines: Sequence[Block]) -> Metadata | None:
    """Read a name with its office on the line below, 林舟 and 望潮网记者; None for other lines."""
    if len(lines) < 2 or not is_chinese_name(lines[0].text):
        return None
    office = shape("pages", "offices").fullmatch(lines[1].text)
    return Metadata(byline=(lines[0].text,)) if office else None


def dateline(paragraph: str) -> tuple[str, ...]:
    """Return the reporters that an agency's first or last sentence names: 临川11月28日电（记者林舟）."""
    found = shape("pages", "dateline").search(paragraph)
    return _named(found["author"] or found["wire"] or found["last"] or found["first"]) if found else ()


def signed_below(paragraph: str) -> tuple[str, ...]:
    """Return the names that stand alone in brackets behind an article's last sentence: （林舟）."""
    found = shape("pages", "signed_below").search(paragraph)
    named = (found["names"] or found["alone"]).split() if found else []
    return tuple(named) if all(map(looks_like_a_name, named)) else ()


def read_classes(elements: Iterable[Element]) -> Metadata:
    """Read elements whose class, `rel` or `itemprop` says that they hold a writer, a medium or a date."""
    told = Metadata()
    for element in elements:
        names = element.names
        if element.tag == "time":
            told |= Metadata(date=_time(element))
        writer = (
            element.tag == "address"
            or names & words("pages", "authors")
            or "author" in (element.get("rel"), element.get("itemprop"))
        )
        if not writer and not names & words("pages", "sources") and not _is_account(names):
            continue
        text = inline_text(element)
        if not text or len(text) > _LONGEST_NAME:
            continue
        if writer:
            labelled = _labelled(text)
            first = _first_piece(element)
            byline = labelled.byline or _named(text) or _named(first) or _alone(text)
            account = None if byline or labelled.source or is_chrome(text) else medium(first)
            told |= Metadata(byline=byline, source=labelled.source, account=account)
        else:
            told |= Metadata(source=_labelled(text).source or medium(_first_piece(element)))
    return told


def _first_piece(element: Element) -> str:
    return next((each.strip() for each in element.walk() if isinstance(each, str) and each.strip()), "")


def _time(element: Element) -> str | None:
    """Return the date of a `time`: as its reader sees it, else as its attribute says."""
    for value in (inline_text(element), element.get("datetime")):
        if value and (told := whole_date(value)):
            return told
    return None


def _is_account(names: frozenset[str]) -> bool:
    return "nickname" in names and bool(names & words("pages", "accounts"))


def read_authors(head: Head) -> tuple[str, ...]:
    """Return the people whom the head names; media, accounts, addresses and template values are none."""
    for told in head.authors:
        if not _NOT_A_NAME.search(told) and told not in head.sites and (named := _named(told)):
            return named
    return ()


def editors(lines: Iterable[str]) -> frozenset[str]:
    """Return those who are named as editors, and whom a page's head may call its authors: 责任编辑：林舟."""
    found = (shape("pages", "editors").search(line) for line in lines if len(line) <= _LONGEST_LINE)
    return frozenset(name for each in found if each for name in people(each["names"]))


def medium(value: str) -> str | None:
    """Return the name of a medium, None for what is none: an address, 网络, a date, a sentence."""
    value = shape("pages", "beside_media").sub("", _label().sub("", value.strip()))
    value = _unquoted(re.split(r"[（(|｜]", value, maxsplit=1)[0].strip(_PUNCTUATION))
    value = _LATIN_TAIL.sub("", value)
    if not value or len(value) > _LONGEST_MEDIUM or _NOT_A_NAME.search(value) or find_date(value):
        return None
    if ":" in value or "：" in value or not any(map(str.isalpha, value)):
        return None
    if value.casefold() in words("metadata", "nobody") or any(mark in value for mark in SENTENCE_ENDS):
        return None
    return value


def _unquoted(value: str) -> str:
    """Take a name out of its marks; those within it stay: 望潮网-《望潮日报》."""
    bare = value.strip('「」『』《》“”"')
    return value if any(mark in bare for mark in "「」『』《》“”") else bare


def _named(value: str) -> tuple[str, ...]:
    """Return the people in a value that nothing but its place calls names."""
    value = re.sub(rf"^.*?(?<![\u4e00-\u9fff]){one_of('metadata', 'byline')}\s*[:：|｜丨/／]\s*", "", value)
    value = re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    value = _SPREAD.sub(r"\1\2", value)
    value = re.split(rf"[/／丨|｜]?\s*{one_of('pages', 'reports')}$", value, maxsplit=1)[0]
    found = [each for each in people(value) if looks_like_a_name(each)]
    return tuple(each for each in found if not (each.isascii() and " " not in each) and not is_medium(each))


def _alone(text: str) -> tuple[str, ...]:
    """Return the one person that an element for the writer holds, if nothing else stands in it."""
    if is_chrome(text) or is_everyday_button(text):
        return ()
    found = people(text)
    return found if found == (text,) and not text.isascii() and not is_medium(text) else ()


def _labelled(text: str) -> Metadata:
    """Read the labels in a line and what stands behind each of them up to the next, or to a wide gap."""
    told = Metadata()
    labels = list(_labels().finditer(text))
    for label, following in zip_longest(labels, labels[1:]):
        value = text[label.end() : following.start() if following else len(text)].strip(_PUNCTUATION)
        if found := find_date(value):
            value = value[: found.span.start].strip(_PUNCTUATION)
        if label["byline"]:
            value = re.split(r"[|｜\s\u3000]{2,}|[|｜]", value, maxsplit=1)[0]
            told |= Metadata(
                byline=_signed(value) if label["byline"].strip()[-1] in _COLONS else _named(value)
            )
        elif label["source"]:
            told |= Metadata(source=medium(re.split(r"[\s\u3000|｜]", value, maxsplit=1)[0]))
    return told


def _signed(value: str) -> tuple[str, ...]:
    """Return the people behind a label; a pen name is one where nothing else looks like a name."""
    if _NOT_A_NAME.search(value) or len(value) > _LONGEST_NAME:
        return ()
    named = tuple(each for each in people(value) if not is_medium(each))
    return tuple(filter(looks_like_a_name, named) if " " in value else named) or named


@cache
def _label() -> re.Pattern[str]:
    every = "|".join(one_of("metadata", key) for key in ("source", "date", "other"))
    return re.compile(rf"^(?:{every})\s*[:：]\s*")


@cache
def _labels() -> re.Pattern[str]:
    colon = r"\s*[:：|｜丨︱/／]\s*"
    byline, source = (one_of("metadata", key) for key in ("byline", "source"))
    others = "|".join(one_of("metadata", key) for key in ("other", "date", "title"))
    return re.compile(
        rf"(?<![\u4e00-\u9fffA-Za-z])(?:(?P<byline>{byline}{colon}|作者(?![简簡介单單系是为為])(?=[\s\u4e00-\u9fff]))"
        rf"|(?P<source>{source}{colon}|(?:来源|來源)(?:于|於|自)?(?=[\sA-Za-z\u4e00-\u9fff]))"
        rf"|(?P<other>(?:{others}){colon}))"
        rf"|(?P<late>责任编辑|責任編輯)\s*[:：]\s*"
    )
