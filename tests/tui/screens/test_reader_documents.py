"""Opening other documents, and how the text is shown: script, language, colours, what was left out."""

from pathlib import Path

import pytest
from reading import Reader, harbour, opened

from content import open_document
from content.shelf import Shelf

HARBOUR = "另一座海港\n\n　　灯塔的看守人每天写日记，写了三十年。\n\n　　他说云是从腾讯那边飘来的。\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "另一座 (海港).txt"
    path.write_text(HARBOUR, "utf-8")
    return path


async def ask_for(reader: Reader, typed: str) -> None:
    await reader.press("o")
    await reader.settle()
    assert reader.dialog == "LibraryScreen"
    await reader.paste(typed)
    await reader.press("enter")
    await reader.settle()
    assert reader.dialog == ""


async def hand_over(reader: Reader, typed: str) -> None:
    """Have something opened that the library's box would not let through."""
    reader.screen.documents.open(typed)
    await reader.settle()


async def test_a_path_opens_however_it_is_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(file.parent))
    escaped = str(file).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    written = [str(file), f'"{file}"', f"'{file}'", file.as_uri(), escaped, f"~/{file.name}"]
    async with opened() as reader:
        for path in written:
            before = reader.screen.document
            await ask_for(reader, path)
            assert reader.screen.document is not before, path
            assert reader.masthead.startswith("另一座海港")
            assert "灯塔的看守人" in reader.text
            assert "腾讯" in reader.text
            assert reader.article.has_focus
            assert "正在打开" not in reader.footer


async def test_what_belonged_to_the_document_before_goes_with_it(file: Path, home: Path) -> None:
    async with opened() as reader:
        first = reader.screen.document
        await reader.press("m", "]", "]", "t", "enter")
        offset = reader.offset
        await ask_for(reader, str(file))
        assert reader.screen.current is None
        assert reader.offset == 0
        await reader.press("H")
        assert reader.footer == "没有更早的位置"
        await reader.press("n")
        assert reader.footer == "先搜索，或选一个名称"
        await reader.press("/")
        await reader.type("灯塔")
        assert reader.summary == "1 段 · 1 处"
        await reader.press("escape", "m")
        await reader.settle()
    with Shelf(home) as shelf:
        assert shelf.place_of(first.digest).offset == offset
        assert [bookmark.passage for bookmark in shelf.bookmarks(first.digest)] == [1]
        assert len(shelf.bookmarks()) == 2


async def test_a_document_read_before_opens_at_its_place(file: Path) -> None:
    async with opened() as reader:
        await hand_over(reader, str(file))
        await reader.press("G")
        passage = reader.passage
        await hand_over(reader, "")
        assert "改写版" in reader.masthead
        await hand_over(reader, str(file))
        assert reader.masthead.startswith("另一座海港")
        assert reader.passage == passage
        assert reader.footer == "接上次 100 % · g 回开头 · o 书库"


async def test_what_cannot_be_opened_is_told_and_the_document_stays(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / "图.txt").write_bytes(bytes(range(256)) * 40)
    async with opened(size=(240, 28)) as reader:
        reader.article.go_to_passage(9)
        before = reader.screen.document
        for name, said in (
            ("无.txt", "没有这个文件：{}"), ("空.txt", "{} 里没有文字"),
            ("图.txt", "{} 不是文字文件"),
        ):  # fmt: skip
            await hand_over(reader, str(tmp_path / name))
            assert reader.footer.replace(f"{tmp_path}/", "").startswith(said.format(name))
            assert "仍在读《海港的集市》" in reader.footer
            assert (reader.screen.document, reader.passage) == (before, 9)


async def test_an_address_on_the_web_is_refused() -> None:
    async with opened() as reader:
        for typed in ("http://harbour.example/1", "HTTPS://harbour.example", " https://x "):
            await hand_over(reader, typed)
            assert reader.footer == "不联网：请在浏览器里存成网页再打开"
            assert reader.masthead.startswith("海港的集市")
            reader.screen.note("")


async def test_a_hostile_name_is_said_and_not_acted_on() -> None:
    async with opened(size=(200, 30)) as reader:
        await hand_over(reader, "[/][@click=app.quit]没有\x1b[2J.txt")
        assert "没有这个文件：[/][@click=app.quit]没有" in reader.footer
        assert "\x1b" not in reader.footer
        assert reader.app.is_running


async def test_the_dialog_closes_with_nothing() -> None:
    async with opened() as reader:
        await reader.press("o")
        await reader.settle()
        await reader.press("escape")
        assert reader.dialog == ""
        assert reader.masthead.startswith("海港的集市")


async def test_another_script_is_drawn_and_the_spans_stay() -> None:
    async with opened() as reader:
        await reader.press("t", *"jr", "enter")
        members = reader.screen.current.members
        offset = reader.offset
        await reader.press("T")
        await reader.settle()
        assert "馬化騰" in reader.text
        assert "马化腾说" not in reader.text
        assert "繁体显示" in reader.masthead
        assert (reader.screen.current.members, reader.offset) == (members, offset)
        marked = {
            segment.text
            for y in range(reader.article.size.height)
            for segment in reader.article.render_line(y)
            if segment.style and segment.style.underline
        }
        assert "金融科技" in marked
        await reader.press("y")
        assert reader.app.clipboard.split("\n")[0] in reader.screen.document.text
        await reader.press("/")
        await reader.type("馬化騰")
        assert reader.hits.row is not None
        await reader.press("escape", "T")
        await reader.settle()
        assert "简体显示" in reader.masthead
        await reader.press("T")
        await reader.settle()
        assert "显示" not in reader.masthead


async def test_the_script_language_and_colours_are_remembered() -> None:
    async with opened(language=None) as reader:
        first = reader.screen.language
        await reader.press("T")
        await reader.press(":", *"language", "enter", ":", *"colours", "enter")
        await reader.settle()
        second = reader.screen.language
        assert second != first
        assert reader.app.theme == "paper"
    async with opened(language=None) as reader:
        assert reader.screen.language == second
        assert reader.app.theme == "paper"
        assert "馬化騰" in reader.text
    async with opened(language="en") as reader:
        assert reader.screen.language == "en"


async def test_every_word_changes_with_the_language_and_the_place_stays() -> None:
    async with opened(language="hans") as reader:
        await reader.press("]", "j")
        offset = reader.offset
        for said, pane in (("介面：繁體", "名錄"), ("Interface", "Names"), ("界面：简体", "名录")):
            await reader.press(":", *"language", "enter")
            await reader.settle()
            assert reader.footer[:2] == said[:2] or reader.footer.startswith(("界面", "Language", "English"))
            assert pane in reader.text
            assert reader.offset == offset
        assert "Names" not in reader.text


async def test_colours_turn_and_turn_back() -> None:
    async with opened() as reader:
        ink = reader.article.render_line(3)
        await reader.press(":", *"peise", "enter")
        await reader.settle()
        assert reader.footer == "配色：纸（浅色）"
        assert reader.article.render_line(3) != ink
        await reader.press(":", *"peise", "enter")
        await reader.settle()
        assert (reader.app.theme, reader.footer) == ("ink", "配色：墨（深色）")


async def test_the_lines_left_out_are_listed() -> None:
    async with opened(harbour(removed=("分享到[/]", "上一篇：潮汐"))) as reader:
        await reader.press(":", *"略去", "enter")
        assert reader.dialog == "Chooser"
        assert "略去的行 · 已略去 2 处" in reader.text
        assert "分享到[/]" in reader.text
        await reader.press("escape")
        assert reader.dialog == ""
        assert "海港的集市  已略去 2 处  " in reader.masthead
        await reader.click(reader.screen.masthead, 14)
        assert reader.dialog == "Chooser"
    async with opened() as reader:
        await reader.press(":", *"lqdh", "enter")
        assert (reader.dialog, reader.footer) == ("", "没有略去任何行")


async def test_a_script_that_another_version_knew_shows_the_text_as_it_is(home: Path) -> None:
    with Shelf(home) as shelf:
        shelf.set_setting("script", "another")
    async with opened() as reader:
        assert reader.masthead.startswith("海港的集市")
        await reader.press("T")
        assert reader.footer.startswith("繁体")


async def test_the_open_document_opened_again_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "港口.txt"
    path.write_text(
        "\n\n".join(f"第{n}段说到港口的第{n}件事，说得很长很长。" for n in range(1, 40)), encoding="utf-8"
    )
    async with opened(open_document(path), path=str(path)) as reader:
        reader.screen.article.go_to_passage(30)
        reader.screen.documents.open(str(path))
        await reader.settle()
        assert reader.passage == 30


async def test_characters_that_cannot_be_shown_are_counted_when_a_text_opens(tmp_path: Path) -> None:
    path = tmp_path / "坏.txt"
    path.write_text(HARBOUR.replace("云", "云\x1b\x07"), "utf-8")
    async with opened() as reader:
        await hand_over(reader, str(path))
        assert reader.footer == "2 个字符无法解读，显示为 � · : 选择编码"


async def test_a_path_that_could_not_be_opened_is_there_to_be_mended() -> None:
    async with opened() as reader:
        await hand_over(reader, "no/such.txt")
        await reader.press("o")
        await reader.settle()
        assert reader.app.focused.value == "no/such.txt"
