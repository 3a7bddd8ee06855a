"""The other end of the helper process that cuts texts into words."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import threading
from contextlib import suppress
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from content.chinese.frames import FrameError, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Reason: TypeAlias = Literal["not_started", "closed", "died", "nonsense"]

# A request holds at most so many texts and about so many characters: a fraction of a second of work.
_TEXTS_A_REQUEST = 400
_CHARACTERS_A_REQUEST = 60_000
_PATIENCE_SECONDS = 2.0


class HelperError(Exception):
    """The helper process cannot answer; `reason` is one of a closed set."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"the helper process for words: {reason}")
        self.reason: Reason = reason


class WordHelper:
    """A helper process that cuts texts into words.

    `words` are kept whole; `cache_folder`, private to the user, makes the next start faster. Calls block
    and may come from any thread, one at a time; `close` may come from another and ends a waiting call.
    """

    def __init__(self, words: Iterable[str] = (), cache_folder: Path | None = None) -> None:
        self._settings = {"words": sorted(words), "cache": str(cache_folder) if cache_folder else None}
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._turn = threading.Lock()

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the process; it loads the dictionary by itself. Raises OSError when it cannot be started."""
        if self._closed or self._process is not None:
            return
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "content.chinese.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # nothing of it may reach the screen
            env=_environment(),
            start_new_session=True,  # keys that interrupt the program are not for it
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._exchange(self._settings, answered=False)

    def cut(
        self, texts: Sequence[str], on_progress: Callable[[int, int], None] | None = None
    ) -> list[list[str]]:
        """Return the words of each text; joined they are the text.

        `on_progress` is told after each request how many texts are done, and of how many.
        Raises HelperError, also when `close` is called meanwhile.
        """
        return list(self.cut_each(texts, on_progress))

    def cut_each(
        self, texts: Sequence[str], on_progress: Callable[[int, int], None] | None = None
    ) -> Iterator[list[str]]:
        """Yield the words of one text after the other, as `cut` does, holding one request in memory."""
        done = 0
        for request in _requests(texts):
            if len(request[0]) > _CHARACTERS_A_REQUEST:  # too long to be asked at once
                yield [word for piece in _slices(request[0]) for word in self._ask([piece])[0]]
            else:
                yield from self._ask(request)
            done += len(request)
            if on_progress:
                on_progress(done, len(texts))

    def close(self) -> None:
        """End the process; may be called more than once and from any thread."""
        self._closed = True
        process = self._process
        if process is None:
            return
        process.kill()  # it holds nothing that could be lost; a waiting call sees the end of the stream
        with suppress(subprocess.TimeoutExpired):  # a process that cannot die now is left to the system
            process.wait(_PATIENCE_SECONDS)
        if self._turn.acquire(timeout=_PATIENCE_SECONDS):
            for stream in (process.stdin, process.stdout):
                if stream:
                    with suppress(OSError):  # what was left to write has no reader any more
                        stream.close()
            self._turn.release()

    def _ask(self, texts: list[str]) -> list[list[str]]:
        answer = self._exchange(texts, answered=True)
        try:
            if [sum(lengths) for lengths in answer] != [len(text) for text in texts]:
                raise HelperError("nonsense")
            return [
                [text[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]
                for text, lengths in zip(texts, answer, strict=True)
            ]
        except TypeError:
            raise HelperError("nonsense") from None

    def _exchange(self, message: Any, *, answered: bool) -> Any:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise HelperError("closed" if self._closed else "not_started")
        with self._turn:
            if self._closed:
                raise HelperError("closed")
            try:
                write_frame(process.stdin, message)  # type: ignore[arg-type]  # a buffered writer in fact
                answer = read_frame(process.stdout) if answered else True  # type: ignore[arg-type]
            except FrameError:
                raise HelperError("closed" if self._closed else "nonsense") from None
            except (OSError, ValueError):  # a broken pipe, or one that `close` has closed
                answer = None
        if answer is None:
            raise HelperError("closed" if self._closed else "died")
        return answer


def _requests(texts: Sequence[str]) -> Iterator[list[str]]:
    request: list[str] = []
    characters = 0
    for text in texts:
        if request and (len(request) == _TEXTS_A_REQUEST or characters + len(text) > _CHARACTERS_A_REQUEST):
            yield request
            request, characters = [], 0
        request.append(text)
        characters += len(text)
    if request:
        yield request


def _slices(text: str) -> Iterator[str]:
    for start in range(0, len(text), _CHARACTERS_A_REQUEST):
        yield text[start : start + _CHARACTERS_A_REQUEST]


def _environment() -> dict[str, str]:
    """Let the process import this very package, from a checkout too, and nothing of the current folder."""
    environment = dict(os.environ)
    here = str(Path(__file__).resolve().parents[2])
    paths = [path for path in environment.get("PYTHONPATH", "").split(os.pathsep) if Path(path).is_absolute()]
    if here != sysconfig.get_path("purelib"):
        paths.insert(0, here)
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    return environment
