"""All bookmarks, each in the text of its document as it is now, or as it was made where that is not here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from small_documents import document_of

from content import open_document
from content.document import Span
from content.library.kept import Kept, kept_everywhere, kept_of

if TYPE_CHECKING:
    from pathlib import Path

    from content.library.library import Library
    from content.shelf.records import Bookmark

FISH = "卖鱼的老周把账记在小程序里，隔壁的茶铺照着他的样子做。"
RAIN = "雨季里货船晚到两天，保险的赔款当晚就进了账。"
BEFORE = document_of("码头上的集市从清早开到天黑。", FISH, RAIN)
AFTER = document_of("新加在最前面的一段。", "码头上的集市从清早开到天黑。", FISH, "完了。")
SNOW = document_of(*(f"第{number}场雪落在山上。" for number in range(40)), title="雪")


def states(library: Library) -> list[tuple[str, list[str]]]:
    """Return the titles of documents with the states of their bookmarks."""
    return [
        (each.about.title, [placed.anchor.state for placed in each.placed])
        for each in kept_everywhere(library.shelf, library)
    ]


def keep(library: Library, *numbers: int) -> list[Bookmark]:
    return [library.shelf.add_bookmark(BEFORE, BEFORE.passages[number - 1]) for number in numbers]


def test_those_of_each_document_stand_in_its_present_text(library: Library) -> None:
    keep(library, 3, 2)
    library.add(BEFORE, "/不在.txt")
    edition = open_document()
    library.shelf.add_bookmark(edition, edition.passages[5])
    library.shelf.add_bookmark(replace(SNOW, edition=True), SNOW.passages[0])  # an edition of before
    assert states(library) == [(BEFORE.title, ["ok", "ok"]), (edition.title, ["ok", "lost"])]
    library.add(AFTER, "/不在.txt")
    library.shelf.add_bookmark(AFTER, AFTER.passages[0])
    assert states(library)[0] == (AFTER.title, ["ok", "moved", "lost"])


def test_a_file_that_changed_is_read_again_and_one_with_another_text_is_not_the_document(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "集市.txt"
    path.write_text(f"云上的集市\n\n{FISH}\n\n{RAIN}\n", "utf-8")
    document = open_document(str(path))
    library.add(document, str(path))
    for passage in document.passages[-2:]:
        library.shelf.add_bookmark(document, passage)
    path.write_text(f"云上的集市\n\n{RAIN}\n", "utf-8")
    assert states(library) == [("云上的集市", ["moved", "lost"])]
    path.write_text("\n\n".join(["雪", *(each.text for each in SNOW.passages)]), "utf-8")
    assert states(library) == [("云上的集市", ["ok", "ok"])]


def test_those_that_an_export_brought_stand_in_the_text_that_is_here(library: Library) -> None:
    keep(library, 2)
    library.add(AFTER, "/不在.txt")
    eighth = SNOW.passages[7]
    library.shelf.add_bookmark(SNOW, eighth, span=Span(eighth.start + 2, eighth.end))
    assert states(library) == [(AFTER.title, ["moved"]), ("雪", ["ok"])]
    snow = list(kept_everywhere(library.shelf, library))[1]
    (mark,) = snow.placed
    assert (snow.document, snow.passages(mark), snow.section(mark)) == (None, (8,), "引子")
    assert list(kept_everywhere(library.shelf, None))[1] == snow


def test_it_is_the_same_as_of_the_document_alone(library: Library) -> None:
    keep(library, 1, 2, 3)
    library.add(BEFORE, "/不在.txt")
    library.add(AFTER, "/不在.txt")
    alone = kept_of(AFTER, "/不在.txt", library.shelf, library)
    assert list(kept_everywhere(library.shelf, library)) == [alone]
    assert alone.only(lambda bookmark: bookmark.quote == FISH) == Kept(
        alone.about, AFTER, tuple(each for each in alone.placed if each.bookmark.quote == FISH)
    )
