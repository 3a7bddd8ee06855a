from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from library_texts import ALL, FACTORY, HARBOUR, TIDE
from small_documents import document_of

from content.chinese.helper import HelperError
from content.library.backlog import Backlog

if TYPE_CHECKING:
    from pathlib import Path

    from content.chinese.helper import Reason
    from content.document import Document
    from content.library.library import Library


class Told:
    """Stands in for what finds everything: notes the titles it was given."""

    def __init__(self, mark: str = "one way") -> None:
        self.mark = mark
        self.titles: list[str] = []
        self.there: set[str] = set()
        self.reason: Reason | None = None

    def has(self, document: Document) -> bool:
        return document.digest in self.there

    def put(self, document: Document) -> None:
        if self.reason:
            raise HelperError(self.reason)
        self.titles.append(document.title)

    def close(self) -> None:
        self.reason = "closed"


def worked_off(library: Library, finder: Told, folder: Path) -> list[str]:
    """Work off what there is, as the program does from one start to the end; return the titles."""
    backlog = Backlog(library, finder, folder)
    backlog.look()
    while backlog.work_off_one():
        assert 0 < backlog.done <= backlog.total
    titles, finder.titles = finder.titles, []
    return titles


def test_each_document_is_analysed_once_the_newest_first(library: Library, tmp_path: Path) -> None:
    assert worked_off(library, Told(), tmp_path) == []
    for document in ALL:
        library.add(document)
    finder = Told()
    finder.there.add(TIDE.digest)  # the reader had it open
    assert worked_off(library, finder, tmp_path / "cache") == [FACTORY.title, HARBOUR.title]
    assert worked_off(library, finder, tmp_path / "cache") == []
    library.add(document_of("新来的一篇。", title="新"))
    assert worked_off(library, finder, tmp_path / "cache") == ["新"]
    assert len(worked_off(library, Told("another way"), tmp_path / "cache")) == 4
    (tmp_path / "cache/library.analysed").write_bytes(b"\xff\0 nothing of ours")
    assert len(worked_off(library, finder, tmp_path / "cache")) == 3
    assert worked_off(library, finder, tmp_path / "cache") == []


@pytest.mark.parametrize(("reason", "next_time"), [("closed", 3), ("died", 2)])
def test_it_goes_on_the_next_time_past_what_it_died_of(
    library: Library, tmp_path: Path, reason: Reason, next_time: int
) -> None:
    for document in ALL:
        library.add(document)
    finder = Told()
    finder.reason = reason
    assert worked_off(library, finder, tmp_path) == []
    assert len(worked_off(library, Told(), tmp_path)) == next_time


def test_where_nothing_can_be_written_it_is_done_all_the_same(library: Library, tmp_path: Path) -> None:
    library.add(HARBOUR)
    (tmp_path / "cache").write_text("a file")
    assert worked_off(library, Told(), tmp_path / "cache") == [HARBOUR.title]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of Unix")
def test_a_pipe_in_place_of_the_note_keeps_nobody_waiting(library: Library, tmp_path: Path) -> None:
    library.add(HARBOUR)
    os.mkfifo(tmp_path / "library.analysed")
    assert worked_off(library, Told(), tmp_path) == [HARBOUR.title]
