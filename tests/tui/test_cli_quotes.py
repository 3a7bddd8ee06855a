from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from command_line import Capture, parsed, printed, surround

from content import open_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    surround(monkeypatch, tmp_path)


def test_quotes_are_listed_with_their_speakers(capsys: Capture) -> None:
    document = open_document()
    told = parsed(capsys, "quotes")["quotes"]
    assert len(told) >= 10
    for quote in told:
        assert document.passages[quote["passage"] - 1].text[quote["start"] : quote["end"]] == quote["text"]
        assert quote["kind"] in ("direct", "reported")
    listing = printed(capsys, "quotes")
    assert "张晓辉 · 永辉到家总经理 · 间接引语 · 第 " in listing
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "quotes", "--csv"), newline="")))
    assert [row["text"] for row in rows] == [quote["text"] for quote in told]


def test_speech_without_a_speaker_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "港.txt"
    path.write_text("港口\n\n“没有人愿意第一个搬走。”\n\n船都回来了，灯还亮着。\n", encoding="utf-8")
    assert printed(capsys, "quotes", str(path)).startswith("未注明说话人 · 直接引语 · 第 ")
    (quote,) = parsed(capsys, "quotes", str(path))["quotes"]
    assert (quote["speaker"], quote["role"]) == (None, None)


def test_a_text_without_speech_says_so(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "雨.txt"
    path.write_text("雨下了一夜，路上没有人。\n", encoding="utf-8")
    assert printed(capsys, "quotes", str(path), code=1) == "文中没有引语\n"
