"""Pictures of the screen that are the same on every machine: no clock, no blinking, nothing of the user's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from analyst_once import AnalystOnce
from index_once import IndexOnce
from reading import Reader
from textual.widgets import Input, TextArea

import tui.analysing
import tui.screens.reader.keeping
import tui.screens.reader.screen
import tui.searching
from content import open_document
from content.reading import read
from tui.app import ExplorerApp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from content.document import Document

_OF_THE_USER = ("NO_COLOR", "COLORFGBG", "TMUX", "COLUMNS", "LINES", "TENCENT_EXPLORER_SAMPLES")
_PAGES = Path(__file__).parents[1] / "content" / "reading" / "fixtures"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the same screens in other sizes and languages to the thorough run."""
    for item in items:
        values = (
            item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        )
        usual = values.get("size", (120, 40)) == (120, 40) and values.get("language", "hans") == "hans"
        if not usual and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything in a folder of the test; let notes stay, and an index be built only once."""
    for variable in _OF_THE_USER:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    folder = tmp_path / "home"
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(folder))
    monkeypatch.setattr(tui.searching, "IndexBuilder", IndexOnce)
    monkeypatch.setattr(tui.analysing, "Analyst", AnalystOnce)
    monkeypatch.setattr(tui.screens.reader.screen, "NOTE_SECONDS", 3600.0)
    monkeypatch.setattr(tui.screens.reader.keeping, "_SAVE_SECONDS", 3600.0)  # on no machine
    return folder


@pytest.fixture
def reposted() -> Document:
    """A page of an imaginary site with what such sites put around an article; its parts have no titles."""
    page = _PAGES / "reposted_weekly.txt"
    return read(page.read_bytes(), page.name)


@pytest.fixture
def same_picture(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """Compare the screen, after what `act` does to the reader, with the picture kept of it."""

    def compare(
        act: Callable[[Reader], Awaitable[None]],
        *,
        document: Document | None = None,
        size: tuple[int, int] = (120, 40),
        language: str = "hans",
        but: tuple[str, ...] = (),
    ) -> bool:
        app = ExplorerApp(document or open_document(), language=language)

        async def run(pilot: Pilot[None]) -> None:
            reader = Reader(app, pilot)
            await reader.settle(but=but)
            await act(reader)
            await reader.settle(but=but)
            for box in (*app.screen.query(Input), *app.screen.query(TextArea)):
                box.cursor_blink = False
            await reader.pause()

        return snap_compare(app, run_before=run, terminal_size=size)

    return compare
