"""A damaged store is mended, and the reader is told: which copy is used, where the damaged file is."""

from pathlib import Path

import pytest
from reading import harbour, opened

from content.shelf import Shelf

DOCUMENT = harbour()


@pytest.mark.parametrize("copy", [True, False])
async def test_a_store_that_was_damaged_is_told_of_once(home: Path, copy: bool) -> None:
    with Shelf(home) as shelf:
        shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[0])
    if not copy:
        for backup in home.rglob("*.db"):
            if backup != home / "kept.db":
                backup.unlink()
    (home / "kept.db").write_bytes(b"no store " * 1000)
    async with opened() as reader:
        assert reader.dialog == "MessageScreen"
        aside = next(home.glob("kept-damaged-*.db"))
        told = "".join(reader.text.split())
        assert aside.name in told
        assert ("已改用最近的完好备份：kept" in told) is copy
        assert ("没有可用的备份" in told) is not copy
        await reader.press("enter", "j", "m", "escape")
        await reader.settle()
        assert reader.dialog == ""
        assert ("书签数据曾损坏，已用备份" if copy else "书签数据曾损坏，已从头开始") in reader.masthead
        assert len(reader.screen.keeping.bookmarks.placed) == (2 if copy else 1)
    async with opened() as reader:
        assert (reader.dialog, "曾损坏" in reader.masthead) == ("", False)


async def test_a_library_that_was_damaged_is_told_of_once(home: Path) -> None:
    with Shelf(home) as shelf:
        shelf.add_bookmark(DOCUMENT, DOCUMENT.passages[0])
    (home / "library.db").write_bytes(b"no library " * 1000)
    async with opened() as reader:
        assert reader.dialog == "MessageScreen"
        told = "".join(reader.text.split())
        assert next(home.glob("library-damaged-*.db")).name in told
        assert "书库文件损坏了" in told
        assert "读得出的0篇" in told
        await reader.press("enter")
        assert "书库曾损坏" in reader.masthead
        assert len(reader.screen.keeping.bookmarks.placed) == 1
    async with opened() as reader:
        assert (reader.dialog, "曾损坏" in reader.masthead) == ("", False)
