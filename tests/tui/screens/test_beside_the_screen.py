"""What takes long in a book is done in a thread: the screen goes on meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from reading import opened
from small_documents import document_of

import tui.screens.views.name
import tui.screens.views.theme
import tui.screens.views.themes
import tui.screens.views.timeline
from tui.name_form import NameForm

if TYPE_CHECKING:
    import pytest


async def test_pages_and_searches_are_made_in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    ran_in: list[threading.Thread] = []

    def note(of: object, name: str) -> None:
        real = getattr(of, name)

        def noted(*given: object, **named: object) -> object:
            ran_in.append(threading.current_thread())
            return real(*given, **named)

        monkeypatch.setattr(of, name, noted)

    note(tui.screens.views.timeline, "timeline")
    note(tui.screens.views.themes, "Dispersion")
    note(tui.screens.views.theme, "about_theme")
    note(tui.screens.views.name, "about_name")
    note(NameForm, "_searched")
    note(NameForm, "_picks")
    async with opened(document_of("2018 年 3 月，马化腾和刘炽平谈云计算。")) as reader:
        for keys in ("W", "D", "3.", "2."):
            await reader.press(*keys)
            assert reader.dialog == "PageScreen"
            await reader.press("escape", "escape")
        await reader.press("a", *"渡口", "enter")
        assert "文中没有「渡口」" in reader.text
        await reader.press("escape", "2", "E", "ctrl+r")
        assert reader.dialog == "Chooser"
        assert "刘炽平" in reader.text
    assert len(ran_in) == 6
    assert threading.main_thread() not in ran_in
