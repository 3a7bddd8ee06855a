from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from small_documents import document_of

import content.library.library
from content.library.library import Library
from content.library.records import Addition, file_state
from content.shelf import NO_FILE, Correction, Shelf

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

HARBOUR = document_of("码头上的集市从清早开到天黑。", "卖鱼的老周把账记在小程序里。", title="海港")
HARBOUR_TOO = document_of("码头上的集市从清早开到天黑。", "卖鱼的老周改用了纸笔。", title="海港的集市")
MOUNTAIN = document_of("山里的雪下了三天三夜。", title="山")


def titles(library: Library) -> list[str]:
    return [entry.title for entry in library.entries()]


def test_what_was_added_is_there_again_whole(tmp_path: Path, library: Library) -> None:
    document = document_of(
        "一", "二三", byline=("林小舟",), source="潮汐周报", date="2019-05-01", removed=("广告",), replaced=2
    )
    assert library.add(document, str(tmp_path / "文章.txt")) == Addition(1, "new")
    library.close()
    with Shelf(tmp_path / "home") as shelf, closing(Library(tmp_path / "home", shelf)) as again:
        assert again.document(document.digest) == document
        (entry,) = again.entries()
        assert (entry.id, entry.digest, entry.title) == (1, document.digest, document.title)
        assert (entry.byline, entry.source, entry.date) == (("林小舟",), "潮汐周报", "2019-05-01")
        assert (entry.path, entry.characters) == (str(tmp_path / "文章.txt"), 4)
        assert (entry.opened, entry.progress) == (None, 0.0)


def test_the_same_text_is_one_document_whatever_file_it_comes_from(library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    assert library.add(HARBOUR, "/b.txt") == Addition(1, "same")
    assert library.add(HARBOUR, NO_FILE) == Addition(1, "same")
    assert [entry.path for entry in library.entries()] == ["/b.txt"]


def test_a_changed_file_is_a_version_of_the_same_document(library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    assert library.add(HARBOUR_TOO, "/a.txt") == Addition(1, "changed")
    assert titles(library) == ["海港的集市"]
    assert library.document(HARBOUR.digest) == HARBOUR
    assert library.add(HARBOUR, "/a.txt") == Addition(1, "changed")  # as it was before
    assert titles(library) == ["海港"]


def test_another_text_in_a_file_that_was_used_before_is_another_document(library: Library) -> None:
    first = document_of(*(f"第{number}条船进了港。" for number in range(30)), title="船")
    second = document_of(*(f"第{number}场雪落在山上。" for number in range(30)), title="雪")
    library.add(first, "/clip.txt")
    assert library.add(second, "/clip.txt") == Addition(2, "new")
    assert {entry.title: entry.path for entry in library.entries()} == {"船": None, "雪": "/clip.txt"}


def test_a_changed_text_saved_under_another_name_is_a_version_where_half_is_the_same(
    library: Library,
) -> None:
    sentences = [f"第{number}条船进了港。" for number in range(30)]
    library.add(document_of(*sentences, title="船"), "/船.html")
    changed = document_of(*sentences[:20], *(f"第{number}场雪。" for number in range(10)), title="船")
    assert library.add(changed, "/船(1).html") == Addition(1, "changed")
    other = document_of(*(f"第{number}场雪落在山上。" for number in range(30)), title="船")
    assert library.add(other, "/船(2).html") == Addition(2, "new")


def test_what_is_removed_can_be_had_back_and_comes_back_by_itself_when_added(library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    library.add(MOUNTAIN, "/b.txt")
    removed = library.remove(1)
    assert removed
    assert titles(library) == ["山"]
    assert library.remove(1) is None
    library.restore(removed.id)
    assert titles(library) == ["山", "海港"]
    library.remove(1)
    assert library.add(HARBOUR, "/a.txt") == Addition(1, "new")
    assert titles(library) == ["山", "海港"]


def test_the_one_removed_last_is_had_back_first(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    library.add(HARBOUR, "/a.txt")
    library.add(MOUNTAIN, "/b.txt")
    for second, identity in enumerate((2, 1)):
        monkeypatch.setattr(content.library.library, "now", lambda at=second: f"2999-01-01T00:00:0{at}.000Z")
        library.remove(identity)
    restored = [library.restore_last() for _ in range(3)]
    assert [entry and entry.id for entry in restored] == [1, 2, None]


def test_what_was_removed_days_ago_is_dropped_with_its_texts(tmp_path: Path, library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    library.remove(1)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("UPDATE entry SET removed = '2020-01-01T00:00:00.000Z'")
    library.add(MOUNTAIN, "/b.txt")
    assert library.document(HARBOUR.digest) is None
    with closing(sqlite3.connect(library.path)) as connection:
        assert connection.execute("SELECT count(*) FROM content").fetchone() == (1,)
    assert library.add(HARBOUR, "/a.txt") == Addition(3, "new")  # an id is never given twice


def test_a_file_is_read_again_only_when_it_changed(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "文章.txt"
    path.write_text("山里的雪。", encoding="utf-8")
    assert library.unchanged(str(path)) is None
    library.add(MOUNTAIN, str(path), file_state(path))
    assert library.unchanged(str(path)) == MOUNTAIN.digest
    path.write_text("山里的雪化了。", encoding="utf-8")
    assert library.unchanged(str(path)) is None
    library.add(MOUNTAIN, str(path), file_state(path))
    library.remove(1)
    assert library.unchanged(str(path)) is None


def test_what_was_put_right_stays_right_also_in_the_next_version(library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    right = Correction(title="海港旧事", byline=("林小舟",), source="", date="1999")
    library.shelf.correct(HARBOUR.digest, right)
    library.add(HARBOUR_TOO, "/a.txt")
    for document in (library.document(HARBOUR.digest), library.corrected(HARBOUR_TOO)):
        assert document
        assert (document.title, document.byline, document.source, document.date) == (
            "海港旧事",
            ("林小舟",),
            None,
            "1999",
        )
    (entry,) = library.entries()
    assert (entry.title, entry.byline, entry.source, entry.date) == ("海港旧事", ("林小舟",), None, "1999")
    library.shelf.correct(HARBOUR_TOO.digest, Correction())
    assert titles(library) == ["海港的集市"]


def test_entries_are_in_the_order_of_reading_with_the_place_of_an_earlier_version(library: Library) -> None:
    for document, path in ((HARBOUR, "/a.txt"), (MOUNTAIN, "/b.txt")):
        library.add(document, path)
    library.shelf.save_place(HARBOUR, 16, path="/a.txt")
    library.add(HARBOUR_TOO, "/a.txt")
    first, second = library.entries()
    assert (first.title, second.title) == ("海港的集市", "山")
    assert first.opened
    assert first.progress > 0.5
    place = library.place(HARBOUR_TOO, "/a.txt")
    assert place
    assert (place.document, place.offset) == (HARBOUR_TOO.digest, 16)
    assert library.place(MOUNTAIN, "/b.txt") is None


def test_stored_texts_that_somebody_changed_are_not_there(library: Library) -> None:
    for document in (HARBOUR, MOUNTAIN):
        library.add(document)
    with closing(sqlite3.connect(library.path, isolation_level=None)) as connection:
        connection.execute("UPDATE content SET text = text || '!' WHERE digest = ?", (HARBOUR.digest,))
        connection.execute("UPDATE content SET layout = '{}' WHERE digest = ?", (MOUNTAIN.digest,))
    assert library.document(HARBOUR.digest) is None
    assert list(library.documents([HARBOUR.digest, MOUNTAIN.digest])) == []
    assert len(library.entries()) == 2
    library.add(HARBOUR)
    assert library.document(HARBOUR.digest) == HARBOUR


def test_a_damaged_library_is_set_aside_and_filled_anew(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"no database at all, but long enough to be taken for one" * 9)
    with Shelf(tmp_path) as shelf, closing(Library(tmp_path, shelf)) as library:
        assert library.entries() == ()
        assert library.add(HARBOUR) == Addition(1, "new")
        assert titles(library) == ["海港"]
    assert len(list(tmp_path.glob("library-damaged-*.db"))) == 1


def test_the_document_of_a_text_is_found_by_any_of_its_versions(library: Library) -> None:
    library.add(HARBOUR, "/a.txt")
    library.add(HARBOUR_TOO, "/a.txt")
    assert library.entry_of(HARBOUR.digest) == library.entry_of(HARBOUR_TOO.digest) == library.entry(1)
    assert library.entry_of(MOUNTAIN.digest) is None
    library.remove(1)
    assert library.entry_of(HARBOUR.digest) is None
