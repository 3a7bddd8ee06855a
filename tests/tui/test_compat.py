from codecs import getincrementaldecoder
from itertools import count, pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import opened
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.events import Key

from tui import compat
from tui.compat import AnswerParser, BackgroundTold

linux_driver = pytest.importorskip("textual.drivers.linux_driver", reason="a driver of Unix")
ANSWERS = (
    "\x1b]11;rgb:fafa/f7f7/f0f0\x07",
    "\x1b]11;rgb:fa/f7/f0\x1b\\",
    "\x1b]11;?\x07",
    "\x1b]11;" + "x" * 99 + "\x07",
)
SECONDS = 1000.0  # much longer than a test takes


@pytest.fixture(autouse=True)
def _heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linux_driver, "XTermParser", XTermParser)
    monkeypatch.setattr(linux_driver, "getincrementaldecoder", getincrementaldecoder)
    monkeypatch.setattr(AnswerParser, "textual_parser", XTermParser, raising=False)


def parse(*pieces: str, window: float = SECONDS) -> list[str]:
    AnswerParser.expected_until = monotonic() + window
    parser = AnswerParser()
    heard = [message for piece in pieces for message in parser.feed(piece)]
    return [f"told {each.colour}" if isinstance(each, BackgroundTold) else name(each) for each in heard]


def name(event: object) -> str:
    assert isinstance(event, Key)
    return event.key


@given(st.sampled_from(ANSWERS), st.sets(st.integers(1, 120), max_size=3), st.text("ajk/云", max_size=3))
def test_an_answer_is_never_keys_however_it_is_cut_and_what_is_typed_around_it_is_kept(
    answer: str, cuts: set[int], typed: str
) -> None:
    whole = f"{typed}{answer}{typed}"
    edges = [0, *sorted(cut for cut in cuts if cut < len(whole)), len(whole)]
    heard = parse(*(whole[left:right] for left, right in pairwise(edges) if left < right))
    keys = [name(event) for event in XTermParser().feed(typed)] if typed else []
    colour = answer.removeprefix("\x1b]11;").removesuffix("\x07").removesuffix("\x1b\\")
    assert heard == [*keys, f"told {colour}", *keys]


def test_a_late_answer_is_no_keys_either() -> None:
    assert parse("j\x1b]11;rgb:0/0/0\x07k", window=-SECONDS) == ["j", "told rgb:0/0/0", "k"]


def test_keys_that_begin_with_escape_stay_what_they_are() -> None:
    assert parse("\x1b[A\x1b[5~", "\x1b", "[B") == ["up", "pageup", "down"]


@pytest.mark.parametrize(
    ("held", "keys"), [("\x1b", ["escape"]), ("\x1b]", ["right_square_bracket"]), ("\x1b]11;rgb:12", [])]
)
def test_what_is_held_too_long_was_typed_unless_it_is_half_an_answer(
    held: str, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(compat, "monotonic", lambda: now[0])
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    AnswerParser.expected_until = now[0] + 2.0
    parser = AnswerParser()
    assert list(parser.feed(held)) == []
    heard: list[str] = []
    for _ in range(4):
        now[0] += 1.0
        heard += [name(event) for event in parser.tick()]
    assert heard == keys
    assert [name(event) for event in parser.feed("j")] == ["j"]


def test_bytes_of_another_encoding_are_keys_that_mean_nothing() -> None:
    compat.bear_any_byte()
    decode = linux_driver.getincrementaldecoder("utf-8")().decode
    pieces = [decode(piece) for piece in (b"j", b"\xe4\xba", b"\x91", b"\xd4\xc6k", b"\xff")]
    assert pieces == ["j", "", "云", "\ufffd\ufffdk", "\ufffd"]


def test_the_end_of_the_input_is_handed_on() -> None:
    parser = AnswerParser()
    assert list(parser.feed("")) == []
    assert parser._parser.is_eof


@pytest.fixture(params=["gone", "no class", "without feed"])
def _other_textual(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "gone":
        monkeypatch.delattr(linux_driver, "XTermParser")
    else:
        monkeypatch.setattr(linux_driver, "XTermParser", None if request.param == "no class" else object)


@pytest.mark.usefixtures("_other_textual")
def test_where_textual_is_another_nothing_is_changed_and_nothing_asked() -> None:
    before = vars(linux_driver).get("XTermParser")
    compat.hear_background()
    assert vars(linux_driver).get("XTermParser") is before
    assert not compat.ask_background(App(), "?")


async def test_no_question_goes_to_a_screen_without_a_terminal() -> None:
    compat.hear_background()
    app = App[None]()
    async with app.run_test():
        assert not compat.ask_background(app, "?")


async def test_a_size_is_taken_however_long_the_machine_stood_still(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(size=(80, 24)) as reader:
        clock = count(monotonic(), 0.02)  # seconds: each look finds more gone than the app waits for a size
        with monkeypatch.context() as slow:
            slow.setattr("textual.timer._time.get_time", lambda: next(clock))
            await reader.resize(120, 40)
        await reader.resize(60, 12)
        assert reader.screen.masthead.region.width == 60
