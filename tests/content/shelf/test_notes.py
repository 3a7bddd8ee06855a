from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.document import Span
from content.shelf import Shelf
from content.shelf.records import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKET = document_of("集市搬到云上以后。", "账本不再锁在抽屉里。")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path) as opened:
        yield opened


def test_what_another_window_wrote_is_kept_as_a_copy(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0])
    shelf.set_note(bookmark.id, "这边写的", before="")
    last = shelf.set_note(bookmark.id, "那边写的", before="")
    assert last
    assert last.note == "那边写的"
    assert [copy.note for copy in shelf.note_copies(bookmark.id)] == ["这边写的"]
    shelf.set_note(bookmark.id, "接着写", before="那边写的")
    assert len(shelf.note_copies(bookmark.id)) == 1


def test_a_draft_stays_until_the_note_is_kept(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0])
    assert shelf.drafts(bookmark.id) == ()
    shelf.keep_draft(bookmark.id, "写到")
    shelf.keep_draft(bookmark.id, "写到一半")
    assert shelf.drafts(bookmark.id) == (Draft("写到一半", at_work=False),)
    shelf.set_note(bookmark.id, "写完了")
    assert shelf.drafts(bookmark.id) == ()
    shelf.keep_draft(bookmark.id, "又一半")
    assert not shelf.write(bookmark, bookmark).contested
    assert (shelf.drafts(bookmark.id), shelf.note_copies(bookmark.id)) == ((), ())


def test_a_span_is_kept_beside_its_passage(shelf: Shelf) -> None:
    whole = shelf.add_bookmark(MARKET, MARKET.passages[0])
    part = shelf.add_bookmark(MARKET, MARKET.passages[0], span=Span(2, 5))
    assert (part.quote, part.prefix, part.suffix) == ("搬到云", "集市", "上以后。\n账本不再锁在抽屉里。")
    assert shelf.bookmarks() == (whole, part)
    assert shelf.add_bookmark(MARKET, MARKET.passages[0], span=Span(2, 5)) == part


def test_tags_and_colour_change_and_what_is_gone_does_not(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0], tags=["云"])
    shelf.set_colour(bookmark.id, "yellow")
    changed = shelf.set_tags(bookmark.id, ["账", " 账 ", "两\n行"])
    assert changed
    assert (changed.tags, changed.colour) == (("账", "两 行"), "yellow")
    shelf.remove_bookmark(bookmark.id)
    assert shelf.set_tags(bookmark.id, []) is None
    assert shelf.set_colour(bookmark.id, None) is None
    assert shelf.place_again(bookmark.id, MARKET, Span(0, 2)).after == ()


def test_a_bookmark_placed_again_keeps_everything_but_its_place(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0], note="账", tags=["云"])
    other = document_of("新的开头。", "集市搬到云里以后。")
    start = other.passages[1].start
    (moved,) = shelf.place_again(bookmark.id, other, Span(start, start + 4)).after
    assert (moved.id, moved.note, moved.tags, moved.created) == (bookmark.id, "账", ("云",), bookmark.created)
    assert (moved.document, moved.passage, moved.quote) == (other.digest, 2, "集市搬到")
    assert shelf.bookmarks() == (moved,)
