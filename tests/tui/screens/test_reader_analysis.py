"""Figures and quotes beside the article, found in another process."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from analysts import InProcess
from reading import opened, rows, shown
from small_documents import document_of

import tui.analysing
import tui.screens.reader.analysis
from content.shelf import Edits, NameEdit, Shelf
from tui.compat import is_leaving
from tui.findings import look_up
from tui.keeping import Keeper
from tui.screens.reader.analysis import ReaderAnalysis

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from content.document import Document
    from content.search import SearchIndex
    from tui.findings import Findings
    from tui.widgets.row_list import RowList

TEXT = (
    "马化腾表示，今年的投入将超过 20 亿元。",
    "去年投入 10 亿元，增长 100%。",
    "“不必为了开会而开会。”马化腾说。",
)
DOCUMENT = document_of(*TEXT)


@pytest.mark.parametrize(("cached", "made_at_once"), [(True, 2000), (False, 0)])
async def test_figures_and_quotes_lead_to_their_places(
    monkeypatch: pytest.MonkeyPatch, cached: bool, made_at_once: int
) -> None:
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    monkeypatch.setattr(InProcess, "cached", cached)
    monkeypatch.setattr("tui.screens.reader.panes._MADE_AT_ONCE", made_at_once)
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("4")
        side = reader.screen.panes.side.pane.list
        drawn = "\n".join(rows(side))
        assert "20 亿元" in drawn
        assert "100%" in drawn
        await reader.press("G", "enter")
        assert reader.passage == 2
        assert reader.footer.startswith("数字 3/3")
        await reader.press("s")
        await reader.settle()
        assert side.rows[0].text == "元 2"
        assert side.row is side.rows[1]
        await reader.press("5")
        assert [row.heading for row in side.rows] == [True, False, False]
        await reader.press("j", "enter")
        assert reader.passage == 3
        assert reader.footer.startswith("引语 2/2")


def _said(pane: RowList) -> str:
    """Return the sentence of a list that has no rows, in one line."""
    return "" if pane.rows else "".join(line.strip(" ") for line in rows(pane))


async def test_how_far_it_is_shows_and_escape_stops_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, stopped = threading.Event(), threading.Event()

    class Held(InProcess):
        def find(
            self, _document: Document, _index: object, on_progress: Callable[[int, int], None]
        ) -> Findings | None:
            on_progress(42, 100)
            gate.wait(20)
            return None

        def close(self) -> None:
            stopped.set()
            gate.set()

    monkeypatch.setattr(tui.analysing, "Analyst", Held)
    async with opened(document_of("那天增长 3%。"), settled=False) as reader:
        assert "正在分析…" in reader.text
        await reader.settle(but=("analysis",))
        await reader.press("4")
        shown = reader.screen.panes
        for _ in range(1000):
            if "42 %" in reader.text:
                break
            await reader.pause()
        assert "正在分析 42 %" in reader.text
        assert _said(shown.themes.list).startswith("正在分析 42 %")
        await reader.press("2")
        assert _said(shown.side.pane.list).startswith("正在分析 42 %")
        await reader.press("escape")
        await reader.settle()
        assert stopped.is_set()
        assert "正在分析" not in reader.text
        assert reader.screen.focused is shown.side.pane.list
        assert "分析已取消 · 按 A 再分析" in _said(shown.side.pane.list)
        assert "分析已取消 · 按 A 再分析" in _said(shown.themes.list)


async def test_what_breaks_off_is_tried_again_and_said_and_begins_again_on_a_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, tried = threading.Event(), []

    class Dying(InProcess):
        def find(
            self, document: Document, index: object, on_progress: Callable[[int, int], None]
        ) -> Findings | None:
            tried.append(document)
            gate.wait(20)
            return super().find(document, index, on_progress) if len(tried) > 2 else None

    monkeypatch.setattr(tui.analysing, "Analyst", Dying)
    async with opened(document_of(*TEXT), settled=False) as reader:
        side = reader.screen.panes.side.pane.list
        await reader.settle(but=("analysis",))
        await reader.press("2")
        assert [row.text for row in side.rows] == ["仍在分析，还会增减", "人物", "  马化腾"]
        assert side.row
        assert side.row.key == "马化腾"
        gate.set()
        await reader.settle()
        assert len(tried) == 2
        assert side.rows[0].text == "分析中断，没有完成 · 按 A 再分析"
        await reader.press("4")
        assert "分析中断" in _said(side)
        await reader.press("W", "A")
        await reader.settle()
        assert "去年投入" in reader.text
        await reader.press("escape")
        assert "20 亿元" in "".join(rows(side))
        assert "分析" not in reader.text
        await reader.press("A")
        assert reader.footer == "已经分析完"
        assert len(tried) == 3


async def test_leaving_does_not_wait_for_what_is_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    class Held(InProcess):
        def find(self, *_: object) -> Findings | None:
            gate.wait(20)
            return None

        def close(self) -> None:
            gate.set()

    monkeypatch.setattr(tui.analysing, "Analyst", Held)
    async with opened(document_of(*TEXT), settled=False) as reader:
        await reader.settle(but=("analysis",))
        assert reader.screen.analysis.percent == 0
        await reader.press("q")
        assert is_leaving(reader.app)


async def test_a_text_without_figures_or_quotes_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    async with opened(document_of("雨下了一夜，路上没有人。")) as reader:
        await reader.press("4")
        assert "文中没有数字" in reader.text
        await reader.press("5")
        assert "文中没有引语" in reader.text


async def test_another_document_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    async with opened(document_of(*TEXT)) as reader:
        assert len(reader.screen.findings.quotes) == 2
        reader.screen.documents.open("")
        await reader.settle()
        assert reader.screen.findings.whole
        assert len(reader.screen.findings.quotes) > 5


async def test_a_document_that_gave_way_is_not_analysed_with_the_words_of_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, begun = threading.Event(), threading.Event()
    found: list[tuple[str, str]] = []
    held = document_of(*["甲文里的一句话，说的是天气。" * 20] * 80, title="甲")
    shorter = document_of("乙文里的一句话。", title="乙")

    def look_up(document: Document) -> Findings:
        if document.title == "甲":
            begun.set()
            gate.wait(20)
        return real(document)

    class Noted(InProcess):
        def find(
            self, document: Document, index: SearchIndex, on_progress: Callable[[int, int], None]
        ) -> Findings | None:
            found.append((document.title, index.document_keys[0].digest))
            return super().find(document, index, on_progress)

    real = tui.screens.reader.analysis.look_up
    monkeypatch.setattr(tui.screens.reader.analysis, "look_up", look_up)
    monkeypatch.setattr(tui.screens.reader.analysis, "_WITHOUT_INDEX", len(shorter.text) + 1)
    monkeypatch.setattr(tui.analysing, "Analyst", Noted)
    async with opened(held, settled=False) as reader:
        while not begun.is_set():
            await reader.pause()
        reader.screen.put_document(shown(shorter))
        while not found:
            await reader.pause()
        gate.set()
        await reader.settle()
        assert found == [("乙", shorter.digest)]
        assert not reader.screen.analysis.is_busy
        reader.screen.put_document(shown(shorter))  # the same text again, of another opening
        await reader.settle()
        assert found == [("乙", shorter.digest)] * 2


async def test_what_the_reader_changed_is_read_beside_the_screen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_in: list[threading.Thread] = []
    edits = Keeper.edits

    def noted(self: Keeper, *of: object) -> object:
        read_in.append(threading.current_thread())
        return edits(self, *of)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(Keeper, "edits", noted)
    with Shelf(home) as shelf:
        shelf.edit_names([NameEdit("", None, "hide", "马化腾", "person")])
    async with opened(document_of(*TEXT)) as reader:
        assert reader.screen.findings.known
        assert "马化腾" not in [each.name for each in reader.screen.findings.names]
    assert read_in
    assert threading.main_thread() not in read_in


async def test_what_is_edited_late_gives_way_to_what_came_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, held = threading.Event(), threading.Event()
    late, later = look_up(DOCUMENT), look_up(DOCUMENT)

    def edited(_self: object, _document: Document, found: Findings) -> Findings:
        if found is late:
            held.set()
            gate.wait(20)
        return found

    async with opened(DOCUMENT) as reader:
        analysis = reader.screen.analysis
        analysis.edits = Edits((NameEdit("1", None, "hide", "马化腾"),), ())
        monkeypatch.setattr(ReaderAnalysis, "_edited", edited)
        for meanwhile in ("found", "document"):
            work = asyncio.create_task(analysis._know(DOCUMENT, late))
            while not held.is_set():
                await reader.pause()
            if meanwhile == "found":
                await analysis._know(DOCUMENT, later)
            else:
                reader.screen.put_document(shown(document_of("又一篇。")))
            gate.set()
            await work
            assert analysis.findings is not late
            gate.clear()
            held.clear()
        await reader.settle()
