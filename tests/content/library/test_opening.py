"""Opening what is there, and one clear reason for what is not."""

from __future__ import annotations

import io
import os
import sys
import threading
from types import SimpleNamespace

import pytest

from content.library.opening import open_document
from content.reading import limits
from content.reading.errors import ReadingError

TEXT = "茶厂在山里。\n仓库很大,能放四十万块茶砖。\n"


def reason_of(path, **options):
    with pytest.raises(ReadingError) as caught:
        open_document(path, **options)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_a_file_opens_by_string_and_by_path(tmp_path):
    file = tmp_path / "山里.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert open_document(file) == open_document(str(file))
    assert open_document(file).title == "山里"


def test_nothing_is_the_edition():
    assert open_document().edition


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode("gbk"))))
    assert open_document("-").text == TEXT.strip()


def test_without_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert reason_of("-") == "unreadable"


def test_missing_folder_empty_binary(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    assert reason_of(tmp_path / "none.txt") == "missing"
    assert reason_of("") == "missing"
    assert reason_of(tmp_path) == "folder"
    assert reason_of(tmp_path / "empty.txt") == "empty"
    assert reason_of(tmp_path / "binary") == "binary"
    assert reason_of(tmp_path / "empty.txt" / "below") == "unreadable"
    assert reason_of("a\0b") == "unreadable"
    assert reason_of(tmp_path / ("山" * 300)) == "unreadable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may read all")
def test_a_file_without_permission(tmp_path):
    file = tmp_path / "closed.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    assert reason_of(file) == "unreadable"


def test_an_error_of_the_system_is_told_in_its_words(tmp_path, monkeypatch):
    file = tmp_path / "山.txt"
    file.write_text(TEXT, encoding="utf-8")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(ReadingError, match="Permission denied"):
        open_document(file)


@pytest.mark.skipif(os.name == "nt", reason="a device of Unix")
def test_a_device_is_not_read():
    assert reason_of("/dev/zero") == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of Unix")
def test_a_named_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TEXT, encoding="utf-8"))
    writer.start()
    assert open_document(pipe).text == TEXT.strip()
    writer.join()


def test_too_large_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "huge.txt"
    with file.open("wb") as opened:
        opened.truncate(limits.LARGEST + 1)  # a sparse file takes no room
    with pytest.raises(ReadingError, match="256 MiB") as caught:
        open_document(file)
    assert caught.value.reason == "too_large"


def test_an_encoding_can_be_given(tmp_path):
    file = tmp_path / "茶.txt"
    file.write_bytes(TEXT.encode("utf-16-be"))
    assert open_document(file, encoding="utf-16-be").text == TEXT.strip()
    assert reason_of(file, encoding="klingon") == "unknown_encoding"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps such names out")
def test_a_hostile_name_is_scrubbed_in_errors_and_title(tmp_path):
    name = "\x1b]0;x\x07\u202e\n茶.txt"
    with pytest.raises(ReadingError) as caught:
        open_document(tmp_path / name)
    assert not {"\x1b", "\x07", "\u202e", "\n"} & set(caught.value.name + str(caught.value))
    (tmp_path / name).write_text("茶。\n" * 3, encoding="utf-8")
    assert open_document(tmp_path / name).title == "\ufffd]0;x\ufffd\ufffd 茶"


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on Unix")
def test_a_name_that_is_no_utf8(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")
    assert reason_of(path) == "missing"
