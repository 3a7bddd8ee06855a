"""The timeline over the reader."""

from __future__ import annotations

from reading import opened, rows
from small_documents import document_of

TEXT = ("2018 年 3 月，云仓开张。", "2015 年，码头上还没有灯。", "到了 2017 年，灯都亮了。")


async def test_what_is_dated_stands_in_the_order_of_its_dates_and_leads_to_its_place() -> None:
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("W")
        drawn = [row.split() for row in rows(reader.app.screen.query_one("#page-list-rows")) if row.strip()]
        assert [row[:2] for row in drawn] == [["2015", "2"], ["2017", "3"], ["2018-03", "1"]]
        await reader.press("down", "enter")
        assert (reader.dialog, reader.passage) == ("", 3)
        assert reader.footer.startswith("时间线 3/3")
        await reader.press("c")
        assert reader.app.screen.term == ""  # dates have no word in common


async def test_a_text_without_dates_says_so() -> None:
    async with opened(document_of("雨下了一夜，路上没有人。")) as reader:
        await reader.press("f7")
        assert "文中没有日期" in reader.text
