"""No size crashes it, overlaps or loses the way back; no text acts."""

import pytest
from reading import Reader, harbour, opened, rows

from content import open_document
from content.document import Document
from content.reading import read
from content.reading.assembly import Break, Part, assemble
from tui.text import cells

pytestmark = pytest.mark.thorough  # many sizes; the pictures of small ones are in the thorough run too

SIZES = [(1, 1), (40, 12), (80, 24)]
ODD_SIZES = [
    (300, 100),
    (10, 5),
    (110, 31),
    (2, 3),
    (5, 2),
    (20, 8),
    (60, 15),
    (71, 16),
    (79, 24),
    (109, 30),
    (120, 40),
    (200, 10),
    (13, 90),
]


def fits(reader: Reader) -> None:
    """Every widget that shows stays on the screen, and no line of it is wider than it is."""
    screen = reader.screen
    columns, lines = screen.size
    for widget in screen.query("Article, RowList, Masthead, KeyLine, TabBar"):
        region = widget.region
        if widget.is_on_screen and widget.display and region.area:
            assert region.right <= columns, widget
            assert region.bottom <= lines, widget
            for row in rows(widget):
                assert cells(row) <= region.width, widget


USED = """
j f ] G b g, e j enter n n, 3 space escape, 1 escape, m, m escape, ', escape, z z T, t j enter,
/ 云 down enter, / escape escape, ? j q, : x escape, o, escape
"""


async def use(reader: Reader) -> None:
    """Press a bit of everything."""
    for keys in USED.split(","):
        await reader.press(*keys.split())
        await reader.settle()
        if reader.screen.size >= (40, 12):
            fits(reader)
    assert not reader.dialog


@pytest.mark.parametrize("size", [*SIZES, *ODD_SIZES], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_no_size_crashes_it(size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await use(reader)
        assert len(reader.text.splitlines()) <= size[1]


async def test_growing_and_shrinking_while_things_are_open() -> None:
    async with opened() as reader:
        for keys in ((), ("/", "云"), ("escape", "e"), ("t",), ("escape", "?"), ("escape", ":")):
            await reader.press(*keys)
            for size in ((1, 1), (85, 20), (120, 30)):
                await reader.resize(*size)
                if size > (1, 1) and not reader.dialog:
                    fits(reader)


@pytest.mark.parametrize(("columns", "panes"), [(120, "三栏"), (100, "两栏"), (60, "正文")])
async def test_the_width_decides_how_many_panes_stand_side_by_side(columns: int, panes: str) -> None:
    async with opened(size=(columns, 30)) as reader:
        left, side = (reader.screen.query_one(f"#{name}").display for name in ("left", "side"))
        assert (left, side) == {"三栏": (True, True), "两栏": (False, True), "正文": (False, False)}[panes]
        assert reader.article.size.width >= 52
        await reader.press("1")
        assert reader.app.focused.list_id == "sections"
        assert "第一节" in reader.text
        await reader.press("down", "enter")
        assert reader.article.has_focus
        assert reader.passage == reader.screen.document.sections[1].first
        assert reader.screen.query_one("#side").display == side


async def test_in_a_narrow_terminal_a_pane_opens_over_the_article_and_escape_puts_it_away() -> None:
    async with opened(size=(60, 20)) as reader:
        await reader.press("e")
        assert reader.screen.query_one("#side").display
        assert "马化腾" in "\n".join(rows(reader.app.focused))
        await reader.press("escape")
        assert not reader.screen.query_one("#side").display
        assert reader.article.has_focus


async def test_the_search_of_a_low_screen_takes_all_of_the_body() -> None:
    async with opened(size=(40, 12)) as reader:
        await reader.press("/")
        await reader.type("云")
        assert not reader.screen.query_one("#body").display
        assert reader.hits.size.height >= 6
        await reader.press("enter")
        assert reader.screen.query_one("#body").display
        assert reader.article.has_focus


async def test_the_left_gives_each_pane_the_rows_it_needs_before_any_stay_empty() -> None:
    async with opened(open_document(), size=(120, 40)) as reader:
        sections, themes = reader.screen.panes.sections.list, reader.screen.panes.themes.list
        await reader.press("/")
        assert sections.size.height >= len(sections.rows) == 10
        assert themes.size.height >= len(themes.rows) == 9
    async with opened(harbour(sections=2), size=(120, 40)) as reader:
        sections, themes = reader.screen.panes.sections, reader.screen.panes.themes
        assert len(sections.list.rows) < sections.size.height < 8
        assert themes.region.y == sections.region.bottom + 1
        await reader.press("1", "/")
        assert sections.list.size.height >= len(sections.list.rows)  # the filter box has room of its own


HOSTILE = "\x1b]52;c;aGk=\x07\x9b31m[/][@click=app.quit]点[/][b]粗[69%]\u202etxt\x00"


def attacking() -> Document:
    parts = [
        Part("epigraph", "甲。"), Part("heading", f"标题[/]{'长' * 300}[@click=app.quit]", 1),
        Part("body", "营收[69%]增长，[/]收尾，[@click=app.quit]点我[/]，腾讯云。" * 20),
        Break("[/]"), Part("body", "[/]"),
        Part("body", "a" * 1900), Part("body", "👩‍👩‍👧" * 200), Part("body", "云" + "\u0301" * 500),
        Part("body", " "), Part("verse", "\n\n"), Part("body", "\ufffd]52;c;aGk=\ufffd" * 30),
    ]  # fmt: skip
    return assemble(
        parts,
        title="[/]题[@click=app.quit]" + "长" * 300,
        source="[b]源",
        byline=("[/]人",),
        removed=("[/]",),
    )


@pytest.mark.parametrize("size", [(40, 12), (120, 40)], ids=str)
async def test_a_hostile_document_is_drawn_as_it_stands(size: tuple[int, int]) -> None:
    async with opened(attacking(), size=size) as reader:
        await use(reader)
        for _ in range(12):
            await reader.press("}")
            fits(reader)
        await reader.press("/")
        await reader.type("[69%]")
        assert reader.summary.endswith("1 段 · 20 处")
        assert "[69%]" in reader.text
        await reader.press("enter", ":", *"略去", "enter", "escape", "y")
        assert reader.app.is_running


async def test_escapes_in_file_query_and_note_never_reach_the_screen() -> None:
    document = read(f"海港\n\n　　{HOSTILE}机器照常运转。\n".encode(), f"{HOSTILE}.txt")
    async with opened(document) as reader:
        await reader.press("/")
        reader.screen.search.pane.box.value = HOSTILE
        await reader.settle()
        await reader.press("escape", "m")
        await reader.settle()
        await reader.press("m")
        reader.app.focused.insert(HOSTILE)
        await reader.press("escape")
        await reader.settle()
        await reader.press("'")
        await reader.settle()
        drawn = reader.text + "".join(rows(reader.app.focused)) + reader.footer
        assert "机器照常运转" in drawn
        assert not set("\x1b\x07\x9b\u202e\x00") & set(drawn)


async def test_the_smallest_document_can_be_read() -> None:
    async with opened(assemble([Part("body", "云")], title="")) as reader:
        await reader.press("j", "k", "f", "b", "G", "g", "]", "[", "}", "{", "t", "enter", "n", "N", "escape")
        await reader.settle()
        assert (reader.passage, reader.dialog) == (1, "")
        assert reader.masthead.startswith("云")


async def test_a_long_title_gives_way_to_the_place() -> None:
    async with opened(harbour(title="长" * 200), size=(60, 20)) as reader:
        assert "…" in reader.masthead
        assert reader.masthead.endswith("第 1/22 段 · 1 %")


@pytest.mark.parametrize("columns", [48, 50, 70])
async def test_the_tabs_over_the_article_are_drawn_whole(columns: int) -> None:
    async with opened(size=(columns, 20)) as reader:
        await reader.press("2")
        await reader.settle()
        head = reader.text.splitlines()[1]
        assert "书签" in head or "名录 2/6" in head
