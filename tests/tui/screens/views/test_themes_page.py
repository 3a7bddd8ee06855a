"""The picture of all themes over the whole text."""

from __future__ import annotations

from reading import opened, rows
from rich.cells import cell_len
from small_documents import document_of


async def test_each_theme_has_a_strip_under_the_sections_and_leads_to_its_places() -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("D")
        page = reader.app.screen
        ruler = rows(page.query_one("#page-head-rows"))[-1]
        border = cell_len(ruler[: ruler.index("│")])
        strips = [row for row in rows(page.query_one("#page-list-rows")) if row.strip()]
        themes = reader.screen.findings.themes
        assert [row.split()[1:3] for row in strips] == [[theme.name, str(theme.count)] for theme in themes]
        at_border = [row for row in strips if "│" in row]
        assert at_border
        assert all(cell_len(row[: row.index("│")]) >= border for row in at_border)
        assert any(cell_len(row[: row.index("│")]) == border for row in at_border)
        await reader.press("down", ".")
        assert themes[1].name in rows(reader.app.screen.query_one("#page-head-rows"))[0]
        await reader.press("escape", "enter")
        assert reader.dialog == ""
        assert reader.footer.startswith(f"主题 {themes[1].name} 1/{themes[1].count}")


async def test_a_text_without_themes_says_so() -> None:
    async with opened(document_of("雨下了一夜，路上没有人。")) as reader:
        await reader.press("f5")
        assert "没有已知主题" in reader.text
        await reader.press("down", "enter", "escape")
        assert reader.dialog == ""
