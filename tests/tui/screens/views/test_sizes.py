"""Every view at every size of the terminal, also one that changes while the view is open."""

from __future__ import annotations

import pytest
from reading import opened

SIZES = ((20, 5), (1, 1), (120, 40))


@pytest.mark.thorough
@pytest.mark.parametrize("key", [".", "c", "enter", "D", "W"])
async def test_no_size_crashes_a_view_and_the_place_stays(key: str) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("t")
        await reader.type("云")
        await reader.press("enter")
        offset = reader.offset
        await reader.press(key)
        await reader.settle()
        view = reader.dialog
        for size in SIZES:
            await reader.resize(*size)
            await reader.press("down")
        assert reader.dialog == view != ""
        article, top = reader.article, reader.app.screen.query_one(".panel").region.y
        assert article.region.y + article.place.row < top
        await reader.press("escape")
        assert (reader.dialog, reader.offset) == ("", offset)


async def test_a_place_at_the_end_of_the_text_shows_above_the_view() -> None:
    async with opened(size=(80, 24)) as reader:
        last = reader.screen.document.passages[-1]
        reader.article.go_to_passage(last.number)
        await reader.press("c")
        await reader.type("灯")
        await reader.press("tab", "G", "space")
        assert reader.passage == last.number
        top = reader.app.screen.query_one("#concordance").region.y
        assert reader.article.region.y + reader.article.place.row < top


async def test_beside_a_narrow_list_space_says_how_many_sections_a_theme_touches() -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("3", "space")
        assert "触及 3/4 节 · . 看各节" in reader.footer
