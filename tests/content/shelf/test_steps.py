"""Changes that are taken back while another window changes the same bookmarks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.document import Span
from content.shelf import Bookmark, Shelf, steps
from content.shelf.bookmarks import bookmark_of
from content.shelf.migrating import bundled_migrations, migrate
from content.shelf.opening import connect_to_memory
from content.shelf.records import Draft, Step

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

MARKET = document_of("集市搬到云上以后。", "账本不再锁在抽屉里。")
FIRST, SECOND = MARKET.passages


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path) as opened:
        yield opened


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path) as opened:
        yield opened


def noted(shelf: Shelf) -> list[tuple[int, str]]:
    return [(each.passage, each.note) for each in shelf.bookmarks()]


def copies(shelf: Shelf, bookmark: Bookmark) -> list[str]:
    return [copy.note for copy in shelf.note_copies(bookmark.id)]


def test_only_what_the_writer_changed_is_written(here: Shelf, there: Shelf) -> None:
    known = here.add_bookmark(MARKET, FIRST, note="原先", tags=["云"])
    there.write(known, replace(known, note="那边写的", tags=("云", "账"), colour="green"))
    step = here.write(known, replace(known, tags=("钱",)))
    (after,) = step.after
    assert not step.contested
    assert (after.note, after.tags, after.colour) == ("那边写的", ("钱", "账"), "green")
    assert here.write(known, replace(known, note="这边写的")).contested
    assert copies(here, known) == ["那边写的"]


def test_what_gives_way_is_kept_once(here: Shelf) -> None:
    known = here.add_bookmark(MARKET, FIRST, note="原先")
    for note, aside in (("别的", ("原先", "写过的")), ("别的", ("原先",)), ("别的", (" ",))):
        here.write(known, replace(known, note=note), aside=aside)
    assert copies(here, known) == ["写过的", "原先"]


def test_a_bookmark_that_was_removed_comes_back_only_where_something_is_written(
    here: Shelf, there: Shelf
) -> None:
    known = here.add_bookmark(MARKET, FIRST)
    there.remove_bookmark(known.id)
    assert here.write(known, known) == Step()
    assert noted(here) == []
    step = here.write(known, replace(known, note="别丢了"))
    assert noted(here) == [(1, "别丢了")]
    assert here.take_back(step)
    assert noted(here) == []


def test_taking_back_leaves_what_another_window_wrote(here: Shelf, there: Shelf) -> None:
    added = here.keep(MARKET, FIRST)
    (bare,) = added.after
    theirs = there.write(bare, replace(bare, note="来自窗二"))
    assert not here.take_back(added)
    assert noted(here) == [(1, "来自窗二")]
    (known,) = theirs.after
    ours = here.write(known, replace(known, note="这边盖过", colour="blue"))
    there.write(ours.after[0], replace(ours.after[0], note="那边又盖过"))
    assert not here.take_back(ours)  # the colour is taken back, the note is not
    (bookmark,) = here.bookmarks()
    assert (bookmark.note, bookmark.colour) == ("那边又盖过", None)
    assert copies(here, bookmark) == ["来自窗二"]
    there.remove_bookmark(bookmark.id)
    assert not here.take_back(ours)
    assert noted(here) == []


def test_placing_again_onto_another_is_taken_back_with_every_word(here: Shelf, there: Shelf) -> None:
    moving, stood = here.add_bookmark(MARKET, FIRST, note="走"), here.add_bookmark(MARKET, SECOND, note="留")
    step = here.place_again(moving.id, MARKET, Span(SECOND.start, SECOND.end))
    assert noted(here) == [(2, "留\n\n走")]
    assert copies(here, stood) == ["集市搬到云上以后。"]
    there.set_note(stood.id, "留\n\n走\n\n又写")
    assert not here.take_back(step)
    assert noted(here) == [(1, "走"), (2, "留\n\n走\n\n又写")]
    assert here.take_back(here.place_again(moving.id, MARKET, Span(0, 3)))
    assert here.bookmarks()[0].end == FIRST.end


def test_a_step_that_cannot_be_taken_back_whole_is_not_taken_back_at_all(
    here: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = here.add_bookmark(MARKET, FIRST, note="走")
    here.add_bookmark(MARKET, SECOND, note="留")
    step = here.place_again(moving.id, MARKET, Span(SECOND.start, SECOND.end))

    def broken_off(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(steps.bookmarks, "put", broken_off)
        with pytest.raises(RuntimeError):
            here.take_back(step)
    assert noted(here) == [(2, "留\n\n走")]
    assert here.take_back(step)
    assert noted(here) == [(1, "走"), (2, "留")]


def test_each_window_has_a_draft_of_its_own_and_one_of_a_program_that_ended_is_kept(
    tmp_path: Path, here: Shelf, there: Shelf
) -> None:
    known = here.add_bookmark(MARKET, FIRST, note="原先")
    there.keep_draft(known.id, "写了半天")
    here.keep_draft(known.id, "这边")
    assert set(here.drafts(known.id)) == {Draft("写了半天", at_work=True), Draft("这边", at_work=False)}
    ended = f"""
import sys
from pathlib import Path
from content.shelf import Shelf
Shelf(Path({str(tmp_path)!r})).keep_draft({known.id!r}, "没存完")
"""
    subprocess.run([sys.executable, "-c", ended], check=True, cwd=Path(__file__).parents[3])
    assert Draft("没存完", at_work=False) in here.drafts(known.id)
    here.write(known, replace(known, note="写好了"))
    assert here.drafts(known.id) == (Draft("写了半天", at_work=True),)
    assert copies(here, known) == ["没存完"]


NOTES = st.sampled_from(["", "原先", "甲", "乙", "丙"])
WRITING = st.lists(st.tuples(st.sampled_from(["here", "there"]), NOTES, st.booleans()), max_size=8)


@cache
def memory() -> sqlite3.Connection:
    connection = connect_to_memory()
    migrate(connection, bundled_migrations())
    return connection


@given(WRITING)
def test_no_window_makes_away_with_what_it_has_not_seen(writing: list[tuple[str, str, bool]]) -> None:
    """Two windows write what they will from what they last saw, and take it back."""
    connection = memory()
    connection.executescript("DELETE FROM bookmark; DELETE FROM note_copy")
    (first,) = steps.keep(connection, bookmark_of(MARKET, FIRST)).after

    def stored() -> str:
        return connection.execute("SELECT note FROM bookmark").fetchone()[0]

    seen, done = {"here": first, "there": first}, {"here": list[Step](), "there": list[Step]()}
    for window, note, undoes in writing:
        before, known = stored(), seen[window]
        if undoes and done[window]:
            step = done[window].pop()
            whole = steps.take_back(connection, step)
            ours = before == step.after[0].note
            assert whole == ours
            assert stored() == (step.before[0].note if ours else before)
        else:
            step = steps.write(connection, known, replace(known, note=note))
            done[window] += [step] if step.before != step.after else []
            copies = {row[0] for row in connection.execute("SELECT note FROM note_copy")}
            assert before in {"", stored(), known.note, *copies}
        seen[window] = replace(known, note=stored())
