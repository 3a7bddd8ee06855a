"""A row of the article pane as it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.style import Style

from content.reading.assembly import Part, assemble
from tui.typeset.galley import Galley, Position
from tui.widgets.article_rows import RowPainter

if TYPE_CHECKING:
    from collections.abc import Callable


def drawn(text: str, row: int = 0, measure: int = 60, display: Callable[[str], str] = str) -> str:
    document = assemble([Part("list", text), Part("body", "末尾。")], title="海港")
    galley = Galley(document, measure, display=display)
    painter = RowPainter(document, galley, 80, lambda _: Style.null(), Style.null(), str)
    strip = painter.paint(Position(0, row), current=False, reading=False)
    return "".join(segment.text for segment in strip).strip()


def test_an_item_has_a_bullet_before_its_first_row_alone() -> None:
    assert drawn("潮水来时" * 10).startswith("• 潮水")
    assert drawn("潮水来时" * 10, row=1)[0] in "潮水来时"


@pytest.mark.parametrize("text", ["1. 潮水", "① 潮水", "• 潮水", "（三）潮水", "- 潮水"])
def test_an_item_with_a_mark_of_its_own_has_no_other(text: str) -> None:
    assert drawn(text) == text


def test_a_bullet_is_drawn_as_the_text_is_and_stays_away_where_there_is_no_room() -> None:
    assert drawn("潮水", display=lambda text: text.replace("•", "・")) == "・ 潮水"
    assert drawn("潮水", measure=30) == "潮水"
