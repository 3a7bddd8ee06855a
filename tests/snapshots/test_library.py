"""Pictures of the library over the reader."""

from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import pytest
from index_once import IndexOnce
from library_texts import library_in
from reading import harbour

import content.library.across
import content.shelf.positions
import tui.screens.library.adding
import tui.screens.library.documents
from content.library.adding import Report
from content.reading.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reading import Reader

DOCUMENTS = (
    ("海港的集市", ("林小舟",), "潮汐周报", "2019-05-01", 0.38, "2026-03-05"),
    ("退潮", (), "潮汐周报", None, 1.0, "2026-03-04"),
    ("云上的工厂：账本搬家记", ("周远", "陈一"), "制造业评论", "2020-11", 0.05, "2026-01-20"),
    ("Why the harbour went digital", ("A. Writer",), None, "2018", 0.62, "2025-03-02"),
    (
        "智慧零售三年：一家社区超市的数字化实验与它的一千零一个夜晚",
        ("许多多",),
        "零售观察",
        "--11-28",
        None,
        "",
    ),
)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day on every machine, and build an index once."""
    monkeypatch.setattr(tui.screens.library.documents, "today", lambda: date(2026, 3, 5))
    monkeypatch.setattr(content.shelf.positions, "now", lambda: "2026-03-05T12:00:00.000Z")
    monkeypatch.setattr(content.library.across, "IndexBuilder", IndexOnce)


@pytest.fixture
def library(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five documents, four of which were read."""
    with library_in(home) as kept:
        for number, (title, byline, source, written, progress, opened) in enumerate(DOCUMENTS):
            document = harbour(title=title, byline=byline, source=source, date=written, paragraphs=4 + number)
            kept.add(document, f"/文章/{number}.txt")
            if progress is not None:
                with monkeypatch.context() as then:
                    then.setattr(content.shelf.positions, "now", lambda day=opened: f"{day}T11:00:00.000Z")
                    kept.shelf.save_place(document, 9, path=f"/文章/{number}.txt", progress=progress)


def pressing(*keys: str):
    """Make what opens the library and presses keys there."""

    async def press(reader: Reader) -> None:
        await reader.press("o")
        await reader.settle()
        for key in keys:
            await reader.press(key)
            await reader.settle()

    return press


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((120, 40), "hans", id="120x40"),
        pytest.param((80, 24), "hans", id="80x24"),
        pytest.param((40, 12), "hans", id="40x12"),
        pytest.param((120, 40), "en", id="english"),
        pytest.param((120, 40), "hant", id="traditional"),
    ],
)
def test_documents(same_picture, library, size, language) -> None:
    assert same_picture(pressing("tab", "j"), size=size, language=language)


def test_empty(same_picture) -> None:
    assert same_picture(pressing())


def test_filtered(same_picture, library) -> None:
    assert same_picture(pressing(*"hg"))


@pytest.mark.thorough
def test_removed(same_picture, library) -> None:
    assert same_picture(pressing(*"退潮", "tab", "d"))


@pytest.mark.parametrize("size", [(120, 40), (40, 12)], ids=["120x40", "40x12"])
def test_across(same_picture, library, size) -> None:
    assert same_picture(pressing("f3", *"腾讯云", "down"), size=size)


@pytest.mark.thorough
def test_nothing_across(same_picture, library) -> None:
    assert same_picture(pressing("f3", *"zzqqxx"))


@pytest.mark.parametrize("keys", [("right", "tab", "down"), ("right", "right")], ids=["names", "themes"])
def test_shared(same_picture, library, keys) -> None:
    assert same_picture(pressing(*keys))


@pytest.mark.thorough
def test_light_palette_and_plain_glyphs(same_picture, library) -> None:
    async def turn(reader: Reader) -> None:
        await reader.press(":", *"colours", "enter", ":", *"glyphs", "enter")
        await reader.settle()
        await pressing()(reader)

    assert same_picture(turn, size=(80, 24))


def test_problems(same_picture, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = [("报告.pdf", "pdf"), ("空.txt", "empty"), ("旧书.epub", "encrypted")]
    problems = tuple((name, ReadingError(reason, name)) for name, reason in bad)  # type: ignore[arg-type]
    monkeypatch.setattr(
        tui.screens.library.adding, "add_files", lambda *_, **__: Report(12, 1, 3, problems, 7)
    )

    async def add(reader: Reader) -> None:
        await pressing()(reader)
        reader.app.screen.adding.begin(["文章"])

    assert same_picture(add)


def test_adding(same_picture, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    def held(*_: object, on_progress: Callable[[int, int], None], **__: object) -> Report:
        on_progress(120, 340)
        gate.wait(20)
        return Report(0, 0, 0, (), 0)

    monkeypatch.setattr(tui.screens.library.adding, "add_files", held)

    async def add(reader: Reader) -> None:
        leave = reader.app.exit
        monkeypatch.setattr(reader.app, "exit", lambda *picture: (gate.set(), leave(*picture)))
        await pressing()(reader)
        reader.app.screen.adding.begin(["文章"])
        while "120" not in reader.app.screen._keyline.render_line(0).text:
            await reader.pause()

    assert same_picture(add, but=("library", "library words"))
