"""Bookmarks taken away in the app: form, scope, target; nothing typed is lost, no file of others touched."""

import json
import os
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from library_texts import library_in
from reading import Reader, harbour, opened

from content.shelf import Shelf
from tui.screens.reader.bookmarks import ReaderBookmarks


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have the reader's own folder in a folder of the test."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def keep_three(home: Path) -> None:
    document, other = harbour(), harbour(2, 3, title="别的")
    with Shelf(home) as shelf:
        shelf.add_bookmark(document, document.passages[3], note="保险的账", tags=("钱",))
        shelf.add_bookmark(document, document.passages[8])
        shelf.add_bookmark(other, other.passages[1], tags=("钱", "海"))


def path_in(reader: Reader) -> str:
    return reader.app.screen.query_one("#export-path").value


async def export(reader: Reader, *keys: str) -> None:
    await reader.press(*keys, "enter")
    await reader.settle()


async def test_form_and_scope_are_chosen_and_the_file_is_named_after_them(
    home: Path, own_folder: Path
) -> None:
    keep_three(home)
    async with opened() as reader:
        await reader.press("x")
        await reader.settle()
        assert reader.dialog == "ExportScreen"
        for words in ("Markdown", "CSV", "网页批注", "纯文本", "本文 2 条", "全部 3 条", "#钱 2 条"):
            assert words in reader.text
        assert path_in(reader) == "~/海港的集市.md"
        await export(reader)
        assert reader.dialog == ""
        assert reader.footer == "2 条 → ~/海港的集市.md"
        written = (own_folder / "海港的集市.md").read_text("utf-8")
        assert written.count("> — 第 ") == 2
        assert "> 保险的账" in written
        await reader.press("f9")
        await reader.settle()
        await reader.press("right", "right", "down", "right")
        assert path_in(reader) == "~/书签.jsonld"
        await export(reader)
        assert reader.footer == "3 条 → ~/书签.jsonld"
        assert len(json.loads((own_folder / "书签.jsonld").read_text("utf-8"))["items"]) == 3
        await reader.press("x")
        await reader.settle()
        assert path_in(reader) == "~/海港的集市.jsonld"  # the form is remembered
        await export(reader, "right", "down", "right", "right", "down", "right")
        assert reader.footer.startswith("2 条 → 终端剪贴板（")
        assert "别的" in reader.app.clipboard


async def test_a_file_of_others_stays_and_what_was_typed_is_there_again(home: Path, own_folder: Path) -> None:
    keep_three(home)
    (own_folder / "笔记").mkdir()
    other = own_folder / "笔记" / "海港的集市.md"
    other.write_text("我自己的笔记\n", "utf-8")
    async with opened() as reader:
        await reader.press("x")
        await reader.settle()
        await reader.press("up")
        await reader.paste("~/笔记")  # in the place of what is offered
        await export(reader)
        assert reader.dialog == "ExportScreen"
        assert "那里是别的或改过的文件，没有动它" in reader.text
        assert other.read_text("utf-8") == "我自己的笔记\n"
        await reader.press("ctrl+u", *"~/没有/书签")
        assert "没有动它" not in reader.text
        await export(reader)
        assert "没有这个文件夹：~/没有" in reader.text
        await reader.press("escape", "x")
        await reader.settle()
        assert path_in(reader) == "~/没有/书签"
        reader.app.screen.query_one("#export-path").value = f"{own_folder}/笔记/新的.md"
        await export(reader)
        assert reader.footer == "2 条 → ~/笔记/新的.md"
    assert sorted(each.name for each in (own_folder / "笔记").iterdir()) == ["新的.md", "海港的集市.md"]
    async with opened() as reader:
        await reader.press("x")
        await reader.settle()
        assert path_in(reader) == "~/笔记/海港的集市.md"  # the folder is remembered


async def test_all_of_an_edited_document_is_exported_though_it_was_not_found_by_now(
    home: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = harbour(), harbour(3)
    with library_in(home) as library:
        library.add(before, "/集市.txt")
        library.shelf.add_bookmark(before, before.passages[3])
        library.shelf.add_bookmark(before, before.passages[18])
    monkeypatch.setattr(ReaderBookmarks, "_find", AsyncMock())
    pipe, own = own_folder / "管道.md", own_folder / "海港的集市.md"
    os.mkfifo(pipe)
    async with opened(after, path="/集市.txt") as reader:
        await reader.press("x")
        await reader.settle()
        assert "本文 2 条" in reader.text
        await reader.press("up")
        await reader.paste("~/管道.md")
        await export(reader)
        assert "那里不是文件，没有动它" in reader.text
        await reader.press("ctrl+u", *"~/海港的集市.md")
        await export(reader)
        assert reader.footer == "2 条 → ~/海港的集市.md"
        assert own.read_text("utf-8").count("^te-") == 2
        own.write_text(own.read_text("utf-8").replace("\n\n^te-", "\n> 我的话\n\n^te-", 1), "utf-8")
        await reader.press("x")
        await reader.settle()
        await export(reader)
        assert reader.footer == "2 条 → ~/海港的集市.md · 1 条在文件里改过，没有动"


async def test_without_bookmarks_there_is_nothing_to_export() -> None:
    async with opened() as reader:
        await reader.press("x")
        await reader.settle()
        assert (reader.dialog, reader.footer) == ("", "还没有书签 · 在正文按 m")
