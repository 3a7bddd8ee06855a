from dataclasses import replace
from pathlib import Path

import pytest
from reading import harbour

from content.document import Document, Passage, Span
from content.library.placing import Placing
from content.library.reopening import Opened
from content.shelf import Bookmark, Shelf, ShelfError
from tui.keeping import Keeper, Shown
from tui.screens.note import Written

DOCUMENT = harbour()
PASSAGE = DOCUMENT.passages[2]


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    keeper = Keeper(tmp_path / "home")
    yield keeper
    keeper.close()


def kept(folder: Path) -> list[tuple[int, str]]:
    with Shelf(folder / "home") as shelf:
        return [(bookmark.passage, bookmark.note) for bookmark in shelf.bookmarks(DOCUMENT.digest)]


def added(keeper: Keeper, document: Document, passage: Passage) -> Bookmark:
    keeper.add(document, passage)
    return next(each for each in keeper.shelf.bookmarks(document.digest) if each.passage == passage.number)


def test_asking_before_anything_was_kept_makes_nothing(keeper: Keeper, tmp_path: Path) -> None:
    assert not keeper.begun
    assert keeper.settings() == {}
    assert keeper.show(Opened(DOCUMENT)) == Shown(DOCUMENT, Opened(DOCUMENT))
    assert keeper.recent_searches() == []
    assert list(tmp_path.iterdir()) == []
    keeper.close()


def test_a_change_is_on_the_disk_when_the_call_returns_and_undo_takes_it_back(
    keeper: Keeper, tmp_path: Path
) -> None:
    bookmark = added(keeper, DOCUMENT, PASSAGE)
    assert kept(tmp_path) == [(3, "")]
    keeper.write(bookmark, Written("想一想"))
    assert kept(tmp_path) == [(3, "想一想")]
    keeper.remove(keeper.bookmarks(Placing(DOCUMENT, None))[0])
    assert kept(tmp_path) == []
    assert keeper.undo().passage == 3
    assert kept(tmp_path) == [(3, "想一想")]
    assert keeper.undo().passage == 3
    assert kept(tmp_path) == [(3, "")]
    assert keeper.undo().passage == 3
    assert kept(tmp_path) == []
    assert keeper.undo() is None


def test_removing_what_another_window_removed_leaves_nothing_to_undo(keeper: Keeper, tmp_path: Path) -> None:
    bookmark = added(keeper, DOCUMENT, PASSAGE)
    with Shelf(tmp_path / "home") as other:
        other.remove_bookmark(bookmark.id)
    keeper.remove(bookmark)
    keeper.undo()
    assert keeper.undo() is None


def test_undo_leaves_a_bookmark_that_another_window_made(keeper: Keeper, tmp_path: Path) -> None:
    with Shelf(tmp_path / "home") as other:
        other.add_bookmark(DOCUMENT, PASSAGE, note="别的窗口写的")
    keeper.add(DOCUMENT, PASSAGE)
    assert keeper.undo() is None
    assert kept(tmp_path) == [(3, "别的窗口写的")]


def test_an_undo_that_could_not_be_kept_can_be_tried_again(
    keeper: Keeper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(keeper, DOCUMENT, PASSAGE)

    def full(*_: object) -> None:
        raise ShelfError("full")

    with monkeypatch.context() as patched:
        patched.setattr(Shelf, "take_back", full)
        with pytest.raises(ShelfError):
            keeper.undo()
    assert keeper.undo().passage == 3
    assert kept(tmp_path) == []


def test_searches_are_remembered_the_latest_first_and_once(keeper: Keeper) -> None:
    for query in ("云", "[/]", "云", *map(str, range(12)), "3"):
        keeper.note_search(query)
    assert keeper.recent_searches()[:3] == ["3", "11", "10"]
    assert len(keeper.recent_searches()) == 10


def test_a_search_written_otherwise_takes_the_place_of_the_same_one(keeper: Keeper) -> None:
    for query in ("Tencent", "雲計算", "ｔｅｎｃｅｎｔ", "云计算"):
        keeper.note_search(query)
    assert keeper.recent_searches() == ["云计算", "ｔｅｎｃｅｎｔ"]


@pytest.mark.parametrize("stored", ["", "{", "7", '{"a": 1}', "[1, null]", "null"])
def test_searches_that_somebody_else_stored_wrongly_are_none(keeper: Keeper, stored: str) -> None:
    keeper.choose("recent_searches", stored)
    assert keeper.recent_searches() == []


def test_places_and_choices_come_back(keeper: Keeper, tmp_path: Path) -> None:
    keeper.choose("language", "hant")
    keeper.leave_at(DOCUMENT, "/家/海港.txt", 40, 0.25)
    again = Keeper(tmp_path / "home")
    assert again.settings() == {"language": "hant"}
    place = again.show(Opened(DOCUMENT)).place
    assert place is not None
    assert (place.offset, place.progress, place.path) == (40, 0.25, "/家/海港.txt")
    assert [each.path for each in again.recent()] == ["/家/海港.txt"]
    again.close()


def test_where_nothing_can_be_kept_writing_says_so_and_reading_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    keeper = Keeper(tmp_path / "file" / "home")
    for write in (
        lambda: keeper.add(DOCUMENT, PASSAGE),
        lambda: keeper.choose("a", "b"),
        lambda: keeper.leave_at(DOCUMENT, None, 0, 0.0),
    ):
        with pytest.raises(ShelfError):
            write()
    assert keeper.problem is not None
    assert keeper.bookmarks(Placing(DOCUMENT, None)) == ()
    assert keeper.undo() is None
    keeper.close()


def test_a_note_on_what_another_window_removed_brings_it_back(keeper: Keeper, tmp_path: Path) -> None:
    bookmark = added(keeper, DOCUMENT, PASSAGE)
    with Shelf(tmp_path / "home") as other:
        other.remove_bookmark(bookmark.id)
    keeper.write(bookmark, Written("别丢了"))
    assert kept(tmp_path) == [(PASSAGE.number, "别丢了")]


def test_what_was_placed_again_is_put_back_with_what_was_written_since(
    keeper: Keeper, tmp_path: Path
) -> None:
    text = harbour(2, 3)
    bookmark = added(keeper, text, text.passages[1])
    other = added(keeper, DOCUMENT, DOCUMENT.passages[4])
    for passage, left in ((PASSAGE, [(3, "潮"), (5, "")]), (DOCUMENT.passages[4], [(5, "潮")])):
        keeper.place_again(bookmark, DOCUMENT, Span(passage.start, passage.end))
        (placed,) = (each for each in keeper.bookmarks(Placing(DOCUMENT, None)) if each.passage == left[0][0])
        if passage is PASSAGE:
            keeper.shelf.set_note(placed.id, "潮")
        assert kept(tmp_path) == left
        assert keeper.undo().passage == 2
        assert kept(tmp_path) == [(5, "")]
        (bookmark,) = keeper.shelf.bookmarks(text.digest)
        assert (bookmark.passage, bookmark.note, bookmark.created) == (2, "潮", bookmark.created)
    (back,) = keeper.shelf.bookmarks(DOCUMENT.digest)
    assert replace(back, modified="") == replace(other, modified="")
