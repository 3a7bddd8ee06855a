"""What Tab does in the search box."""

import threading
from typing import TypeAlias

import pytest
from reading import Reader, opened, rows
from searching_fake import FakeSearching

import tui.searching

OFFERED = "  Tab "

Fake: TypeAlias = type[FakeSearching]


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> type[FakeSearching]:
    class Search(FakeSearching):
        """The search of this test."""

    monkeypatch.setattr(tui.searching, "Searching", Search)
    Search.completions = {"jinr": ["金融", "金融科技", "今日"], "腾讯 y": ["腾讯 云"], "金": ["金融科技"]}
    Search.completions["腾讯 y"] = ["云", "银行"]
    return Search


def box(reader: Reader) -> str:
    return rows(reader.screen.search.pane.box)[0]


def value(reader: Reader) -> str:
    return reader.screen.search.pane.box.value


async def test_what_is_offered_shows_behind_the_cursor_and_tab_takes_one_after_the_other(
    search: Fake,
) -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("jinr")
        assert box(reader) == f"jinr {OFFERED}金融  金融科技  今日"
        await reader.press("tab")
        await reader.settle()
        assert box(reader) == f"金融 {OFFERED}金融科技  今日"
        assert reader.screen.current.label == "搜索 金融"
        await reader.press("tab", "tab")
        await reader.settle()
        assert box(reader) == "今日"
        await reader.press("tab")
        assert value(reader) == "今日"
        await reader.press("shift+tab", "shift+tab")
        assert value(reader) == "金融"
        await reader.press("shift+tab")
        assert value(reader) == "jinr"
        assert reader.screen.search.pane.box.has_focus
        await reader.press("tab", "！")
        assert value(reader) == "金融！"


async def test_only_the_last_word_changes(search: Fake) -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("腾讯 y")
        assert box(reader) == f"腾讯 y {OFFERED}云  银行"
        await reader.press("tab")
        assert value(reader) == "腾讯 云"
        assert reader.screen.search.pane.box.cursor_position == len("腾讯 云")


async def test_where_nothing_is_offered_tab_does_nothing_and_shift_tab_leaves(
    search: Fake,
) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("/")
        await reader.type("集市")
        assert box(reader) == "集市"
        await reader.press("tab", "tab")
        assert value(reader) == "集市"
        assert reader.screen.search.pane.box.has_focus
        await reader.press("shift+tab")
        assert not reader.screen.search.pane.box.has_focus
        assert reader.screen.search.is_open
        await reader.press("tab")
        assert reader.screen.search.pane.box.has_focus


async def test_nothing_is_offered_within_what_was_typed(search: Fake) -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("jinr")
        await reader.press("left")
        assert box(reader) == "jinr"
        await reader.press("tab")
        assert value(reader) == "jinr"
        await reader.press("end", "tab")
        assert value(reader) == "金融"


async def test_completions_of_what_stands_no_more_are_not_offered(search: Fake) -> None:
    search.gates["complete jinr"].clear()
    async with opened() as reader:
        await reader.press("/", *"jinr")
        await reader.press("x")
        search.gates["complete jinr"].set()
        await reader.settle()
        assert box(reader) == "jinrx"
        await reader.press("tab")
        assert value(reader) == "jinrx"
        await reader.press("backspace")
        await reader.settle()
        assert OFFERED in box(reader)
        await reader.press("ctrl+u")
        assert OFFERED not in box(reader)


async def test_tab_typed_ahead_takes_what_comes(search: Fake) -> None:
    gate = search.gates["complete jinr"] = threading.Event()
    async with opened() as reader:
        await reader.press("/", *"jinr", "tab")
        assert value(reader) == "jinr"
        gate.set()
        await reader.settle()
        assert value(reader) == "金融"


@pytest.mark.parametrize("width", [24, 30, 36, 40, 60])
async def test_what_is_offered_is_cut_to_the_box_or_not_shown(search: Fake, width: int) -> None:
    async with opened(size=(width, 14)) as reader:
        await reader.press("/")
        await reader.type("jinr")
        shown = box(reader)
        assert shown == "jinr" or shown.startswith(f"jinr {OFFERED}金融")
        assert reader.screen.search.pane.box.render_line(0).cell_length <= width
        await reader.press("tab")
        assert value(reader) == "金融"
