"""Every key of the library, pressed in its list: its action runs once."""

from functools import partial

import pytest
from library_texts import library_opened

from tui.commands import command, commands
from tui.screens.library.actions import ALSO


async def test_every_key_runs_its_action(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    async with library_opened("tab") as (reader, library):
        heard = [*commands("library"), *map(command, ALSO)]
        with monkeypatch.context() as patched:
            for each in heard:
                patched.setattr(library, f"action_{each.id}", partial(calls.append, each.id))
            for each in heard:
                for key in each.all_keys:
                    calls.clear()
                    await reader.press(key)
                    assert calls == [each.id], key


async def test_keys_that_print_are_typed_in_the_box() -> None:
    async with library_opened("s", "u", "a", "S", "q", "?", "1") as (reader, library):
        assert library.view.box.value == "suaSq?1"
        assert reader.dialog == "LibraryScreen"
