"""Searching one document with the help of another process, from the cache, or without either."""

from pathlib import Path

import pytest
from dictionary_once import put_dictionary
from reading import FakeBuilder, harbour

import content.library.indexing
import tui.searching
from content.chinese.helper import HelperError
from content.search.stored import StoredError
from tui.searching import Searching


def failing(error: Exception) -> type[FakeBuilder]:
    """Make what builds no index."""

    class Failing(FakeBuilder):
        def build(self, _on_progress: object = None) -> None:
            raise error

    return Failing


@pytest.mark.parametrize("error", [OSError("no more processes"), HelperError("died"), StoredError("damaged")])
def test_without_an_index_from_another_process_sounds_are_found_all_the_same(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tui.searching, "IndexBuilder", failing(error))
    searching = Searching(harbour(), tmp_path)
    assert not searching.has_words
    assert not searching.find("jrkj").hits
    assert searching.count("jrkj") == (0, 0)
    assert searching.complete("jinr") == ()
    assert searching.prepare()
    assert searching.has_words
    assert searching.find("jrkj").hits[0].match == "initials"


def test_what_was_closed_starts_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content.library.indexing.HelperProcess, "start", lambda _: pytest.fail("started"))
    searching = Searching(harbour(), tmp_path)
    searching.close()
    assert not searching.prepare()
    assert not searching.has_words


def test_the_second_start_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_dictionary(tmp_path)
    first = Searching(harbour(), tmp_path)
    assert first.prepare()
    first.close()
    answers = [
        (first.find(query).hits, first.count(query)) for query in ("jrkj", "云", "藏保图", "金融 扫码")
    ]
    monkeypatch.setattr(content.library.indexing.HelperProcess, "start", lambda _: pytest.fail("started"))
    second = Searching(harbour(), tmp_path)
    assert second.prepare(lambda *_: pytest.fail("built"))
    assert second.has_words
    assert [
        (second.find(query).hits, second.count(query)) for query in ("jrkj", "云", "藏保图", "金融 扫码")
    ] == answers
    assert all(hits for hits, _ in answers)
    assert second.complete("jinr")[0].word.startswith("金融")
    assert second.find("theme:finance").hits
