"""Strips over a whole text: every place counts, strips and ruler stand under each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reading import harbour

from tui.dispersion import Dispersion
from tui.text import cells

DOCUMENT = harbour()
LENGTH = len(DOCUMENT.text)
STARTS = [DOCUMENT.passages[section.first - 1].start for section in DOCUMENT.sections]
TITLES = [section.title for section in DOCUMENT.sections]
PLACES = st.lists(st.integers(0, LENGTH - 1), max_size=30)


def drawn(parts: tuple[tuple[str, str], ...]) -> str:
    return "".join(piece for piece, _ in parts)


@given(PLACES, PLACES, st.integers(0, 150))
def test_a_strip_is_as_wide_as_asked_and_shows_a_bar_wherever_something_stands(
    first: list[int], second: list[int], width: int
) -> None:
    dispersion = Dispersion(DOCUMENT, [first, second], ["topic-1", "topic-2"], "fine")
    for group, places in enumerate((first, second)):
        strip = drawn(dispersion.strip(group, width))
        assert len(strip) == width
        bars = {at for at, mark in enumerate(strip) if mark not in " │"}
        assert bars == ({place * width // LENGTH for place in places} if width else set())


@given(st.integers(0, 200))
def test_the_ruler_has_its_borders_where_the_strips_have_them(width: int) -> None:
    dispersion = Dispersion(DOCUMENT, [[]], ["mark"], "fine")
    ruler, strip = dispersion.ruler(TITLES, width), drawn(dispersion.strip(0, width))
    wide = width >= 4 * len(STARTS)
    assert cells(drawn(ruler)) == width
    at, borders = 0, set()
    for piece, part in ruler:
        if part == "rule" and piece == "│":
            borders.add(at)
        at += cells(piece)
    places = {start * width // LENGTH for start in STARTS} - {0} if width else set()
    assert {at for at, mark in enumerate(strip) if mark == "│"} == (places if wide else set())
    assert borders == places if wide else borders <= places


def test_a_narrow_ruler_names_some_sections() -> None:
    document = harbour(sections=9)
    titles = [section.title for section in document.sections]
    dispersion = Dispersion(document, [[]], ["mark"], "fine")
    width = 4 * len(titles) - 1
    ruler = drawn(dispersion.ruler(titles, width))
    told = [piece.strip() for piece in ruler.split("│")]
    assert 2 <= len(told) < len(titles)
    assert all(told)
    assert "│" not in drawn(dispersion.strip(0, width))


def test_a_title_is_cut_to_its_section_and_strips_share_one_scale() -> None:
    dispersion = Dispersion(DOCUMENT, [[0, 0, 0, 0, 0, 0, 0], [0]], ["a", "b"], "plain")
    assert drawn(dispersion.strip(0, 40))[0] == "#"
    assert drawn(dispersion.strip(1, 40))[0] == "."
    assert "…" in drawn(dispersion.ruler(TITLES, 30))
    assert "第一节 潮汐" in drawn(dispersion.ruler(TITLES, 100))
