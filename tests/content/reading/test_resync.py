"""What is out of step is put in step again, so often as is worth its time."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from snippets import prose

from content.reading import resync
from content.reading.decoding import decode

TEXT = prose().replace("\n", "")[:1200]


@pytest.fixture
def tries(monkeypatch):
    """The places that are tried to be put in step: a hundred decodings each."""
    mended, tried = resync._mended, []
    monkeypatch.setattr(resync, "_mended", lambda *window: tried.append(window) or mended(*window))
    return tried


def test_bytes_that_put_nothing_out_of_step_are_left_as_they_are(tries):
    pieces = [TEXT[start : start + 30] for start in range(0, len(TEXT), 30)]
    decoded = decode(b"\xff".join(piece.encode("gb18030") for piece in pieces), "x")
    assert decoded.text == "\ufffd".join(pieces)
    assert len(tries) <= len(pieces) // 10


def test_what_is_broken_everywhere_is_tried_a_few_times_only(tries, monkeypatch):
    monkeypatch.setattr(resync, "_MOST", 5)
    noise = random.Random(4).randbytes(4000).replace(b"\n", b" ")
    decode(noise, "x", encoding="gb18030")
    assert len(tries) == 5


@pytest.mark.parametrize(("most", "right"), [(2, True), (1, False)])
def test_so_many_places_that_lost_a_byte_are_put_in_step(most, right, monkeypatch):
    monkeypatch.setattr(resync, "_MOST", most)
    pieces = [TEXT[start : start + 300].encode("gb18030") for start in (0, 300, 600)]
    text = decode(b"".join(piece[:-1] for piece in pieces[:2]) + pieces[2], "x").text
    assert text.startswith(TEXT[:299])
    assert TEXT[310:340] in text
    assert (TEXT[610:640] in text) == right


def test_bytes_lost_close_together_are_each_put_in_step(tries):
    pieces = [TEXT[start : start + 70] for start in range(0, len(TEXT), 70)]
    text = decode(b"".join(piece.encode("gb18030")[:-1] for piece in pieces), "x").text
    assert (Counter(TEXT) - Counter(text)).total() <= 4 * len(pieces)
    assert max(end - start for _, start, end, _ in tries) <= 2 * resync._WINDOW
