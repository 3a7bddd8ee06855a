"""What another window writes shows here, and what did not change is left alone."""

from pathlib import Path

import pytest
from reading import Reader, harbour, opened, rows

from content.shelf import Correction, Shelf
from content.shelf.records import NameEdit

DOCUMENT = harbour()


def signed(reader: Reader) -> list[int]:
    drawn = enumerate(rows(reader.article))
    return [reader.article._rows[y].passage + 1 for y, row in drawn if row.endswith(("●", "◆"))]


async def looked(reader: Reader) -> None:
    """Look as the timer would."""
    await reader.screen.keeping.watching.look()
    await reader.settle()


async def test_bookmarks_notes_and_corrections_of_another_window_show(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(DOCUMENT, path="-") as reader:
        await reader.press("j", "m")
        await reader.settle()
        assert signed(reader) == [2]
        with Shelf(home) as other:
            third = other.add_bookmark(DOCUMENT, DOCUMENT.passages[2], note="旁边写的")
            await looked(reader)
            assert signed(reader) == [2, 3]
            other.remove_bookmark(other.bookmarks()[0].id)
            other.set_tags(third.id, ("钱",))
            await looked(reader)
            assert signed(reader) == [3]
            assert reader.screen.keeping.bookmarks.placed[0].bookmark.tags == ("钱",)
            reads = []
            monkeypatch.setattr(type(reader.screen.keeping.bookmarks), "refresh", lambda _: reads.append(1))
            other.correct(DOCUMENT.digest, Correction(title="夜市"))
            await looked(reader)
            assert reader.masthead.startswith("夜市")
            other.save_place(DOCUMENT, 3, path="-")
            await looked(reader)
            await looked(reader)
            assert reads == []


async def test_names_changed_in_another_window_show(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        with Shelf(home) as other:
            other.edit_names([NameEdit("", None, "hide", "马化腾")])
            await looked(reader)
            assert reader.screen.findings.name("马化腾") is None


async def test_a_shelf_that_another_window_begins_is_seen(home: Path) -> None:
    async with opened(harbour(2, 3)) as reader:
        with Shelf(home) as other:
            other.add_bookmark(reader.screen.document, reader.screen.document.passages[0])
        await looked(reader)
        assert signed(reader) == [1]
