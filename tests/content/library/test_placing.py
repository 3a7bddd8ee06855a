"""Bookmarks of earlier versions, in the text as it is now: at their place, moved, changed, or nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from small_documents import document_of

from content.document import Span
from content.library.placing import Placing

if TYPE_CHECKING:
    from content.document import Document
    from content.library.library import Library

TEXTS = (
    "码头上的集市从清早开到天黑，灯塔亮了一夜。",
    "卖鱼的老周把账记在小程序里，工程师来过三回。",
    "雨季里货船晚到两天，保险的赔款当晚就进了账。",
    "孩子们提着桶去捡贝壳，潮水退到第三根木桩。",
)
BEFORE = document_of(*TEXTS)
AFTER = document_of("新加在最前面的一段。", TEXTS[0], TEXTS[1].replace("三回", "四回"), TEXTS[3])
NOT_RELATED = document_of(*(f"第{number}场雪落在山上。" for number in range(40)), title="雪")


def looked_for(placing: Placing, library: Library) -> list[tuple[str, int, str]]:
    """Place everything: states, passages, and what stands there."""
    placed, unknown = placing.placed(placing.bookmarks(library.shelf, library))
    placing.find(unknown)
    placed, unknown = placing.placed(placing.bookmarks(library.shelf, library))
    assert not unknown
    text = placing.document.text
    return [
        (each.anchor.state, each.passage, text[each.span.start : each.span.end] if each.span else "")
        for each in placed
    ]


def keep_all(library: Library, document: Document) -> None:
    for passage in reversed(document.passages):
        library.shelf.add_bookmark(document, passage)


def test_those_of_an_earlier_version_stand_where_the_text_is_now_and_lost_ones_last(
    library: Library,
) -> None:
    keep_all(library, BEFORE)
    library.add(BEFORE, "/a.txt")
    library.add(AFTER, "/a.txt")
    library.shelf.add_bookmark(AFTER, AFTER.passages[0])
    assert looked_for(Placing(AFTER, "/a.txt"), library) == [
        ("ok", 1, AFTER.passages[0].text),
        ("moved", 2, TEXTS[0]),
        ("drifted", 3, AFTER.passages[2].text),
        ("moved", 4, TEXTS[3]),
        ("lost", 3, ""),
    ]
    assert (
        looked_for(Placing(AFTER, "/b.txt"), library)[1:] == looked_for(Placing(AFTER, "/a.txt"), library)[1:]
    )  # the library knows whose version it is
    assert looked_for(Placing(BEFORE, None), library)[0] == ("ok", 1, TEXTS[0])


def test_those_of_another_text_that_stood_in_the_file_are_not_this_documents(library: Library) -> None:
    keep_all(library, BEFORE)
    library.add(BEFORE, "/a.txt")
    long = document_of(*(f"第{number}条船进了港。" for number in range(40)), title="船")
    keep_all(library, long)
    library.add(long, "/b.txt")
    assert looked_for(Placing(NOT_RELATED, "/b.txt"), library) == []
    assert len(looked_for(Placing(long, "/b.txt"), library)) == 40


def test_those_of_an_earlier_edition_count_without_a_library(library: Library) -> None:
    old, new = replace(BEFORE, edition=True), replace(AFTER, edition=True)
    keep_all(library, old)
    placing = Placing(new, None)
    placed, unknown = placing.placed(placing.bookmarks(library.shelf, None))
    assert (placed, len(unknown)) == ((), 4)
    assert Placing(AFTER, None).bookmarks(library.shelf, None) == ()


def test_one_whose_quote_is_not_at_its_place_is_looked_for_too(library: Library) -> None:
    bookmark = library.shelf.add_bookmark(BEFORE, BEFORE.passages[1])
    library.shelf.remove_bookmark(bookmark.id)
    library.shelf.restore_bookmark(replace(bookmark, start=bookmark.start + 4, end=bookmark.end + 4))
    assert looked_for(Placing(BEFORE, None), library) == [("moved", 2, TEXTS[1])]


def test_what_was_found_is_found_anew_once_it_was_placed_again(library: Library) -> None:
    library.add(BEFORE, "/a.txt")
    bookmark = library.shelf.add_bookmark(BEFORE, BEFORE.passages[2])
    library.add(AFTER, "/a.txt")
    placing = Placing(AFTER, "/a.txt")
    assert looked_for(placing, library) == [("lost", 3, "")]
    passage = AFTER.passages[2]
    library.shelf.place_again(bookmark.id, AFTER, Span(passage.start, passage.end))
    assert looked_for(placing, library) == [("ok", 3, passage.text)]


def test_those_that_an_export_brought_are_found_by_title_source_and_words(library: Library) -> None:
    keep_all(library, BEFORE)  # as an import does: its text is not here
    library.shelf.add_bookmark(NOT_RELATED, NOT_RELATED.passages[0])
    assert [state for state, *_ in looked_for(Placing(AFTER, "/a.txt"), library)] == [
        "moved",
        "drifted",
        "moved",
        "lost",
    ]
    library.add(AFTER, "/a.txt")
    assert library.earlier(AFTER, "/a.txt") == [BEFORE.digest]
    assert library.earlier(replace(AFTER, source="另一家"), None) == []
    snow = replace(NOT_RELATED, title=BEFORE.title)
    assert library.earlier(snow, None) == []
