from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from dictionary_once import put_dictionary
from small_documents import document_of

from content import SearchIndex, open_document
from content.analysis.findings import Findings
from content.chinese import frames
from content.chinese.helper import HelperError, HelperProcess
from content.lexicon import bundled_lexicon
from content.library import analysing as of_analysing
from content.library import analyst
from content.library.analysing import Analysing
from content.library.findings_file import findings_path, read_findings, write_findings
from content.library.indexing import store_index
from content.library.names_file import Analysed, names_file, packed
from content.library.storing import layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def analysing(tmp_path: Path) -> Iterator[Analysing]:
    put_dictionary(tmp_path / "cache")
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
    names, noted = tmp_path / "cache/library.names", packed(found, document.date)
    assert names_file(tmp_path / "cache", bundled_lexicon()).records == {document.digest: noted}
    assert analysing.analysed() == {document.digest: Analysed(document.date or "")}
    names.unlink()
    assert analysing.analysed() == {}
    told.clear()
    analysing.put(document, None, lambda done, total: told.append((done, total)))
    assert len(told) == 1
    assert list(analysing.analysed()) == [document.digest]
    # Another document in the same process, without tables; the date and the lexicon count too.
    other = replace(document, date="1999-01-01")
    assert analysing.known(other) is None
    assert analysing.find(other).names
    analysing.give_up(other)
    assert analysing.analysed() == {document.digest: Analysed("1999-01-01", found=False)}
    # The lexicon of whoever asks is that of whoever finds, whenever it is changed.
    (tmp_path / "themes.toml").write_text('themes = [{ name = "船", words = ["腾讯"] }]', encoding="utf-8")
    assert analysing.known(document) is None
    assert analysing.analysed() == {}
    assert {theme.name for theme in analysing.find(document).themes} >= {"船"}
    (tmp_path / "themes.toml").unlink()
    assert analysing.known(document) == found


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


def test_what_is_garbage_before_a_book_is_read_does_not_stay_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, collector = document_of("腾讯"), Mock(isenabled=Mock(return_value=True))
    path = findings_path(document, bundled_lexicon(), tmp_path)
    write_findings(path, Findings())
    monkeypatch.setattr("content.library.findings_file.gc", collector)
    assert read_findings(path, document) == Findings()
    assert not collector.collect.called
    monkeypatch.setattr("content.library.findings_file._LARGE", -1)
    assert read_findings(path, document) == Findings()
    done = [name for name, _, _ in collector.method_calls if name != "isenabled"]
    assert done == ["collect", "disable", "freeze", "enable"]


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


def test_what_cannot_be_written_is_no_fault_of_the_document(
    analysing: Analysing, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    document = document_of("腾讯的一句话。")
    monkeypatch.setattr(analyst, "_words", lambda *_: {})
    monkeypatch.setattr(analyst, "write_findings", Mock(side_effect=OSError))
    requests, answers = BytesIO(), BytesIO()
    for frame in (layout_of(document), "", document.text, ""):
        frames.write_frame(requests, frame)
    requests.seek(0)
    request = {"digest": document.digest, "edition": False, "cache": str(tmp_path), "config": str(tmp_path)}
    analyst.answer(request, requests, answers)
    answers.seek(0)
    received = list(iter(lambda: frames.read_frame(answers), None))
    assert received[-1] == ""
    helper = Mock(receive=Mock(side_effect=received))
    monkeypatch.setattr(analysing, "_helper", helper)
    with pytest.raises(OSError, match="written"):
        analysing.put(document)
    assert not helper.close.called
    assert analysing.analysed() == {}
