"""The index in the cache: built, loaded, given up, and kept within bounds."""

from __future__ import annotations

import os
import stat
import threading
from typing import TYPE_CHECKING

import pytest
from dictionary_once import put_dictionary
from search_texts import document_of

from content.chinese.helper import HelperError
from content.library import indexing
from content.library.indexing import (
    IndexBuilder,
    load_index,
    store_if_nearly_made,
    store_index,
    stored_path,
)
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTS = [
    document_of(["# 微众银行", "微众银行推出微粒贷。", "云计算"]),
    document_of(["解释一句。", "产业互联网的金融科技。"], notices=frozenset({1})),
]


def files(folder: Path) -> list[str]:
    """Return the names of the files in a cache, without the dictionary's."""
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sorted(name for name in names if not name.startswith("jieba"))


def test_an_index_is_built_kept_and_loaded(tmp_path: Path) -> None:
    folder, index = tmp_path / "cache", SearchIndex(DOCUMENTS)
    put_dictionary(folder)
    assert not load_index(index, folder)
    told: list[tuple[int, int]] = []
    IndexBuilder(index, DOCUMENTS, folder).build(lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[0][0] == 0
    assert told[-1][0] == told[-1][1]
    path = stored_path(index, folder)
    assert files(folder) == [path.name]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    again = SearchIndex(DOCUMENTS)
    assert load_index(again, folder)
    for query in ("jinrongkeji", "微立贷", "解释一句"):
        assert again.find(query) == index.find(query)
    assert [hit.document for hit in again.search("jrkj")] == [1]
    assert not again.search("解释一句")


def test_a_damaged_file_is_built_anew(tmp_path: Path) -> None:
    put_dictionary(tmp_path)
    index = SearchIndex(DOCUMENTS)
    path = stored_path(index, tmp_path)
    path.write_bytes(b"something else")
    assert not load_index(index, tmp_path)
    IndexBuilder(index, DOCUMENTS, tmp_path).build()
    assert load_index(SearchIndex(DOCUMENTS), tmp_path)


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(indexing.tempfile, "tempdir", str(temporary))
    folder, index = tmp_path / "file" / "cache", SearchIndex(DOCUMENTS)
    assert not load_index(index, folder)
    IndexBuilder(index, DOCUMENTS, folder).build()
    assert index.has_words
    assert index.search("jrkj")
    assert not store_index(index, folder)
    assert files(temporary) == []


def test_a_builder_that_is_closed_leaves_nothing(tmp_path: Path) -> None:
    long = [document_of(["产业互联网的发动机。" * 50] * 4_000)]
    index = SearchIndex(long)
    builder, began, reasons = IndexBuilder(index, long, tmp_path), threading.Event(), []

    def work() -> None:
        try:
            builder.build(lambda *_: began.set())
        except HelperError as error:
            reasons.append(error.reason)

    thread = threading.Thread(target=work)
    thread.start()
    assert began.wait(60)
    assert any(name.endswith(".unfinished") for name in files(tmp_path))
    builder.close()
    thread.join(20)
    assert reasons == ["closed"]
    assert files(tmp_path) == []
    assert not index.has_words
    with pytest.raises(HelperError, match="closed"):
        builder.build()


def test_an_answer_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing.HelperProcess, "start", lambda _: None)
    monkeypatch.setattr(indexing.HelperProcess, "send", lambda *_: None)
    for answer in ("x", [1], [1, 2, 3], {"a": 1}, ["1", 2], 5):
        monkeypatch.setattr(indexing.HelperProcess, "receive", lambda _, answer=answer: answer)
        with pytest.raises(HelperError, match="nonsense"):
            IndexBuilder(SearchIndex(DOCUMENTS), DOCUMENTS, tmp_path).build()
    assert files(tmp_path) == []


def test_what_was_used_longest_ago_goes_where_it_gets_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexes = [SearchIndex(document_of([f"第{number}篇"])) for number in range(4)]
    paths = [stored_path(index, tmp_path) for index in indexes]
    for age, index in enumerate(indexes[:3]):
        assert store_index(index, tmp_path)
        os.utime(stored_path(index, tmp_path), (1000 + age, 1000 + age))
    abandoned = tmp_path / "x.unfinished"
    abandoned.write_text("")
    os.utime(abandoned, (1000, 1000))
    assert load_index(indexes[0], tmp_path)  # is used now
    monkeypatch.setattr(indexing, "_MOST_BYTES", int(2.5 * paths[0].stat().st_size))
    assert store_index(indexes[3], tmp_path)
    assert files(tmp_path) == sorted([paths[0].name, paths[3].name])
    monkeypatch.setattr(indexing, "_MOST_BYTES", 0)
    assert store_index(indexes[1], tmp_path)
    assert files(tmp_path) == [paths[1].name]


def test_only_what_is_nearly_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.chinese.segmentation.dictionary_is_loaded", lambda: False)
    index = SearchIndex(DOCUMENTS)
    assert not store_if_nearly_made(index, DOCUMENTS, tmp_path)
    assert files(tmp_path) == []
    monkeypatch.setattr("content.chinese.segmentation.dictionary_is_loaded", lambda: True)
    monkeypatch.setattr(indexing, "_SHORT", 1)
    assert not store_if_nearly_made(index, DOCUMENTS, tmp_path)
    monkeypatch.undo()
    index.set_words([[passage.text] for document in DOCUMENTS for passage in document.passages])
    assert store_if_nearly_made(index, DOCUMENTS, tmp_path)
    assert load_index(SearchIndex(DOCUMENTS), tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links as POSIX has them")
def test_what_is_no_file_in_the_cache_hinders_nothing(tmp_path: Path) -> None:
    index = SearchIndex(DOCUMENTS)
    (tmp_path / "x.search").symlink_to(tmp_path / "nowhere")
    (tmp_path / "y.search").mkdir()
    assert store_index(index, tmp_path)
    assert load_index(SearchIndex(DOCUMENTS), tmp_path)
    path = stored_path(index, tmp_path)
    path.unlink()
    os.mkfifo(path)
    assert not load_index(SearchIndex(DOCUMENTS), tmp_path)
