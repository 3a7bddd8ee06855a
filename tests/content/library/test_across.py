"""Search over a library: its index grows with it, and nothing is cut into words twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from dictionary_once import put_dictionary
from search_texts import document_of

from content.chinese.helper import HelperError, HelperProcess
from content.library import indexing
from content.library.across import LibrarySearch
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document

DOCUMENTS = [
    document_of(["# 微众银行", "微众银行推出微粒贷，花了14.48亿元。", "云计算"]),
    document_of(["解释一句。", "产业互联网的金融科技。"], notices=frozenset({1})),
    document_of(["灯塔与渔船。", "2015年9月，重修灯塔。"]),
    document_of(["# 海港", "金融的海港，微众的银行。"]),
]
QUERIES = ("jinrongkeji", "微立贷", "dengta", "14.48亿", "2015年9月", "金融 海港", "解释一句", "weizhong")


@pytest.fixture(autouse=True)
def _dictionary(tmp_path: Path) -> None:
    put_dictionary(tmp_path)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passages that were sent to be cut into words."""
    passages: list[str] = []
    send = HelperProcess.send

    def noted(self: HelperProcess, message: object) -> None:
        if isinstance(message, list):
            passages.extend(text for _, _, text in message)
        send(self, message)

    monkeypatch.setattr(HelperProcess, "send", noted)
    return passages


def prepared(documents: list[Document], folder: Path) -> LibrarySearch:
    """Make a search that is ready, and compare its answers with those of an index made here."""
    search = LibrarySearch(documents, folder)
    assert search.prepare()
    assert search.has_words
    search.close()
    plain = SearchIndex(documents)
    for query in QUERIES:
        assert search.find(query, 20) == plain.find(query, 20)
        assert search.complete(query) == plain.complete(query)
        assert search.count(query) == plain.count(query)
    return search


def tables(folder: Path) -> list[str]:
    """Return the names of the tables in a cache."""
    return sorted(path.name for path in folder.glob("*.search"))


def passages_of(*documents: Document) -> list[str]:
    return [passage.text for document in documents for passage in document.passages]


def test_it_loads_extends_and_builds(tmp_path: Path, sent: list[str]) -> None:
    prepared(DOCUMENTS[:2], tmp_path)
    assert sent == passages_of(*DOCUMENTS[:2])
    sent.clear()
    search = prepared(DOCUMENTS, tmp_path)
    assert sent == passages_of(*DOCUMENTS[2:])
    assert [hit.document for hit in search.find("dengta").hits] == [2, 2]
    sent.clear()
    prepared(DOCUMENTS, tmp_path)
    assert not sent
    prepared([DOCUMENTS[1], DOCUMENTS[3]], tmp_path)
    assert not sent
    assert len(tables(tmp_path)) == 1  # the others are superseded


def test_tables_that_are_damaged_are_built_anew(tmp_path: Path, sent: list[str]) -> None:
    prepared(DOCUMENTS[:2], tmp_path)
    (tmp_path / tables(tmp_path)[0]).write_text("something else")
    sent.clear()
    prepared(DOCUMENTS[:3], tmp_path)
    assert sent == passages_of(*DOCUMENTS[:3])


def test_whatever_the_order_only_what_is_new_is_cut(tmp_path: Path, sent: list[str]) -> None:
    prepared(DOCUMENTS[1:3], tmp_path)
    sent.clear()
    documents = [DOCUMENTS[2], DOCUMENTS[3], DOCUMENTS[1], DOCUMENTS[0]]
    search = LibrarySearch(documents, tmp_path)
    assert search.prepare()
    assert sent == passages_of(DOCUMENTS[3], DOCUMENTS[0])
    for query in QUERIES:
        hits, plain = search.find(query).hits, SearchIndex(documents).find(query).hits
        assert {(hit.document, hit.passage) for hit in hits} == {(hit.document, hit.passage) for hit in plain}
    assert [hit.document for hit in search.find("14.48亿").hits] == [3]
    assert {hit.document for hit in search.find("theme:finance").hits} == {1, 2, 3}


def test_a_library_of_nothing_needs_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HelperProcess, "start", lambda _: pytest.fail("started"))
    search = LibrarySearch([], tmp_path)
    assert search.prepare()
    assert not search.find("云").hits
    assert not search.find("theme:cloud yun").hits
    assert search.complete("yun") == ()
    assert search.count("yun") == (0, 0)


def test_without_a_process_it_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(_: HelperProcess) -> None:
        raise HelperError("died")

    monkeypatch.setattr(indexing.HelperProcess, "start", start)
    prepared(DOCUMENTS, tmp_path)
    assert not tables(tmp_path)
    assert not (tmp_path / "library.json").exists()


def test_what_was_closed_says_so(tmp_path: Path) -> None:
    search = LibrarySearch(DOCUMENTS, tmp_path)
    search.close()
    assert not search.prepare()
