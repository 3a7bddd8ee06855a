"""The note dialog: drafts, tags, colour, and what another window wrote meanwhile."""

from pathlib import Path

from notes import open_note
from reading import harbour, opened

from content.shelf import Bookmark, Shelf

DOCUMENT = harbour()


def kept(home: Path) -> Bookmark:
    with Shelf(home) as shelf:
        (bookmark,) = shelf.bookmarks()
        return bookmark


async def test_tags_and_a_colour_are_kept_shown_and_taken_back(home: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await open_note(reader)
        await reader.press("tab", *"钱 海", "tab", "right", "right", "ctrl+s")
        await reader.settle()
        assert (kept(home).tags, kept(home).colour, kept(home).note) == (("钱", "海"), "green", "")
        await reader.press("'")
        (row,) = reader.app.focused.rows
        assert ("● ", "topic-2") in row.left
        assert "#钱 #海  潮水" in row.text
        await reader.press("escape")
        dialog = await open_note(reader)
        assert dialog.query_one("#note-tags").value == "钱、海"
        await reader.press("escape", "u")
        await reader.settle()
        assert (kept(home).tags, kept(home).colour) == ((), None)


async def test_a_draft_is_kept_while_typing_and_offered_after_a_crash(home: Path) -> None:
    with Shelf(home) as shelf:
        bookmark = shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[0], note="存好的", tags=("钱",))
    async with opened() as reader:
        dialog = await open_note(reader)
        await reader.press("，")
        due = dialog._timer
        await reader.press("潮")
        assert due is not None
        assert dialog._timer is due  # writing on puts it off no further
        dialog.keep_draft()
        await reader.settle()
        with Shelf(home) as shelf:
            assert [draft.note for draft in shelf.drafts(bookmark.id)] == ["存好的，潮"]
        reader.app.pop_screen()  # as if the program ended here
        await reader.pause()
        dialog = await open_note(reader)
        assert dialog._editor.text == "存好的，潮"
        assert "上次没存完的草稿 · Ctrl+R 换看别的" in reader.text
        await reader.press("水", "ctrl+r")
        assert dialog._editor.text == "存好的"
        await reader.press("ctrl+r")
        assert dialog._editor.text == "存好的，潮水"
        await reader.press("ctrl+r", "escape")
        await reader.settle()
        assert (kept(home).note, kept(home).tags) == ("存好的", ("钱",))
        with Shelf(home) as shelf:
            assert shelf.drafts(bookmark.id) == ()
            assert [copy.note for copy in shelf.note_copies(bookmark.id)] == ["存好的，潮水"]
        dialog = await open_note(reader)
        assert dialog._editor.text == "存好的"


async def test_what_another_window_wrote_over_is_kept_and_shown(home: Path) -> None:
    with Shelf(home) as shelf:
        bookmark = shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[0], note="原先")
    async with opened() as reader:
        await open_note(reader)
        with Shelf(home) as other:
            other.set_note(bookmark.id, "别的窗口写的")
        await reader.press("！", "escape")
        await reader.settle()
        assert kept(home).note == "原先！"
        assert reader.footer.startswith("另一窗口也改过这条笔记")
        dialog = await open_note(reader)
        await reader.press("ctrl+r")
        assert dialog._editor.text == "别的窗口写的"
        assert "被换下的" in reader.text
        await reader.press("escape")
        await reader.settle()
        assert kept(home).note == "别的窗口写的"
        dialog = await open_note(reader)
        await reader.press("ctrl+r")
        assert dialog._editor.text == "原先！"
        await reader.press("ctrl+r", "escape", "u")
        await reader.settle()
        assert kept(home).note == "原先！"


async def test_letters_sent_right_before_the_closing_key_are_kept_and_those_after_it_act(home: Path) -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await open_note(reader)
        reader.article.go_to_passage(5)
        for key in (*"abcdefgh", "home", "0", "backspace", "1", "ctrl+s", "j", "j"):
            reader.send(key)
        await reader.settle()
        assert (kept(home).note, reader.dialog, reader.passage) == ("1abcdefgh", "", 5)
