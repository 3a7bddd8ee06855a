"""What is known of a name as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reading import harbour

import tui.rows.name
from content.analysis.findings import analyse
from content.lexicon import bundled_lexicon
from tui.findings import whole
from tui.rows.name import about_name

if TYPE_CHECKING:
    import pytest

DOCUMENT = harbour()
FOUND = whole(analyse(DOCUMENT, bundled_lexicon()))


def test_rows_lead_to_figures_of_its_passages_and_its_own_quotes() -> None:
    for name in FOUND.names:
        passages = {mention.passage for mention in name.mentions}
        rows = [row.key.split(":") for row in about_name(name, FOUND, "hans", "fine", str) if not row.heading]
        figures = {int(key) for group, key in rows if group == "figures"}
        assert figures == {place for place, each in enumerate(FOUND.figures) if each.passage in passages}
        quotes = {int(key) for group, key in rows if group == "quotes"}
        assert all(FOUND.quotes[place].speaker in (name.name, *name.aliases) for place in quotes)
        themes = {key for group, key in rows if group == "themes"}
        assert themes == {
            theme.id for theme in FOUND.themes if passages & {each.passage for each in theme.passages}
        }
        others = {key for group, key in rows if group == "names"}
        assert others == {
            other.name
            for other in FOUND.names
            if other is not name and passages & {mention.passage for mention in other.mentions}
        }


def test_a_long_group_is_cut_and_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    name = max(FOUND.names, key=lambda name: name.count)
    whole_rows = about_name(name, FOUND, "hans", "fine", str)
    monkeypatch.setattr(tui.rows.name, "_LISTED", 1)
    rows = about_name(name, FOUND, "hans", "fine", str)
    assert [row.heading for row in rows] == [True, False] * (len(rows) // 2)
    together = sum(row.key.startswith("names:") for row in whole_rows)
    assert rows[0].text == f"同段出现 {together}  只列前 1 处"
