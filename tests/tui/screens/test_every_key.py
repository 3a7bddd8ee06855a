"""Every key of every action, in the running app: pressed where it is heard, its action runs once."""

from functools import partial

import pytest
from reading import opened

from tui.commands import COMMANDS
from tui.screens.reader import ReaderScreen
from tui.widgets.row_list import RowList

Calls = list[str]


def listen(screen: ReaderScreen, patched: pytest.MonkeyPatch) -> Calls:
    """Put a note of its id in place of what each action does."""
    calls: Calls = []
    for node in (screen, screen.article, screen.panes.sections.list, screen.app):
        for command in COMMANDS:
            if hasattr(type(node), f"action_{command.id}"):
                patched.setattr(node, f"action_{command.id}", partial(calls.append, command.id))
    return calls


async def test_every_key_and_every_twin_runs_its_action(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed = 0
    async with opened() as reader:
        screen = reader.screen
        with monkeypatch.context() as patched:
            calls = listen(screen, patched)
            for command in COMMANDS:
                if command.scope in ("box", "library", "context"):
                    continue  # what they do depends on what stands in the box; they are heard elsewhere
                heard_by = screen.panes.sections.list if command.scope == "list" else screen.article
                for key in (*command.all_keys, *command.in_article):
                    calls.clear()
                    screen.marking.drop()
                    if command.scope == "mark":
                        screen.marking.begin()
                    screen.set_focus(heard_by)
                    await reader.press(key)
                    assert calls == [command.id], (command.id, key)
                    pressed += 1
    assert pressed > 100


async def test_a_list_hears_the_readers_keys_but_for_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    owned = {key for command in COMMANDS if command.scope == "list" for key in command.all_keys}
    async with opened() as reader:
        reader.screen.set_focus(reader.screen.panes.sections.list)
        with monkeypatch.context() as patched:
            calls = listen(reader.screen, patched)
            for command in COMMANDS:
                for key in command.all_keys:
                    calls.clear()
                    await reader.press(key)
                    if key in owned:
                        assert calls in ([each.id] for each in COMMANDS if each.scope == "list"), key
                    elif command.scope == "reader":
                        assert calls == [command.id], key


def test_every_action_is_a_method_of_what_hears_its_keys() -> None:
    from tui.app import ExplorerApp
    from tui.screens.library.screen import LibraryScreen
    from tui.screens.views.concordance import ConcordanceScreen
    from tui.widgets.article import Article
    from tui.widgets.search_box import SearchBox

    carriers = {"reader": ReaderScreen, "article": Article, "list": RowList, "app": ExplorerApp}
    carriers |= {"mark": ReaderScreen}
    carriers |= {"box": SearchBox, "library": LibraryScreen, "context": ConcordanceScreen}
    for command in COMMANDS:
        assert callable(getattr(carriers[command.scope], f"action_{command.id}", None)), command.id
