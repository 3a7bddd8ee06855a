"""The page of the current passage: what was found in it and kept of it, and where its rows lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading import opened, rows
from small_documents import document_of

from tui.screens.views.page import PageScreen

if TYPE_CHECKING:
    from reading import Reader

TEXT = (
    "雨下了一夜，路上没有人。",
    "腾讯去年投入 10 亿元。",
    "“不必为了开会而开会，腾讯云也不必。”马化腾说，今年的投入增长 100%，到 20 亿元。",
    "腾讯还在投入。",
)


def shown(reader: Reader) -> list[str]:
    page = reader.app.screen
    assert isinstance(page, PageScreen)
    return [row.strip() for row in rows(page.query_one("#page-list-rows")) if row.strip()]


async def test_everything_of_the_passage_stands_there_and_leads_to_its_set() -> None:
    async with opened(document_of(*TEXT), size=(120, 40)) as reader:
        reader.article.go_to_passage(3)
        await reader.press("m")
        await reader.settle()
        await reader.press("enter")
        drawn = shown(reader)
        groups = [
            row.split()[0] for row in drawn if row.split()[0] in ("名录", "主题", "数字", "引语", "书签")
        ]
        assert groups == ["名录", "主题", "数字", "引语", "书签"]
        assert any(row.startswith("马化腾") and row.endswith("1/1") for row in drawn)
        assert any(row.startswith("100%") and "无从核对" in row for row in drawn)
        assert any(row.startswith("「不必为了") and row.endswith("马化腾") for row in drawn)
        assert "第 3 段" in reader.text
        await reader.press("space")
        assert (reader.dialog, reader.screen.current.kind) == ("PageScreen", "name")
        await reader.press("escape")
        assert (reader.dialog, reader.screen.current, reader.passage) == ("", None, 3)
        for typed, footer in (("20", "数字 3/3"), ("不必", "引语 1/"), ("云", "名录 腾讯云 1/1")):
            await reader.press("enter", "/")
            await reader.type(typed)
            await reader.press("enter")
            assert (reader.dialog, reader.passage) == ("", 3)
            assert reader.footer.startswith(footer)
        await reader.press("enter", "G", "enter")
        assert reader.footer.startswith("书签 1/1")


async def test_a_passage_without_anything_says_so_and_escape_closes_the_filter_first() -> None:
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("enter")
        assert "这一段没有认出" in "".join(shown(reader))
        await reader.press("enter", "/")
        assert reader.dialog == "PageScreen"
        await reader.press("escape")
        assert reader.dialog == "PageScreen"
        await reader.press("escape")
        assert reader.dialog == ""


async def test_the_passage_shows_above_the_page() -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("G", "k", "k")
        await reader.press("enter")
        await reader.settle()
        top = reader.app.screen.query_one("#page").region.y
        assert reader.article.region.y + reader.article.place.row < top
        offset = reader.offset
        await reader.press("escape")
        assert reader.offset == offset
