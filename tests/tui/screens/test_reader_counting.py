"""What the search says while its index is being built and its hits are being counted."""

import threading
import time
from collections.abc import Callable
from typing import TypeAlias

import pytest
from reading import Reader, opened, rows
from searching_fake import FakeSearching

import tui.searching
from content.search import Result

Fake: TypeAlias = type[FakeSearching]


async def until(reader: Reader, holds: Callable[[], bool]) -> None:
    patience = time.monotonic() + 20  # seconds: a busy machine is no defect
    while time.monotonic() < patience:
        if holds():
            return
        await reader.pause()
    raise AssertionError(reader.text)


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> type[FakeSearching]:
    class Search(FakeSearching):
        """The search of this test."""

    monkeypatch.setattr(tui.searching, "Searching", Search)
    return Search


async def test_lower_bounds_show_until_the_true_numbers_are_known(search: Fake) -> None:
    search.bounds = {"腾讯": (3, 5)}
    gate = search.gates["count 腾讯"] = threading.Event()
    async with opened() as reader:
        await reader.press("/", *"腾讯")
        await until(reader, lambda: "≥" in reader.summary)
        assert reader.summary == "≥ 3 段 · ≥ 5 处"
        gate.set()
        await reader.settle()
        text = reader.screen.document.text
        assert reader.summary == f"{text.count('腾讯')} 段 · {text.count('腾讯')} 处"


async def test_the_number_of_an_earlier_query_is_dropped(search: Fake) -> None:
    search.bounds = {"腾讯": (3, 5)}
    gate = search.gates["count 腾讯"] = threading.Event()
    async with opened() as reader:
        await reader.press("/", *"腾讯")
        await until(reader, lambda: "≥" in reader.summary)
        await reader.press(*"无此")
        await until(reader, lambda: "≥" not in reader.summary)  # what is typed now waits for no count
        gate.set()
        await reader.settle()
        assert reader.summary == ""
        assert "文中没有「腾讯无此」" in reader.text


async def test_while_the_index_is_built_its_progress_shows_beside_literal_hits(
    search: Fake,
) -> None:
    search.built.clear()
    search.progress = ((1, 100), (42, 100))
    async with opened(settled=False, size=(120, 40)) as reader:
        await reader.settle(but=("words",))
        await reader.press("/")
        await reader.settle(but=("words",))
        assert reader.summary == "正在编索引 42 %"
        await reader.press(*"保险公司")
        await reader.settle(but=("words",))
        assert reader.summary.startswith("词典载入中，先列原样匹配 · 42 % · ")
        assert "Ctrl+C 停止编索引" in reader.footer
        await reader.press(*"也许")
        await reader.settle(but=("words",))
        assert rows(reader.hits)[1].strip() == "没有原样的「保险公司也许」"
        search.built.set()
        await reader.settle()
        assert reader.summary == ""
        assert "Ctrl+C" not in reader.footer
        assert "文中没有「保险公司也许」" in reader.text


async def test_control_c_stops_the_index_and_the_next_search_begins_it_anew(
    search: Fake,
) -> None:
    search.built.clear()
    async with opened(settled=False) as reader:
        await reader.settle(but=("words",))
        await reader.press("/", *"集市", "ctrl+c")
        await reader.settle()
        assert reader.footer.startswith("已停止编索引")
        assert reader.summary.startswith("只列原样匹配")
        assert reader.screen.search.is_open
        await reader.press("ctrl+c")
        assert reader.footer.startswith("按 q 离开")
        await reader.press("escape", "/")
        await reader.settle(but=("words",))
        assert reader.summary.startswith("词典载入中")
        search.built.set()
        await reader.settle()
        assert "词典" not in reader.summary


async def test_escape_closes_the_search_and_the_index_is_built_on(search: Fake) -> None:
    search.built.clear()
    async with opened(settled=False) as reader:
        await reader.settle(but=("words",))
        await reader.press("/", *"集市", "escape")
        assert not reader.screen.search.is_open
        search.built.set()
        await reader.settle()
        await reader.press("/")
        await reader.settle()
        assert "词典" not in reader.summary


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
async def test_what_is_said_leaves_room_for_a_query(search: Fake, width: int) -> None:
    search.built.clear()
    search.progress = ((42, 100),)
    async with opened(settled=False, size=(width, 20)) as reader:
        await reader.settle(but=("words",))
        await reader.press("/", *"集市")
        await reader.settle(but=("words",))
        pane = reader.screen.search.pane
        assert pane.box.size.width >= min(24, width // 2 - 4)
        assert reader.summary.endswith("处")
        search.built.set()


async def test_a_query_that_stood_before_the_search_was_ready_is_answered(
    search: Fake,
) -> None:
    async with opened(settled=False) as reader:
        for key in "/集市":
            reader.send(key)
        await reader.settle()
        assert reader.summary.endswith("处")


async def test_only_the_last_of_the_questions_that_wait_is_asked(search: Fake) -> None:
    async with opened() as reader:
        await reader.press("/")
        gate = search.gates["集"] = threading.Event()
        await reader.press("集")
        await until(reader, lambda: search.asked == ["集"])
        await reader.press(*"市从清早")
        gate.set()
        await reader.settle()
        assert search.asked == ["集", "集市从清早"]
        assert reader.screen.current.label == "搜索 集市从清早"


async def test_a_search_that_fails_leaves_the_pane_alive(
    search: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("腾讯")
        assert "段" in reader.summary
        with monkeypatch.context() as broken:
            broken.setattr(search, "find", _fail)
            await reader.type("云")
            assert "段" not in reader.summary
        await reader.press("backspace")
        await reader.settle()
        assert "段" in reader.summary


async def test_what_was_typed_while_a_search_fails_is_asked(
    search: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = search.gates["腾"] = threading.Event()
    find = search.find

    def fail_once(self: FakeSearching, query: str) -> Result:
        result = find(self, query)
        return _fail(self, query) if query == "腾" else result

    monkeypatch.setattr(search, "find", fail_once)
    async with opened() as reader:
        await reader.press("/", "腾")
        await until(reader, lambda: search.asked == ["腾"])
        await reader.press("讯")
        gate.set()
        await reader.settle()
        assert search.asked == ["腾", "腾讯"]
        assert "段" in reader.summary


def _fail(_search: FakeSearching, query: str) -> Result:
    raise ArithmeticError(query)
