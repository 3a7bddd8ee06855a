"""What is sure and what is guessed, and keys that come before the answer."""

import threading
from typing import TypeAlias

import pytest
from reading import opened
from searching_fake import FakeSearching

import tui.searching

Fake: TypeAlias = type[FakeSearching]


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> Fake:
    class Search(FakeSearching):
        """The search of this test."""

    monkeypatch.setattr(tui.searching, "Searching", Search)
    return Search


async def test_where_nothing_but_guesses_is_found_that_is_said_over_them(search: Fake) -> None:
    search.guesses = {"华为": [5, 3]}
    async with opened(size=(80, 24)) as reader:
        await reader.press("/")
        await reader.type("华为")
        none, possibly, first, second = reader.hits.rows
        assert (none.heading, none.text) == (True, "文中没有「华为」")
        assert (possibly.heading, possibly.text) == (True, "可能是")
        assert (first.key, second.key) == ("5", "3")
        assert reader.hits.row is first
        assert reader.summary == "可能是 · 2 段 · 2 处"
        await reader.press("enter")
        await reader.settle()
        assert reader.passage == 5
        assert "可能是 华为 2/2" in reader.footer
        await reader.press("n")
        assert reader.passage == 3


async def test_later_hits_leave_the_chosen_row_where_it_stands_on_the_screen(search: Fake) -> None:
    search.built.clear()
    async with opened(settled=False, size=(80, 24)) as reader:
        await reader.settle(but=("words",))
        await reader.press("/", *"集市")
        await reader.settle(but=("words",))
        await reader.press("down", "down")
        hits = reader.hits
        chosen, at = hits.row.key, hits.rows.index(hits.row) - hits.scroll_offset.y
        rows = [row for row in hits.rows if row.key != chosen]
        hits.show([*rows, *hits.rows[1:]], "")
        assert hits.row.key == chosen
        assert hits.rows.index(hits.row) - hits.scroll_offset.y == at
        search.built.set()
        await reader.settle()
        assert hits.row.key == chosen


async def test_keys_that_move_wait_for_the_hits_of_what_was_typed(search: Fake) -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("集市")
        first = [row.key for row in reader.hits.rows]
        gate = search.gates["集市从"] = threading.Event()
        await reader.press("从", "down", "down", "up")
        assert [row.key for row in reader.hits.rows] == first
        origin = reader.offset
        gate.set()
        await reader.settle()
        choosable = [row for row in reader.hits.rows if not row.heading]
        assert reader.hits.row is choosable[1]
        assert reader.offset != origin
        assert reader.passage == int(choosable[1].key)
        await reader.press("down")
        assert reader.hits.row is choosable[2]


async def test_a_late_answer_is_never_shown(search: Fake) -> None:
    async with opened() as reader:
        await reader.press("/")
        gate = search.gates["集市"] = threading.Event()
        await reader.press(*"集市", "backspace", "backspace")
        gate.set()
        await reader.settle()
        assert reader.screen.current is None
        assert reader.summary == ""
        assert "试试" in reader.text
