"""Pages that are open while the reader's document is analysed: they fill with what is found."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from analysts import InProcess
from reading import opened, rows
from small_documents import document_of

import tui.analysing

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from content.document import Document
    from tui.findings import Findings

TEXT = ("2018 年 3 月，腾讯投入 10 亿元。", "雨下了一夜。", "2015 年，腾讯云还没有开张。")


async def test_a_page_fills_when_everything_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, gate = threading.Event(), threading.Event()

    class Held(InProcess):
        cached = False

        def find(
            self, document: Document, index: object, on_progress: Callable[[int, int], None]
        ) -> Findings | None:
            on_progress(42, 100)
            begun.set()
            gate.wait(20)
            return super().find(document, index, on_progress)

    monkeypatch.setattr(tui.analysing, "Analyst", Held)
    async with opened(document_of(*TEXT), size=(120, 40), settled=False) as reader:

        def drawn() -> list[str]:
            return [
                row.strip() for row in rows(reader.app.screen.query_one("#page-list-rows")) if row.strip()
            ]

        await reader.settle(but=("analysis",))
        while not begun.is_set():
            await reader.pause()
        await reader.pause()
        await reader.press("W")
        assert drawn()[0] == "正在分析 42 %"  # Esc would close the page
        await reader.press("escape", "enter")
        assert [row.split()[0] for row in drawn()] == ["名录", "腾讯"]
        assert "正在分析 42 %" in reader.text
        gate.set()
        await reader.settle()
        assert [row.split()[0] for row in drawn()][-3:] == ["数字", "2018", "10"]
        assert "正在分析" not in reader.text
        await reader.press("enter")
        assert reader.footer.startswith("名录 腾讯 1/1")
