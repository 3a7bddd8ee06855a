"""What the English screen has room for, and what it calls one name."""

from reading import opened, rows
from small_documents import document_of


async def test_strips_stand_beside_short_names_and_a_name_has_both_its_forms() -> None:
    async with opened(document_of("马化腾说云计算来了。", "云计算又来了。"), language="en") as reader:
        (row,) = reader.screen.panes.themes.list.rows
        assert row.text == "● cloud"
        assert "▇" in row.right[1][0]
        await reader.press("2", ".")
        assert rows(reader.app.screen.query_one("#page-head-rows"))[0].split()[:4] == [
            "Pony", "Ma", "马化腾", "person"
        ]  # fmt: skip
    async with opened(document_of("产业互联网来了。"), language="en") as reader:
        (row,) = reader.screen.panes.themes.list.rows
        assert row.text == "● industrial internet"
        assert row.right[1][0] == ""
