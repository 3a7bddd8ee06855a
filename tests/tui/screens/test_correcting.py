"""Title, byline, source and date put right: kept, shown at once, undone, carried to the next version."""

from pathlib import Path

import pytest
from reading import Reader, harbour, opened

from content.shelf import Correction, Shelf, ShelfError
from tui.keeping import Keeper
from tui.screens.corrections import CorrectionsScreen

TEXT = "集市\n\n" + "\n\n".join(f"第{n}段说到港口的第{n}件事，说得很长很长。" for n in range(1, 30))


async def correct(reader: Reader, **typed: str) -> CorrectionsScreen:
    """Open the dialog and put something into its boxes."""
    await reader.press("E")
    dialog = reader.app.screen
    assert isinstance(dialog, CorrectionsScreen)
    for name, value in typed.items():
        dialog.query_one(f"#correct-{name}").value = value
    await reader.pause()
    return dialog


async def keep(reader: Reader, **typed: str) -> None:
    """Open the dialog, put something into its boxes and keep it."""
    await correct(reader, **typed)
    await reader.press("enter")
    await reader.settle()


async def reopen(reader: Reader, path: Path | str = "") -> None:
    """Open a file anew, the edition where there is none."""
    reader.screen.documents.open(str(path))
    await reader.settle()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "集市.txt"
    path.write_text(TEXT, "utf-8")
    return path


def kept(home: Path, digest: str) -> Correction | None:
    with Shelf(home) as shelf:
        return shelf.correction_of(digest)


@pytest.mark.parametrize("key", ["enter", "ctrl+s", "escape", "ctrl+q"])
async def test_each_closing_key_keeps_what_was_typed(home: Path, key: str) -> None:
    async with opened(path="-") as reader:
        await correct(reader, title="海港的夜市", byline="林小舟、老周, 阿明", date="2019年6月")
        await reader.press(key)
        await reader.settle()
        assert reader.dialog == ""
        assert reader.masthead.startswith("海港的夜市")
        assert "林小舟 · 老周 · 阿明 · 潮汐周报 · 2019-06" in reader.masthead
        assert reader.footer == "已更正 · u 撤销"
        digest = reader.screen.document.digest
        await reader.press("y")
        assert "《海港的夜市》林小舟 · 老周" in reader.app.clipboard
    assert kept(home, digest) == Correction("海港的夜市", ("林小舟", "老周", "阿明"), None, "2019-06")
    with Shelf(home) as shelf:
        assert shelf.last_place().title == "海港的夜市"


async def test_an_emptied_box_says_that_there_is_none() -> None:
    async with opened(path="-") as reader:
        await keep(reader, byline="", source="  ", date="")
        document = reader.screen.document
        assert (document.title, document.byline, document.source, document.date) == (
            "海港的集市", (), None, None
        )  # fmt: skip


async def test_undo_takes_a_correction_back_and_the_place_stays() -> None:
    async with opened(path="-") as reader:
        reader.article.go_to_passage(9)
        await keep(reader, title="别的")
        assert (reader.masthead[:2], reader.passage) == ("别的", 9)
        await reader.press("u")
        await reader.settle()
        assert (reader.masthead[:5], reader.passage) == ("海港的集市", 9)
        assert reader.footer == "已撤销更正"


async def test_what_was_read_can_be_had_again(home: Path) -> None:
    async with opened(path="-") as reader:
        await keep(reader, title="别的", source="别处")
        await reader.press("f2")
        assert "读到的是：海港的集市" in reader.text
        assert "读到的是：潮汐周报" in reader.text
        await reader.press("ctrl+r")
        assert "读到的是" not in reader.text
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("海港的集市")
        assert kept(home, reader.screen.document.digest) is None


async def test_a_date_that_is_none_keeps_the_dialog_open_on_enter() -> None:
    async with opened(path="-") as reader:
        await correct(reader, date="2019-13-01")
        await reader.press("enter")
        assert reader.dialog == "CorrectionsScreen"
        assert "日期如 2018" in reader.text
        assert reader.app.focused.id == "correct-date"


async def test_esc_on_a_date_that_is_none_keeps_the_rest_and_what_was_typed() -> None:
    async with opened(path="-") as reader:
        await correct(reader, title="别的", date="去年")
        await reader.press("escape")
        await reader.settle()
        assert reader.masthead.startswith("别的")
        assert reader.screen.document.date == "2019-05-01"
        assert reader.footer == "「去年」不是日期，日期没有改 · 再更正时接着写 · 已更正 · u 撤销"
        await reader.press("u")
        await reader.settle()
        dialog = await correct(reader)
        assert dialog.query_one("#correct-title").value == "海港的集市"
        assert dialog.query_one("#correct-date").value == "去年"
        await reader.press("escape")
        await reader.settle()
        assert reader.masthead.startswith("海港的集市")
        assert reader.footer == "「去年」不是日期，日期没有改 · 再更正时接着写"
        await keep(reader, date="2020")
        dialog = await correct(reader)
        assert dialog.query_one("#correct-date").value == "2020"


async def test_nothing_is_kept_where_nothing_was_changed(home: Path) -> None:
    async with opened(path="-") as reader:
        await correct(reader, date="2019年5月1日")
        await reader.press("escape")
        await reader.settle()
        assert kept(home, reader.screen.document.digest) is None
        await reader.press("u")
        await reader.settle()
        assert reader.footer == "没有可撤销的"


async def test_the_edition_is_not_corrected() -> None:
    async with opened(harbour(edition=True)) as reader:
        await reader.press("E")
        assert (reader.dialog, reader.footer) == ("", "自带的改写版不能更正")


async def test_a_correction_holds_for_the_next_version_and_can_be_taken_away_there(
    file: Path, home: Path
) -> None:
    async with opened() as reader:
        await reopen(reader, file)
        await keep(reader, title="真正的题目")
        file.write_text(f"{TEXT}\n\n又添了一段。\n", "utf-8")
        await reopen(reader, file)
        assert reader.screen.document.text.endswith("又添了一段。")
        assert reader.masthead.startswith("真正的题目")
        await reader.press("E", "ctrl+r", "enter")
        await reader.settle()
        await reopen(reader)
        await reopen(reader, file)
        assert reader.masthead.startswith("集市")


async def test_hostile_values_are_kept_and_shown_without_acting() -> None:
    async with opened(path="-") as reader:
        await keep(reader, title="[/]潮\x1b[2J水\u202e", byline="[@click=app.quit]谁")
        assert "\x1b" not in reader.masthead
        assert reader.masthead.startswith("[/]潮")
        assert "[@click=app.quit]谁" in reader.masthead


async def test_the_names_are_still_found_when_a_correction_comes_first() -> None:
    async with opened(path="-", settled=False) as reader:
        await keep(reader, title="别的")
        assert reader.screen.findings.known
        assert reader.screen.document.title == "别的"


async def test_what_is_typed_while_another_document_comes_is_kept_of_the_first(
    file: Path, home: Path
) -> None:
    async with opened() as reader:
        await reopen(reader, file)
        digest = reader.screen.document.digest
        await correct(reader, title="真正的题目")
        await reopen(reader, file)  # the same text, read anew
        await reader.press("enter")
        await reader.settle()
        assert reader.masthead.startswith("真正的题目")
        await correct(reader, source="潮汐")
        await reopen(reader)
        await reader.press("enter")
        await reader.settle()
        assert reader.footer == "已更正 · u 撤销 ·《真正的题目》"
    assert kept(home, digest) == Correction("真正的题目", None, "潮汐", None)


async def test_what_could_not_be_kept_stands_in_the_dialog_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise ShelfError("locked")

    async with opened(path="-") as reader:
        await correct(reader, title="别的", date="2020")
        with monkeypatch.context() as patched:
            patched.setattr(Keeper, "correct", locked)
            await reader.press("escape")
            await reader.settle()
        assert reader.masthead.startswith("海港的集市")
        assert reader.footer.startswith("没存下来")
        dialog = await correct(reader)
        assert dialog.query_one("#correct-title").value == "别的"
        assert dialog.query_one("#correct-date").value == "2020"
