"""A stretch marked by keys or the mouse: kept, drawn, copied, let go."""

from pathlib import Path

from reading import Reader, opened, rows
from small_documents import document_of

from content.shelf import Shelf
from tui.styles import part_style

TEXT = "潮水来了。船先知道！“走吧。”老周说，灯塔亮了一夜。"
DOCUMENT = document_of(TEXT, "腾讯云上线。", *("末一段。" for _ in range(30)))


def kept(home: Path) -> list[tuple[str, int, str]]:
    with Shelf(home) as shelf:
        return [(each.quote, each.start, each.note) for each in shelf.bookmarks()]


def drawn_as(reader: Reader, part: str) -> str:
    """The text that is drawn as a part of the article is."""
    wanted, found = part_style(reader.article, part), ""
    for y in range(reader.article.size.height):
        for segment in reader.article.render_line(y):
            style = segment.style
            if style and style.underline == wanted.underline and style.bgcolor == wanted.bgcolor:
                found += segment.text
    return found.strip()


async def test_a_marked_stretch_is_kept_drawn_and_counted_and_its_note_opens(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        await reader.press("v")
        assert drawn_as(reader, "selection") == "潮水来了。"
        assert reader.footer.startswith("已标 5 字 · ( ) 句")
        await reader.press("v", ")", "left", "left", "o", "right")
        assert drawn_as(reader, "selection") == "先知道！“走吧"
        await reader.press("m")
        await reader.settle()
        assert kept(home) == [("先知道！“走吧", 6, "")]
        assert reader.footer == "已加书签 · 第 1 段 · 再按 m 写笔记 · u 撤销"
        assert drawn_as(reader, "selection") == ""
        assert drawn_as(reader, "kept") == "先知道！“走吧"
        assert rows(reader.article)[0].endswith("●")
        await reader.press("m", *"灯", "escape", "1")
        await reader.settle()
        assert kept(home) == [("先知道！“走吧", 6, "灯")]
        assert rows(reader.article)[0].endswith("◆")
        assert [row.right for row in reader.app.focused.rows] == [((" ●1", "mark"),)]
        await reader.press("escape", "v", "escape", "n")
        assert (drawn_as(reader, "selection"), reader.footer) == ("", "先搜索，或选一个名称")
        await reader.press("shift+right", "shift+right", "y")
        assert reader.app.clipboard.startswith("潮水来了。船\n——《云上的集市》")
        assert drawn_as(reader, "selection") == ""
        for copy in ("Y", "ctrl+c"):
            reader.app.copy_to_clipboard("")
            await reader.press("v", copy)
            assert reader.app.clipboard == "潮水来了。"
        await reader.press("v", "v", "o", "right", "v", "m")  # a mark on what is kept already is another
        await reader.settle()
        assert len(kept(home)) == 2


async def test_a_mark_goes_over_passages_and_the_reading_line_with_its_end(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        await reader.press("v", *")" * 8)
        assert reader.passage == 6
        await reader.press("(", "o", ")")
        assert reader.passage == 1
        await reader.press("m")
        await reader.settle()
        ((quote, start, _),) = kept(home)
        assert (start, quote) == (5, DOCUMENT.text[5 : 5 + len(quote)])
        assert quote.endswith("末一段。")
        reader.article.go_to_passage(4)  # in it as well
        await reader.press("m")
        assert reader.dialog == "NoteScreen"
        await reader.press("escape")
        await reader.press("v", "enter", "escape", "q")
        assert reader.app.is_running


async def test_what_is_selected_with_the_mouse_is_kept(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        article = reader.article
        await reader.pilot.mouse_down(article, offset=(20, 0))
        await reader.pilot.hover(article, offset=(28, 0))
        await reader.pilot.mouse_up(article, offset=(28, 0))
        await reader.pause()
        marked = reader.screen.marking.span
        assert marked
        await reader.press("m")
        await reader.settle()
        assert kept(home) == [(TEXT[marked.start : marked.end], marked.start, "")]
        assert reader.screen.marking.span is None
