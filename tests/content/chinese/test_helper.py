import io
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.frames import LARGEST_FRAME, FrameError, read_frame, write_frame
from content.chinese.helper import HelperError, HelperProcess

ECHO = """
import os, sys
from content.chinese.frames import read_frame, write_frame

print("nobody sees this", file=sys.stderr)
while (message := read_frame(sys.stdin.buffer)) is not None:
    if message == "fork" and os.fork() == 0:
        import time
        time.sleep(600)
    elif message == "die":
        os._exit(1)
    elif message == "nonsense":
        os.write(1, b"\\0\\0\\0\\1{")
    elif message != "silence":
        write_frame(sys.stdout.buffer, message)
"""


@pytest.fixture
def helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HelperProcess]:
    """A process that sends back what it is sent."""
    (tmp_path / "echo_frames.py").write_text(ECHO)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    running = HelperProcess("echo_frames")
    yield running
    running.close()


def lives(helper: HelperProcess) -> bool:
    """Tell whether a helper has a process that runs."""
    return helper._process is not None and helper._process.poll() is None


def test_messages_go_there_and_back(helper: HelperProcess) -> None:
    helper.start()
    helper.start()
    for message in ("云计算", [1, {"a": None}], "\ud800", [], "x" * 300_000):
        helper.send(message)
        assert helper.receive() == message
    assert lives(helper)


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="this system has no niceness")
def test_the_process_stands_back_behind_the_program(helper: HelperProcess) -> None:
    helper.start()
    assert helper._process is not None
    expected = min(19, os.getpriority(os.PRIO_PROCESS, 0) + 5)
    assert os.getpriority(os.PRIO_PROCESS, helper._process.pid) == expected


def test_closing_ends_a_call_that_waits(helper: HelperProcess) -> None:
    helper.start()
    waiting = threading.Event()
    reasons: list[str] = []

    def work() -> None:
        try:
            helper.send("silence")
            waiting.set()
            helper.receive()
        except HelperError as error:
            reasons.append(error.reason)

    thread = threading.Thread(target=work)
    thread.start()
    assert waiting.wait(30)
    helper.close()
    thread.join(10)
    assert reasons == ["closed"]
    assert not lives(helper)
    helper.close()
    with pytest.raises(HelperError, match="closed"):
        helper.send("云")


def test_what_was_closed_is_not_started(helper: HelperProcess) -> None:
    helper.close()
    helper.start()
    assert not lives(helper)
    with pytest.raises(HelperError, match="closed"):
        helper.send("云")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not copied here")
def test_closing_ends_what_the_process_started(helper: HelperProcess) -> None:
    helper.start()
    helper.send("fork")
    assert helper.receive() == "fork"
    assert helper._process is not None
    helper.close()
    until = time.monotonic() + 10
    while group_lives(helper._process.pid) and time.monotonic() < until:
        pass
    assert not group_lives(helper._process.pid)


def group_lives(leader: int) -> bool:
    """Tell whether a process of a group runs; one that has ended and was not waited for does not."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[2] == str(leader) and fields[0] != "Z":
            return True
    return False


def test_a_process_that_died_is_noticed(helper: HelperProcess) -> None:
    with pytest.raises(HelperError, match="not_started"):
        helper.send("云")
    helper.start()
    helper.send("die")
    with pytest.raises(HelperError, match="died"):
        helper.receive()


def test_an_answer_that_is_no_frame_is_refused(helper: HelperProcess) -> None:
    helper.start()
    helper.send("nonsense")
    with pytest.raises(HelperError, match="nonsense"):
        helper.receive()


def test_nothing_of_the_current_folder_is_run(
    helper: HelperProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    for module in ("content", "content/chinese", "json"):
        (here / module).mkdir(parents=True)
        (here / module / "__init__.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()")
    monkeypatch.chdir(here)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(("", ".", str(tmp_path))))
    helper.start()
    helper.send("云")
    assert helper.receive() == "云"
    assert not (tmp_path / "ran").exists()


@settings(max_examples=50)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_frames_come_back_as_they_were(messages: list[str]) -> None:
    pipe = io.BytesIO()
    for message in messages:
        write_frame(pipe, message)
    pipe.seek(0)
    assert [read_frame(pipe) for _ in messages] == messages
    assert read_frame(pipe) is None


@pytest.mark.parametrize("data", [b"\0\0", b"\xff\xff\xff\xff", b"\0\0\0\x02{]", b"\0\0\0\x09{}"])
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        read_frame(io.BytesIO(data))


def test_a_frame_too_large_is_neither_written_nor_read() -> None:
    with pytest.raises(FrameError):
        write_frame(io.BytesIO(), "x" * LARGEST_FRAME)
    with pytest.raises(FrameError):
        read_frame(io.BytesIO((LARGEST_FRAME + 1).to_bytes(4, "big") + b"{}"))
