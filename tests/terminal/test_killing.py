"""A reader whose program is killed while bookmarks and notes are made: what was acknowledged is there."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

from content import open_document
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

KEEP = "\x13"  # Ctrl+S
LAST = len(open_document().passages)


def passage_shown(terminal: Terminal) -> int:
    """Return the passage that was drawn last: what is drawn is read, as to draw it here takes too long."""
    shown = re.findall(rf"第 (\d+)/{LAST} 段".encode(), terminal.output)
    return int(shown[-1]) if shown else 0


def act(terminal: Terminal, chance: random.Random, written: str) -> tuple[int, str]:
    """Go on some passages and bookmark one, or write its note; return what was said to be kept."""

    def said(words: str) -> bool:
        return words.encode() in terminal.output[before:]

    before, wanted = len(terminal.output), passage_shown(terminal) + chance.randint(1, 3)
    if wanted > LAST:
        terminal.send("g")
        wanted = 1
    else:
        terminal.send(*"}" * (wanted - passage_shown(terminal)))
    terminal.wait_for(lambda: passage_shown(terminal) == wanted)
    added, dialog = f"已加书签 · 第 {wanted} 段", f"写笔记 · 第 {wanted} 段"
    before = len(terminal.output)
    terminal.send("m")
    terminal.wait_for(lambda: said(added) or said(dialog))
    if said(dialog):
        before = len(terminal.output)
        terminal.send(*written, KEEP)
        terminal.wait_for(lambda: said(f"笔记已存 · 第 {wanted} 段"))
        return wanted, written
    return wanted, ""


def kill_often(explore: Callable[..., Terminal], home: Path, times: int) -> None:
    chance = random.Random(2018)
    kept: set[int] = set()
    notes: dict[int, list[str]] = {}
    for turn in range(times):
        terminal = explore()
        terminal.wait_for(lambda terminal=terminal: passage_shown(terminal) > 0)
        for step in range(chance.randint(1, 4)):
            passage, written = act(terminal, chance, f"n{turn}s{step}.")
            kept.add(passage)
            notes.setdefault(passage, []).append(written)
        terminal.send("}", "m", "m", *"abc", KEEP)
        terminal.read(chance.random() * 0.05)  # at some moment of that
        terminal.process.kill()
        terminal.close()
        with Shelf(home) as shelf:
            assert (shelf.problem, shelf.recovery) == (None, None)
            assert shelf._store.read("PRAGMA integrity_check") == [("ok",)]
            found = {each.passage: each.note for each in shelf.bookmarks()}
        assert kept <= set(found)
        for passage, parts in notes.items():
            assert all(part in found[passage] for part in parts), (turn, passage)


def test_what_was_said_to_be_kept_is_there_when_the_program_is_killed(
    explore: Callable[..., Terminal], tmp_path: Path
) -> None:
    kill_often(explore, tmp_path / "home", 1)


@pytest.mark.thorough
def test_what_was_said_to_be_kept_is_there_however_often_it_is_killed(
    explore: Callable[..., Terminal], tmp_path: Path
) -> None:
    kill_often(explore, tmp_path / "home", 200)
