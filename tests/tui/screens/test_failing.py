"""What goes wrong inside is said; the program goes on."""

import pytest
from reading import harbour, opened

import tui.screens.reader.analysis as reader_analysis
from tui.searching import Searching


def fail(*_: object, **__: object) -> None:
    raise RuntimeError("[/]\x1b[2J")


async def test_a_search_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened() as reader:
        with monkeypatch.context() as patch:
            patch.setattr(Searching, "find", fail)
            await reader.press("/")
            await reader.type("云")
            assert reader.footer == "程序出了错，这一步没有做成，其余照常"
        await reader.type("端")
        assert reader.app.is_running
        await reader.press("backspace")
        await reader.settle()
        assert reader.hits.row is not None


async def test_names_that_cannot_be_looked_for_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_analysis, "look_up", fail)
    monkeypatch.setattr(reader_analysis, "LOOKED_UP_AT_ONCE", 0)
    async with opened(harbour()) as reader:
        assert reader.footer == "程序出了错，这一步没有做成，其余照常"
        await reader.press("j")
        assert reader.app.is_running
