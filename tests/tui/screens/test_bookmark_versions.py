"""Bookmarks made in an earlier version of a document: shown where they are now, confirmed, placed by hand."""

from pathlib import Path

from library_texts import library_in
from reading import Reader, opened, rows
from small_documents import document_of

from content.shelf import Shelf

TEXTS = (
    "码头上的集市从清早开到天黑，灯塔亮了一夜。",
    "卖鱼的老周把账记在小程序里，工程师来过三回。",
    "雨季里货船晚到两天，保险的赔款当晚就进了账。",
    "孩子们提着桶去捡贝壳，潮水退到第三根木桩。",
)
BEFORE = document_of(*TEXTS)
AFTER = document_of("新加在最前面的一段。", TEXTS[0], TEXTS[1].replace("三回", "四回"), TEXTS[3])


def signed(reader: Reader) -> list[int]:
    drawn = enumerate(rows(reader.article))
    return [reader.article._rows[y].passage + 1 for y, row in drawn if row.endswith(("●", "◆"))]


def listed(reader: Reader) -> list[str]:
    return [row.text.replace("  ", " ").strip()[:12] for row in reader.screen.panes.side.pane.list.rows]


async def test_those_of_an_earlier_version_are_shown_confirmed_and_placed_by_hand(home: Path) -> None:
    with library_in(home) as library:
        library.add(BEFORE, "/文章/集市.txt")
        for passage in BEFORE.passages[1:3]:
            library.shelf.add_bookmark(BEFORE, passage, note=f"第{passage.number}条")
    async with opened(AFTER, path="/文章/集市.txt") as reader:
        assert signed(reader) == [3]
        assert reader.footer == "新版本里的书签：1 文字有变 · 1 未找到（仍保留） · ' 看"
        await reader.press("j", "j", "m")
        await reader.settle()
        assert reader.dialog == "NoteScreen"
        assert "第2条" in reader.text
        await reader.press("escape", "'")
        assert listed(reader) == ["3 文字有变 第2条 卖", "? 未找到 第3条 雨季"]
        await reader.press("down", "enter")
        assert (reader.passage, reader.footer[:7]) == (3, "未找到，仍保留")
        assert "「雨季里货船晚到" in reader.footer
        await reader.press("m")
        await reader.settle()
        assert "未找到（仍保留） · 雨季里货船" in reader.text
        await reader.press("escape")
        await reader.press("up", "r")
        await reader.settle()
        assert listed(reader)[0].startswith("3 第2条")
        await reader.press("down", "r")
        await reader.settle()
        assert reader.footer.startswith("已放到第 3 段")
        assert [row.split()[1] for row in listed(reader)] == ["第2条"]  # with what the other said
        await reader.press("u")
        await reader.settle()
        assert len(listed(reader)) == 2
        await reader.press("escape", "G", "'", "G", "r")
        await reader.settle()
        assert signed(reader) == [3, 4]
    with Shelf(home) as shelf:
        kept = shelf.bookmarks(AFTER.digest)
        assert [(each.quote, each.note) for each in kept] == [
            (AFTER.passages[2].text, "第2条"),
            (AFTER.passages[3].text, "第3条"),
        ]
        assert shelf.bookmarks(BEFORE.digest) == ()


async def test_what_is_known_as_a_version_by_its_title_alone_shows_once_it_is_in_the_library(
    home: Path,
) -> None:
    with library_in(home) as library:
        library.add(BEFORE, "/文章/集市.txt")
        library.shelf.add_bookmark(BEFORE, BEFORE.passages[0])
    reposted = document_of("又到了赶集的日子。", *(each.text for each in BEFORE.passages), title=BEFORE.title)
    async with opened(reposted, path="-") as reader:
        assert signed(reader) == [2]
        await reader.press("m", "'", "r")
        await reader.settle()
        assert reader.footer == "已放到第 2 段 · u 撤销"
