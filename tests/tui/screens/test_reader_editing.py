"""Names and themes changed in the app: shown at once, kept, undone, taken back."""

from pathlib import Path

import pytest
from reading import Reader, opened, rows
from small_documents import document_of

from content.shelf import NameEdit, Shelf
from tui.screens.form import FormScreen

TEXT = (
    "马化腾说，腾讯的工程师周海生来过三回。",
    "马化腾和刘炽平都在，周海生把账本搬到了腾讯云上。",
    "账本里写着云计算。",
    "周海生",
)
DOCUMENT = document_of(*TEXT, title="码头")


def side(reader: Reader) -> str:
    """The rows of the side pane, without runs of spaces."""
    return "\n".join(" ".join(row.split()) for row in rows(reader.screen.panes.side.pane.list))


async def on_row(reader: Reader, tab: str, key: str) -> None:
    await reader.screen.run_action(f"show_{tab}")
    await reader.pause()
    reader.app.focused.put_cursor(key)


async def fill(reader: Reader, **values: str) -> FormScreen:
    """Put something into the boxes of the form, and turn its choices until the words show."""
    form = reader.app.screen
    assert isinstance(form, FormScreen)
    for name, value in values.items():
        line = form.query_one(f"#form-{name}")
        if name in ("kind", "scope"):
            line.focus()
            for _ in range(8):
                if line.key != value:
                    await reader.press("right")
            assert line.key == value
        elif name == "words":
            line.text = value
        else:
            line.value = value
    await reader.pause()
    return form


async def keep(reader: Reader) -> None:
    await reader.press("enter")
    await reader.settle()
    assert reader.dialog == ""


def kept(home: Path) -> list[tuple[object, ...]]:
    with Shelf(home) as shelf:
        return [(each.action, each.name, each.value, each.document is None) for each in shelf.edits().names]


async def test_a_name_is_renamed_merged_and_of_another_kind_and_all_of_it_undone(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        before = reader.screen.findings
        await on_row(reader, "names", "马化腾")
        await reader.press("enter")
        await on_row(reader, "names", "马化腾")
        await reader.press("E")
        assert "改名称就是改名" in reader.text
        await reader.press(*"小马哥")  # the name was selected
        await keep(reader)
        assert "小马哥 2" in side(reader)
        assert reader.screen.panes.side.pane.list.row.key == "小马哥"
        assert reader.footer == "「马化腾」改称「小马哥」 · u 撤销"
        assert reader.screen.current.key == "小马哥"
        await on_row(reader, "names", "刘炽平")
        await reader.press("f2")
        await reader.press("ctrl+r", *"xmg", "enter")
        await fill(reader, kind="event", scope="everywhere")
        assert "已有「小马哥」（2 处）：并入它" in reader.text
        await keep(reader)
        assert "小马哥 3" in side(reader)
        assert reader.footer == "「刘炽平」已并入「小马哥」 · u 撤销"
        assert kept(home) == [
            ("rename", "马化腾", "小马哥", False),
            ("kind", "刘炽平", "event", True),
            ("merge", "刘炽平", "小马哥", True),
        ]
        await reader.press("u")
        await reader.settle()
        assert reader.footer == "已撤销对「刘炽平」的改动"
        assert kept(home) == [("rename", "马化腾", "小马哥", False)]
        await reader.press("u")
        await reader.settle()
        assert reader.screen.findings == before
        assert reader.screen.current.key == "马化腾"
        assert kept(home) == []


async def test_a_name_is_hidden_and_had_again_from_the_list_of_changes(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        await on_row(reader, "names", "马化腾")
        assert "更正" in reader.footer
        await reader.press("d")
        await reader.settle()
        assert "马化腾" not in side(reader)
        assert reader.footer == "不再显示「马化腾」 · u 撤销"
        assert reader.app.focused.row.key == "刘炽平"
        await reader.press("E")
        await fill(reader, name="", kind="hidden")
        assert "名录里不再有「刘炽平」" in reader.text
        await keep(reader)
        assert "刘炽平" not in side(reader)
    async with opened(DOCUMENT) as reader:  # the next start
        assert not {"马化腾", "刘炽平"} & {each.name for each in reader.screen.findings.names}
        await reader.screen.run_action("edits")
        await reader.pause()
        assert "不再显示「马化腾」" in reader.text
        await reader.press("down", "enter")
        await reader.settle()
        assert [action for action, *_ in kept(home)] == ["hide"]
        assert reader.footer == "已取消对「马化腾」的改动 · u 撤销"
        assert "马化腾" in {each.name for each in reader.screen.findings.names}
        await reader.press("u")
        await reader.settle()
        assert "马化腾" not in {each.name for each in reader.screen.findings.names}


async def test_what_is_marked_is_added_and_a_filter_finds_it(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        reader.article.go_to_passage(4)
        await reader.press("v", "a")
        form = await fill(reader)
        assert (form.values["name"], form.values["kind"]) == ("周海生", "person")
        await keep(reader)
        assert reader.footer == "「周海生」已加入名录 · 3 处 · u 撤销"
        assert reader.screen.findings.name("周海生").count == 3
        await reader.press("/")
        await reader.type("entity:周海生")
        assert "3 处" in reader.summary
        assert reader.screen.marking.span is None
        await reader.press("escape", "a")
        await reader.pause()
        await fill(reader, name="灯塔")
        await reader.press("enter")
        assert "文中没有「灯塔」" in reader.text
        await fill(reader, scope="everywhere")
        await keep(reader)
        assert kept(home) == [("add", "周海生", "person", False), ("add", "灯塔", "org", True)]


async def test_what_was_given_up_stands_there_again() -> None:
    async with opened(DOCUMENT) as reader:
        await on_row(reader, "names", "马化腾")
        await reader.press("E", *"小马", "escape", "E")
        assert (await fill(reader)).values["name"] == "小马"
        await fill(reader, name="")
        await reader.press("enter")
        assert "名称不能是空的" in reader.text
        await reader.press("escape", "u")
        await reader.settle()
        assert reader.footer == "没有可撤销的"


async def test_a_theme_is_made_changed_hidden_and_removed(home: Path) -> None:
    async with opened(DOCUMENT) as reader:
        await reader.screen.run_action("new_theme")
        await reader.press("enter")
        assert "名称不能是空的" in reader.text
        await fill(reader, name="账目")
        await reader.press("enter")
        assert "至少写一个词" in reader.text
        await fill(reader, words="账本、簿子")
        await keep(reader)
        assert reader.footer == "主题「账目」已保存 · 2 处 · u 撤销"
        await on_row(reader, "themes", "账目")
        await reader.press("E")
        assert (await fill(reader)).values["words"] == "账本、簿子"
        await fill(reader, name="记账", words="账本里")
        await keep(reader)
        assert reader.screen.findings.theme("账目").name == "记账"
        assert reader.screen.findings.theme("账目").count == 1
        await on_row(reader, "themes", "cloud")
        await reader.press("d")
        await reader.settle()
        assert reader.app.focused.row.key == "账目"
        assert reader.footer.startswith("不再显示主题")
        await on_row(reader, "themes", "账目")
        await reader.press("d")
        await reader.settle()
        assert reader.footer == "主题「记账」已删除 · u 撤销"
        assert reader.screen.findings.themes == ()
        await reader.press("E")
        await reader.pause()
        assert "新建主题" in reader.text
        await reader.press("escape")
        for _ in range(4):
            await reader.press("u")
            await reader.settle()
        assert [each.id for each in reader.screen.findings.themes] == ["cloud"]
    with Shelf(home) as shelf:
        assert shelf.edits().themes == ()


async def test_where_nothing_can_be_kept_nothing_changes_and_what_was_typed_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.touch()  # a file where the folder would be
    async with opened(DOCUMENT) as reader:
        await on_row(reader, "names", "马化腾")
        await reader.press("E", *"小马哥")
        await keep(reader)
        assert reader.footer.startswith("只读")
        assert reader.screen.findings.name("马化腾")
        await reader.press("E")
        assert (await fill(reader)).values["name"] == "小马哥"


async def test_elsewhere_the_key_puts_the_title_right_and_hostile_names_do_nothing() -> None:
    async with opened(document_of("[/]腾讯 码头。")) as reader:
        await reader.screen.run_action("show_sections")
        await reader.press("E")
        assert reader.dialog == "CorrectionsScreen"
        await reader.press("escape")
        await on_row(reader, "names", "腾讯")
        await reader.press("E")
        await fill(reader, name="[/]\x1b[2J[@click=app.quit]腾")
        await keep(reader)
        assert reader.screen.findings.name("[/]\N{REPLACEMENT CHARACTER}[2J[@click=app.quit]腾")
        assert "\x1b" not in reader.text


async def test_a_change_everywhere_holds_in_another_document_and_one_here_does_not(home: Path) -> None:
    home.mkdir()
    with Shelf(home) as shelf:
        shelf.edit_names(
            [
                NameEdit("", DOCUMENT.digest, "hide", "刘炽平"),
                NameEdit("", None, "hide", "马化腾"),
            ]
        )
    async with opened(DOCUMENT) as reader:
        assert not {"马化腾", "刘炽平"} & {each.name for each in reader.screen.findings.names}
        reader.screen.documents.open("")
        await reader.settle()
        names = {each.name for each in reader.screen.findings.names}
        assert "刘炽平" in names
        assert "马化腾" not in names


async def test_the_readers_own_file_holds_and_what_is_wrong_with_it_is_said_and_left_alone(
    home: Path,
) -> None:
    home.mkdir()
    written = '[[themes]]\nname = "账目"\nwords = ["账本"]\n[[themes]]\nname = "[/]坏的"\n'
    (home / "themes.toml").write_text(written, encoding="utf-8")
    async with opened(DOCUMENT) as reader:
        assert reader.footer == "themes.toml 有误，其余照用：themes 2: words is missing or empty"
        assert reader.screen.findings.theme("账目").count == 2
        await on_row(reader, "themes", "账目")
        await reader.press("E")
        assert (await fill(reader)).values["words"] == "账本"
        await fill(reader, words="账本、账")
        await keep(reader)
        assert reader.screen.findings.theme("账目").count == 2
        await reader.press("d")
        await reader.settle()
        assert reader.screen.findings.theme("账目") is None
        assert reader.footer == "不再显示主题「账目」 · u 撤销"
    assert (home / "themes.toml").read_text(encoding="utf-8") == written
