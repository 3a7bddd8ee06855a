"""The pages of a name and of a theme: what they tell, and where their rows lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reading import harbour, opened, rows

from content.reading.assembly import Part, assemble

if TYPE_CHECKING:
    from reading import Reader

pytestmark = pytest.mark.thorough  # one reader for each; the pictures are in the quick suite

PARTS = (
    ("heading", "码头"),
    ("body", "马化腾表示，云上的生意今年将投入超过 20 亿元。"),
    ("body", "腾讯与马化腾都没有说更多。腾讯的船还没有来。"),
    ("heading", "雨季"),
    ("body", "雨下了一夜，路上没有人。"),
    ("heading", "尾声"),
    ("body", "微众银行也来了，腾讯云把账本放到云端，马化腾说：“不必为了开会而开会。”"),
)
DOCUMENT = assemble([Part(kind, text) for kind, text in PARTS], title="码头")  # type: ignore[arg-type]


def listed(reader: Reader) -> list[str]:
    return [row.strip() for row in rows(reader.app.screen.query_one("#page-list-rows")) if row.strip()]


def head(reader: Reader) -> list[str]:
    return rows(reader.app.screen.query_one("#page-head-rows"))


async def test_the_page_of_a_name_tells_what_it_is_and_leads_to_every_place() -> None:
    async with opened(DOCUMENT, size=(120, 40)) as reader:
        await reader.press("2", "/")
        await reader.type("马化腾")
        await reader.press("tab", ".")
        first, *_, strip, ruler = head(reader)
        assert first.split()[:2] == ["马化腾", "人物"]
        assert first.endswith("3 处 · 3 段")
        assert "小马哥" in "".join(head(reader))
        assert strip.count("▇") == 3
        assert strip.index("│") == ruler.index("│") + len("码头")  # which is twice as wide in cells
        assert [title.strip() for title in ruler.split("│")] == ["码头", "雨季", "尾声"]
        drawn = listed(reader)
        groups = [row for row in drawn if row.split()[0] in ("同段出现", "主题", "引语", "数字")]
        assert [row.split()[0] for row in groups] == ["同段出现", "主题", "引语", "数字"]
        assert drawn[1].startswith("腾讯")
        assert "20 亿元" in drawn[-1]
        await reader.press("space")  # both of them, where they stand together
        assert reader.dialog == "PageScreen"
        assert {
            reader.screen.document.text[each.start : each.end] for each in reader.screen.current.members
        } == {
            "腾讯",
            "马化腾",
        }
        assert reader.passage == 3
        assert any(row.split() == ["●", "云", "2", "段"] for row in drawn)
        await reader.press("G", "enter")
        assert (reader.dialog, reader.passage) == ("", 2)
        assert reader.footer.startswith("数字 马化腾 1/1")
        await reader.press("escape", "H")
        assert reader.passage == 1  # where it was before the page was opened


async def test_a_page_opens_from_a_page_and_from_the_current_set() -> None:
    async with opened(DOCUMENT, size=(120, 40)) as reader:
        await reader.press(".")
        assert reader.footer == "先选一个名称或主题"
        await reader.press("2", "/")
        await reader.type("马化腾")
        await reader.press("enter", ".")
        assert head(reader)[0].split()[0] == "马化腾"
        await reader.press(".")
        assert head(reader)[0].split()[0] == "腾讯"
        await reader.press("escape")
        assert head(reader)[0].split()[0] == "马化腾"
        before = reader.passage
        await reader.press(".", "/")
        await reader.type("马化腾")
        await reader.press("enter")
        assert reader.dialog == ""
        assert reader.footer.startswith("名录 腾讯 · 马化腾")
        await reader.press("H")
        assert reader.passage == before


async def test_the_page_of_a_theme_tells_what_it_touches_section_by_section_zeros_included() -> None:
    async with opened(DOCUMENT, size=(120, 40)) as reader:
        await reader.press("t")
        await reader.type("云")
        await reader.press("enter", "。")
        assert head(reader)[1].split() == ["云上", "1", "腾讯云", "1", "云端", "1"]
        drawn = listed(reader)
        assert [row.split() for row in drawn[1:4]] == [["码头", "1"], ["雨季", "0"], ["尾声", "2"]]
        await reader.press("down", "enter")
        assert reader.dialog == "PageScreen"  # nothing there to go to
        await reader.press("down", "enter")
        assert (reader.dialog, reader.passage) == ("", 7)
        assert reader.footer.startswith("主题 云 2/3")


async def test_a_page_leads_to_editing_what_it_is_about() -> None:
    async with opened(DOCUMENT, size=(120, 40)) as reader:
        await reader.press("2", "/")
        await reader.type("马化腾")
        await reader.press("tab", ".", "E")
        await reader.settle()
        assert reader.dialog == "FormScreen"
        assert reader.app.screen.values["name"] == "马化腾"
        await reader.press("escape")
        assert reader.dialog == ""


async def test_the_footer_offers_what_holds_in_the_list() -> None:
    async with opened(DOCUMENT, size=(120, 40)) as reader:
        details, order = ". 详情", "s 数字的次序"
        turned = (("2", {details}), ("4", {details, order}), ("right", {details}), ("right", set()))
        for key, offered in turned:
            await reader.press(key)
            assert {entry for entry in (details, order) if entry in reader.footer} == offered, key


async def test_a_row_of_a_page_that_was_turned_leads_nowhere() -> None:
    async with opened(harbour(), size=(120, 40)) as reader:
        await reader.press("D")
        for key in ("space", ".", "enter", "escape", "."):  # faster than what they ask for comes back
            reader.send(key)
        await reader.settle()
        assert reader.app._exception is None
        assert reader.dialog == "PageScreen"


async def test_the_right_button_opens_the_page_of_a_row() -> None:
    async with opened(harbour(), size=(120, 40)) as reader:
        await reader.press("2")
        side = reader.screen.panes.side.pane.list
        row = next(place for place, each in enumerate(side.rows) if each.key == "腾讯云")
        await reader.click(side, 4, row, button=3)
        await reader.settle()
        assert reader.dialog == "PageScreen"
        assert head(reader)[0].split()[0] == "腾讯云"
        pane = reader.app.screen.query_one("#page-list-rows")
        other = pane.rows[1].key.removeprefix("names:")
        await reader.click(pane, 4, 1, button=3)
        await reader.settle()
        assert head(reader)[0].split()[0] == other != "腾讯云"
