"""What an import takes, refuses, and does to what is here already."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.shelf import Shelf
from content.shelf.bookmarks import bookmark_of
from content.shelf.exporting.excerpt import Excerpt
from content.shelf.exporting.formats import FORMATS, with_edits
from content.shelf.importing import ImportFailure, read_annotations
from content.shelf.records import Edits, KeptDocument, NameEdit, OwnTheme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from content.shelf.records import Bookmark

MARKET = document_of("集市搬到云上以后。", "账本不再锁在抽屉里。", title="云上的集市", byline=("林小舟",))
KEPT = KeptDocument(MARKET.digest, MARKET.title, MARKET.byline, None, None, edition=False)
EDITS = Edits(
    (NameEdit("b" * 20, MARKET.digest, "add", "集市", "place", ("市集",)),),
    (OwnTheme("ledger", "账目", ("账本", "记账"), "2026-03-02T08:00:00.000Z"),),
)
MADE = tuple(bookmark_of(MARKET, passage) for passage in MARKET.passages)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Open a shelf that everything is imported into."""
    with Shelf(tmp_path_factory.mktemp("elsewhere")) as shelf:
        shelf.restore_bookmark(replace(MADE[0], note="这里写的"))
        yield shelf


def exported(*kept: Bookmark, edits: Edits | None = None) -> dict[str, Any]:
    form = with_edits(FORMATS["jsonld"], edits) if edits else FORMATS["jsonld"]
    excerpts = [Excerpt(each, KEPT, "", "", each.passage, each.section) for each in kept]
    page: dict[str, Any] = json.loads(form.write(excerpts))
    return page


def taken_over(shelf: Shelf, page: object) -> int:
    read = read_annotations(json.dumps(page).encode())
    return shelf.import_bookmarks(read.bookmarks, read.edits)


def is_refused_or_taken_whole(shelf: Shelf, data: bytes) -> None:
    with suppress(ImportFailure):
        read = read_annotations(data)
        before = len(shelf.bookmarks()) + len(shelf.edits())
        new = shelf.import_bookmarks(read.bookmarks, read.edits)
        assert len(shelf.bookmarks()) + len(shelf.edits()) <= before + new
        assert new >= 0
        assert shelf.import_bookmarks(read.bookmarks, read.edits) == 0
    assert any("这里写的" in note for note in notes_of(shelf))


def notes_of(shelf: Shelf) -> list[str]:
    kept = shelf.bookmarks()
    copies = [copy.note for each in kept for copy in shelf.note_copies(each.id)]
    return [*(each.note for each in kept), *copies]


@settings(deadline=None)
@given(data=st.binary() | st.text().map(str.encode))
def test_any_bytes_are_refused_or_taken(elsewhere: Shelf, data: bytes) -> None:
    is_refused_or_taken_whole(elsewhere, data)


@st.composite
def changed_exports(draw: st.DrawFn) -> dict[str, Any]:
    """Write an export and put something else in one place of it."""
    here, there = (replace(each, note="那里写的") for each in MADE)
    page = exported(here, there, edits=EDITS)
    holder: Any = page
    key: Any = "items"
    for _ in range(draw(st.integers(1, 5))):
        value = holder[key]
        if isinstance(value, dict) and value:
            holder, key = value, draw(st.sampled_from(sorted(value)))
        elif isinstance(value, list) and value:
            holder, key = value, draw(st.integers(0, len(value) - 1))
    holder[key] = draw(
        st.none()
        | st.integers()
        | st.text()
        | st.lists(st.integers())
        | st.just({})
        | st.sampled_from(["2030-01-01T00:00:00+08:00", "9999-12-31T23:59:59-05:00", "2030-01-01"])
    )
    return page


@settings(max_examples=25, deadline=None)
@given(page=changed_exports())
def test_whatever_is_changed_in_an_export_is_refused_or_taken(elsewhere: Shelf, page: object) -> None:
    is_refused_or_taken_whole(elsewhere, json.dumps(page).encode())


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(page=changed_exports())
def test_whatever_is_changed_often(elsewhere: Shelf, page: object) -> None:
    is_refused_or_taken_whole(elsewhere, json.dumps(page).encode())


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-03-01T08:00:00.000Z", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01T16:00:00+08:00", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01T08:00", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01", None),
        ("2026-03-01\ud80008:00:00", None),
        ("20260301T080000", None),
        ("0001-01-01T00:00:00+23:00", None),
        ("2026-13-01T08:00:00Z", None),
        (20260301, None),
    ],
)
def test_a_moment_is_kept_in_one_form_or_refused(tmp_path: Path, written: object, kept: str | None) -> None:
    page = exported(bookmark_of(MARKET, MARKET.passages[0]))
    page["items"][0]["created"] = page["items"][0]["modified"] = written
    with Shelf(tmp_path) as shelf:
        if kept is None:
            with pytest.raises(ImportFailure):
                taken_over(shelf, page)
            assert shelf.bookmarks() == ()
        else:
            assert taken_over(shelf, page) == 1
            (bookmark,) = shelf.bookmarks()
            assert (bookmark.created, bookmark.modified) == (kept, kept)


def test_names_are_a_list_not_the_letters_of_one() -> None:
    page = exported(bookmark_of(MARKET, MARKET.passages[0]))
    page["items"][0]["tencent-explorer"]["byline"] = "林小舟"
    with pytest.raises(ImportFailure):
        read_annotations(json.dumps(page).encode())


def test_a_theme_is_the_same_whatever_spaces_stand_around_its_id(tmp_path: Path) -> None:
    page = exported(edits=Edits((), (OwnTheme(" x ", "账目", ("账本",), "2026-03-02T08:00:00.000Z"),)))
    with Shelf(tmp_path) as shelf:
        assert taken_over(shelf, page) == 1
        assert taken_over(shelf, page) == 0
        shelf.put_theme(OwnTheme("x", "新账", ("账",)))
        assert taken_over(shelf, page) == 0
        assert [theme.name for theme in shelf.edits().themes] == ["新账"]
        assert shelf.remove_theme(" x ") is not None


def test_what_was_placed_elsewhere_joins_what_stands_there(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        moved = shelf.add_bookmark(MARKET, MARKET.passages[0], note="搬来的", tags=("甲",))
        stands = shelf.add_bookmark(MARKET, MARKET.passages[1], note="要紧", tags=("乙",))
        there = replace(stands, id=moved.id, note="搬来的", tags=("甲",), modified="2030-01-01T00:00:00.000Z")
        assert taken_over(shelf, exported(there)) == 0
        (both,) = shelf.bookmarks()
        assert (both.id, both.note, both.tags) == (stands.id, "要紧\n\n搬来的", ("乙", "甲"))
        assert taken_over(shelf, exported(there)) == 0
        assert shelf.bookmarks() == (both,)


def test_a_note_that_gives_way_to_a_later_one_is_kept_as_a_copy(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        here = shelf.add_bookmark(MARKET, MARKET.passages[0], note="这里写的")
        there = replace(here, note="那里写的", modified="2030-01-01T00:00:00.000Z")
        assert taken_over(shelf, exported(there)) == 0
        assert shelf.bookmarks()[0].note == "那里写的"
        assert [copy.note for copy in shelf.note_copies(here.id)] == ["这里写的"]


def test_importing_again_leaves_what_was_written_since_though_the_other_clock_was_ahead(
    tmp_path: Path,
) -> None:
    made = bookmark_of(MARKET, MARKET.passages[0])
    page = exported(replace(made, note="旧的", modified="2030-01-01T00:00:00.000Z"))
    with Shelf(tmp_path) as shelf:
        assert taken_over(shelf, page) == 1
        written = shelf.set_note(made.id, "导入以后写的")
        assert taken_over(shelf, page) == 0
        assert shelf.bookmarks() == (written,)
