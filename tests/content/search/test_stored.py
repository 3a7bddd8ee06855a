"""Search tables in a file: what comes back, and what is refused."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_texts import document_of

from content.lexicon import Entity, Lexicon
from content.search import SearchIndex
from content.search import fingerprint as fingerprint_module
from content.search import stored as stored_module
from content.search.stored import StoredError

if TYPE_CHECKING:
    from content.document import Document

PASSAGES = ["# 灯塔", "灯塔的 Light 在2015年9月重修，花了14.48亿元。", "渔船绕着灯塔走，𠮷田先生不走。", ""]
TEXTS = st.lists(st.text("灯塔渔船行重𠮷a1 。\u0301", max_size=12), min_size=1, max_size=5)


def index_of(*texts: list[str], lexicon: Lexicon | None = None) -> SearchIndex:
    """Make an index of documents with a passage for each text."""
    return SearchIndex([document_of(each) for each in texts], lexicon=lexicon or Lexicon())


def with_words(index: SearchIndex) -> SearchIndex:
    """Give an index words of two characters."""
    passages = [passage.text for document in index._corpus.documents for passage in document.passages]
    index.set_words([re.findall("(?s)..?", passage) for passage in passages])
    return index


def everything(index: SearchIndex) -> list[object]:
    """Return all that an index is made of, as plain values."""
    tables = index._tables
    vocabulary = tables.vocabulary
    columns = [
        *(numbers for each in (tables.sounds, tables.initials) for numbers in (each.starts, each.offsets)),
        *(vocabulary.words, vocabulary.counts, vocabulary.keys, vocabulary.owners, vocabulary.latin),
    ]
    return [
        index._corpus.text,
        bytes(index._boundaries.marks),
        *map(list, columns),
        tables.numbers.to_bytes(),
    ]


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_tables_come_back_as_they_were(texts: list[list[str]]) -> None:
    made, other = with_words(index_of(*texts)), index_of(*texts)
    with tempfile.TemporaryDirectory() as folder:
        made.store(Path(folder, "tables"))
        other.load(Path(folder, "tables"))
    assert other.has_words
    assert everything(other) == everything(made)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The stored tables of `PASSAGES`."""
    path = tmp_path / "tables"
    with_words(index_of(PASSAGES)).store(path)
    return path


def test_answers_are_the_same(path: Path) -> None:
    made, other = with_words(index_of(PASSAGES)), index_of(PASSAGES)
    other.load(path)
    for query in ("灯塔", "dengta", "dtd", "灯搭", "light", "2015-09", "1448000000", "渔船 灯塔", "没有"):
        assert other.find(query) == made.find(query)
        assert other.complete(query) == made.complete(query)
    assert other.find("dengta").hits


def test_postings_are_looked_up_and_nothing_is_made_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = index_of(PASSAGES)
    assert index.find("灯", literal_only=True).total == 3  # what was made before gives way
    index.load(path)
    for module, name in (("tables", "build_sounds"), ("tables", "build_initials"), ("corpus", "fold")):
        monkeypatch.setattr(f"content.search.{module}.{name}", lambda *_: pytest.fail("made again"))
    assert index.find("dengta").hits[0].match == "pinyin"


def reason(index: SearchIndex, path: Path) -> str:
    """Return why tables are refused."""
    with pytest.raises(StoredError) as refused:
        index.load(path)
    assert not index.has_words
    return refused.value.reason


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert reason(index_of(PASSAGES), tmp_path / "none") == "missing"
    assert reason(index_of(PASSAGES), tmp_path) == "missing"


def test_every_kind_of_damage_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    places = [*range(200), *range(200, len(whole), len(whole) // 150), len(whole) - 1]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        path.write_bytes(damaged)
        assert reason(index_of(PASSAGES), path) in ("damaged", "foreign"), place
    for length in [*range(0, 200, 7), *range(200, len(whole), len(whole) // 40), len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert reason(index_of(PASSAGES), path) in ("damaged", "foreign"), length
    path.write_bytes(whole + b"\0")
    assert reason(index_of(PASSAGES), path) == "damaged"
    path.write_bytes(whole)
    index_of(PASSAGES).load(path)


def test_parts_that_do_not_fit_are_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored_module, "SOUNDS", stored_module.SOUNDS - 1)
    assert reason(index_of(PASSAGES), path) == "damaged"


def test_tables_of_a_longer_text_are_refused_and_leave_nothing_behind(path: Path) -> None:
    other = index_of([*PASSAGES, "岸"])
    other.fingerprint = index_of(PASSAGES).fingerprint  # as if two texts had the same
    assert reason(other, path) == "damaged"
    assert not {"sounds", "vocabulary", "numbers"} & vars(other._tables).keys()
    assert other.search("岸")


def of_kind(kind: str) -> Document:
    document = document_of(PASSAGES)
    passages = (*document.passages[:2], replace(document.passages[2], kind=kind), *document.passages[3:])
    return replace(document, passages=passages)


@pytest.mark.parametrize(
    "other",
    [
        index_of([*PASSAGES[:-1], "岸"]),
        index_of(PASSAGES[:2], PASSAGES[2:]),
        index_of([*PASSAGES[:1], "\n".join(PASSAGES[1:3]), *PASSAGES[3:]]),
        index_of(PASSAGES, lexicon=Lexicon(entities=(Entity("灯塔的", "place"),))),
        SearchIndex(of_kind("notice"), lexicon=Lexicon()),
    ],
    ids=["text", "documents", "passages", "known words", "notice"],
)
def test_tables_of_something_else_are_refused(path: Path, other: SearchIndex) -> None:
    assert reason(other, path) == "foreign"


def test_tables_of_another_engine_language_or_machine_are_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name, value in (
        (fingerprint_module, "ENGINE", fingerprint_module.ENGINE + 1),
        (fingerprint_module, "tables_version", lambda: 1),
        (fingerprint_module, "segmenter_version", lambda: "scissors 1.0"),
        (stored_module, "_BYTE_ORDER", 0x04030201),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(module, name, value)
            assert reason(index_of(PASSAGES), path) == "foreign", name


def test_a_kind_that_changes_nothing_changes_no_fingerprint() -> None:
    assert SearchIndex(of_kind("caption")).fingerprint == SearchIndex(document_of(PASSAGES)).fingerprint


# What each part of the tables treats in a way of its own.
SAMPLE = [
    "# 列·重",
    "金融keji 2015年9月，行 abc：「繁體」3.5%",
    "重要\tＱ￥𠮷é、㎡",
    "internationalization 的 telecommunications" + "x" * 80,
    "二〇一五年九月三日，2018年第三季度，Q3 2018，上半年，2015年2月31日",
    "三成、百分之四十、三分之二，14.48 亿元，1亿2千3百万，几十万",
    "灯塔渔船银行" * 4,
]


def test_tables_that_mean_something_else_have_another_engine() -> None:
    index = index_of(SAMPLE)
    index.set_words(re.findall("(?s)[A-Za-z]+|[一-鿿]{1,13}|.", each.removeprefix("# ")) for each in SAMPLE)
    digest = hashlib.sha256(repr(everything(index)).encode()).hexdigest()[:16]
    assert (fingerprint_module.ENGINE, digest) == (2, "5023abb3b1146cae"), (
        "tables changed: raise ENGINE, then both numbers here"
    )
