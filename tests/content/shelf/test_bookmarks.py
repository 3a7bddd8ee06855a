from __future__ import annotations

from dataclasses import replace
from itertools import count, pairwise
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.scrub import scrub, scrub_line
from content.shelf import Shelf, records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo
    from pathlib import Path

TEXTS = (
    "集市搬到云上以后，摊主们先学会的是记账，后学会的是叫卖。",
    "账本不再锁在抽屉里，谁家缺货，隔壁先知道。",
    "到了冬天，云上的集市也会打烊。",
)
MARKET = document_of(*TEXTS)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path) as opened:
        yield opened


def test_a_bookmark_holds_the_passage_and_what_stands_around_it(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[1])
    assert MARKET.text[bookmark.start : bookmark.end] == bookmark.quote == TEXTS[1]
    assert (bookmark.document, bookmark.passage, bookmark.section) == (MARKET.digest, 2, "引子")
    assert bookmark.prefix == MARKET.text[: bookmark.start][-32:]
    assert bookmark.suffix == MARKET.text[bookmark.end :][:32]
    assert (bookmark.note, bookmark.tags, bookmark.colour) == ("", (), None)
    assert bookmark.created == bookmark.modified
    assert bookmark.created.endswith("Z")


def test_the_context_of_the_first_and_last_passage_ends_with_the_text(shelf: Shelf) -> None:
    first, last = (shelf.add_bookmark(MARKET, MARKET.passages[index]) for index in (0, -1))
    assert first.prefix == ""
    assert last.suffix == ""


def test_a_bookmarked_passage_gives_the_bookmark_it_has(shelf: Shelf) -> None:
    first = shelf.add_bookmark(MARKET, MARKET.passages[0], note="账")
    assert shelf.add_bookmark(MARKET, MARKET.passages[0]) == first
    assert shelf.bookmarks() == (first,)


def test_adding_again_with_a_note_and_tags_loses_neither_old_nor_new(shelf: Shelf) -> None:
    first = shelf.add_bookmark(MARKET, MARKET.passages[0], note="旧", tags=["云"])
    both = shelf.add_bookmark(MARKET, MARKET.passages[0], note="新", tags=["云", "账"])
    assert (both.id, both.note, both.tags) == (first.id, "旧\n\n新", ("云", "账"))
    assert shelf.add_bookmark(MARKET, MARKET.passages[0], note="新") == both
    assert shelf.bookmarks() == (both,)


def test_bookmarks_come_in_the_order_of_the_text_each_document_together(shelf: Shelf) -> None:
    other = document_of("另一篇。", "又一段。")
    kept = [shelf.add_bookmark(MARKET, MARKET.passages[2])]
    kept += [shelf.add_bookmark(other, passage) for passage in other.passages]
    kept += [shelf.add_bookmark(MARKET, MARKET.passages[0])]
    assert shelf.bookmarks(MARKET.digest) == (kept[3], kept[0])
    assert shelf.bookmarks(other.digest) == (kept[1], kept[2])
    listed = [bookmark.document for bookmark in shelf.bookmarks()]
    assert sorted(listed) == sorted([MARKET.digest] * 2 + [other.digest] * 2)
    assert sum(left != right for left, right in pairwise(listed)) == 1


def test_ids_sort_by_the_time_of_making_and_differ(shelf: Shelf) -> None:
    book = document_of(*(f"第{number}段。" for number in range(30)))
    ids = [shelf.add_bookmark(book, passage).id for passage in book.passages]
    assert len(set(ids)) == len(ids)
    assert [identity[:12] for identity in ids] == sorted(identity[:12] for identity in ids)


def test_a_note_is_changed_and_the_moment_with_it(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0], tags=["云"])
    changed = shelf.set_note(bookmark.id, "值得\n再读")
    assert changed is not None
    assert changed == replace(bookmark, note="值得\n再读", modified=changed.modified)
    assert changed.modified >= bookmark.modified
    assert shelf.bookmarks() == (changed,)


def test_a_bookmark_that_is_gone_has_no_note_and_cannot_be_removed_again(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0])
    assert shelf.remove_bookmark(bookmark.id) == bookmark
    assert shelf.bookmarks() == ()
    assert shelf.remove_bookmark(bookmark.id) is None
    assert shelf.set_note(bookmark.id, "晚了") is None
    assert shelf.bookmarks() == ()


def test_undo_gives_back_the_same_bookmark(shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0], note="账", tags=["云"])
    shelf.remove_bookmark(bookmark.id)
    assert shelf.restore_bookmark(bookmark) == bookmark
    assert shelf.bookmarks() == (bookmark,)


def test_undo_after_bookmarking_again_leaves_one_with_both_notes(shelf: Shelf) -> None:
    removed = shelf.add_bookmark(MARKET, MARKET.passages[0], note="旧", tags=["账"])
    shelf.remove_bookmark(removed.id)
    again = shelf.add_bookmark(MARKET, MARKET.passages[0], note="新", tags=["云"])
    kept = shelf.restore_bookmark(removed)
    assert (kept.id, kept.note, kept.tags) == (again.id, "新\n\n旧", ("云", "账"))
    assert shelf.bookmarks() == (kept,)


def test_undo_works_in_a_store_that_never_saw_the_document(tmp_path: Path, shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0])
    with Shelf(tmp_path / "another") as other:
        assert other.restore_bookmark(bookmark) == bookmark
        assert other.bookmarks() == (bookmark,)


def test_the_documents_of_bookmarks_are_known_without_their_text(shelf: Shelf) -> None:
    signed = document_of("一段。", byline=("甲", "乙"), source="某报", date="2018-11", edition=True)
    shelf.add_bookmark(signed, signed.passages[0])
    known = shelf.documents()[signed.digest]
    assert (known.title, known.byline, known.source, known.date, known.edition) == (
        signed.title,
        ("甲", "乙"),
        "某报",
        "2018-11",
        True,
    )


def test_what_somebody_else_wrote_into_the_file_is_scrubbed(tmp_path: Path, shelf: Shelf) -> None:
    bookmark = shelf.add_bookmark(MARKET, MARKET.passages[0])
    with shelf._store.writing() as connection:
        connection.execute(
            "UPDATE bookmark SET note = ?, quote = ?, tags = 'no JSON'", ("\x1b]52;", "\x9b2J")
        )
    assert shelf.bookmarks() == (replace(bookmark, note="�]52;", quote="�2J"),)


any_text = st.text(st.characters(exclude_categories=()), max_size=40)


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(any_text.map(lambda text: scrub(f".{text}").text[1:]), min_size=1, max_size=4),
    note=any_text,
    tags=st.lists(any_text, max_size=3),
    which=st.integers(0, 3),
)
def test_any_text_comes_back_as_it_was_kept(texts: list[str], note: str, tags: list[str], which: int) -> None:
    document = document_of(*texts)
    passage = document.passages[which % len(texts)]
    with TemporaryDirectory() as folder:
        from pathlib import Path

        with Shelf(Path(folder)) as shelf:
            kept = shelf.add_bookmark(document, passage, note=note, tags=tags)
        with Shelf(Path(folder)) as again:
            assert again.bookmarks() == (kept,)
            again.remove_bookmark(kept.id)
            again.restore_bookmark(kept)
            assert again.bookmarks(document.digest) == (kept,)
    assert document.text[kept.start : kept.end] == kept.quote == passage.text
    assert kept.note == scrub(note).text
    assert set(kept.tags) == {scrub_line(tag).strip() for tag in tags} - {""}


def test_a_clock_that_is_set_back_loses_and_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SetBack(records.datetime):
        ticks = count(1)

        @classmethod
        def now(cls, zone: tzinfo | None = None) -> records.datetime:
            return records.datetime(2001, 1, 1, microsecond=next(cls.ticks) * 1000, tzinfo=zone)

    with Shelf(tmp_path) as here, Shelf(tmp_path) as there:
        kept = [here.add_bookmark(MARKET, passage) for passage in MARKET.passages[:2]]
        here.set_note(kept[1].id, "先写的")
        seen = there.version(), there.bookmark_stamp()
        monkeypatch.setattr(records, "datetime", SetBack)
        monkeypatch.setattr("time.time_ns", lambda: 1)
        for number in range(3):
            here.set_note(kept[0].id, f"后写的 {number}", before="别的")
            before, seen = seen, (there.version(), there.bookmark_stamp())
            assert not set(before) & set(seen)
        late = here.add_bookmark(MARKET, MARKET.passages[2])
        before, seen = seen, (there.version(), there.bookmark_stamp())
        assert not set(before) & set(seen)
        notes = ["后写的 2", "先写的", ""]
        assert [bookmark.note for bookmark in there.bookmarks(MARKET.digest)] == notes
        assert [copy.note for copy in there.note_copies(kept[0].id)] == ["后写的 1", "后写的 0"]
        assert there.remove_bookmark(late.id) == late
        assert there.restore_bookmark(late).id == late.id
    with Shelf(tmp_path) as again:
        assert [bookmark.note for bookmark in again.bookmarks(MARKET.digest)] == notes
