"""What a search found across documents, and which names and themes they share, as rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from content.lexicon import ENTITY_KINDS
from tui.rows.findings import theme_words
from tui.rows.hits import heading_row
from tui.rows.snippet import snippet
from tui.strings import Language, say, say_count
from tui.text import cells, fit, pad
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from content.document import Document
    from content.library.names_across import NameAcross
    from content.search import Hit
    from tui.widgets.row_list import Part

HIT, MORE = "hit:", "more:"
"""What keys begin with: a hit's goes on with its place in the ranking, the other with a document's index."""

_KINDS = ("", *ENTITY_KINDS)
_FIRST = 4  # hits of a document that show before more are asked for
_SECTION = 16  # cells
_NAME = 30  # cells
# Cells of the columns of names and themes that say in how many documents, and at how many places, they are.
_COUNTS: dict[Language, tuple[int, int]] = {"hans": (8, 10), "hant": (8, 10), "en": (14, 14)}
_WITH_TITLES = 76  # cells of a list from which the documents are named
_NAMED = 12  # documents
_WITH_SECTION = 72  # cells of a list from which a hit's section shows


def across_rows(
    hits: Sequence[Hit],
    documents: Sequence[Document],
    origins: Callable[[Document], str],
    display: Callable[[str], str],
    language: Language,
    *,
    whole: Collection[int] = (),
    bounded: bool = False,
) -> list[ListRow]:
    """Make rows of hits that come the best first, those of a document together, the guesses at the end.

    Of a document the best hits show, all of them where its index is in `whole`. Where `bounded` is true
    there may be more hits than these, and the headings say so.
    """
    sure: dict[int, list[int]] = {}
    guesses: dict[int, list[int]] = {}
    for rank, hit in enumerate(hits):
        (guesses if hit.weak else sure).setdefault(hit.document, []).append(rank)
    rows: list[ListRow] = []
    for groups in (sure, guesses):
        if groups is guesses and guesses:
            rows.append(heading_row("weak", say(language, "match.weak")))
        for index, ranks in groups.items():
            document = documents[index]
            title = display(document.title) or say(language, "document.untitled")
            count = say_count(language, "passages", f"≥ {len(ranks)}" if bounded else len(ranks))
            said: tuple[Part, ...] = ((title, "strong"), (f"  {display(origins(document))}", "quiet"))
            rows.append(
                ListRow(
                    f"document:{index}:{groups is guesses}", said, ((f"  {count}", "quiet"),), heading=True
                )
            )
            shown = ranks if index in whole else ranks[:_FIRST]
            rows += [_hit_row(rank, hits[rank], document, display, language) for rank in shown]
            if len(ranks) > len(shown):
                left = say(language, "library.more", n=len(ranks) - len(shown))
                rows.append(ListRow(f"{MORE}{index}", (("    ", ""), (left, "quiet"))))
    return rows


def _hit_row(
    rank: int, hit: Hit, document: Document, display: Callable[[str], str], language: Language
) -> ListRow:
    how = "" if hit.match == "exact" else f" {say(language, f'match.{hit.match}')} "
    right = ((f"{how} {hit.passage:>4}", "quiet"),)
    passage = document.passages[hit.passage - 1]
    title = display(document.sections[passage.section - 1].title)

    def cut(width: int) -> tuple[Part, ...]:
        room = width - _SECTION - 2
        if width < _WITH_SECTION:
            return snippet(passage, hit.spans, display, width)
        return (pad(title, _SECTION), "quiet"), ("  ", ""), *snippet(passage, hit.spans, display, room)

    return ListRow(f"{HIT}{rank}", (("    ", ""),), right, cut=cut)


def shared_rows(
    shared: Iterable[NameAcross],
    titles: Mapping[str, str],
    display: Callable[[str], str],
    language: Language,
    *,
    headed: bool,
) -> list[ListRow]:
    """Make a row a name or theme: in how many documents, how often, in which; `headed` under its kind.

    `titles` are those of the documents by digest.
    """
    kinds: dict[str, list[NameAcross]] = {}
    for each in shared:
        kinds.setdefault(each.kind if headed else "", []).append(each)
    rows: list[ListRow] = []
    for kind, some in sorted(kinds.items(), key=lambda each: _KINDS.index(each[0])):
        if kind:
            rows.append(heading_row(f"kind:{kind}", say(language, f"kind.{kind}")))
        for each in some:
            found_by = f"{each.name} {each.english or ''}"
            cut = partial(_shared_columns, each, titles, display, language)
            rows.append(ListRow(each.key, (("  ", ""),), found_by=found_by, cut=cut))
    return rows


def _shared_columns(
    each: NameAcross,
    titles: Mapping[str, str],
    display: Callable[[str], str],
    language: Language,
    width: int,
) -> tuple[Part, ...]:
    """Set name, counts and, where there is room, the documents that speak of it most often."""
    words = say_count(language, "documents", len(each.documents)), say_count(language, "places", each.total)
    rooms = _COUNTS[language]
    counts = "".join(" " * (room - cells(count)) + count for count, room in zip(words, rooms, strict=True))
    name_room = _NAME if width >= _WITH_TITLES else max(0, width - cells(counts))
    name = _name(each, display, language, name_room)
    taken = name_room + cells(counts) + 3
    if width < _WITH_TITLES:
        return (*name, (counts, "quiet"))
    most = sorted(each.documents, key=lambda document: -document[1])[:_NAMED]
    named = say(language, "library.separator").join(filter(None, (titles.get(digest) for digest, _ in most)))
    return (*name, (counts, "quiet"), ("   ", ""), (fit(display(named), width - taken), "quiet"))


def _name(
    each: NameAcross, display: Callable[[str], str], language: Language, width: int
) -> tuple[Part, ...]:
    english, name = (each.english or "") if language == "en" else "", display(each.name)
    if each.kind == "theme":
        english, name = "", english or theme_words(each.name, language)
    first = fit(f"{english} ", width) if english else ""
    return (first, ""), (pad(name, width - cells(first)), "quiet" if english else "")
