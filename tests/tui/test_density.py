import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.density import strip


@given(st.lists(st.integers(0, 500), max_size=30), st.integers(0, 500), st.sampled_from(["fine", "plain"]))
def test_a_strip_is_a_cell_a_bin_and_shows_nothing_only_for_nothing(
    counts: list[int], peak: int, glyphs: str
) -> None:
    drawn = strip(counts, peak, glyphs)  # type: ignore[arg-type]
    assert cell_len(drawn) == len(drawn) == len(counts)
    assert [bar == " " for bar in drawn] == [count == 0 for count in counts]


@pytest.mark.parametrize(("glyphs", "bars"), [("fine", " ▁▄▇"), ("plain", " .=#")])
def test_a_higher_count_is_never_drawn_lower(glyphs: str, bars: str) -> None:
    assert strip([0, 1, 57, 100], 100, glyphs) == bars  # type: ignore[arg-type]
    heights = [" ▁▂▃▄▅▆▇".index(bar) for bar in strip(range(200), 150)]
    assert heights == sorted(heights)
