"""Searching one document with the help of another process, or without it."""

from pathlib import Path

import pytest
from reading import FakeWords, harbour

import tui.searching
from tui.searching import Searching


class NoProcess(FakeWords):
    """Stands in for a system that starts no further process."""

    def start(self) -> None:
        """Fail."""
        raise OSError("no more processes")


class Misfit(FakeWords):
    """Stands in for a process that answers with the words of something else."""

    def cut_each(self, texts: object, _on_progress: object = None) -> list[list[str]]:
        """Cut nothing."""
        return [["x"]]


@pytest.mark.parametrize("helper", [NoProcess, Misfit])
def test_without_words_from_another_process_sounds_are_found_all_the_same(
    helper: type[FakeWords], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.searching, "WordHelper", helper)
    searching = Searching(harbour(), tmp_path)
    assert not searching.has_words
    assert not searching.find("jrkj").hits
    assert searching.learn_words()
    assert searching.has_words
    assert searching.find("jrkj").hits[0].match == "initials"


def test_what_was_closed_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.searching, "WordHelper", FakeWords)
    searching = Searching(harbour(), tmp_path)
    searching.close()
    assert not searching.learn_words()
    assert not searching.has_words
