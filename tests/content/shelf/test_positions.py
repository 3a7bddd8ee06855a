from __future__ import annotations

import os
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import NO_FILE, Setting, Shelf, positions

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = document_of("第一篇，十二个字的开头。", title="第一篇")
SECOND = document_of("第二篇。", title="第二篇")


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Shelf(tmp_path) as opened:
        yield opened


def test_a_first_start_has_no_place(shelf: Shelf) -> None:
    assert shelf.last_place() is None
    assert shelf.recent_places(5) == ()
    assert shelf.place_of(FIRST.digest) is None


def test_a_place_comes_back_with_its_title_and_an_absolute_path(shelf: Shelf) -> None:
    shelf.save_place(FIRST, 6, path="文章.txt")
    place = shelf.place_of(FIRST.digest)
    assert place is not None
    assert (place.document, place.title, place.offset) == (FIRST.digest, "第一篇", 6)
    assert place.path == str(Path("文章.txt").absolute())
    assert place.progress == pytest.approx(6 / len(FIRST.text))


def test_the_edition_has_no_path_and_a_given_progress_is_kept(shelf: Shelf) -> None:
    shelf.save_place(FIRST, 6, path=None, progress=0.38)
    place = shelf.last_place()
    assert place is not None
    assert (place.path, place.progress) == (None, 0.38)


@pytest.mark.parametrize(
    ("offset", "progress", "kept"), [(-4, -1.0, (0, 0.0)), (999, 7.0, (len(FIRST.text), 1.0))]
)
def test_a_place_outside_the_text_is_the_nearest_inside(
    shelf: Shelf, offset: int, progress: float, kept: tuple[int, float]
) -> None:
    shelf.save_place(FIRST, offset, path=None, progress=progress)
    place = shelf.last_place()
    assert place is not None
    assert (place.offset, place.progress) == kept


def test_what_came_through_a_pipe_has_a_place_without_a_file(shelf: Shelf) -> None:
    shelf.save_place(FIRST, 3, path=NO_FILE)
    place = shelf.last_place()
    assert place is not None
    assert (place.document, place.path, place.offset) == (FIRST.digest, NO_FILE, 3)


def test_the_last_read_comes_first_though_the_clock_was_set_back(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = chain(["2026-03-01T00:00:00.000Z"], (f"2020-01-01T00:00:00.{n:03}Z" for n in count()))
    monkeypatch.setattr(positions, "now", lambda: next(moments))
    for document in (FIRST, SECOND, FIRST, SECOND):
        shelf.save_place(document, 1, path=None)
    assert [place.title for place in shelf.recent_places(9)] == ["第二篇", "第一篇"]
    assert [place.title for place in shelf.recent_places(1)] == ["第二篇"]


def test_a_file_name_that_is_no_unicode_comes_back(shelf: Shelf, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xb8\xea.txt")
    shelf.save_place(FIRST, 1, path=path)
    place = shelf.last_place()
    assert place is not None
    assert place.path == path


def test_settings_are_remembered(tmp_path: Path, shelf: Shelf) -> None:
    assert shelf.setting("language") is None
    shelf.set_setting("language", "hant")
    shelf.set_setting("theme", "ink")
    shelf.set_setting("language", "hans")
    with Shelf(tmp_path) as again:
        assert again.setting("language") == "hans"
        assert again.settings() == (Setting("language", "hans"), Setting("theme", "ink"))
