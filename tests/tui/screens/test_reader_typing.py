"""Input methods, the order of Esc, leaving, and keys in quick succession."""

import threading

import pytest
from reading import Reader, opened

from content.search import Result
from tui.searching import Searching

SEEN = "输入法开着：直接搜，或切到英文"


async def test_chinese_typed_without_a_box_opens_the_search_with_all_of_it_in_order() -> None:
    async with opened() as reader:
        for key in "金融科技听着远":
            reader.send(key)
        await reader.settle()
        assert reader.screen.search.pane.box.value == "金融科技听着远"
        assert reader.summary == "10 段 · 10 处"
        assert reader.footer == SEEN


async def test_the_advice_about_the_input_method_is_given_once() -> None:
    async with opened() as reader:
        await reader.press("灯")
        await reader.settle()
        assert reader.footer == SEEN
    async with opened() as reader:
        await reader.press("灯")
        await reader.settle()
        assert SEEN not in reader.footer


async def test_chinese_typed_in_a_list_filters_it() -> None:
    async with opened() as reader:
        await reader.press("e")
        for key in "小程序":
            reader.send(key)
        await reader.settle()
        assert reader.screen.panes.side.pane.box.value == "小程序"
        assert [row.key for row in reader.screen.panes.side.pane.list.rows] == ["小程序"]
        assert not reader.screen.search.is_open


async def test_the_wide_space_is_a_space_in_a_box() -> None:
    async with opened() as reader:
        await reader.press("/", "腾", "讯", "ideographic_space", "茶", "铺")
        await reader.settle()
        assert reader.screen.search.pane.box.value == "腾讯 茶铺"


async def test_full_width_keys_count_as_the_key() -> None:
    async with opened() as reader:
        await reader.press("ｊ", "ｊ")
        assert reader.passage == 3
        await reader.press("Ｇ")
        assert reader.passage == 22
        await reader.press("ｇ", "】", "【")
        assert reader.passage == 1
        await reader.press("？")
        assert reader.dialog == "HelpScreen"
        await reader.press("ｑ", "：", *"２２", "enter")
        assert reader.passage == 22


async def test_escape_closes_the_topmost_first_and_then_nothing() -> None:
    async with opened() as reader:
        await reader.press("t", *"jr", "enter", "e", "/", "m", "f1")
        assert reader.dialog == "HelpScreen"
        await reader.press("escape")
        assert (reader.dialog, reader.screen.panes.side.pane.filtering) == ("", True)
        await reader.press("escape")
        assert not reader.screen.panes.side.pane.filtering
        assert not reader.article.has_focus
        await reader.press("escape")
        assert reader.article.has_focus
        assert reader.screen.current is not None
        await reader.press("escape")
        assert reader.screen.current is None
        for _ in range(3):
            await reader.press("escape")
        assert reader.app.is_running


async def test_the_search_closes_before_the_set_that_was_there() -> None:
    async with opened() as reader:
        await reader.press("e", "enter", "/")
        await reader.press("escape")
        assert not reader.screen.search.is_open
        assert reader.screen.current is not None


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ｑ"])
async def test_leaving_closes_first_and_leaves_only_where_nothing_is_open(key: str) -> None:
    async with opened() as reader:
        left: list[bool] = []
        reader.app.exit = lambda *_: left.append(True)  # type: ignore[method-assign]
        await reader.press("e", "enter", "1")
        await reader.press(key)
        assert reader.article.has_focus
        await reader.press(key)
        assert reader.screen.current is None
        assert left == []
        await reader.press(key)
        assert left == [True]


async def test_a_letter_that_leaves_is_text_in_a_box() -> None:
    async with opened() as reader:
        await reader.press("/", "q")
        assert reader.screen.search.pane.box.value == "q"
        await reader.press("escape", "e", "/", "q")
        assert reader.screen.panes.side.pane.box.value == "q"
        assert reader.app.is_running


async def test_control_c_never_leaves() -> None:
    async with opened() as reader:
        left: list[bool] = []
        reader.app.exit = lambda *_, **__: left.append(True)  # type: ignore[method-assign]
        for opening in ("j", "/", "e", "t", ":", "?", "o"):
            await reader.press(opening)
            await reader.settle()
            await reader.press("ctrl+c", "ctrl+c")
            assert left == [], opening
            assert "Press" not in reader.text
            if opening == "j":
                assert reader.footer == "按 q 离开 · 选中文字后 Ctrl+C 复制"
            await reader.press("escape")
            assert reader.dialog == "", opening


async def burst(reader: Reader, *keys: str) -> None:
    """Send keys as a slow connection delivers them: all at once."""
    for key in keys:
        reader.send(key)
    await reader.settle()


async def test_a_search_typed_ahead_loses_nothing() -> None:
    async with opened() as reader:
        await burst(reader, "/", *"jrkj")
        assert reader.screen.search.pane.box.value == "jrkj"


async def test_a_theme_typed_ahead_is_the_one_that_was_meant() -> None:
    async with opened() as reader:
        await burst(reader, "t", *"jr", "enter")
        assert reader.footer.startswith("主题 金融科技")


async def test_a_slip_mended_at_once_is_mended() -> None:
    async with opened() as reader:
        await reader.press("/")
        await burst(reader, *"云", "backspace", *"灯")
        assert reader.screen.search.pane.box.value == "灯"


async def test_enter_goes_where_the_query_leads_though_its_answer_comes_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gate, find = threading.Event(), Searching.find

    def find_late(searching: Searching, query: str) -> Result:
        if query == "藏宝图":
            gate.wait(20)
        return find(searching, query)

    monkeypatch.setattr(Searching, "find", find_late)
    async with opened() as reader:
        await reader.press("/")
        await reader.type("藏宝")
        await reader.press("图", "enter")
        assert reader.screen.search.is_open
        gate.set()
        await reader.settle()
        assert not reader.screen.search.is_open
        assert reader.footer.startswith("搜索 藏宝图 1/1")
        assert reader.passage == 22


async def test_giving_up_while_an_answer_is_awaited_is_final(monkeypatch: pytest.MonkeyPatch) -> None:
    gate, find = threading.Event(), Searching.find

    def find_late(searching: Searching, query: str) -> Result:
        gate.wait(20)
        return find(searching, query)

    monkeypatch.setattr(Searching, "find", find_late)
    async with opened() as reader:
        await reader.press("/", *"藏宝图", "enter", "escape")
        gate.set()
        await reader.settle()
        assert not reader.screen.search.is_open
        await reader.press("/")
        await reader.settle()
        assert reader.screen.search.is_open
        assert reader.passage == 1
