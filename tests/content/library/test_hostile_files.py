"""Files that cannot be opened: each is refused for its own reason, in one line, without taking memory."""

from __future__ import annotations

import os
import tracemalloc

import pytest
from hostile_files import write_hostile_files

from content.library import opening
from content.library.opening import open_document
from content.reading import limits
from content.reading.errors import ReadingError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="names and links of Unix")
TEXT = "茶厂在山里。\n仓库很大,能放四十万块茶砖。\n"


def test_each_is_refused_for_its_own_reason(tmp_path):
    expected = write_hostile_files(tmp_path)
    found = {}
    for name in expected:
        with pytest.raises(ReadingError) as caught:
            open_document(tmp_path / name)
        found[name] = caught.value.reason
        assert str(caught.value).isprintable()
    assert found == expected


def test_a_gigabyte_takes_no_memory(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(1024**3)
    tracemalloc.start()
    with pytest.raises(ReadingError, match="256 MiB"):
        open_document(tmp_path / "huge.txt")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1024 * 1024


def test_a_file_that_vanishes_before_it_is_opened(tmp_path, monkeypatch):
    file = tmp_path / "茶.txt"
    file.write_text(TEXT, encoding="utf-8")
    real = type(file).open

    def vanish(self, *arguments, **options):
        self.unlink()
        return real(self, *arguments, **options)

    monkeypatch.setattr(type(file), "open", vanish)
    with pytest.raises(ReadingError) as caught:
        open_document(file)
    assert caught.value.reason == "missing"


def test_a_file_that_fails_while_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "茶.txt"
    file.write_text(TEXT, encoding="utf-8")

    def fail(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(opening, "_at_most", fail)
    with pytest.raises(ReadingError, match="Input/output error"):
        open_document(file)


def test_a_file_that_grows_beyond_the_limit_while_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "茶.txt"
    file.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(opening, "LARGEST", len(TEXT.encode()))
    monkeypatch.setattr(limits, "LARGEST", len(TEXT.encode()))
    assert open_document(file).text == TEXT.strip()
    real = type(file).open

    def grow(self, *arguments, **options):
        with real(self, "ab") as more:
            more.write(b"x" * 100)
        return real(self, *arguments, **options)

    monkeypatch.setattr(type(file), "open", grow)
    with pytest.raises(ReadingError) as caught:
        open_document(file)
    assert caught.value.reason == "too_large"
