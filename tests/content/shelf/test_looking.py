from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, looking
from content.shelf.looking import look, why_not_writable
from content.shelf.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKET = document_of("集市搬到云上以后。", "摊主先学会记账。")

# A child gives up its privileges, if it has any, and looks at folders it has no right to.
UNPRIVILEGED = """
import os, sys
from pathlib import Path
from content.shelf import Shelf
from content.shelf.looking import look, why_not_writable
from tui.keeping import Keeper
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for each in sys.argv[1:]:
    folder = Path(each)
    with Shelf(folder) as shelf:
        problem = why_not_writable(folder)
        state, begun = look(folder / "kept.db").state, Keeper(folder).begun
        print(state, problem and problem.reason, shelf.problem.reason, begun)
"""


def in_a_child(*folders: Path) -> list[str]:
    finished = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, *map(str, folders)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    return finished.stdout.splitlines()


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that another user may come into: pytest's own lets nobody through."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for each in folder.iterdir():
            each.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such modes there")
def test_a_store_is_looked_at_as_far_as_that_is_allowed(public_folder: Path) -> None:
    folders = [public_folder / name for name in ("whole", "damaged", "closed", "closed file")]
    for folder in folders:
        with Shelf(folder) as shelf:
            shelf.add_bookmark(MARKET, MARKET.passages[0])
        (folder / "kept.db").chmod(0o444)
        folder.chmod(0o555)
    damaged = folders[1] / "kept.db"
    damaged.chmod(0o644)
    written = damaged.read_bytes()
    damaged.write_bytes(written[:4096] + b"\xff" * (len(written) - 4096))
    folders[2].chmod(0)
    (folders[3] / "kept.db").chmod(0)
    assert in_a_child(*folders) == [
        "sound read_only read_only True",
        "damaged read_only read_only True",
        "closed read_only unavailable False",
        "closed read_only unavailable True",
    ]


def test_what_is_no_file_is_no_sound_store(tmp_path: Path) -> None:
    assert look(tmp_path / "kept.db").state == "missing"
    (tmp_path / "kept.db").mkdir()
    assert look(tmp_path / "kept.db").state == "closed"
    assert look(tmp_path / ("长" * 300) / "kept.db").state == "closed"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of Unix")
@pytest.mark.parametrize("doubtful", [False, True])
def test_a_pipe_in_place_of_a_store_keeps_nobody_waiting(tmp_path: Path, *, doubtful: bool) -> None:
    os.mkfifo(tmp_path / "kept.db")
    if doubtful:
        (tmp_path / "kept-doubtful").touch()
    assert look(tmp_path / "kept.db").state == "closed"
    with Shelf(tmp_path) as shelf:
        assert shelf.problem == Problem("unavailable", "not a file")


def test_the_log_counts_as_part_of_a_store(tmp_path: Path) -> None:
    with Shelf(tmp_path) as shelf:
        shelf.add_bookmark(MARKET, MARKET.passages[0])
        log = (tmp_path / "kept.db-wal").stat().st_size
        assert log > 0
        seen = look(tmp_path / "kept.db")
        alone = (tmp_path / "kept.db").stat().st_size
    assert seen.size == alone + log
    assert seen.version > 0


def test_a_folder_is_tried_by_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "not" / "there yet"
    assert why_not_writable(folder) is None
    assert list(tmp_path.iterdir()) == []
    assert why_not_writable(tmp_path / ("长" * 300)) is not None

    def full(**_: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(looking.tempfile, "TemporaryFile", full)
    problem = why_not_writable(folder)
    assert problem is not None
    assert problem.reason == "full"


def test_a_folder_whose_name_is_too_long_holds_nothing_and_says_why(tmp_path: Path) -> None:
    with Shelf(tmp_path / ("长" * 300)) as shelf:
        assert shelf.problem is not None
        assert (shelf.problem.reason, shelf.bookmarks()) == ("unavailable", ())
