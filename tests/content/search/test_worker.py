"""The process that makes the tables, from outside."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from dictionary_once import put_dictionary
from search_texts import document_of

import content
from content.chinese.frames import FrameError, read_frame, write_frame
from content.document import Document
from content.lexicon import Lexicon
from content.search import SearchIndex
from content.search.beside import beside
from content.search.worker import ALL, read_request

PASSAGES = ["# 微众银行", "微众银行推出微粒贷。", "", "QQ 与 AI", "2015年9月，14.48亿元"]


@pytest.fixture
def process() -> subprocess.Popen[bytes]:
    """The process as it is started, in an environment that lets it find us."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "content.search.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(content.__file__).parents[1])},
    )


def ask(pipe: io.IOBase, index: SearchIndex, path: Path, *words: str) -> None:
    """Send a whole request, its passages in two lists."""
    write_frame(pipe, settings(index, path, words))
    for some in (PASSAGES[:2], PASSAGES[2:]):
        write_frame(pipe, [[0, "body", text.removeprefix("# ")] for text in some])
    write_frame(pipe, [])


def settings(
    index: SearchIndex, path: Path, words: tuple[str, ...] = (), documents: int = 1
) -> dict[str, object]:
    """Return the first frame of a request; a dictionary is there already."""
    if path.parent.is_dir():
        put_dictionary(path.parent)
    made_of = index.fingerprint.hex()
    named = {"words": list(words), "cache": str(path.parent), "path": str(path)}
    return {**named, "fingerprint": made_of, "documents": documents, "base": None}


def test_tables_are_made_and_progress_is_told(process: subprocess.Popen[bytes], tmp_path: Path) -> None:
    index, path = SearchIndex(document_of(PASSAGES), lexicon=Lexicon()), tmp_path / "tables"
    ask(process.stdin, index, path, "微粒贷")
    answers = []
    while (answer := read_frame(process.stdout)) is not None:
        answers.append(answer)
    assert (process.wait(30), process.stderr.read()) == (0, b"")
    assert answers.pop() == "written"
    assert answers == sorted(answers)
    assert answers[0] == [0, ALL]
    assert answers[-1] == [ALL, ALL]
    index.load(path)
    assert "微粒贷" in list(index._boundaries.words())
    assert index.find("weilidai").hits[0].match == "pinyin"


def test_documents_without_passages_keep_their_place(
    process: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    empty = Document("空", "", (), ())
    index = SearchIndex(
        [empty, document_of(["微粒贷"]), empty, document_of(["银行"]), empty], lexicon=Lexicon()
    )
    write_frame(process.stdin, settings(index, tmp_path / "tables", documents=5))
    write_frame(process.stdin, [[1, "body", "微粒贷"], [3, "body", "银行"]])
    write_frame(process.stdin, [])
    while read_frame(process.stdout) is not None:
        pass
    index.load(tmp_path / "tables")
    assert [hit.document for hit in index.search("yinhang")] == [3]


def test_it_ends_with_its_standard_input(process: subprocess.Popen[bytes]) -> None:
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 0


def test_a_file_that_cannot_be_written_ends_it(process: subprocess.Popen[bytes], tmp_path: Path) -> None:
    index = SearchIndex(document_of(PASSAGES), lexicon=Lexicon())
    ask(process.stdin, index, tmp_path / "none" / "tables")
    answers, said = process.communicate(timeout=60)
    assert b"written" not in answers
    assert said == b""


def test_it_ends_when_nobody_waits_for_it_and_leaves_no_file(
    process: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    index, path = SearchIndex(document_of(PASSAGES), lexicon=Lexicon()), tmp_path / "tables"
    path.write_text("")
    write_frame(process.stdin, settings(index, path))
    for _ in range(100):
        write_frame(process.stdin, [[0, "body", "产业互联网的发动机。" * 1_000]])
    write_frame(process.stdin, [])
    assert read_frame(process.stdout) == [0, ALL]
    process.stdin.close()
    assert process.wait(30) == 1
    assert not path.exists()


@pytest.mark.parametrize("requests", [b"\0\0", b"\xff\xff\xff\xff", b"\0\0\0\x02{]"])
def test_it_stops_at_nonsense(process: subprocess.Popen[bytes], requests: bytes) -> None:
    with pytest.raises(FrameError):
        read_request(io.BytesIO(requests), io.BytesIO())
    assert process.communicate(requests, timeout=60) == (b"", b"")


def test_what_is_done_beside_is_the_same_with_and_without_a_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    if hasattr(os, "fork"):
        assert beside(os.getpid)() != here
        assert beside(lambda: "done" if os.getpid() == here else 1 / 0)() == "done"
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert beside(os.getpid)() == here
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.delattr(os, "fork", raising=False)
    assert beside(os.getpid)() == here
