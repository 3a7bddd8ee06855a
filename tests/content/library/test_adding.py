from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from content.library import adding
from content.library.adding import AddingError, Report, add_files
from content.library.reopening import open_again, open_anew
from content.reading.errors import ReadingError
from content.shelf import ShelfError

if TYPE_CHECKING:
    from content.library.library import Library
    from content.library.records import Addition


def write(folder: Path, *numbers: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}.txt" for number in numbers]
    for number, path in zip(numbers, paths, strict=True):
        path.write_text(f"雪天笔记{number}\n\n山里的第{number}场雪下了{number}天。\n", encoding="utf-8")
    return [str(path) for path in paths]


def reasons(report: Report) -> dict[str, str]:
    return {Path(path).name: error.reason for path, error in report.problems}


def test_a_folder_is_added_and_what_did_not_change_is_not_read_again(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    first, *_ = write(folder, 1, 2, 3)
    told: list[tuple[int, int]] = []
    assert add_files(library, [str(folder)], on_progress=lambda *done: told.append(done)) == Report(
        3, 0, 0, (), 0
    )
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert sorted(entry.title for entry in library.entries()) == ["雪天笔记1", "雪天笔记2", "雪天笔记3"]

    Path(first).write_text("雪天笔记1\n\n雪化了。\n", encoding="utf-8")
    read: list[object] = []
    monkeypatch.setattr(
        adding, "open_anew", lambda path, **given: read.append(path) or open_anew(path, **given)
    )
    assert add_files(library, [str(folder)]) == Report(0, 1, 2, (), 0)
    assert read == [first]
    assert len(library.entries()) == 3


def test_bad_files_are_named_and_the_rest_is_added(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "articles"
    write(folder, 1, 2)
    (folder / "空.txt").touch()
    (folder / "论文.pdf").write_bytes(b"%PDF-1.7")
    (folder / "书.epub").write_bytes(b"PK\3\4")
    (folder / "图.png").touch()
    report = add_files(library, [str(folder), str(tmp_path / "没有.txt")])
    assert (report.added, report.passed_over) == (2, 1)
    expected = {"空.txt": "empty", "论文.pdf": "pdf", "书.epub": "damaged", "没有.txt": "missing"}
    assert reasons(report) == expected


def test_a_file_that_vanishes_meanwhile_is_named(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "articles"
    _, second, _ = write(folder, 1, 2, 3)

    def vanish(done: int, _: int) -> None:
        if done == 1:
            Path(second).unlink()

    report = add_files(library, [str(folder)], on_progress=vanish)
    assert (report.added, reasons(report)) == (2, {"2.txt": "missing"})


def test_an_encoding_reads_again_what_did_not_change(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "雪.txt"
    path.write_bytes("雪\n\n山裡的雪下了三天三夜，路都看不見了。\n".encode("big5"))
    assert add_files(library, [str(path)], encoding="gb18030").added == 1
    assert "裡" not in library.entries()[0].title + str(library.document(library.entries()[0].digest))
    assert add_files(library, [str(path)], encoding="big5").changed == 1
    document = library.document(library.entries()[0].digest)
    assert document
    assert "山裡的雪" in document.text
    with pytest.raises(ReadingError, match="no such encoding"):
        add_files(library, [str(path), str(tmp_path / "没有.txt")], encoding="klingon")


def test_it_ends_after_the_file_at_which_it_is_cancelled(tmp_path: Path, library: Library) -> None:
    write(tmp_path / "articles", 1, 2, 3, 4)
    report = add_files(library, [str(tmp_path / "articles")], cancelled=lambda: len(library.entries()) == 2)
    assert report == Report(2, 0, 0, (), 0)
    assert add_files(library, [str(tmp_path / "articles")]) == Report(2, 0, 2, (), 0)


def test_an_interrupt_leaves_what_was_done(tmp_path: Path, library: Library) -> None:
    write(tmp_path / "articles", 1, 2, 3)

    def interrupt(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_files(library, [str(tmp_path / "articles")], on_progress=interrupt)
    assert len(library.entries()) == 2
    assert library.problem is None


def test_a_library_that_cannot_be_written_ends_it(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "articles", 1, 2, 3)
    (tmp_path / "articles" / "0.txt").touch()
    add = library.add

    def soon_full(*found: Any) -> Addition:
        if library.entries():
            raise ShelfError("full", "disk full")
        return add(*found)

    monkeypatch.setattr(library, "add", soon_full)
    with pytest.raises(AddingError) as raised:
        add_files(library, [str(tmp_path / "articles")])
    report = raised.value.report
    assert (raised.value.reason, raised.value.detail) == ("full", "disk full")
    assert (report.added, [path for path, _ in report.problems]) == (
        1,
        [str(tmp_path / "articles" / "0.txt")],
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
def test_names_that_are_no_text_are_added_and_known_again(tmp_path: Path, library: Library) -> None:
    for number, name in enumerate([b"\xb0\xa1.txt", b"\x1b]0;x\x07.txt"]):
        path = tmp_path / "articles" / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"第{number}场雪\n\n山里的雪下了{number}天。\n", encoding="utf-8")
    assert add_files(library, [str(tmp_path / "articles")]).added == 2
    assert add_files(library, [str(tmp_path / "articles")]).same == 2
    kept = {os.fsencode(entry.path or "").rpartition(b"/")[2] for entry in library.entries()}
    assert kept == {b"\xb0\xa1.txt", b"\x1b]0;x\x07.txt"}


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_what_comes_through_a_named_pipe_has_no_file_to_be_read_again(
    tmp_path: Path, library: Library
) -> None:
    pipe, text = tmp_path / "管道", "雪天笔记\n\n山里的雪下了三天。\n"
    os.mkfifo(pipe)
    writer = Thread(target=lambda: pipe.write_text(text, "utf-8"))
    writer.start()
    assert add_files(library, [str(pipe)]).added == 1
    writer.join()
    (entry,) = library.entries()
    assert entry.path is None
    # Nor is it waited for where a pipe has taken the place of a file.
    again = open_again(entry.digest, str(pipe), library)
    assert again
    assert again.document.digest == entry.digest


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="descriptors have no paths here")
def test_descriptors_are_no_files_that_stay(tmp_path: Path, library: Library) -> None:
    for text in ("鲸鱼在海里唱了一夜的歌，船都停下来听。\n", "沙漠里的骆驼走了三天，没有见到一口井。\n"):
        path = tmp_path / "甲.txt"
        path.write_text(text * 3, "utf-8")
        with path.open() as file:
            assert add_files(library, [f"/dev/fd/{file.fileno()}"]).added == 1
    assert [(entry.path, entry.title.isdigit()) for entry in library.entries()] == [(None, False)] * 2
