"""What is remembered of a library's last index, and what of it the next one can use."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from search_texts import document_of

from content.lexicon import Entity, Lexicon
from content.library import covered
from content.library.covered import find_base, index_order, remember
from content.library.indexing import stored_path
from content.library.search import SearchIndex
from content.search.stored import StoredError, read_tables

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document

A, B, C, D = (document_of([text]) for text in ("灯塔", "渔船绕着", "海", "银行的港湾"))


def index_of(*documents: Document, lexicon: Lexicon | None = None) -> SearchIndex:
    return SearchIndex(list(documents), lexicon=lexicon or Lexicon())


def noted(folder: Path, *documents: Document) -> SearchIndex:
    """Remember an index whose tables are a file with nothing in it."""
    index = index_of(*documents)
    stored_path(index, folder).write_bytes(b"")
    remember(index, folder)
    return index


@pytest.mark.parametrize(
    ("now", "documents", "gone"),
    [
        ((A, B, C, D), 3, ()),
        ((A, B, C), 3, ()),
        ((A, C, D), 2, ((3, 8),)),
        ((C,), 1, ((0, 8),)),
        ((B,), 1, ((0, 3), (8, 10))),
    ],
)
def test_what_is_left_of_the_last_documents_is_the_base(
    tmp_path: Path, now: tuple[Document, ...], documents: int, gone: tuple[tuple[int, int], ...]
) -> None:
    last = noted(tmp_path, A, B, C)
    base = find_base(index_of(*now), tmp_path)
    assert base
    assert (base.documents, base.gone) == (documents, gone)
    assert (base.path, base.fingerprint) == (stored_path(last, tmp_path), last.fingerprint)


def test_documents_come_in_the_order_they_had_the_new_ones_last(tmp_path: Path) -> None:
    assert index_order([C, A, B], tmp_path) == [0, 1, 2]
    noted(tmp_path, A, B, C)
    assert index_order([D, C, A], tmp_path) == [2, 1, 0]


@pytest.mark.parametrize("now", [(), (D,), (B, A), (D, A, B), (A, D, B, C)])
def test_another_order_or_none_left_has_no_base(tmp_path: Path, now: tuple[Document, ...]) -> None:
    noted(tmp_path, A, B, C)
    assert find_base(index_of(*now), tmp_path) is None


def test_too_much_gone_has_no_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(covered, "_MOST_STRETCHES", 1)
    noted(tmp_path, A, B, C)
    assert find_base(index_of(A, C), tmp_path)
    assert find_base(index_of(B), tmp_path) is None


def test_a_document_that_is_divided_in_another_way_is_another(tmp_path: Path) -> None:
    noted(tmp_path, A, B)
    notice = replace(A, passages=(replace(A.passages[0], kind="notice"),))
    base = find_base(index_of(notice, B), tmp_path)
    assert base is None
    base = find_base(index_of(B, notice), tmp_path)
    assert base
    assert base.gone == ((0, 3),)


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "5", '{"documents": [[1, [2]]]}', '{"documents": 1}', "[" * 9999]
)
def test_a_damaged_note_is_none(tmp_path: Path, text: str) -> None:
    noted(tmp_path, A, B)
    (tmp_path / "library.json").write_text(text)
    assert find_base(index_of(A, B, C), tmp_path) is None
    noted(tmp_path, A, B)
    assert find_base(index_of(A, B, C), tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe of Unix")
def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    noted(tmp_path, A, B)
    base = find_base(index_of(A, B, C), tmp_path)
    assert base
    base.path.unlink(missing_ok=True)
    os.mkfifo(base.path)
    with pytest.raises(StoredError):
        read_tables(base.path, base.fingerprint)
    (tmp_path / "library.json").unlink()
    os.mkfifo(tmp_path / "library.json")
    assert find_base(index_of(A, B, C), tmp_path) is None


def test_the_tables_before_are_removed_with_other_known_words_too(tmp_path: Path) -> None:
    last = noted(tmp_path, A, B)
    other = index_of(A, B, lexicon=Lexicon(entities=(Entity("灯塔的", "place"),)))
    stored_path(other, tmp_path).write_bytes(b"")
    remember(other, tmp_path)
    assert not stored_path(last, tmp_path).exists()
    remember(other, tmp_path)
    assert stored_path(other, tmp_path).exists()


def test_the_tables_of_a_document_alone_stay(tmp_path: Path) -> None:
    alone = noted(tmp_path, A)
    noted(tmp_path, A, B)
    assert stored_path(alone, tmp_path).exists()


def test_a_note_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    index = noted(tmp_path, A, B)
    (tmp_path / "file").write_text("")
    remember(index, tmp_path / "file")
    assert json.loads((tmp_path / "library.json").read_text())["tables"] == index.fingerprint.hex()
