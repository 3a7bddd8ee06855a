"""Where the reader is: the reading line, sections, back and forward, the place that is kept."""

from pathlib import Path

import pytest
from reading import harbour, opened

import tui.screens.reader.keeping
from content.shelf import Shelf


async def test_the_masthead_tells_the_passage_and_how_far() -> None:
    async with opened() as reader:
        assert reader.masthead.startswith("海港的集市   林小舟 · 潮汐周报 · 2019-05-01")
        assert "第 1/22 段" in reader.masthead
        await reader.press("j", "j")
        assert "第 3/22 段" in reader.masthead
        await reader.press("G")
        assert "第 22/22 段 · 100 %" in reader.masthead
        await reader.press("g")
        assert "第 1/22 段 · 1 %" in reader.masthead


async def test_a_bar_stands_in_the_margin_of_the_current_passage_alone() -> None:
    async with opened() as reader:
        for key in ("j", "f", "}", "G", "k"):
            await reader.press(key)
            article = reader.article
            barred = [y for y in range(article.size.height) if "▌" in article.render_line(y).text]
            shown = {article._rows[y].passage + 1 for y in barred}
            assert shown == {reader.passage}


async def test_down_to_the_end_and_up_again_visits_every_passage() -> None:
    async with opened(harbour(sections=2, paragraphs=3), size=(60, 20)) as reader:
        seen = [reader.passage]
        for _ in range(40):
            await reader.press("down")
            seen.append(reader.passage)
        total = len(reader.screen.document.passages)
        assert list(dict.fromkeys(seen)) == list(range(1, total + 1))
        for _ in range(40):
            await reader.press("up")
        assert reader.offset == 0


async def test_sections_end_with_a_word_and_not_with_a_jump() -> None:
    async with opened() as reader:
        await reader.press("[")
        assert (reader.passage, reader.footer) == (1, "已是第一节")
        for _ in range(3):
            await reader.press("]")
        assert reader.passage == reader.screen.document.sections[-1].first
        await reader.press("]")
        assert reader.footer == "已是最后一节"


async def test_back_and_forward_walk_the_jumps() -> None:
    async with opened() as reader:
        await reader.press("H")
        assert reader.footer == "没有更早的位置"
        await reader.press("]", "]", "H")
        assert reader.passage == reader.screen.document.sections[1].first
        await reader.press("backspace")
        assert reader.passage == 1
        await reader.press("L", "L")
        assert reader.passage == reader.screen.document.sections[2].first
        await reader.press("L")
        assert reader.footer == "没有更晚的位置"


async def test_a_passage_is_reached_by_its_number() -> None:
    async with opened() as reader:
        await reader.press(":", *"17", "enter")
        assert reader.passage == 17
        assert reader.article.has_focus
        await reader.press("：", *"99", "enter")
        assert (reader.passage, reader.footer) == (17, "没有第 99 段：全文共 22 段")
        await reader.press("H")
        assert reader.passage == 1


async def test_without_a_set_next_says_what_to_do() -> None:
    async with opened() as reader:
        for key in ("n", "N", "right", "left"):
            reader.screen.note("")
            await reader.press(key)
            assert (reader.footer, reader.offset) == ("先搜索，或选一个名称", 0)


async def test_the_hint_goes_for_good_at_the_first_key() -> None:
    async with opened() as reader:
        assert "试 jrkj" in reader.text
        await reader.press("j")
        await reader.settle()
        assert "试 jrkj" not in reader.text
    async with opened() as reader:
        assert "试 jrkj" not in reader.text


async def test_the_place_is_kept_while_reading_and_resumed(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.screens.reader.keeping, "_SAVE_SECONDS", 0.001)
    async with opened() as reader:
        await reader.press("]", "]", "j")
        offset = reader.offset
        for _ in range(20):
            await reader.settle()
            with Shelf(home) as shelf:
                place = shelf.place_of(reader.screen.document.digest)
            if place and place.offset == offset:
                break
        assert place
        assert place.offset == offset
        await reader.press("j")
        offset = reader.offset
    async with opened() as reader:
        assert reader.offset == offset
        percent = round(reader.article.progress * 100)
        assert reader.footer == f"接上次 {percent} % · g 回开头 · o 书库"
        await reader.press("g")
        assert reader.offset == 0


async def test_another_size_keeps_the_reading_line_on_its_text() -> None:
    async with opened() as reader:
        reader.article.go_to_passage(9)
        for columns, lines in ((60, 20), (40, 12), (200, 60), (120, 40)):
            await reader.resize(columns, lines)
            assert reader.passage == 9


async def test_panes_put_away_leave_the_article_alone_and_come_back() -> None:
    async with opened() as reader:
        await reader.press("z")
        assert reader.footer == "侧栏已收起 · z 放回"
        assert "名录" not in reader.text
        await reader.press("e")
        assert reader.app.focused is reader.screen.panes.side.pane.list
        assert "名录" in reader.text
        await reader.press("z", "z")
        assert reader.footer == "侧栏已放回"


async def test_tab_walks_round_the_panes() -> None:
    async with opened() as reader:
        article, seen = reader.article, []
        for _ in range(4):
            await reader.press("tab")
            seen.append(reader.app.focused)
        assert len(set(seen)) == 4
        assert seen[-1] is article
        await reader.press("shift+tab")
        assert reader.app.focused is seen[-2]


async def test_copying_says_what_was_sent_where() -> None:
    async with opened(harbour(byline=(), source=None, date=None)) as reader:
        await reader.press("y")
        assert reader.app.clipboard.endswith("\n——《海港的集市》")
        await reader.press("j", "j", "Y")
        passage = reader.screen.document.passages[2].text
        assert reader.app.clipboard == passage
        assert reader.footer == f"已发往终端剪贴板（{len(passage)} 字）· 再按 Y 存为文件"


async def test_the_same_key_again_puts_what_was_sent_into_a_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with opened(harbour(byline=(), source=None, date=None)) as reader:
        for name in ("海港的集市.txt", "海港的集市 2.txt"):
            await reader.press("y", "y")
            await reader.settle()
            assert reader.footer == f"已存为文件：~/{name}"
            assert (tmp_path / name).read_text("utf-8") == f"{reader.app.clipboard}\n"
        await reader.press("y", "j", "j", "y")  # another passage
        assert "再按 y" in reader.footer
        monkeypatch.setenv("HOME", str(tmp_path / "gone"))
        await reader.press("y")
        await reader.settle()
        assert reader.footer.startswith("写不进去：")
        assert len(list(tmp_path.glob("*.txt"))) == 2
