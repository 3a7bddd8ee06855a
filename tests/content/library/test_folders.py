from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from content.library.folders import Contents, contents_of

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")


def make(folder: Path, *names: str) -> str:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return str(folder)


def found(folder: str) -> list[str]:
    return [os.path.relpath(path, folder) for path in contents_of([folder]).files]


def test_a_folder_is_read_with_all_in_it_in_the_order_of_names(tmp_path: Path) -> None:
    folder = make(tmp_path, "第10章.txt", "第2章.txt", "b/甲.md", "b/a.epub", "B.txt", "a10.txt", "a9.txt")
    assert found(folder) == [
        "a9.txt",
        "a10.txt",
        str(Path("b", "a.epub")),
        str(Path("b", "甲.md")),
        "B.txt",
        "第2章.txt",
        "第10章.txt",
    ]


def test_what_no_format_claims_is_counted_and_documents_that_are_never_read_are_named(tmp_path: Path) -> None:
    documents = ["笔记", "报告v2.0 终稿", "2018.11.28", "旧.DOC", "论文.pdf", "页.MHTML"]
    others = ["照片.jpg", "图.svg", "程序.py", "包.zip", "数据.csv"]
    contents = contents_of([make(tmp_path, *documents, *others)])
    assert sorted(Path(path).name for path in contents.files) == sorted(documents)
    assert (contents.passed_over, contents.problems) == (len(others), ())


def test_what_is_hidden_or_saved_beside_a_page_is_not_even_counted(tmp_path: Path) -> None:
    folder = make(
        tmp_path,
        ".git/a.txt",
        ".a.txt",
        "~$信.docx",
        "__MACOSX/a.txt",
        "新闻.html",
        "新闻_files/广告.html",
        "旧闻.htm",
        "旧闻.files/广告.html",
        "my_files/信.txt",
    )
    assert sorted(found(folder)) == sorted([str(Path("my_files", "信.txt")), "新闻.html", "旧闻.htm"])
    assert contents_of([folder]).passed_over == 0


def test_what_is_named_is_tried_whatever_it_is_and_each_file_once(tmp_path: Path) -> None:
    folder = make(tmp_path, "照片.jpg", ".hidden", "a.txt")
    named = [str(tmp_path / name) for name in ("照片.jpg", ".hidden", "a.txt", "nowhere.xyz")]
    assert contents_of([*named, folder, "-"]) == Contents((*named, "-"), (), 0)
    assert contents_of([folder, folder]).files == (named[2],)
    assert contents_of(["", "a\0b"]).files == ("", "a\0b")


def test_a_file_called_as_standard_input_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "-")
    monkeypatch.chdir(tmp_path)
    assert contents_of(["."]).files == (f".{os.sep}-",)


@needs_links
def test_links_are_followed_and_never_in_circles(tmp_path: Path) -> None:
    make(tmp_path, "a/b/甲.txt", "elsewhere/乙.txt")
    (tmp_path / "a" / "b" / "loop").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "other").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "a" / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a" / "never.txt").symlink_to("/dev/zero")
    contents = contents_of([str(tmp_path / "a")])
    assert sorted(Path(path).name for path in contents.files) == ["gone.txt", "乙.txt", "甲.txt"]
    assert contents.passed_over == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_names_that_are_no_text_are_kept_as_they_are(tmp_path: Path) -> None:
    names = [b"\xb0\xa1.txt", b"\x1b]0;x\x07.txt", b"\xff\n.txt"]
    for name in names:
        (tmp_path / os.fsdecode(name)).touch()
    files = contents_of([str(tmp_path)]).files
    assert sorted(os.fsencode(Path(path).name) for path in files) == sorted(names)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    make(tmp_path, "a.txt", "locked/b.txt")
    locked.chmod(0)
    try:
        contents = contents_of([str(tmp_path)])
    finally:
        locked.chmod(0o700)
    assert [Path(path).name for path in contents.files] == ["a.txt"]
    ((path, error),) = contents.problems
    assert (path, error.reason) == (str(locked), "unreadable")


def test_a_folder_that_vanishes_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make(tmp_path, "a.txt")

    def vanished(_: str) -> list[str]:
        raise FileNotFoundError(2, "gone")

    monkeypatch.setattr("os.listdir", vanished)
    ((path, error),) = contents_of([folder]).problems
    assert (path, error.reason, error.detail) == (folder, "unreadable", "gone")


def test_it_ends_when_it_is_cancelled(tmp_path: Path) -> None:
    assert contents_of([make(tmp_path, "a.txt")], lambda: True) == Contents((), (), 0)
