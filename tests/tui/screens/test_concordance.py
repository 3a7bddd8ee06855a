"""The concordance over the reader: its term, its lines in one column, where they lead."""

from __future__ import annotations

import re

from reading import Reader, opened, rows
from rich.cells import cell_len
from small_documents import document_of

from content.document import Span
from tui.current_set import CurrentSet

TEXT = ("潮汐云仓，日新云照。", "雨後的雲散了。", "没有别的。")


def lines(reader: Reader) -> list[str]:
    return [line for line in rows(reader.app.screen.query_one("#concordance-rows")) if line.strip()]


async def test_a_typed_term_stands_in_one_column_and_enter_goes_there() -> None:
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("c")
        assert "键入一个词" in reader.text
        await reader.type("云")
        drawn = lines(reader)
        assert len(drawn) == 3
        columns = {
            cell_len(line[: line.index(f"  {line_term}  ")])
            for line, line_term in zip(drawn, "云云雲", strict=True)
        }
        assert len(columns) == 1
        assert "3 处" in reader.text
        await reader.press("down", "down", "enter")
        assert reader.dialog == ""
        assert reader.passage == 2
        assert reader.footer.startswith("语境 云 3/3")
        await reader.press("n")
        assert reader.passage == 1
        await reader.press("escape", "c")
        await reader.settle()
        assert len(lines(reader)) == 3  # the last term is there again


async def test_lines_are_sorted_by_what_stands_before_or_after() -> None:
    async with opened(document_of("月新云照。", "日旧云仓。", "日新云早。")) as reader:
        await reader.press("c")
        await reader.type("云")
        await reader.press("tab")
        for order, passages in (("按先后", "123"), ("按左边的字", "231"), ("按右边的字", "231")):
            assert order in reader.text
            assert "".join(line.split()[0] for line in lines(reader)) == passages
            await reader.press("s")
            await reader.settle()


async def test_space_shows_a_place_and_escape_goes_back_to_the_place_and_the_set() -> None:
    async with opened() as reader:
        document = reader.screen.document
        spans = [Span(found.start(), found.end()) for found in re.finditer("码头", document.text)]
        reader.screen.choose_set(CurrentSet.of("theme", "x", "主题 码头", spans))
        await reader.press("c")
        await reader.settle()
        assert reader.app.screen.term == "码头"
        assert len(lines(reader)) >= 3
        await reader.press("down", "down", "space")
        assert reader.passage == document.passage_at(spans[2].start).number
        assert reader.dialog == "ConcordanceScreen"
        top = reader.app.screen.query_one("#concordance").region.y
        assert reader.article.region.y + reader.article.place.row < top
        await reader.press("escape")
        assert (reader.dialog, reader.offset) == ("", 0)
        assert reader.screen.current.kind == "theme"


async def test_a_term_that_is_not_there_says_so() -> None:
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("ctrl+g")
        await reader.type("[/]灯塔")
        assert "文中没有「[/]灯塔」" in reader.text
        await reader.press("enter", "escape")
        assert (reader.dialog, reader.screen.current) == ("", None)


async def test_chinese_typed_in_the_list_goes_on_in_the_box() -> None:
    async with opened(document_of(*TEXT)) as reader:
        await reader.press("c")
        await reader.type("云")
        await reader.press("tab")
        await reader.type("仓")
        assert len(lines(reader)) == 1
        assert "1 处" in reader.text
