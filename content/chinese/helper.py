"""The other end of a helper process: heavy work that must not hold up the screen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import sysconfig
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, TypeAlias

from content.chinese.frames import FrameError, read_frame, write_frame

Reason: TypeAlias = Literal["not_started", "closed", "died", "nonsense"]

_PATIENCE_SECONDS = 2.0
_NICEST = 19


class HelperError(Exception):
    """The helper process cannot answer; `reason` is one of a closed set."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"the helper process: {reason}")
        self.reason: Reason = reason


class HelperProcess:
    """A module of this package run in a process of its own, spoken to in frames.

    Calls block and may come from any thread, one at a time; `close` may come from another and ends a
    waiting call. The process is killed: it must hold nothing that could be lost. `niceness` is how far it
    stands back behind the program, from its first moment on: the screen comes first.
    """

    def __init__(self, module: str, niceness: int = 5) -> None:
        self._module = module
        self._niceness = niceness
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._starting = threading.Lock()
        self._turn = threading.Lock()

    def start(self) -> None:
        """Start the process, unless it was closed. Raises OSError when it cannot be started."""
        with self._starting:
            if self._closed or self._process is not None:
                return
            self._process = subprocess.Popen(  # noqa: S603 - a module of our own
                [sys.executable, "-P", "-m", self._module],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # nothing of it may reach the screen
                env=_environment(),
                start_new_session=True,  # keys that interrupt the program are not for it
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
            )
            if hasattr(os, "setpriority"):
                ours = os.getpriority(os.PRIO_PROCESS, 0)
                with suppress(OSError):  # it has ended already
                    os.setpriority(os.PRIO_PROCESS, self._process.pid, min(_NICEST, ours + self._niceness))

    def send(self, message: Any) -> None:
        """Send a message. Raises HelperError."""
        self._speak(message, answered=False)

    def receive(self) -> Any:
        """Wait for a message and return it. Raises HelperError, also when `close` is called meanwhile."""
        return self._speak(None, answered=True)

    def close(self) -> None:
        """End the process; may be called more than once and from any thread."""
        self._closed = True
        with self._starting:
            process = self._process
        if process is None:
            return
        _kill(process)  # a waiting call sees the end of the stream
        with suppress(subprocess.TimeoutExpired):  # a process that cannot die now is left to the system
            process.wait(_PATIENCE_SECONDS)
        if self._turn.acquire(timeout=_PATIENCE_SECONDS):
            for stream in (process.stdin, process.stdout):
                if stream:
                    with suppress(OSError):  # what was left to write has no reader any more
                        stream.close()
            self._turn.release()

    def _speak(self, message: Any, *, answered: bool) -> Any:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise HelperError("closed" if self._closed else "not_started")
        with self._turn:
            if self._closed:
                raise HelperError("closed")
            try:
                if answered:
                    answer = read_frame(process.stdout)  # type: ignore[arg-type]  # a buffered reader in fact
                else:
                    write_frame(process.stdin, message)  # type: ignore[arg-type]  # likewise
                    return None
            except FrameError:
                raise HelperError("closed" if self._closed else "nonsense") from None
            except (OSError, ValueError):  # a broken pipe, or one that `close` has closed
                answer = None
        if answer is None:
            raise HelperError("closed" if self._closed else "died")
        return answer


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and those that it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # it leads a group of its own
    else:
        process.kill()


def _environment() -> dict[str, str]:
    """Let the process import this very package, from a checkout too, and nothing of the current folder."""
    environment = dict(os.environ)
    here = str(Path(__file__).resolve().parents[2])
    paths = [path for path in environment.get("PYTHONPATH", "").split(os.pathsep) if Path(path).is_absolute()]
    if here != sysconfig.get_path("purelib"):
        paths.insert(0, here)
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    return environment
