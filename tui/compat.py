"""What reaches into Textual's parts, all of it, written for 8.2.8; where they are others, it does nothing.

Textual's parser of the keyboard knows no OSC answers: it hands them on as key presses. Its Linux driver
(which is that of macOS too) makes the parser by the name `XTermParser` when it starts to read and uses its
`feed` and `tick`. Before that the name is given to a parser that takes the answers out and hands on the rest.
It also makes key presses of an escape sequence within a paste: it is handed pastes without their text.

That driver decodes the keyboard as UTF-8 and ends the program at the first byte that is none, as a terminal
of another encoding sends, or a backspace after 云 while the terminal still edits its lines itself. It makes
the decoder by the name `getincrementaldecoder`, which is given to one that puts U+FFFD instead.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.events import Paste
from textual.message import Message

from tui.pastes import END, Pasted, Pastes

if TYPE_CHECKING:
    from codecs import IncrementalDecoder
    from collections.abc import Callable, Iterable

    from textual.app import App
    from textual.timer import Timer

_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]*\x1b?)?)?)?)?\Z")
_SURELY = "\x1b]11;"  # no key begins so
_KEY_SECONDS = 0.1  # how long a lone Esc may be the beginning of an answer
_WINDOW_SECONDS = 2.0  # how long after the question an answer in pieces is put together


class BackgroundTold(Message):
    """The terminal told the colour of its background, in its own words."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour


class AnswerParser:
    """Textual's parser with the answers to OSC 11 taken out: each becomes a `BackgroundTold`, never keys.

    A paste becomes one `Paste`, scrubbed; nothing in it is an answer.
    """

    textual_parser: ClassVar[Callable[[bool], Any]]
    expected_until: ClassVar[float] = 0.0
    """The time (seconds, monotonic clock) until which what begins like an answer is held back."""

    def __init__(self, debug: bool = False) -> None:
        self._parser = AnswerParser.textual_parser(debug)
        self._held = ""
        self._held_until = 0.0
        self._pastes = Pastes()
        self._rests_at = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came, as Textual's does; "" is the end of the input."""
        if not data:
            yield from self._parser.feed("")
        self._rests_at = monotonic() + _KEY_SECONDS
        for piece in self._pastes.cut(data):
            yield from self._pasted(piece.text) if isinstance(piece, Pasted) else self._sent(piece)

    def _pasted(self, text: str) -> Iterable[Message]:
        for message in self._parser.feed(END):
            yield Paste(text) if isinstance(message, Paste) else message

    def _sent(self, data: str) -> Iterable[Message]:
        data, self._held = self._held + data, ""
        begun = _BEGUN.search(data) if monotonic() < self.expected_until else None
        if begun:
            data, self._held = data[: begun.start()], data[begun.start() :]
            surely = self._held.startswith(_SURELY)
            self._held_until = self.expected_until if surely else monotonic() + _KEY_SECONDS
        done = 0
        for answer in _ANSWER.finditer(data):
            yield from self._typed(data[done : answer.start()])
            yield BackgroundTold(answer[1])
            done = answer.end()
        yield from self._typed(data[done:])

    def tick(self) -> Iterable[Message]:
        """Let go what was held back too long: half an answer is dropped, anything else was typed."""
        if monotonic() >= self._rests_at:
            self._pastes.rest()
        if self._held and monotonic() >= self._held_until:
            held, self._held = self._held, ""
            if not held.startswith(_SURELY):
                yield from self._typed(held)
        yield from self._parser.tick()

    def _typed(self, data: str) -> Iterable[Message]:
        if data:  # nothing would be the end of the input
            yield from self._parser.feed(data)


def bear_any_byte() -> None:
    """Have bytes from the keyboard that are not UTF-8 arrive as U+FFFD; call it before the app runs."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return
    if hasattr(linux_driver, "getincrementaldecoder"):
        vars(linux_driver)["getincrementaldecoder"] = _forgiving_decoder


def _forgiving_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), "replace")


def is_leaving(app: App[Any]) -> bool:
    """Tell whether the app was told to exit and only ends its work; False where Textual does not say."""
    return bool(getattr(app, "_exit", False))


def go_off_late(timer: Timer) -> None:
    """Have a timer that goes off once do so late rather than never.

    Textual's skips what is past: one whose task stands still for as long as it waits, as on a loaded machine,
    is over without having gone off. For the size of the terminal that would be for good.
    """
    if hasattr(timer, "_skip"):
        timer._skip = False


def hear_background() -> None:
    """Have answers to OSC 11 heard; call it before the app runs."""
    try:
        from textual.drivers import linux_driver
    except ImportError:  # Windows, or another Textual
        return
    parser: Any = getattr(linux_driver, "XTermParser", None)
    if parser is AnswerParser or not (callable(getattr(parser, "feed", None)) and hasattr(parser, "tick")):
        return
    AnswerParser.textual_parser = parser
    vars(linux_driver)["XTermParser"] = AnswerParser


def ask_background(app: App[Any], query: str) -> bool:
    """Ask the terminal where an answer would be heard; tells whether it was asked."""
    try:
        from textual.drivers import linux_driver
    except ImportError:
        return False
    driver = getattr(app, "_driver", None)
    heard = getattr(linux_driver, "XTermParser", None) is AnswerParser
    if not heard or not isinstance(driver, linux_driver.LinuxDriver):
        return False
    AnswerParser.expected_until = monotonic() + _WINDOW_SECONDS
    driver.write(query)
    driver.flush()
    return True
