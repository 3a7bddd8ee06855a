"""Exporting into files: ours are written anew, what is not ours is never touched nor waited for."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from excerpts import excerpt_of, first, second

from content.shelf import Shelf
from content.shelf.exporting.files import ExportFailure, export_to
from content.shelf.exporting.formats import FORMATS

BOTH = [excerpt_of(first()), excerpt_of(second())]
ONE = [excerpt_of(replace(first(), note="改过"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder exported into."""
    made = tmp_path / "out"
    made.mkdir()
    return made


def refused(path: Path, form: str, shelf: Shelf) -> str:
    """Export where that is refused and nothing changes; return why."""
    before = path.lstat().st_ino, path.lstat().st_mtime_ns
    with pytest.raises(ExportFailure) as raised:
        export_to(path, FORMATS[form], BOTH, shelf)
    assert before == (path.lstat().st_ino, path.lstat().st_mtime_ns)
    assert [each.name for each in path.parent.iterdir() if each.name.endswith(".unfinished")] == []
    return raised.value.reason


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_written_anew_by_whoever_has_the_shelf(folder: Path, tmp_path: Path, form: str) -> None:
    path = folder / f"书签{FORMATS[form].suffix}"
    with Shelf(tmp_path) as shelf:
        assert export_to(path, FORMATS[form], BOTH, shelf) == 0
        path.chmod(0o600)
        export_to(path, FORMATS[form], ONE, shelf)
        assert "改过" in path.read_text("utf-8")
        assert path.stat().st_mode & 0o777 == 0o600
    with Shelf(tmp_path) as shelf:
        export_to(path, FORMATS[form], BOTH, shelf)
        assert "改过" not in path.read_text("utf-8")


@pytest.mark.parametrize("form", ["csv", "jsonld", "text"])
def test_an_export_that_was_changed_since_is_not_touched(folder: Path, tmp_path: Path, form: str) -> None:
    path = folder / "书签"
    with Shelf(tmp_path) as shelf:
        export_to(path, FORMATS[form], ONE, shelf)
        path.write_bytes(path.read_bytes() + "我添的".encode())
        assert refused(path, form, shelf) == "not_ours"


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("csv", "Highlight,Title,Author,URL,Note,Location,Date\r\n我抄的,书,,,,1,2020-01-01\r\n".encode()),
        ("csv", b"x" * 200_000),
        ("jsonld", b'{"dependencies": {"tencent-explorer": "1"}}'),
        ("jsonld", b'{"@context": "http://www.w3.org/ns/anno.jsonld", "items": []}'),
        ("text", "我自己写的".encode()),
        ("markdown", "> 我抄的\n\n^abc\n".encode()),
        ("markdown", "我自己写的".encode("gb18030")),
    ],
)
def test_what_looks_like_ours_and_is_not_is_not_touched(
    folder: Path, tmp_path: Path, form: str, data: bytes
) -> None:
    path = folder / "书签"
    path.write_bytes(data)
    with Shelf(tmp_path) as shelf:
        assert refused(path, form, shelf) == "not_ours"
    assert path.read_bytes() == data


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_what_is_no_file_is_neither_waited_for_nor_replaced(folder: Path, tmp_path: Path) -> None:
    pipe = folder / "管道.md"
    os.mkfifo(pipe)
    (folder / "链接.md").symlink_to(pipe)
    (folder / "圈.md").symlink_to(folder / "圈.md")
    with Shelf(tmp_path) as shelf:
        assert refused(pipe, "markdown", shelf) == "no_file"
        assert refused(folder / "链接.md", "markdown", shelf) == "no_file"
        assert refused(Path(os.devnull), "text", shelf) == "no_file"
        assert refused(folder, "markdown", shelf) == "unwritable"
        assert refused(folder / "圈.md", "markdown", shelf) == "unwritable"
    assert pipe.is_fifo()


def test_a_link_is_written_through(folder: Path, tmp_path: Path) -> None:
    target, link = folder / "书签.md", folder / "链接.md"
    link.symlink_to(target.name)
    with Shelf(tmp_path) as shelf:
        export_to(link, FORMATS["markdown"], ONE, shelf)
        assert export_to(link, FORMATS["markdown"], BOTH, shelf) == 0
    assert link.is_symlink()
    assert "^te-00000000000000000002" in target.read_text("utf-8")
