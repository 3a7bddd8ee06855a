"""The lists beside the article narrowed to the section and to the passage, with counts that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from analysts import InProcess
from reading import harbour, opened, rows

import tui.analysing

if TYPE_CHECKING:
    from reading import Reader

    from tui.findings import Findings


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find everything at once."""
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    monkeypatch.setattr(InProcess, "cached", True)


def counted(findings: Findings, first: int, last: int) -> dict[str, int]:
    """Return how often each name stands in some passages, of those that stand there."""
    passages = {name.name: [each.passage for each in name.mentions] for name in findings.names}
    counts = {name: sum(first <= number <= last for number in at) for name, at in passages.items()}
    return {name: count for name, count in counts.items() if count}


def names_shown(reader: Reader) -> dict[str, int]:
    side = reader.screen.panes.side.pane.list
    return {row.key: int(row.right[0][0]) for row in side.rows if not row.heading}


async def test_lists_speak_of_the_section_or_the_passage_that_is_read() -> None:
    async with opened(harbour(), size=(120, 40)) as reader:
        findings, sections = reader.screen.findings, reader.screen.document.sections
        bar = reader.screen.panes.side._bar
        whole = {name.name: name.count for name in findings.names}
        assert names_shown(reader) == whole
        reader.article.go_to_passage(3)
        await reader.press("m")
        await reader.settle()
        await reader.press("R")
        assert rows(bar)[0].endswith("本节")
        assert "主题 · 本节" in reader.text
        section = sections[reader.article.passage.section - 1]
        assert names_shown(reader) == counted(findings, section.first, section.last) != whole
        colours = {row.key: row.left[0][1] for row in reader.screen.panes.themes.list.rows}
        spoken = {
            theme.id: f"topic-{place % 9 + 1}"
            for place, theme in enumerate(findings.themes)
            if any(section.first <= each.passage <= section.last for each in theme.passages)
        }
        assert colours == spoken
        await reader.press("]", "]")
        section = sections[reader.article.passage.section - 1]
        assert names_shown(reader) == counted(findings, section.first, section.last)
        await reader.press("R")
        assert reader.footer.endswith("：本段")
        await reader.press("}")
        number = reader.passage
        here = counted(findings, number, number)
        assert names_shown(reader) == here
        await reader.press("2")
        name = reader.app.focused.row.key
        await reader.press("enter")
        assert reader.footer.startswith(f"名录 {name} · 本段 1/{here[name]}")
        await reader.press("6")
        assert "本段没有" in reader.text
        reader.screen.set_focus(reader.article)
        reader.article.go_to_passage(3)
        await reader.pause()
        assert len(reader.screen.panes.side.pane.list.rows) == 1
        await reader.press("f4", "2")
        assert names_shown(reader) == whole
        assert rows(bar)[0].endswith("书签")


async def test_figures_and_quotes_lead_to_places_of_the_scope() -> None:
    async with opened(size=(120, 40)) as reader:
        side = reader.screen.panes.side.pane.list
        await reader.press("]", "]", "]", "4", "R")
        section = reader.article.passage.section
        shown = [row for row in side.rows if not row.heading]
        assert 0 < len(shown) < len(reader.screen.findings.figures)
        await reader.press("G", "enter")
        assert reader.article.passage.section == section
        assert reader.footer.startswith(f"数字 · 本节 {len(shown)}/{len(shown)}")


@pytest.mark.parametrize("width", [40, 80, 110])
async def test_the_tabs_say_it_at_every_width(width: int) -> None:
    async with opened(size=(width, 24)) as reader:
        await reader.press("R", "5")
        assert rows(reader.screen.panes.side._bar)[0].endswith(" 本节")


async def test_the_theme_menu_jumps_anywhere_whatever_the_scope() -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("R", "R", "t")
        await reader.type("jrkj")
        await reader.press("enter")
        assert reader.footer.startswith("主题 金融科技 1/")


async def test_each_tab_has_a_cursor_of_its_own() -> None:
    async with opened(harbour(), size=(80, 24)) as reader:
        await reader.press("1", "down", "down")
        section = reader.app.focused.row.key
        await reader.press("4")
        assert reader.app.focused.row is reader.app.focused.rows[0]
        await reader.press("down", "1")
        assert reader.app.focused.row.key == section
        await reader.press("4")
        assert reader.app.focused.row is reader.app.focused.rows[1]
