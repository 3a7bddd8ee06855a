from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content import SearchIndex, open_document
from content.chinese import frames
from content.chinese.helper import HelperError, HelperProcess
from content.lexicon import bundled_lexicon
from content.library import analysing as of_analysing
from content.library.analysing import Analysing
from content.library.analyst import _words
from content.library.findings_file import findings_path, read_findings
from content.library.indexing import store_index, stored_path
from content.library.names_file import names_file, packed
from content.library.storing import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def analysing(tmp_path: Path) -> Iterator[Analysing]:
    made = Analysing(tmp_path / "cache", tmp_path)
    yield made
    made.close()


def test_everything_is_found_once_and_is_there_ever_after(tmp_path: Path, analysing: Analysing) -> None:
    document = open_document()
    index = SearchIndex(document)
    assert store_index(index, tmp_path / "cache")
    assert analysing.known(document) is None
    told: list[tuple[int, int]] = []
    found = analysing.find(document, index, lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    assert {name.name for name in found.names} >= {"腾讯", "马化腾"}
    assert found.themes
    assert found.figures
    assert found.quotes
    assert analysing.known(document) == found
    again = Analysing(tmp_path / "cache", tmp_path)
    assert again.known(document) == found
    again.close()
    # What was found is known in the library, too; where that is not so, it is written down without a search.
    names = tmp_path / "cache/library.names"
    assert names_file(tmp_path / "cache", bundled_lexicon()).records == {document.digest: packed(found)}
    names.unlink()
    again = Analysing(tmp_path / "cache", tmp_path)
    assert not again.has(document)
    told.clear()
    again.put(document, None, lambda done, total: told.append((done, total)))
    assert len(told) == 1
    assert Analysing(tmp_path / "cache", tmp_path).has(document)
    again.close()
    # Another document in the same process, without tables; the date and the lexicon count too.
    other = replace(document, date="1999-01-01")
    assert analysing.known(other) is None
    assert analysing.find(other).names
    (tmp_path / "themes.toml").write_text('themes = [{ name = "船", words = ["渔船"] }]', encoding="utf-8")
    changed = Analysing(tmp_path / "cache", tmp_path)
    assert changed.known(document) is None
    changed.close()


def test_what_was_found_is_not_used_where_it_is_damaged_or_of_another_text(
    tmp_path: Path, analysing: Analysing
) -> None:
    document = open_document()
    analysing.find(document)
    path = findings_path(document, bundled_lexicon(), tmp_path / "cache")
    written = path.read_bytes()
    other = replace(document, text=document.text.replace("腾讯", "某讯"))
    assert read_findings(path, other) is None
    for damaged in (b"", written[:-1], written[:9] + b"!" + written[10:], b"\0" * 40):
        path.write_bytes(damaged)
        assert read_findings(path, document) is None
    path.unlink()
    path.mkdir()
    assert read_findings(path, document) is None


def test_after_its_process_died_the_next_document_has_another_and_a_layout_may_be_long(
    analysing: Analysing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frames, "LARGEST_FRAME", 2_000)  # bytes; on this side alone
    monkeypatch.setattr(of_analysing, "_CHARACTERS_A_FRAME", 400)
    document = document_of(*(f"腾讯的第{number}句话。" for number in range(100)))
    assert len(layout_of(document)) > frames.LARGEST_FRAME
    sent = HelperProcess.send

    def die(helper: HelperProcess, message: object) -> None:
        monkeypatch.setattr(HelperProcess, "send", sent)
        assert helper._process
        helper._process.kill()
        helper._process.wait()
        helper.send(message)

    monkeypatch.setattr(HelperProcess, "send", die)
    with pytest.raises(HelperError, match="died"):
        analysing.put(document)
    assert analysing.put(document).is_file()
    analysing.close()
    with pytest.raises(HelperError, match="closed"):
        analysing.put(document)


def test_once_closed_nothing_is_looked_for(analysing: Analysing) -> None:
    analysing.close()
    with pytest.raises(HelperError):
        analysing.find(open_document())


def test_the_words_of_the_search_are_taken_where_it_has_them_of_this_text(tmp_path: Path) -> None:
    document = document_of("甲乙丙丁", title="短")
    for text, words in (
        ("甲乙丙丁", [["甲", "乙丙丁"]]),
        ("另外一篇更长的文字", [["另", "外一篇更长的文字"]]),
    ):
        index = SearchIndex(document_of(text), words=words)
        assert store_index(index, tmp_path)
        request = {"tables": str(stored_path(index, tmp_path)), "cache": str(tmp_path)}
        cut = _words(document, {"tables": None, "cache": str(tmp_path)})
        assert _words(document, request) == ({1: words[0]} if text == document.text else cut)
