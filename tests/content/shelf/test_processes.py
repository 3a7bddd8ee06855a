"""Several programs on one store, and programs that are killed."""

from __future__ import annotations

import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_documents import document_of

from content.shelf import Shelf

ROOT = Path(__file__).parents[3]
EACH = 50
MANY = 1_000

# Bookmarks passages from number to number, and says each on standard output after it was kept.
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests/support")
from small_documents import document_of
from content.shelf import Shelf
folder, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
book = document_of(*(f"第{number}段。" for number in range(1, 4_001)))
with Shelf(folder) as shelf:
    for number in range(first, last):
        kept = shelf.add_bookmark(book, book.passages[number - 1])
        sys.stdout.write(f"{kept.id}\\n")
        sys.stdout.flush()
"""


def writer(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), str(last)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def keep_at_once(folder: Path, programs: int, each: int) -> None:
    """Let programs that start on an empty folder keep so many bookmarks each: all of them must be there."""
    writers = [writer(folder, 1 + each * place, 1 + each * (place + 1)) for place in range(programs)]
    said = []
    for process in writers:
        out, problems = process.communicate(timeout=300)
        assert (process.returncode, problems) == (0, "")
        said += out.split()
    with Shelf(folder) as shelf:
        kept = shelf.bookmarks()
    assert sorted(bookmark.id for bookmark in kept) == sorted(said)
    assert [bookmark.passage for bookmark in kept] == list(range(1, programs * each + 1))


def test_two_programs_that_start_on_an_empty_folder_both_keep_everything(tmp_path: Path) -> None:
    keep_at_once(tmp_path, 2, EACH)


@pytest.mark.thorough
def test_four_programs_keep_a_thousand_bookmarks_each(tmp_path: Path) -> None:
    keep_at_once(tmp_path, 4, MANY)


def test_two_programs_that_keep_the_same_passages_keep_each_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path, 1, EACH + 1) for _ in range(2)]
    said = [process.communicate(timeout=60)[0].split() for process in writers]
    assert said[0] == said[1]
    with Shelf(tmp_path) as shelf:
        assert [bookmark.id for bookmark in shelf.bookmarks()] == said[0]


def kill_often(folder: Path, times: int) -> None:
    """Kill a writer at a random one of its bookmarks; all that it said it kept must be there."""
    chance, said = random.Random(2018), set[str]()
    for turn in range(times):
        process = writer(folder, 1 + turn * 400 // times, 401)
        assert process.stdout is not None
        said |= {process.stdout.readline().strip() for _ in range(chance.randint(1, 8))}
        process.kill()
        said |= set(process.communicate()[0].split("\n")[:-1])
        with Shelf(folder) as shelf:
            assert shelf.problem is None
            assert shelf._store.read("PRAGMA integrity_check") == [("ok",)]
            assert said - {""} <= {bookmark.id for bookmark in shelf.bookmarks()}
    assert said


def test_a_program_that_is_killed_loses_nothing_it_said_was_kept(tmp_path: Path) -> None:
    kill_often(tmp_path, 3)


@pytest.mark.thorough
def test_a_program_that_is_killed_often_loses_nothing(tmp_path: Path) -> None:
    kill_often(tmp_path, 20)


def test_threads_share_one_shelf(tmp_path: Path) -> None:
    book = document_of(*(f"第{number}段。" for number in range(1, 61)))
    with Shelf(tmp_path) as shelf, ThreadPoolExecutor(6) as threads:
        kept = list(threads.map(lambda passage: shelf.add_bookmark(book, passage), book.passages))
        places = threads.map(lambda offset: shelf.save_place(book, offset, path=None), range(60))
        counts = threads.map(lambda _: len(shelf.bookmarks()), range(20))
        assert list(places) == [None] * 60
        assert list(counts) == [60] * 20
        assert shelf.bookmarks() == tuple(kept)
