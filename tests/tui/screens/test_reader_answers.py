"""What the search says of what it found, or why it found nothing."""

import pytest
from reading import harbour, opened, rows

from content import open_document
from tui.strings import Language, say
from tui.text import cells


@pytest.mark.parametrize(
    ("language", "query", "problem"),
    [
        ("hans", "-腾讯", "only_excludes"),
        ("hant", "-kind:body", "only_excludes"),
        ("en", "腾讯 theme:foo", "unknown_filter"),
    ],
)
async def test_why_operators_found_nothing_is_said(language: Language, query: str, problem: str) -> None:
    async with opened(open_document(), size=(120, 40), language=language) as reader:
        await reader.press("/")
        await reader.type(query)
        said = "".join(row.strip() for row in rows(reader.hits))
        assert said.replace(" ", "") == say(language, f"problem.{problem}", query=query).replace(" ", "")


async def test_the_list_says_that_it_ends_before_the_hits_do() -> None:
    async with opened(harbour(sections=9, paragraphs=80), size=(80, 24)) as reader:
        await reader.press("/")
        await reader.type("，")
        assert len(reader.screen.search._answer.result.hits) > 500
        last = reader.hits.rows[-1]
        assert (last.heading, last.text) == (True, "只列前 500 段，n 走遍全部")
        reader.hits.action_last_row()
        await reader.pause()
        assert reader.hits.row is reader.hits.rows[-2]
        assert "只列前 500 段，n 走遍全部" in rows(reader.hits)[-1]
        await reader.type("马化腾")
        assert not any("走遍全部" in row.text for row in reader.hits.rows)


async def test_english_tells_one_from_several() -> None:
    async with opened(size=(120, 40), language="en") as reader:
        await reader.press("/")
        await reader.type("藏宝图")
        assert reader.summary == "1 passage · 1 place"
        reader.screen.search.counted(1, 2)
        assert reader.summary == "1 passage · 2 places"


async def test_a_query_that_was_pasted_is_not_said_again_in_full() -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("/")
        query = "没有这句话" * 40
        reader.screen.search.pane.box.value = query
        await reader.settle()
        said = reader.hits._empty
        assert said.startswith("文中没有「没有这句话")
        assert said.endswith("…」")
        assert cells(said) < 75
