"""Which document a text is a version of, and what was put right about the version before it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.library.adding import add_files
from content.library.records import Addition
from content.shelf import Correction, ShelfError

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document
    from content.library.library import Library

FIRST = document_of("码头上的集市从清早开到天黑。", "卖鱼的老周把账记在小程序里。", title="海港")
SECOND = document_of("码头上的集市从清早开到天黑。", "卖鱼的老周改用了纸笔。", title="海港的集市")


def report(sentences: int, title: str = "周报") -> Document:
    said = (f"第{number}句话说的是一件不同的小事，发生在{number * 37}号。" for number in range(sentences))
    return document_of(*said, title=title)


def test_another_file_does_not_take_the_place_of_what_was_removed(library: Library) -> None:
    library.add(report(30), "/甲.txt")
    library.remove(1)
    assert library.add(report(33), "/乙.txt") == Addition(2, "new")
    library.restore(1)
    assert [(entry.id, entry.path) for entry in library.entries()] == [(2, "/乙.txt"), (1, "/甲.txt")]


def test_what_was_removed_is_new_when_it_is_added_again_and_keeps_its_id(library: Library) -> None:
    library.add(FIRST, "/a.txt")
    for again in (FIRST, SECOND):
        library.remove(1)
        assert library.add(again, "/a.txt") == Addition(1, "new")
    assert [entry.title for entry in library.entries()] == ["海港的集市"]


def test_the_title_that_a_document_had_before_makes_no_other_file_a_version_of_it(library: Library) -> None:
    library.add(report(30), "/甲.txt")
    assert library.add(report(29, title="完全换了题目"), "/甲.txt") == Addition(1, "changed")
    assert library.add(report(31), "/乙.txt") == Addition(2, "new")


def test_what_was_put_right_last_holds_also_where_the_file_is_as_it_was_before(library: Library) -> None:
    library.add(FIRST, "/a.txt")
    library.shelf.correct(FIRST.digest, Correction(title="旧改"))
    library.add(SECOND, "/a.txt")
    library.shelf.correct(SECOND.digest, Correction(title="新改"))
    assert library.corrected(FIRST, "/a.txt").title == "新改"  # before it is added, as it will be then
    library.add(FIRST, "/a.txt")
    assert library.corrected(FIRST, "/a.txt").title == "新改"
    assert [entry.title for entry in library.entries()] == ["新改"]
    library.shelf.correct(FIRST.digest, Correction(title="再改"))
    library.add(SECOND, "/a.txt")
    assert [entry.title for entry in library.entries()] == ["再改"]


def test_where_what_was_put_right_cannot_be_carried_over_nothing_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(FIRST, "/a.txt")
    library.shelf.correct(FIRST.digest, Correction(title="改"))

    def locked(*_: object) -> None:
        raise ShelfError("locked")

    with monkeypatch.context() as patch:
        patch.setattr(library.shelf, "correct", locked)
        with pytest.raises(ShelfError):
            library.add(SECOND, "/a.txt")
    assert [entry.digest for entry in library.entries()] == [FIRST.digest]
    assert library.add(SECOND, "/a.txt") == Addition(1, "changed")
    assert [entry.title for entry in library.entries()] == ["改"]
    with closing(sqlite3.connect(library.path)) as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone() == (2,)


BOILERPLATE = (
    "本周业务进展如下，请各部门负责人审阅。",
    "人事与财务没有变化。",
    "下周例会照常在周一上午召开。",
)


def test_two_files_of_one_title_that_both_stand_are_two_documents(tmp_path: Path, library: Library) -> None:
    for number, said in enumerate(("本周新签三家银行。", "本周裁撤三十人。")):
        path = tmp_path / f"周报{number}.txt"
        path.write_text("\n\n".join(("业务周报", *BOILERPLATE, said)), "utf-8")
        assert add_files(library, [str(path)]).added == 1
    assert len(library.entries()) == 2


def test_short_texts_without_a_file_are_versions_where_they_say_nearly_the_same(
    library: Library,
) -> None:
    library.add(document_of("周报", *BOILERPLATE, "新签三家银行。", title="周报"))
    assert library.add(document_of("周报", *BOILERPLATE, "裁撤三十人。", title="周报")).outcome == "new"
    assert library.add(document_of("周报", *BOILERPLATE, "裁撤三十人！", title="周报")).outcome == "changed"


def test_a_file_that_holds_another_short_text_by_now_holds_another_document(library: Library) -> None:
    library.add(document_of("鲸鱼在海洋里唱歌。", title="旧文章"), "/a.txt")
    assert library.add(document_of("火山昨夜喷发了。", title="全新文章"), "/a.txt") == Addition(2, "new")
    assert {entry.title: entry.path for entry in library.entries()} == {"旧文章": None, "全新文章": "/a.txt"}
