"""A program in a pseudo-terminal of its own: keys go in, what it drew is read back."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from cells import Cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pyte.screens import Char

ESCAPE, ENTER, TAB, BACKSPACE = "\x1b", "\r", "\t", "\x7f"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
PAGE_UP, PAGE_DOWN, HOME, END = "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F"

PROGRAM = str(Path(sys.executable).with_name("tencent-explorer"))
PATIENCE = 30.0  # seconds before a wait fails: long, because a busy machine is no defect
_POLL = 0.05  # seconds between looks at a condition while nothing is written

# What the program may ask a terminal, and what an xterm of today answers: device attributes, the cursor's
# place, synchronised output (known), resizes in band (unknown), the background's colour (dark).
_QUERIES = re.compile(rb"\x1b\[0?c|\x1b\[6n|\x1b\[\?2026\$p|\x1b\[\?2048\$p|\x1b\]11;\?(?:\x07|\x1b\\)")
# Variables of the surrounding shell that would change what is drawn.
_FOREIGN = ("TEXTUAL", "NO_COLOR", "LC_", "LANG", "TMUX", "COLUMNS", "LINES", "PYTHON", "TERM_", "COLORFGBG")


def until(holds: Callable[[], object], timeout: float = PATIENCE) -> None:
    """Wait until something holds that no program tells."""
    deadline = time.monotonic() + timeout
    while not holds():
        assert time.monotonic() < deadline, f"not within {timeout:.0f} s"
        select.select([], [], [], _POLL)


def _own_terminal() -> None:
    """Take the terminal over as its own, and hear a hang-up though the tests themselves run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A terminal of `columns` by `rows` cells that runs `command` (program and arguments).

    `background` is the whole answer to the question for the colour of its background (a dark one).

    `home` becomes the program's TENCENT_EXPLORER_HOME, `folder` its current folder. `output` holds every
    byte written so far, `chunks` the same as it came, each with the time (seconds, monotonic clock) it was
    read at; `started` is the time just before the program was started. The screen is drawn when it is looked
    at, so that measuring the program is not slowed by drawing.
    """

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        home: Path,
        columns: int = 120,
        rows: int = 40,
        language: str = "zh_CN.UTF-8",
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        background: bytes = b"\x1b]11;rgb:1010/1212/1616\x1b\\",
    ) -> None:
        self.output = bytearray()
        self.chunks: list[tuple[float, bytes]] = []
        self._cells = Cells(columns, rows)
        self._drawn = 0
        self._answered = 0
        self._background = background
        self._master, slave = os.openpty()
        _set_size(slave, columns, rows)
        variables = {name: value for name, value in os.environ.items() if not name.startswith(_FOREIGN)}
        variables |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": language}
        variables |= {"TENCENT_EXPLORER_HOME": str(home)} | dict(environment or {})
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder or home,
            env=variables,
            start_new_session=True,
            preexec_fn=_own_terminal,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def send(self, *keys: str | bytes) -> None:
        """Type keys, one after the other, without waiting."""
        for key in keys:
            os.write(self._master, key.encode() if isinstance(key, str) else key)

    def read(self, timeout: float = 0.0) -> bool:
        """Take in what the program writes within `timeout` seconds; false when it wrote nothing."""
        if self._master < 0 or not select.select([self._master], [], [], timeout)[0]:
            return False
        try:
            chunk = os.read(self._master, 1 << 16)
        except OSError:  # Linux: the last program on this terminal has gone
            chunk = b""
        if not chunk:
            return False
        self.chunks.append((time.monotonic(), chunk))
        self.output += chunk
        self._answer()
        return True

    def read_until_quiet(self, seconds: float = 0.3, timeout: float = PATIENCE) -> None:
        """Take in everything until the program has written nothing for `seconds`."""
        deadline = time.monotonic() + timeout
        while self.read(seconds) and time.monotonic() < deadline:
            pass

    def wait_for(self, wanted: str | Callable[[], object], timeout: float = PATIENCE) -> None:
        """Read until the text `wanted` stands on the screen, or the condition `wanted` holds."""
        deadline = time.monotonic() + timeout
        while not (wanted in self.text if isinstance(wanted, str) else wanted()):
            if time.monotonic() > deadline:
                raise AssertionError(f"not within {timeout:.0f} s: {wanted}\n{self.text}")
            if not self.read(_POLL) and self.process.poll() is not None and not self.read(_POLL):
                break
        else:
            return
        if not (wanted in self.text if isinstance(wanted, str) else wanted()):
            raise AssertionError(f"ended with {self.process.returncode} before: {wanted}\n{self.text}")

    def wait_for_end(self, timeout: float = PATIENCE) -> int:
        """Read until the program has ended; returns its exit code, negative where a signal ended it."""
        self.wait_for(lambda: self.process.poll() is not None, timeout)
        while self.read():
            pass
        return int(self.process.returncode)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program hears of it by SIGWINCH."""
        self.cells.resize(columns, rows)
        _set_size(self._master, columns, rows)

    def draw_steps(self) -> Iterator[tuple[float, Cells]]:
        """Draw each chunk not drawn yet; yields the time it came and the screen it leaves."""
        while self._drawn < len(self.chunks):
            moment, output = self.chunks[self._drawn]
            self._drawn += 1
            self._cells.feed(output)
            yield moment, self._cells

    @property
    def cells(self) -> Cells:
        """The screen as it stands."""
        for _ in self.draw_steps():
            pass
        return self._cells

    @property
    def screen(self) -> list[str]:
        """The screen's rows as text."""
        return self.cells.lines

    @property
    def text(self) -> str:
        """The whole screen as text."""
        return "\n".join(self.cells.lines)

    def row(self, number: int) -> list[Char]:
        """The cells of a row, counted from 0."""
        return self.cells.row(number)

    def hang_up(self) -> int:
        """Close the terminal's window under the program; returns how the program ended."""
        os.close(self._master)
        self._master = -1
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the program, if it still runs, and everything it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _answer(self) -> None:
        for query in _QUERIES.finditer(self.output, self._answered):
            self._answered = query.end()
            asked = query.group()
            if asked.endswith(b"c"):
                self.send("\x1b[?62;22c")
            elif asked.endswith(b"n"):
                row, column = self.cells.cursor
                self.send(f"\x1b[{row + 1};{column + 1}R")
            elif b"2026" in asked:
                self.send("\x1b[?2026;2$y")
            elif b"2048" in asked:
                self.send("\x1b[?2048;0$y")
            else:
                self.send(self._background)


def _set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
