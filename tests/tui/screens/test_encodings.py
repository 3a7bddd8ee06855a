"""The encoding of a file, chosen by the reader and remembered."""

import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from reading import Reader, opened, rows

import tui.rows.encodings
from content.library.library import Library
from content.shelf import Shelf
from tui.rows.encodings import encoding_rows
from tui.strings import Language
from tui.widgets.row_list import ListRow, RowList

TEXT = "潮汐的帳簿\n\n" + "\n\n".join(f"第{n}段說到港口的帳，說得很長很長。" for n in range(1, 30))


@pytest.fixture
def misread(tmp_path: Path) -> Path:
    """A file in Big5; what the reader named has it read as GB18030."""
    path = tmp_path / "帳簿.txt"
    path.write_bytes(TEXT.encode("big5hkscs"))
    return path


def titles(home: Path) -> list[str]:
    with Shelf(home) as shelf, closing(Library(home, shelf)) as library:
        return [entry.title for entry in library.entries()]


async def open_as(reader: Reader, path: Path, encoding: str | None) -> None:
    reader.screen.encoding = encoding
    reader.screen.documents.open(str(path))
    await reader.settle()


async def choose(reader: Reader, typed: str) -> None:
    await reader.screen.run_action("encoding")
    await reader.settle()
    assert reader.dialog == "Chooser"
    await reader.type(typed)
    await reader.press("enter")
    await reader.settle()


async def test_another_encoding_is_chosen_and_remembered(
    misread: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_in: list[threading.Thread] = []

    def noted(sample: bytes, language: Language) -> list[ListRow]:
        made_in.append(threading.current_thread())
        return encoding_rows(sample, language)

    monkeypatch.setattr(tui.rows.encodings, "encoding_rows", noted)
    async with opened() as reader:
        await open_as(reader, misread, "gb18030")
        assert not reader.masthead.startswith("潮汐")
        reader.article.go_to_passage(15)
        share = reader.article.progress
        await choose(reader, "big5")
        assert reader.masthead.startswith("潮汐的帳簿")
        assert reader.footer == "已按 Big5-HKSCS 重读"
        assert abs(reader.article.progress - share) < 0.1
        await open_as(reader, misread, None)
    assert made_in
    assert threading.main_thread() not in made_in
    assert titles(home) == ["潮汐的帳簿"]  # what was misread has gone
    async with opened() as reader:
        await open_as(reader, misread, None)
        assert reader.masthead.startswith("潮汐的帳簿")


async def test_a_bookmark_goes_with_the_place_where_it_was_made(misread: Path) -> None:
    async with opened() as reader:
        await open_as(reader, misread, "gb18030")
        reader.article.go_to_passage(15)
        await reader.press("m")
        await reader.settle()
        await choose(reader, "big5")
        (placed,) = reader.screen.keeping.bookmarks.placed
        assert placed.anchor.state == "ok"
        assert (placed.passage, placed.bookmark.quote) == (15, reader.screen.document.passages[14].text)


async def test_a_choice_outlives_what_the_bytes_look_like(misread: Path, home: Path) -> None:
    async with opened() as reader:
        await open_as(reader, misread, None)
        assert reader.masthead.startswith("潮汐的帳簿")
        await choose(reader, "gb18030")
        wrong = reader.screen.document
        await open_as(reader, misread, None)
        assert reader.screen.document.text == wrong.text
        await choose(reader, "自动")
        assert reader.masthead.startswith("潮汐的帳簿")
    assert titles(home) == ["潮汐的帳簿"]


async def test_each_encoding_shows_what_the_file_reads_in_it(misread: Path) -> None:
    async with opened() as reader:
        await open_as(reader, misread, None)
        await reader.screen.run_action("encoding")
        await reader.settle()
        drawn = rows(reader.app.screen.query_one(RowList))
        assert drawn[0].split() == ["自动", "潮汐的帳簿"]
        assert drawn[3].split() == ["Big5-HKSCS", "潮汐的帳簿"]
        assert "处读不出" in drawn[1]
        await reader.press("escape")
        assert reader.masthead.startswith("潮汐的帳簿")


@pytest.mark.parametrize("path", [None, "-"])
async def test_what_has_no_file_has_no_choice(path: str | None) -> None:
    async with opened(path=path) as reader:
        await reader.screen.run_action("encoding")
        await reader.settle()
        assert reader.dialog == ""
        assert reader.footer.startswith("这篇没有文件")


async def test_a_file_that_has_gone_says_so(misread: Path) -> None:
    async with opened() as reader:
        await open_as(reader, misread, None)
        misread.unlink()
        await reader.screen.run_action("encoding")
        await reader.settle()
        assert reader.footer.startswith("读不了 帳簿.txt")


async def test_an_encoding_in_which_nothing_is_left_leaves_the_document(tmp_path: Path) -> None:
    path = tmp_path / "短.txt"
    path.write_text("潮水来时船先知道，岸上的人后来才知道。\n", "utf-8")
    async with opened() as reader:
        await open_as(reader, path, None)
        document = reader.screen.document
        await choose(reader, "utf-32-be")
        assert reader.app.is_running
        assert reader.screen.document is document or "个字符无法解读" in reader.footer


def test_the_rows_of_any_bytes_can_be_made() -> None:
    for sample in (b"", b"\xff", b"\x1b[2J\x00", bytes(range(256)) * 3, "潮".encode("utf-16")):
        made = encoding_rows(sample, "hans")
        assert len({row.key for row in made}) == len(made) == 8
        assert all("\x1b" not in row.text for row in made)


async def test_a_choice_holds_though_the_title_was_put_right_and_is_not_dropped_silently(
    misread: Path,
) -> None:
    async with opened() as reader:
        await open_as(reader, misread, "gb18030")
        for title, said in (("別的", "已按 Big5-HKSCS 重读"), ("", "仍在读《")):
            await reader.screen.run_action("encoding")
            await reader.settle()
            await reader.type("big5")
            if title:  # in another window
                reader.screen.put_right(replace(reader.screen.document, title=title))
            else:
                reader.screen.documents.open("")
                await reader.settle()
            await reader.press("enter")
            await reader.settle()
            assert reader.footer.startswith(said)
