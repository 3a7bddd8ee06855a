"""The search as it is typed, previewed, kept and given up."""

import threading

import pytest
from reading import FakeBuilder, harbour, opened, rows

import tui.searching


async def test_what_is_typed_is_found_counted_and_marked() -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("/")
        await reader.type("马化腾")
        text = reader.screen.document.text
        assert reader.summary == f"10 段 · {text.count('马化腾')} 处"
        assert len(reader.screen.current.members) == text.count("马化腾")
        marked = [
            segment
            for y in range(reader.article.size.height)
            for segment in reader.article.render_line(y)
            if segment.text == "马化腾" and segment.style and segment.style.underline
        ]
        assert marked


async def test_every_key_stroke_is_answered() -> None:
    async with opened() as reader:
        await reader.press("/")
        for typed, summary in (
            ("jr", "首字母 · 10 段"), ("kj", "首字母 · 10 段 · 10 处")
        ):  # fmt: skip
            await reader.type(typed)
            assert reader.summary.startswith(summary)
        assert reader.hits.row is not None
        await reader.type("x")
        assert reader.hits.row is None
        assert "文中没有「jrkjx」" in reader.text


async def test_up_and_down_preview_and_enter_stays() -> None:
    async with opened() as reader:
        await reader.press("]", "/")
        origin = reader.offset
        await reader.type("保险公司")
        assert reader.offset == origin
        await reader.press("down")
        first = reader.passage
        assert "保险公司" in reader.article.passage.text
        await reader.press("down")
        assert reader.passage > first
        await reader.press("up")
        assert reader.passage == first
        assert reader.screen.search.is_open
        await reader.press("enter")
        await reader.settle()
        assert not reader.screen.search.is_open
        assert reader.passage == first
        assert reader.article.has_focus
        assert "搜索 保险公司" in reader.footer
        await reader.press("H")
        assert reader.offset == origin


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_giving_up_returns_to_where_the_reader_was(key: str) -> None:
    async with opened() as reader:
        await reader.press("]", "j", "j", "/")
        origin = reader.offset
        await reader.type("藏宝图")
        await reader.press("down")
        await reader.press("up", "pagedown", key)
        assert not reader.screen.search.is_open
        assert reader.offset == origin
        assert reader.screen.current is None
        assert reader.article.has_focus


async def test_enter_goes_to_the_first_hit_without_moving_first() -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("藏宝图")
        await reader.press("enter")
        assert reader.passage == 22
        assert not reader.screen.search.is_open


async def test_next_and_previous_walk_the_hits_round_the_end() -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("马化腾")
        await reader.press("enter")
        total = len(reader.screen.current.members)
        start = reader.screen.current.present
        seen = []
        for _ in range(total):
            seen.append(reader.screen.current.present)
            await reader.press("n")
            assert (reader.footer == "已回到开头") == (reader.screen.current.present == 0)
        assert sorted(seen) == list(range(total))
        assert reader.screen.current.present == start
        span = reader.screen.current.span
        assert reader.screen.document.passage_at(span.start).number == reader.passage


async def test_an_earlier_search_is_offered_again() -> None:
    async with opened() as reader:
        await reader.press("/")
        assert "试试" in reader.text
        assert "最近搜过" not in reader.text
        await reader.type("保险公司")
        await reader.press("enter")
        await reader.settle()
        await reader.press("escape", "/")
        assert reader.screen.search.pane.box.value == "保险公司"
        await reader.press("delete")
        await reader.settle()
        assert "最近搜过" in reader.text
        await reader.press("enter")
        await reader.settle()
        assert reader.screen.search.pane.box.value == "保险公司"
        assert reader.screen.search.is_open
        assert reader.summary


async def test_every_example_hits_this_document() -> None:
    async with opened() as reader:
        await reader.press("/")
        rows = [row for row in reader.hits.rows if not row.heading]
        assert len(rows) == 3
        for row in rows:
            await reader.type(row.key.removeprefix("query:"))
            assert reader.screen.current, row
            await reader.press("ctrl+u")


async def test_typing_replaces_what_was_asked_last() -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("云")
        await reader.press("enter", "/")
        await reader.type("灯")
        assert reader.screen.search.pane.box.value == "灯"


class HeldBuilder(FakeBuilder):
    """An index that is not there until the gate is opened."""

    gate = threading.Event()

    def build(self, _on_progress: object = None) -> None:
        self.gate.wait(20)
        super().build()


async def test_literal_hits_show_before_the_words_and_the_chosen_row_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(HeldBuilder, "gate", threading.Event())
    monkeypatch.setattr(tui.searching, "IndexBuilder", HeldBuilder)
    try:
        async with opened(settled=False) as reader:
            await reader.settle(but=("words",))
            await reader.press("/", *"保险公司")
            await reader.settle(but=("words",))
            assert reader.summary.startswith("词典载入中，先列原样匹配")
            await reader.press("down", "down")
            chosen = reader.hits.row.key
            HeldBuilder.gate.set()
            await reader.settle()
            assert "词典" not in reader.summary
            assert reader.hits.row.key == chosen
    finally:
        HeldBuilder.gate.set()


async def test_the_box_stays_in_its_row_whatever_is_found() -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("/")
        pane = reader.screen.search.pane
        at = pane.box.region.y
        for typed in ("云", "无此", "backspace"):
            if typed == "backspace":
                await reader.press(*["backspace"] * 3)
            else:
                await reader.type(typed)
            await reader.settle()
            assert pane.box.region.y == at
        assert pane.outer_size.height <= 24 * 0.4
        assert pane.list.size.height == 8


async def test_nothing_found_is_said_and_enter_stays_in_the_box() -> None:
    async with opened(harbour(title="[/]"), size=(80, 24)) as reader:
        await reader.press("/")
        await reader.type("[/]")
        assert any("文中没有「[/]」" in row for row in rows(reader.hits))
        await reader.press("enter")
        assert reader.screen.search.is_open
        assert reader.screen.current is None


async def test_answers_that_come_late_are_dropped() -> None:
    async with opened() as reader:
        await reader.press("/")
        for key in "保险公司":
            reader.send(key)
        await reader.settle()
        assert reader.screen.search.pane.box.value == "保险公司"
        assert reader.screen.current.label == "搜索 保险公司"
        hits = [
            reader.screen.document.passages[int(row.key) - 1] for row in reader.hits.rows if not row.heading
        ]
        assert all("保险公司" in passage.text for passage in hits)


async def test_what_was_said_before_gives_way_to_the_keys_of_the_search() -> None:
    async with opened() as reader:
        await reader.press("n")
        assert reader.footer == "先搜索，或选一个名称"
        await reader.press("/")
        assert reader.footer == "↑↓ 预览 · Enter 停在这里 · Esc 返回"


async def test_the_best_hit_stands_first_and_is_chosen() -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("/")
        await reader.type("金融科技")
        assert reader.hits.rows[0].heading
        assert reader.hits.row is reader.hits.rows[1]
        assert reader.hits.scroll_offset.y == 0


async def test_giving_up_puts_every_row_of_the_text_back_where_it_was() -> None:
    for size in ((120, 40), (80, 24), (60, 20), (120, 14)):
        async with opened(harbour(paragraphs=20), size=size) as reader:
            await reader.press(*"]]", *"j" * 9, "pageup", *"jj")
            before = rows(reader.article), reader.offset
            await reader.press("/")
            await reader.type("藏宝图")
            await reader.press("down", "up", "escape")
            await reader.settle()
            assert (rows(reader.article), reader.offset) == before, size


async def test_giving_up_brings_the_set_back_that_was_walked_before() -> None:
    async with opened() as reader:
        await reader.press("t", *"jr", "enter")
        before = reader.screen.current
        await reader.press("/")
        await reader.type("灯")
        assert reader.screen.current.kind == "hits"
        await reader.press("escape")
        assert reader.screen.current is before


async def test_chinese_typed_in_the_article_asks_anew() -> None:
    async with opened() as reader:
        await reader.press("/")
        await reader.type("云")
        await reader.press("enter", "灯")
        await reader.settle()
        assert reader.screen.search.pane.box.value == "灯"


async def test_an_empty_box_says_how_to_narrow_a_search() -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("/")
        assert '"原句"  -不要  章节:' in reader.text
