"""The documents of the library are analysed while nothing else is at work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from library_texts import ALL, fill, library_opened
from reading import FakeAnalyst, opened

import tui.analysing
from content.chinese.helper import HelperError
from content.library.backlog import Backlog
from content.library.names_file import Analysed

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from content.document import Document


class Told:
    """Stands in for what finds everything: one document, then the next when the gate is opened."""

    def __init__(self) -> None:
        self.gate = threading.Semaphore(1)
        self.there: dict[str, Analysed] = {}
        self.titles: list[str] = []
        self.closed = False

    def analysed(self) -> dict[str, Analysed]:
        return self.there

    def give_up(self, document: Document) -> None:
        raise AssertionError(document.title)

    def put(self, document: Document) -> None:
        self.gate.acquire(timeout=20)
        if self.closed:
            raise HelperError("closed")
        self.titles.append(document.title)
        self.there[document.digest] = Analysed(document.date or "")

    def close(self) -> None:
        self.closed = True
        self.gate.release()


def use(finder: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    class Leisurely(FakeAnalyst):
        def backlog(self, library: object) -> Backlog:
            return Backlog(library, finder)  # type: ignore[arg-type]  # a library

    monkeypatch.setattr(tui.analysing, "Analyst", Leisurely)


async def test_the_newest_is_analysed_first_and_leaving_ends_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(home)
    finder = Told()
    use(finder, monkeypatch)
    async with opened(size=(140, 30), settled=False) as reader:
        await reader.settle(but=("at leisure",))
        await reader.press("o")
        await reader.settle(but=("at leisure",))
        for _ in range(500):
            if "已分析 1/3" in reader.text:
                break
            await reader.pilot.pause(0.01)
        assert "已分析 1/3" in reader.text
        await reader.press("escape", "q")
    assert finder.titles == [ALL[-1].title]
    there, finder = finder.there, Told()
    finder.there = there | {ALL[0].digest: Analysed(ALL[0].date or "", found=False)}
    finder.gate.release(9)
    use(finder, monkeypatch)
    (tmp_path / "文章").mkdir()
    (tmp_path / "文章/灯塔.txt").write_text("灯塔\n\n看守人每天写日记，写了三十年。", encoding="utf-8")
    async with library_opened() as (reader, _):
        assert "已分析" not in reader.text
        assert "1 篇未能分析" in reader.text
        assert finder.titles == [ALL[1].title]
        await reader.paste(str(tmp_path / "文章"))
        await reader.press("enter")
        await reader.settle()
    assert finder.titles[1:] == ["灯塔"]


async def test_the_shown_document_goes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(home)
    finder = Told()
    use(finder, monkeypatch)
    found = threading.Event()
    monkeypatch.setattr(FakeAnalyst, "find", lambda *_: found.wait(20) and None)
    async with opened(settled=False) as reader:
        await reader.settle(but=("analysis",))
        reader.screen.library.at_leisure.begin()
        await reader.settle(but=("analysis",))
        assert finder.titles == []
        found.set()
        await reader.settle(but=("at leisure",))
        for _ in range(500):
            if finder.titles:
                break
            await reader.pilot.pause(0.01)
        assert finder.titles == [ALL[-1].title]
