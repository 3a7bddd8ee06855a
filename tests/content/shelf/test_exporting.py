from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from excerpts import BOOKMARKS, KEPT, MARKET, TEXTS, excerpt_of, first, second
from hypothesis import given
from hypothesis import strategies as st

from content.shelf import Shelf
from content.shelf.exporting.excerpt import Excerpt
from content.shelf.exporting.formats import FORMATS, with_edits
from content.shelf.exporting.table import COLUMNS
from content.shelf.importing import ImportFailure, read_annotations
from content.shelf.records import Bookmark, Edits, NameEdit, OwnTheme

if TYPE_CHECKING:
    from pathlib import Path

EDITS = Edits(
    (
        NameEdit("a" * 20, None, "rename", "老周", "周海生"),
        NameEdit("b" * 20, MARKET.digest, "add", "集市", "place", ("市集",)),
    ),
    (OwnTheme("ledger", "账目", ("账本", "记账"), "2026-03-02T08:00:00.000Z"),),
)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
NAME_EDITS = st.builds(
    NameEdit,
    id=st.text("0123456789abcdef", min_size=20, max_size=20),
    document=st.none() | st.just(MARKET.digest),
    action=st.sampled_from(["rename", "merge", "hide"]),
    name=LINES,
    value=LINES,
    forms=st.lists(LINES, max_size=2).map(tuple),
) | st.just(EDITS.names[1])
THEMES = st.builds(
    OwnTheme,
    id=LINES,
    name=LINES,
    words=st.lists(LINES).map(tuple),
    modified=st.just("2026-03-02T08:00:00.000Z"),
)


def test_plain_text_and_tables_say_the_same() -> None:
    both = [excerpt_of(first()), excerpt_of(second())]
    plain = FORMATS["text"].write(both)
    assert plain.startswith(
        "云上的集市\n林小舟 · 潮汐周报 · 2019-05-01\n\n集市搬到云上以后。\n　　—— 引子 · 第 1 段\n记一笔。"
    )
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].write(both), newline="")))
    assert rows[0] == list(COLUMNS)
    assert rows[1][:6] == [
        "集市搬到云上以后。", "云上的集市", "林小舟", "", ".账 .云_上\n记一笔。\n\n再记一笔。", "1",
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_kept_is_an_empty_export(form: str) -> None:
    written = FORMATS[form].write([])
    heads = {"csv": ",".join(COLUMNS) + "\r\n", "markdown": "", "text": ""}
    assert written == heads[form] if form in heads else json.loads(written)["items"] == []


@given(st.lists(BOOKMARKS, max_size=4, unique_by=lambda bookmark: bookmark.id))
def test_any_bookmark_comes_back_from_annotations_as_it_was(kept: list[Bookmark]) -> None:
    written = FORMATS["jsonld"].write([excerpt_of(each) for each in kept])
    read = read_annotations(written.encode())
    assert [bookmark for bookmark, _ in read.bookmarks] == kept
    assert all(document == KEPT for _, document in read.bookmarks)


@given(st.builds(Edits, st.lists(NAME_EDITS, max_size=3).map(tuple), st.lists(THEMES, max_size=2).map(tuple)))
def test_any_edit_comes_back_from_annotations_as_it_was(edits: Edits) -> None:
    written = with_edits(FORMATS["jsonld"], edits).write([excerpt_of(first())])
    read = read_annotations(written.encode())
    assert (len(read.bookmarks), read.edits) == (1, edits)
    assert with_edits(FORMATS["csv"], edits) is FORMATS["csv"]


def test_edits_imported_elsewhere_are_the_same_and_again_no_more(tmp_path: Path) -> None:
    with Shelf(tmp_path / "here") as here, Shelf(tmp_path / "there") as there:
        (edit,) = here.edit_names([NameEdit("", None, "rename", "老周", "周海生")])
        here.put_theme(OwnTheme("ledger", "账目", ("账本",)))
        there.put_theme(OwnTheme("ledger", "旧账", ("旧账",), "2020-03-02T08:00:00.000Z"))
        read = read_annotations(with_edits(FORMATS["jsonld"], here.edits()).write([]).encode())
        assert there.import_bookmarks(read.bookmarks, read.edits) == 1
        assert there.edits() == here.edits()
        assert there.edits().names == (edit,)
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        there.put_theme(OwnTheme("ledger", "新账", ("账",)))
        there.import_bookmarks(read.bookmarks, read.edits)
        assert [theme.name for theme in there.edits().themes] == ["新账"]


@given(st.lists(BOOKMARKS, max_size=4))
def test_any_text_is_a_row_in_a_table_and_never_a_formula(kept: list[Bookmark]) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].write(list(map(excerpt_of, kept))), newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (len(kept) + 1)
    for bookmark, row in zip(kept, rows[1:], strict=True):
        assert row[0] in (bookmark.quote, f"'{bookmark.quote}")
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "＝")) for cell in row)


def test_importing_elsewhere_gives_the_same_and_again_no_more(tmp_path: Path) -> None:
    with Shelf(tmp_path / "here") as here, Shelf(tmp_path / "there") as there:
        here.add_bookmark(MARKET, MARKET.passages[0], note="账", tags=["云"])
        here.add_bookmark(MARKET, MARKET.passages[1])
        known = here.documents()
        excerpts = [
            Excerpt(each, known[each.document], "", "", each.passage, each.section)
            for each in here.bookmarks()
        ]
        read = read_annotations(FORMATS["jsonld"].write(excerpts).encode())
        assert there.import_bookmarks(read.bookmarks, read.edits) == 2
        assert there.bookmarks() == here.bookmarks()
        assert there.documents() == known
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        later = there.set_note(here.bookmarks()[0].id, "后来写的")
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        assert there.bookmarks()[0] == later


@pytest.mark.parametrize(
    ("data", "reason", "number"),
    [
        (b"\xff\xfe", "not_json", 0),
        (b"[" * 100_000, "not_json", 0),
        (b"3", "not_annotations", 0),
        (b"[3]", "bad_annotation", 1),
        (b"[" + b"1," * 100_000 + b"1]", "too_many", 0),
    ],
    ids=["bytes", "nested", "number", "of numbers", "many"],
)
def test_what_is_no_export_is_refused_with_a_reason(data: bytes, reason: str, number: int) -> None:
    with pytest.raises(ImportFailure) as raised:
        read_annotations(data)
    assert (raised.value.reason, raised.value.number) == (reason, number)
