"""Files, folders and texts that are typed or pasted into the library's box."""

import threading
from pathlib import Path

import pytest
from library_texts import fill, library_in, library_of, library_opened, listed, said
from reading import opened

import tui.screens.library.adding
from content.library.adding import Report
from tui.progress import Progress


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "文章"
    (folder / "更多").mkdir(parents=True)
    (folder / "灯塔.txt").write_text("灯塔\n\n看守人每天写日记，写了三十年。", encoding="utf-8")
    (folder / "更多" / "渔船.txt").write_text("渔船\n\n渔船在雨季里晚到两天。", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    (folder / "报告.pdf").write_bytes(b"%PDF-1.4 ")
    (folder / "图.png").write_bytes(b"\x89PNG")
    return folder


def titles(home: Path) -> set[str]:
    with library_in(home) as library:
        return {entry.title for entry in library.entries()}


async def test_a_folder_is_added_and_what_could_not_be_is_named(home: Path, folder: Path) -> None:
    async with library_opened() as (reader, library):
        await reader.paste(str(folder))
        assert listed(library)[0].startswith("加入文件夹")
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == "ProblemsScreen"
        assert "2 个文件没有加入" in reader.text
        assert "报告.pdf：PDF 请先另存为文本或 EPUB" in reader.text
        assert "空.txt 里没有文字" in reader.text
        await reader.press("escape")
        assert said(library) == "加入 2 篇 · 2 个文件没有加入 · 略过 1 个别的文件"
        assert {"灯塔", "渔船"} <= {row.split()[0] for row in listed(library)}
        assert titles(home) == {"灯塔", "渔船"}
        assert library.view.box.value == ""


async def test_adding_again_changes_nothing(home: Path, folder: Path) -> None:
    for bad in ("空.txt", "报告.pdf"):
        (folder / bad).unlink()
    async with library_opened() as (reader, library):
        for words in ("加入 2 篇", "2 篇没有变"):
            await reader.paste(str(folder))
            await reader.press("enter")
            await reader.settle()
            assert said(library).startswith(words)
            assert reader.dialog == "LibraryScreen"


async def test_several_paths_are_added_together(home: Path, folder: Path) -> None:
    paths = folder / "灯塔.txt", folder / "更多" / "渔船.txt"
    async with library_opened() as (reader, library):
        await reader.paste("\n".join(map(str, paths)))
        assert titles(home) == {"灯塔", "渔船"}
        assert said(library) == "加入 2 篇"


async def test_a_file_is_opened(folder: Path) -> None:
    async with library_opened() as (reader, _):
        await reader.paste(f'"{folder / "灯塔.txt"}"')
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == ""
        assert reader.masthead.startswith("灯塔")


async def test_a_path_where_there_is_nothing_stays_to_be_mended() -> None:
    async with library_opened(*"no/such.txt", "enter") as (reader, library):
        assert said(library).startswith("没有这个文件：no/such.txt")
        assert listed(library)[0].startswith("没有这个文件：no/such.txt")
        assert reader.dialog == "LibraryScreen"
        await reader.press("tab", "enter")
        assert library.view.box.has_focus
        assert library.view.box.value == "no/such.txt"


async def test_an_address_is_not_fetched() -> None:
    async with library_opened(*"https://harbour.example", "enter") as (_, library):
        assert said(library) == "不联网：请在浏览器里存成网页再打开"


async def test_a_pasted_text_is_offered_as_a_document() -> None:
    async with library_opened() as (reader, _):
        await reader.paste("灯塔\n\n看守人每天写日记。\n\n写了三十年。")
        assert reader.dialog == "PastedScreen"
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("灯塔")


async def test_progress_shows_and_escape_stops_after_the_present_file(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, gate = threading.Event(), threading.Event()

    def held(library: object, paths: object, *, encoding: object, on_progress, cancelled) -> Report:
        on_progress(3, 12)
        told.set()
        gate.wait(20)
        return Report(3, 0, 0, (), 0) if cancelled() else Report(12, 0, 0, (), 0)

    monkeypatch.setattr(tui.screens.library.adding, "add_files", held)
    async with library_opened() as (reader, library):
        await reader.paste(str(folder))
        await reader.press("enter")
        while not told.is_set() or "3/12" not in said(library):
            await reader.pause()
        assert said(library) == "正在加入 ━━━───────── 3/12 · Esc 停止"
        await reader.press("escape")
        gate.set()
        await reader.settle()
        assert said(library) == "已停止 · 加入 3 篇"
        assert reader.dialog == "LibraryScreen"


async def test_the_library_may_be_left_while_the_last_file_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()

    def held(library: object, paths: object, **_: object) -> Report:
        gate.wait(20)
        return Report(1, 0, 0, (), 0)

    monkeypatch.setattr(tui.screens.library.adding, "add_files", held)
    async with library_opened() as (reader, _):
        await reader.paste(str(folder))
        await reader.press("enter", "escape", "escape", "escape", "escape")
        gate.set()
        await reader.settle()
        assert reader.dialog == ""
        assert "程序出了错" not in reader.footer


async def test_more_is_added_after_what_is_and_goes_on_while_a_document_is_read(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    gate, begun = threading.Event(), threading.Event()

    def held(_library: object, paths: list[str], *, on_progress: Progress, **_: object) -> Report:
        begun.set()
        gate.wait(20)
        on_progress(1, 2)
        return Report(len(paths), 1, 0, (), 0)

    monkeypatch.setattr(tui.screens.library.adding, "add_files", held)
    async with library_opened() as (reader, library):
        library.documents.open_typed(str(folder))
        while not begun.is_set():
            await reader.pause()
        library.documents.open_typed(f"{folder / '灯塔.txt'}\n{folder / '空.txt'}")
        await reader.pause()
        assert said(library).startswith("前面的加完就加")
        await reader.press(*"hgdjs")
        await reader.settle(but=("library words",))
        await reader.press("enter")
        await reader.settle(but=("library words",))
        assert reader.masthead.startswith("海港的集市")
        await reader.press("o")
        await reader.settle(but=("library words",))
        assert said(library_of(reader)).startswith("正在加入")
        library_of(reader).close_with(None)
        gate.set()
        await reader.settle()
        assert reader.dialog == ""
        assert reader.footer.startswith("加入 3 篇 · 更新 2 篇")


async def test_a_library_that_cannot_be_written_is_told_in_a_line(home: Path, folder: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    async with library_opened() as (reader, library):
        await reader.paste(str(folder))
        await reader.press("enter")
        await reader.settle()
        assert said(library).startswith("书库读写不了：")
        assert library.view.box.value == str(folder)


async def test_a_folder_opened_from_the_reader_is_added_with_the_library_on_the_screen(
    home: Path, folder: Path
) -> None:
    fill(home)
    async with opened(size=(120, 30)) as reader:
        reader.screen.documents.open(str(folder))
        await reader.settle()
        assert reader.dialog == "ProblemsScreen"
        await reader.press("q")
        await reader.settle()
        assert any(row.startswith("灯塔") for row in listed(library_of(reader)))


@pytest.mark.parametrize("size", [(40, 12), (16, 5)])
async def test_long_sentences_are_broken_where_there_is_little_room(
    folder: Path, size: tuple[int, int]
) -> None:
    name = folder / f"{'很长的名字' * 8}.pdf"
    name.write_bytes(b"%PDF-1.4 ")
    async with library_opened(size=size) as (reader, _):
        await reader.paste(str(folder))
        await reader.press("enter")
        await reader.settle()
        assert reader.dialog == "ProblemsScreen"
        await reader.press("G")
        assert reader.app.screen._list.row is not None
