from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from content.shelf import Edits, NameEdit, OwnTheme, Shelf
from content.shelf.problems import ShelfError

if TYPE_CHECKING:
    from pathlib import Path

HERE, ELSEWHERE = "a" * 64, "b" * 64


def done(action: str, name: str, value: str = "", document: str | None = None) -> NameEdit:
    return NameEdit("", document, action, name, value)  # type: ignore[arg-type]


def test_what_holds_here_is_what_was_done_here_and_everywhere_in_order(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        first, other = shelf.edit_names(
            [done("hide", "灯塔", document=HERE), done("hide", "码头", document=ELSEWHERE)]
        )
        (last,) = shelf.edit_names([done("rename", "老周", "周海生")])
    with Shelf(tmp_path) as shelf:
        assert shelf.edits([HERE]).names == (first, last)
        assert shelf.edits([HERE, ELSEWHERE]).names == shelf.edits().names == (first, other, last)
        assert shelf.edits([]).names == (last,)


def test_what_is_done_later_comes_later_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.edit_names([done("hide", "一")])
        monkeypatch.setattr("time.time_ns", lambda: 0)
        shelf.edit_names([done("hide", "二"), done("hide", "三")])
        shelf.edit_names([done("hide", "四")])
        assert [edit.name for edit in shelf.edits().names] == list("一二三四")


@pytest.mark.parametrize("last", ["f" * 40, "f" * 20, "ffffffff", "0" * 8, "9" + "f" * 19])
def test_what_is_done_later_comes_later_also_behind_the_last_id_of_a_length(
    tmp_path: Path, last: str
) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.import_bookmarks([], Edits((NameEdit(last, None, "hide", "一"),)))
        made = shelf.edit_names([done("hide", "二"), done("hide", "三"), done("hide", "四")])
        assert [edit.name for edit in shelf.edits().names] == list("一二三四")
        assert shelf.edits().names[1:] == made


def test_changes_are_taken_back_and_given_again(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        made = shelf.edit_names(
            [NameEdit("", HERE, "add", " 周\n海生 ", "person", ("老周", "", "老周")), done("hide", "灯塔")]
        )
        assert made[0] == NameEdit(made[0].id, HERE, "add", "周 海生", "person", ("老周",))
        assert shelf.edits([HERE]).names == made
        assert shelf.take_back_edits(made) == made
        assert (shelf.edits(), shelf.take_back_edits(made)) == (Edits(), ())
        shelf.edit_names(made)
        shelf.edit_names(made)
        assert shelf.edits().names == made


def test_a_theme_is_changed_in_its_place_and_removed(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        assert shelf.put_theme(OwnTheme("渔业", "渔业", ("渔船",))) is None
        shelf.put_theme(OwnTheme("账", "账目", ("账本", " ", "账本")))
        before = shelf.put_theme(OwnTheme("渔业", "渔业", ("渔船", "鱼价")))
        assert before is not None
        assert before.words == ("渔船",)
        themes = shelf.edits().themes
        assert [(theme.id, theme.words) for theme in themes] == [
            ("渔业", ("渔船", "鱼价")), ("账", ("账本",))
        ]  # fmt: skip
        assert themes[0].modified >= before.modified
        assert shelf.remove_theme("渔业") == themes[0]
        assert shelf.remove_theme("渔业") is None
        assert shelf.edits().themes == themes[1:]


def test_what_somebody_else_wrote_is_scrubbed_or_refused(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        (edit,) = shelf.edit_names([done("hide", "灯塔")])
    connection = sqlite3.connect(tmp_path / "kept.db")
    connection.execute("UPDATE name_edit SET name = '灯\x1b[2J塔', forms = '3'")
    connection.execute("INSERT INTO theme VALUES ('x', '\x1b]0;', '[\"a\", 3]', '')")
    connection.commit()
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE name_edit SET action = 'eat'")
    connection.close()
    with Shelf(tmp_path) as shelf:
        assert shelf.edits() == Edits(
            (NameEdit(edit.id, None, "hide", "灯\ufffd[2J塔"),), (OwnTheme("x", "\ufffd]0;", ("a",)),)
        )


def test_nothing_is_changed_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "folder").touch()
    with Shelf(tmp_path / "folder") as shelf:
        assert shelf.edits() == Edits()
        with pytest.raises(ShelfError):
            shelf.edit_names([done("hide", "灯塔")])
        with pytest.raises(ShelfError):
            shelf.put_theme(OwnTheme("x", "x"))
