"""What keys do with the row under the cursor: its concordance, its page, a new one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysts import InProcess
from reading import opened, rows
from small_documents import document_of

import tui.analysing

if TYPE_CHECKING:
    import pytest

TEXT = (
    "马化腾表示，今年的投入将超过 20 亿元，用在云计算上。",
    "“不必为了开会而开会，也不必为了写字而写字。”",
    "马化腾又来了，云计算也来了，30 个人。",
)


async def test_a_row_leads_to_its_concordance_its_page_and_its_kind_of_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    async with opened(document_of(*TEXT), size=(120, 30)) as reader:
        await reader.press("2", "c")
        await reader.settle()
        assert reader.app.screen.term == "马化腾"
        await reader.press("escape", "3", "c")
        await reader.settle()
        assert reader.app.screen.term == "云计算"
        await reader.press("escape", "a")
        assert "新建主题" in reader.text
        await reader.press("escape", "1", "a")
        assert "把词加入名录" in reader.text
        await reader.press("escape", "5", ".")
        assert rows(reader.app.screen.query_one("#page-head-rows"))[0].split()[:2] == ["马化腾", "人物"]
        await reader.press("escape", "G", ".")
        assert rows(reader.app.screen.query_one("#page-head-rows"))[0].split()[:3] == ["本段", "第", "2"]
        await reader.press("escape", "enter", "}", "R", "R", "4", ".")  # the lists speak of the third passage
        assert rows(reader.app.screen.query_one("#page-head-rows"))[0].split()[:3] == ["本段", "第", "3"]
