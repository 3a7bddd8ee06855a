from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.commandline.layout import columns, emphasised, fit, hanging, pad, width, wrapped

LINE = st.text(st.sampled_from("云上的集市，。「」 abcé1—…\u200d👨👩"), max_size=60)
CELLS = st.integers(8, 60)


def test_a_chinese_character_takes_two_cells() -> None:
    assert pad("云", 4) == "云  "
    assert pad("云", 4, right=True) == "  云"
    assert pad("云上", 3) == "云上"
    assert columns([["云", "1"], ["集市", "25"]], right=[1]) == ["云     1", "集市  25"]


def test_one_long_cell_makes_no_column_wide() -> None:
    short, long = columns([["云", "1"], ["集市" * 5000, "25"]])
    assert short == f"{pad('云', 40)}  {pad('1', 2)}"
    assert cell_len(long) < 110
    assert long.endswith("…  25")


@pytest.mark.parametrize(
    ("cells", "fitted"), [(6, "云集市"), (5, "云集…"), (4, "云…"), (3, "云…"), (80, "云集市")]
)
def test_what_does_not_fit_is_cut(cells: int, fitted: str) -> None:
    assert fit("云集市", cells) == fitted


def test_newlines_and_tabs_do_not_break_a_line() -> None:
    assert fit("云\n集\t市", 80) == "云 集 市"


@settings(max_examples=60, deadline=None)
@given(text=LINE, cells=CELLS)
def test_a_fitted_text_takes_no_more_cells_than_there_are(text: str, cells: int) -> None:
    fitted = fit(text, cells)
    assert cell_len(fitted) <= cells
    assert fitted == text or (fitted.endswith("…") and text.startswith(fitted[:-1]))


@settings(max_examples=60, deadline=None)
@given(text=LINE, cells=CELLS)
def test_a_wrapped_text_fits_and_loses_nothing_but_spaces(text: str, cells: int) -> None:
    lines = list(wrapped(text, cells, "  "))
    assert all(line.startswith("  ") and cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(start=LINE, text=LINE, cells=CELLS)
def test_a_hanging_text_stands_beside_its_start_or_below(start: str, text: str, cells: int) -> None:
    lines = list(hanging(start, text, cells))
    assert lines[0].startswith(start.rstrip())
    assert all(cell_len(line) <= max(cells, cell_len(start)) for line in lines)
    assert "".join("".join(lines).split()) == "".join((start + text).split())


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_found_places_are_bold_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("WT_SESSION", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert emphasised("云上的云", [(0, 1), (3, 4)]) == "云上的云"
    monkeypatch.setattr("sys.stdout", Screen())
    assert emphasised("云上的云", [(0, 1), (3, 4)]) == "\x1b[1m云\x1b[22m上的\x1b[1m云\x1b[22m"
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
        assert emphasised("云", [(0, 1)]) == "云"
        monkeypatch.delenv(name)


@pytest.mark.parametrize(("columns_", "cells"), [("1", 24), ("60", 60), ("400", 100)])
def test_lines_are_as_wide_as_the_terminal_within_reason(
    columns_: str, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns_)
    assert width() == cells
