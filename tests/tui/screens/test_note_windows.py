"""Notes of two windows, of several bookmarks in a line, and of a program that is asked to end."""

from pathlib import Path
from threading import Event

import pytest
from library_texts import library_in
from notes import open_note
from reading import harbour, opened

from content.document import Span
from content.library.placing import Placing
from content.shelf import Bookmark, Shelf, ShelfError

DOCUMENT = harbour()
FIRST = DOCUMENT.passages[0]


def kept(home: Path) -> list[Bookmark]:
    with Shelf(home) as shelf:
        return list(shelf.bookmarks())


def copies(home: Path, bookmark: Bookmark) -> list[str]:
    with Shelf(home) as shelf:
        return [copy.note for copy in shelf.note_copies(bookmark.id)]


async def test_undo_and_tags_leave_the_note_of_another_window(home: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        with Shelf(home) as other:
            (bookmark,) = other.bookmarks()
            dialog = await open_note(reader)
            other.keep_draft(bookmark.id, "写了半天")
            other.set_note(bookmark.id, "来自窗二")
            other.keep_draft(bookmark.id, "又写了半天")
            for key in ("tab", *"钱"):  # Tab acts before the letter behind it
                reader.send(key)
            await reader.pause()
            await reader.press("escape")
            await reader.settle()
            assert dialog._editor.text == ""
            (present,) = kept(home)
            assert (present.note, present.tags) == ("来自窗二", ("钱",))
            assert [draft.note for draft in other.drafts(bookmark.id)] == ["又写了半天"]
            await open_note(reader)
            assert reader.app.screen._editor.text == "来自窗二"  # what is written elsewhere is only offered
            await reader.press("ctrl+r")
            assert "另一窗口正在写的" in reader.text
            await reader.press("ctrl+r", "escape", "u", "u")
            await reader.settle()
            (present,) = kept(home)
            assert (present.note, present.tags) == ("来自窗二", ())
            assert reader.footer == "另一窗口后来改过第 1 段的书签，照它的留着"


async def test_the_note_that_opens_is_that_of_the_bookmark_gone_to_or_of_the_row(home: Path) -> None:
    with Shelf(home) as shelf:
        for span in (Span(0, 3), Span(4, 7)):
            shelf.add_bookmark(DOCUMENT, FIRST, span=span)
        shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[9], note="远处")
    async with opened() as reader:
        await reader.press("'", "j", "enter")
        await reader.settle()
        dialog = await open_note(reader)
        assert "第 1 段 · " + DOCUMENT.text[4:7] in reader.text
        await reader.press("乙", "escape", "'")
        await reader.settle()
        assert [bookmark.note for bookmark in kept(home)] == ["", "乙", "远处"]
        await reader.press("G")
        dialog = await open_note(reader)
        assert dialog._editor.text == "远处"
        await reader.press("！")
    assert [bookmark.note for bookmark in kept(home)] == ["", "乙", "远处！"]  # the program ended meanwhile


async def test_a_note_that_still_cannot_be_kept_when_the_reader_leaves_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ShelfError("full")

    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        keeper = reader.app.keeper
        with monkeypatch.context() as patch:
            patch.setattr(Shelf, "write", full)
            await open_note(reader)
            await reader.press(*"潮水", "escape")
            await reader.settle()
            await reader.screen.keeping.finish()
            assert keeper.unkept == ["潮水"]
    assert keeper.unkept == []
    assert [bookmark.note for bookmark in kept(home)] == ["潮水"]


async def test_looking_goes_on_after_an_error(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []

    async def look(watching: object) -> None:
        looks.append(watching)
        raise OSError

    monkeypatch.setattr("tui.screens.reader.watching._LOOK_SECONDS", 0.0)
    monkeypatch.setattr("tui.screens.reader.watching.ReaderWatching.look", look)
    async with opened() as reader:
        await reader.pause()
        assert len(looks) > 1


async def test_keys_act_while_the_store_is_being_opened() -> None:
    async with opened() as reader:
        keeper = reader.app.keeper
        keeper._opening.acquire()  # as a thread holds it that opens a store which is locked
        try:
            reader.screen.keeping.run(reader.screen.keeping.tell_problem())
            await reader.press("}")
            assert reader.passage == 2
        finally:
            keeper._opening.release()
        await reader.settle()


async def test_the_list_says_that_bookmarks_are_being_found_until_they_are(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_find = Event()
    found = Placing.find
    monkeypatch.setattr(Placing, "find", lambda *asked: may_find.wait(30) and found(*asked))
    with library_in(home) as library:
        library.add(DOCUMENT, "/文章/海港.txt")
        library.shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[3])
    async with opened(harbour(4, 7), path="/文章/海港.txt", settled=False) as reader:
        await reader.settle(but=("anchoring",))
        await reader.press("'")
        assert "正在找书签…" in reader.text
        may_find.set()
        await reader.settle()
        assert "正在找书签…" not in reader.text
