"""What the commands print without `--json`: calm listings, aligned by cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commandline.layout import columns, emphasised, fit, hanging, width, wrapped
from tui.commandline.records import inside
from tui.commandline.words import phrase, ranges
from tui.search_words import problem_key
from tui.strings import say, say_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.names import NameFinding
    from content.document import Document, Section
    from content.library.kept import Kept
    from content.library.placing import Placed
    from content.library.records import Entry
    from content.search.hits import Hit, Result
    from content.shelf import KeptDocument
    from tui.strings import Language

INDENT = "  "
_LONGEST_QUERY = 60  # cells: of a longer one, which was pasted, everybody knows which it is


def heading(document: Document | KeptDocument, language: Language) -> Iterator[str]:
    """Yield the title, and below it where it comes from."""
    title = document.title or phrase(language, "bookmarks.untitled")
    yield f"{title} · {phrase(language, 'text.edition')}" if document.edition else title
    if said := origin(document, language):
        yield said


def origin(document: Document | KeptDocument, language: Language) -> str:
    """Return who wrote it where and when, or what it is retold after; "" where nothing is known."""
    if document.edition:
        return phrase(
            language,
            "text.retold",
            source=document.source,
            writer=_retold_writer(document),
            date=document.date,
        )
    return attribution(document, language)


def attribution(document: Document | KeptDocument | Entry, language: Language) -> str:
    """Return who wrote it, where and when, as far as is known."""
    known = [phrase(language, "text.separator").join(document.byline), document.source, document.date]
    return " · ".join(each for each in known if each)


def _retold_writer(document: Document | KeptDocument) -> str:
    """Return who wrote what the edition retells; the shelf keeps no such name, and there is one edition."""
    from content.library.opening import open_document  # not needed where the document tells

    return getattr(document, "retold_writer", None) or open_document().retold_writer or ""


def outline(document: Document, language: Language) -> Iterator[str]:
    """Yield the sections as a tree with their passages, the start of each."""
    yield from heading(document, language)
    facts = [
        phrase(
            language,
            "outline.counts",
            sections=say_count(language, "sections", len(document.sections)),
            passages=say_count(language, "passages", len(document.passages)),
        )
    ]
    if document.removed:
        facts.append(phrase(language, "outline.removed", count=len(document.removed)))
    yield " · ".join(facts)
    digits = len(str(len(document.passages)))
    for section in document.sections:
        indent = INDENT * (section.level - 1)
        yield ""
        yield indent + _section_line(section, language)
        for passage in document.passages[section.first - 1 : section.last]:
            if passage.kind != "heading":
                start = f"{indent}{INDENT}{passage.number:>{digits}}  "
                yield start + fit(passage.text, width() - len(start))


def _section_line(section: Section, language: Language) -> str:
    title = section.title
    if section.derived:
        title = phrase(language, "text.derived", title=title)
    key = "outline.single" if section.first == section.last else "outline.range"
    return f"{title}  {phrase(language, key, first=section.first, last=section.last)}"


def search(document: Document, query: str, result: Result, language: Language) -> Iterator[str]:
    """Yield the hits, each with its passage, how it matched, and the text around the first place."""
    if not result.hits:
        yield none_found(query, result, language)
        if document.edition and not result.problem:
            query = fit(query, _LONGEST_QUERY)
            yield phrase(language, "search.edition_differs", query=query)
        return
    yield found_in_all(query, result, language)
    if document.edition:
        yield f"{document.title} · {phrase(language, 'text.edition')}"
    for each in result.hits:
        yield ""
        yield from hit(document, each, language)


def none_found(query: str, result: Result, language: Language, *, across: bool = False) -> str:
    """Return why a query found nothing in a text or, `across`, in the library."""
    query = fit(query, _LONGEST_QUERY)
    if result.problem:
        return say(language, problem_key(result.problem, across=across), query=query)
    return phrase(language, "library.not_found" if across else "search.none", query=query)


def found_in_all(query: str, result: Result, language: Language) -> str:
    """Return how much a query found, and how much of it is listed."""
    summary = phrase(
        language,
        "search.summary",
        query=fit(query, _LONGEST_QUERY),
        passages=say_count(language, "passages", result.total),
        places=say_count(language, "places", result.occurrences),
    )
    if len(result.hits) < result.total:
        summary += " · " + phrase(language, "search.shown", count=len(result.hits))
    return summary


def hit(document: Document, found: Hit, language: Language, indent: str = "") -> Iterator[str]:
    """Yield where a hit is and how it matched, and the text around its first place."""
    how = say(language, f"match.{found.match}")
    if found.weak:
        how = f"{say(language, 'match.weak')} · {how}"
    section = document.sections[document.passages[found.passage - 1].section - 1].title
    yield f"{indent}{phrase(language, 'text.passage', number=found.passage)} · {fit(section, 40)} · {how}"
    indent += INDENT
    yield indent + _snippet(document, found, width() - len(indent))


def _snippet(document: Document, hit: Hit, cells: int) -> str:
    """Cut a passage to one line around its first place, which stands where the eye begins."""
    text = document.passages[hit.passage - 1].text.replace("\n", " ")
    spans = [inside(document, hit.passage, span) for span in hit.spans] or [(0, 0)]
    start = max(0, spans[0][0] - 10) if spans[0][1] > cells // 2 - 3 else 0
    before = "…" if start else ""
    shown = fit(text[start:], cells - 2 * len(before))
    length = len(shown) - shown.endswith("…")
    marks = [(max(0, left - start), min(length, right - start)) for left, right in spans]
    return before + emphasised(shown, [mark for mark in marks if mark[0] < mark[1]])


def entities(document: Document, found: Sequence[NameFinding], language: Language) -> Iterator[str]:
    """Yield the names by kind, with how often each stands there, its role and other forms."""
    if not found:
        yield phrase(language, "entities.none")
        return
    yield from heading(document, language)
    for kind in dict.fromkeys(name.kind for name in found):
        yield ""
        yield say(language, f"kind.{kind}")
        names = [name for name in found if name.kind == kind]
        rows = [
            [INDENT + _name(name, language), phrase(language, "text.times", count=name.count)]
            for name in names
        ]
        for start, name in zip(columns(rows, right=[1]), names, strict=True):
            yield from hanging(start, _about(name, language), width())


def _name(name: NameFinding, language: Language) -> str:
    return f"{name.english} {name.name}" if language == "en" and name.english else name.name


def _about(name: NameFinding, language: Language) -> str:
    aliases = phrase(language, "text.separator").join(name.aliases)
    also = phrase(language, "entities.also", aliases=aliases) if aliases else ""
    return " · ".join(each for each in (name.role, also) if each)


def bookmarks(kept: Sequence[Kept], language: Language) -> Iterator[str]:
    """Yield the bookmarks under the documents they stand in, each with its quote, note and tags."""
    if not kept:
        yield phrase(language, "bookmarks.none")
    for some in kept:
        if some is not kept[0]:
            yield ""
        yield from heading(some.about, language)
        for placed in some.placed:
            yield ""
            yield from one_bookmark(placed, some, language)


def one_bookmark(placed: Placed, kept: Kept, language: Language) -> Iterator[str]:
    """Yield where a bookmark stands, its quote in full, its note and its tags."""
    bookmark, state = placed.bookmark, placed.anchor.state
    where = [place(placed, kept, language), kept.section(placed), bookmark.created[:10]]
    if state != "ok":
        where.append(say(language, f"anchor.{state}"))
    yield " · ".join(where)
    yield from wrapped(bookmark.quote, width(), INDENT + "│ ")
    if bookmark.note:
        yield from wrapped(phrase(language, "bookmarks.note", note=bookmark.note), width(), INDENT)
    if bookmark.tags:
        tags = phrase(language, "text.separator").join(bookmark.tags)
        yield from wrapped(phrase(language, "bookmarks.tags", tags=tags), width(), INDENT)


def place(placed: Placed, kept: Kept, language: Language) -> str:
    """Return in which passages a bookmark stands."""
    return phrase(language, "text.passages", ranges=ranges(kept.passages(placed), language))
