"""Search across the library: hits by document, opened where they are; names and themes that lead there."""

import threading
from pathlib import Path

import pytest
from library_texts import HARBOUR, fill, library_in, library_of, library_opened, listed, said
from reading import FakeBuilder, Reader, opened

import content.library.across
import tui.screens.library.names
from content.shelf import NameEdit
from tui.current_set import CurrentSet

pytestmark = pytest.mark.thorough  # each searches a library of its own; its pictures are in the quick suite


async def test_what_is_typed_over_the_list_is_searched_in_all_texts(home: Path) -> None:
    fill(home)
    async with library_opened(*"灯塔", "f3") as (_, library):
        assert library.memory.tab == "across"
        assert library.view.box.value == "灯塔"
        rows = listed(library)
        assert "海港的集市 林小舟 · 潮汐周报 · 2019-05-01 2 段" in rows
        assert "退潮 潮汐周报 1 段" in rows
        assert sum("灯塔" in row for row in rows) == 3
        assert library.view.pane._summary.words == "2 篇 · 3 段 · 3 处"


async def test_enter_on_the_last_row_of_a_filter_searches_too(home: Path) -> None:
    fill(home)
    async with library_opened(*"灯塔照着空", "enter") as (_, library):
        assert library.memory.tab == "across"
        assert any("海港的集市" in row for row in listed(library))


async def test_the_edition_is_searched_with_the_library(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"腾讯云") as (_, library):
        headings = [row for row in listed(library) if row.endswith("段")]
        assert any(row.startswith("腾讯物种进化") for row in headings)
        assert any(row.startswith("云上的工厂") for row in headings)


async def test_a_hit_opens_its_document_with_its_hits_as_the_current_set(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"码头") as (reader, _):
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("海港的集市")
        current = reader.screen.current
        assert [HARBOUR.text[span.start : span.end] for span in current.members] == ["码头", "码头"]
        assert "搜索 码头" in reader.footer
        first = reader.passage
        await reader.press("n")
        assert {first, reader.passage} == {1, 3}
        assert reader.article.has_focus
        await reader.press("H")
        assert reader.offset == 0


async def test_a_hit_of_the_document_that_is_read_stays_in_it(home: Path) -> None:
    fill(home)
    async with opened(HARBOUR, path="/文章/0.txt", size=(120, 30)) as reader:
        reader.article.go_to_passage(2)
        reader.screen.search.open("码头")
        await reader.settle()
        await reader.press("enter")
        await reader.settle()
        shown = reader.screen.shown
        await reader.press("S")
        await reader.settle()
        library = library_of(reader)
        assert library.view.box.value == "码头"
        await reader.press("enter")
        await reader.settle()
        assert reader.screen.shown is shown
        assert reader.screen.current.key == "码头"


async def test_the_text_that_was_searched_opens_though_its_file_changed(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "海港.txt"
    path.write_text("海港\n\n灯塔亮了一夜。\n\n老周走了。", encoding="utf-8")
    async with opened(size=(120, 30)) as reader:
        reader.screen.documents.open(str(path))
        await reader.settle()
        await reader.press("o")
        await reader.settle()
        await reader.press("f3", *"灯塔亮")
        await reader.settle()
        path.write_text("海港\n\n全是别的话，没有那座塔了，换了天地。\n\n灯塔亮了一夜。", encoding="utf-8")
        await reader.press("enter")
        await reader.settle()
        span = reader.screen.current.span
        assert reader.screen.document.text[span.start : span.end] == "灯塔亮"


@pytest.mark.parametrize(
    ("current", "query"),
    [
        (CurrentSet("theme", "cloud", "", ()), "theme:cloud"),
        (CurrentSet("name", "腾讯云", "", ()), "entity:腾讯云"),
        (CurrentSet("name", "Pony Ma", "", ()), 'entity:"Pony Ma"'),
        (CurrentSet("hits", "灯塔 -码头", "", ()), "灯塔 -码头"),
        (None, ""),
    ],
)
async def test_the_current_set_is_what_is_asked_for(home: Path, current: CurrentSet, query: str) -> None:
    fill(home)
    async with opened(size=(120, 30)) as reader:
        reader.screen.current = current
        await reader.press("S")
        await reader.settle()
        assert library_of(reader).view.box.value == query


async def test_what_the_library_does_not_know_is_asked_for_in_words_where_the_program_wrote_the_query(
    home: Path,
) -> None:
    fill(home)
    async with opened(size=(120, 30)) as reader:
        reader.screen.current = CurrentSet("name", "捡贝壳", "", ())
        await reader.press("S")
        await reader.settle()
        library = library_of(reader)
        assert library.view.box.value == '"捡贝壳"'
        assert listed(library)[0].startswith("退潮"), listed(library)
        library.search_across("entity:蚌")
        await reader.settle()
        assert "书库里没有这样的" in reader.text


async def test_escape_goes_to_the_documents_then_to_the_reader_and_the_query_is_kept(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"灯塔", "escape") as (reader, library):
        assert library.memory.tab == "documents"
        await reader.press("escape")
        assert reader.dialog == ""
        await reader.press("f3")
        await reader.settle()
        library = library_of(reader)
        assert library.view.box.value == "灯塔"
        assert any("海港的集市" in row for row in listed(library))


async def test_more_hits_of_a_document_are_shown_when_they_are_asked_for(home: Path) -> None:
    from reading import harbour

    fill(home, harbour(paragraphs=9))
    async with library_opened("f3", *"工程师来过三回") as (reader, library):
        rows = library.view.pane.list.rows
        more = next(row for row in rows if row.key.startswith("more:"))
        library.view.pane.list.put_cursor(more.key)
        await reader.press("enter")
        await reader.settle()
        assert len(library.view.pane.list.rows) > len(rows)
        assert not any(row.key.startswith("more:") for row in library.view.pane.list.rows)
        assert library.view.pane.list.row.key == "hit:4"


async def test_what_is_nowhere_is_told(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"登月计划失败") as (_, library):
        assert "书库里没有「登月计划失败」" in " ".join(
            library.view.pane.list.render_line(y).text for y in range(3)
        )


async def test_while_the_index_is_built_literal_hits_show_and_it_can_be_stopped(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = threading.Event()
    closed_in: list[threading.Thread] = []

    class Held(FakeBuilder):
        def build(self, on_progress: object = None, base: object = None) -> None:
            on_progress(42, 100)
            gate.wait(20)

        def close(self) -> None:
            closed_in.append(threading.current_thread())
            gate.set()

    monkeypatch.setattr(content.library.across, "IndexBuilder", Held)
    fill(home)
    async with library_opened() as (reader, library):
        await reader.press("f3")
        await reader.settle(but=("library words",))
        await reader.press(*"灯塔")
        await reader.settle(but=("library words",))
        assert "42 %" in library.view.pane._summary.words
        assert any("海港的集市" in row for row in listed(library))
        assert "Ctrl+C 停止编索引" in said(library)
        await reader.press("ctrl+c")
        await reader.settle()
        assert said(library).startswith("已停止编索引")
        assert closed_in
        assert threading.main_thread() not in closed_in  # a process may take seconds to end
        assert any("海港的集市" in row for row in listed(library))


async def test_a_document_that_came_meanwhile_is_found_at_the_next_search(home: Path) -> None:
    fill(home, HARBOUR)
    async with library_opened("f3", *"贝壳", "escape", "escape") as (reader, _):
        fill(home)
        await reader.press("f3")
        await reader.settle()
        assert any("退潮" in row for row in listed(library_of(reader)))


async def names(reader: Reader, *keys: str) -> list[str]:
    await reader.press("escape", *keys)
    await reader.settle()
    return listed(library_of(reader))


async def test_names_and_themes_say_in_how_many_documents_they_are_and_lead_to_them(home: Path) -> None:
    fill(home)
    async with library_opened("right") as (reader, library):
        rows = listed(library)
        tencent = next(row for row in rows if row.startswith("腾讯云 "))
        assert tencent.split()[1:5] == ["3", "篇", "8", "处"]
        await reader.press(*"tengxunyun", "enter")
        await reader.settle()
        assert library.view.box.value == "entity:腾讯云"
        assert any("云上的工厂" in row for row in listed(library))
        rows = await names(reader, "right", "escape", "right")
        assert any(row.startswith("云 ") for row in rows)
        assert library.memory.tab == "themes"


async def test_of_many_names_the_first_are_listed_and_the_filter_reaches_all(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.screens.library.names, "_LISTED", 2)
    fill(home)
    async with library_opened("right") as (reader, library):
        assert sum(not row.heading for row in library.view.pane.list.rows) == 2
        assert " 个名称 · 只列前 2 个" in reader.text
        await reader.press(*"mahuateng")
        await reader.settle()
        assert [row.key for row in library.view.pane.list.rows] == ["entity:马化腾"]
        assert "只列前" not in reader.text


async def test_removed_documents_are_searched_no_more(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"贝壳", "escape") as (reader, library):
        with library_in(home) as kept:
            kept.remove(next(entry.id for entry in kept.entries() if entry.title == "退潮"))
        await reader.press("f3")
        await reader.settle()
        assert not any("退潮" in row for row in listed(library))


async def test_names_are_shared_and_searched_for_as_the_reader_has_changed_them(home: Path) -> None:
    fill(home)
    with library_in(home) as library:
        library.shelf.edit_names([NameEdit("", None, "add", "灯塔", "place")])
    async with library_opened("f3", *"entity:灯塔") as (reader, library):
        assert sum("灯塔" in row for row in listed(library)) == 3
        await reader.press("escape", "escape")
        await reader.settle()
        with library_in(home) as other:  # another program
            other.shelf.edit_names([NameEdit("", None, "rename", "灯塔", "大灯")])
        await reader.press("o", "right")
        await reader.settle()
        await reader.type("大灯")
        assert any(row.startswith("大灯 ") for row in listed(library_of(reader)))
        library_of(reader).search_across("entity:大灯")
        await reader.settle()
        assert sum("灯塔" in row for row in listed(library_of(reader))) == 3


async def test_a_hit_opens_the_document_it_was_found_in_though_others_were_read_since(home: Path) -> None:
    fill(home)
    async with library_opened("f3", *"灯塔") as (reader, library):
        with library_in(home) as kept:  # another program
            kept.remove(min(entry.id for entry in kept.entries()))
        library.texts.read(lambda *_: None)
        heading = next(at for at, row in enumerate(listed(library)) if row.startswith("退潮"))
        library.view.choose(library.view.pane.list.rows[heading + 1].key)
        await reader.settle()
        assert reader.masthead.startswith("退潮")
