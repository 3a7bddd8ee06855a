from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from tui import compat
from tui.compat import AnswerParser
from tui.pastes import BEGIN, END


@pytest.fixture(autouse=True)
def _textual_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AnswerParser, "textual_parser", XTermParser, raising=False)
    monkeypatch.setattr(AnswerParser, "expected_until", monotonic() + 1000.0)


def hear(*pieces: str) -> list[str]:
    parser = AnswerParser()
    heard = []
    for message in (each for piece in pieces for each in parser.feed(piece)):
        assert isinstance(message, Key | Paste)
        heard.append(message.key if isinstance(message, Key) else f"paste {message.text}")
    return heard


@pytest.mark.parametrize(
    ("within", "text"),
    [
        ("line one\r\x1b[31mred\x1b[0m\n第三行", "line one\nred\n第三行"),
        ("\x1b[2J\x1b[<0;3;4M\x1b[A\x1b[15~", ""),
        ("\x1b]11;rgb:0/0/0\x07\x1b]0;title\x1b\\云", "云"),
        ("\x1bm\x1b\x1b[I", ""),
        ("\x1b[" + "1;" * 40 + "q\x1b云", "云"),
        ("a\0b\x07", "ab\ufffd"),
        ("", ""),
    ],
)
def test_a_paste_is_one_text_whatever_sequences_it_holds(within: str, text: str) -> None:
    assert hear(f"j{BEGIN}{within}{END}k") == ["j", f"paste {text}", "k"]


@given(st.sets(st.integers(1, 60), max_size=5), st.text("m\x1b[0~2云", max_size=12))
def test_a_paste_is_the_same_however_it_is_cut(cuts: set[int], within: str) -> None:
    whole = f"j{BEGIN}a{within}b{END}k{BEGIN}{END}\x1b[A"
    edges = [0, *sorted(cut for cut in cuts if cut < len(whole)), len(whole)]
    heard = hear(*(whole[left:right] for left, right in pairwise(edges)))
    assert heard == hear(whole)
    assert (heard[0], len(heard), *heard[2:]) == ("j", 5, "k", "paste ", "up")


def test_what_is_typed_by_hand_begins_no_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(compat, "monotonic", lambda: now[0])
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    monkeypatch.setattr(AnswerParser, "expected_until", 0.0)
    parser = AnswerParser()
    list(parser.feed("\x1b"))
    now[0] += 1.0
    list(parser.tick())
    assert len(list(parser.feed("[200~j"))) == 6
