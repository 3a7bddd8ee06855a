import io
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese import helper as helper_module
from content.chinese.frames import LARGEST_FRAME, FrameError, read_frame, write_frame
from content.chinese.helper import HelperError, WordHelper
from content.chinese.worker import serve

TEXTS = ["微众银行推出微粒贷。", "", "云计算", "QQ 与 AI\n换行"]


@pytest.fixture(scope="module")
def helper() -> Iterator[WordHelper]:
    running = WordHelper(["微粒贷"])
    running.start()
    yield running
    running.close()


def test_texts_are_cut_and_progress_is_told(helper: WordHelper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helper_module, "_TEXTS_A_REQUEST", 2)
    told: list[tuple[int, int]] = []
    words = helper.cut(TEXTS, lambda done, of: told.append((done, of)))
    assert ["".join(each) for each in words] == TEXTS
    assert "微粒贷" in words[0]
    assert told == [(2, 4), (4, 4)]
    assert helper.cut([]) == []


def test_a_text_too_long_for_a_request_is_cut_in_slices(
    helper: WordHelper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helper_module, "_CHARACTERS_A_REQUEST", 50)
    texts = ["云计算。", "产业互联网，" * 40, "云。"]
    assert ["".join(each) for each in helper.cut(texts)] == texts


def test_several_threads_take_turns(helper: WordHelper) -> None:
    results: dict[int, list[list[str]]] = {}
    threads = [
        threading.Thread(target=lambda n=number: results.update({n: helper.cut([f"第{n}段。"] * 20)}))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all("".join(results[number][0]) == f"第{number}段。" for number in range(4))


def test_it_runs_our_code_in_a_folder_that_has_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("content", "content/chinese", "jieba"):
        (tmp_path / module).mkdir()
        (tmp_path / module / "__init__.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()")
    (tmp_path / "content/chinese/worker.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(("", ".")))
    running = WordHelper()
    running.start()
    assert running.cut(["云计算"]) == [["云", "计算"]]
    running.close()
    assert not (tmp_path / "ran").exists()


def test_closing_ends_a_call_that_waits() -> None:
    running = WordHelper()
    running.start()
    began = threading.Event()
    reasons: list[str] = []

    def work() -> None:
        try:
            running.cut(["产业互联网的发动机。" * 50] * 100_000, lambda *_: began.set())
        except HelperError as error:
            reasons.append(error.reason)

    thread = threading.Thread(target=work)
    thread.start()
    assert began.wait(30)
    running.close()
    thread.join(10)
    assert reasons == ["closed"]
    assert not running.alive
    running.close()
    with pytest.raises(HelperError, match="closed"):
        running.cut(["云"])


def test_a_process_that_died_is_noticed() -> None:
    running = WordHelper()
    with pytest.raises(HelperError, match="not_started"):
        running.cut(["云"])
    running.start()
    assert running._process is not None
    running._process.kill()
    with pytest.raises(HelperError, match="died"):
        running.cut(["云"])
    running.close()


def test_an_answer_that_does_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    running = WordHelper()
    for answer in ([[1]], [[1, 1], [3]], {"a": 1}, 5, ["ab"]):
        monkeypatch.setattr(running, "_exchange", lambda *_, answer=answer, **__: answer)
        with pytest.raises(HelperError, match="nonsense"):
            running.cut(["云云"])


def test_the_worker_ends_with_its_standard_input() -> None:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "content.chinese.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(Path(helper_module.__file__).parents[2])},
    )
    assert process.communicate(timeout=60)[0] == b""
    assert process.returncode == 0


def test_the_worker_stops_at_nonsense() -> None:
    for requests in (b"", b"\0\0", b"\xff\xff\xff\xff", b"\0\0\0\x02{]", b"\0\0\0\x09{}"):
        answers = io.BytesIO()
        serve(io.BytesIO(requests), answers)
        assert answers.getvalue() == b""


@settings(max_examples=50)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_frames_come_back_as_they_were(messages: list[str]) -> None:
    pipe = io.BytesIO()
    for message in messages:
        write_frame(pipe, message)
    pipe.seek(0)
    assert [read_frame(pipe) for _ in messages] == messages
    assert read_frame(pipe) is None


def test_a_frame_too_large_is_neither_written_nor_read() -> None:
    with pytest.raises(FrameError):
        write_frame(io.BytesIO(), "x" * LARGEST_FRAME)
    with pytest.raises(FrameError):
        read_frame(io.BytesIO((LARGEST_FRAME + 1).to_bytes(4, "big") + b"{}"))
