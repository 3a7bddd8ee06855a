from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from command_line import Capture, parsed, printed, surround
from rich.cells import cell_len

from content import open_document

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return surround(monkeypatch, tmp_path, columns=60)


def test_dated_sentences_of_the_edition_stand_in_order(capsys: Capture) -> None:
    document = open_document()
    told = parsed(capsys, "timeline")["timeline"]
    begins = [each["date"].split("/")[0] for each in told]
    assert begins == sorted(begins)
    assert {"2015-09", "2017-11", "2018-11-26"} <= set(begins)
    for each in told:
        passage = document.passages[each["passage"] - 1].text
        assert passage[each["start"] : each["end"]] == each["text"]
        assert each["written"] in each["text"]


def test_the_listing_has_each_date_with_its_sentence(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    path.write_text("桥的故事\n\n2016 年通车。\n\n2012 年 6 月动工。没有人剪彩。\n", encoding="utf-8")
    lines = printed(capsys, "timeline", str(path)).splitlines()
    assert [line.split() for line in lines[-2:]] == [
        ["2012-06", *lines[-2].split()[1:4], "2012", "年", "6", "月动工。"],
        ["2016", *lines[-1].split()[1:4], "2016", "年通车。"],
    ]


def test_a_long_sentence_hangs_beside_its_date(capsys: Capture) -> None:
    lines = printed(capsys, "timeline").splitlines()
    assert all(cell_len(line) <= 60 for line in lines)
    assert any(line.startswith(" " * 20) for line in lines)


def test_csv_has_the_same_rows(capsys: Capture) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "timeline", "--csv"))))
    assert rows == [
        {key: str(value) for key, value in each.items()} for each in parsed(capsys, "timeline")["timeline"]
    ]


def test_a_text_without_dates_has_no_timeline(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("山里有一座桥。\n", encoding="utf-8")
    assert parsed(capsys, "timeline", str(path), code=1) == {"timeline": []}
    assert printed(capsys, "timeline", str(path), code=1) == "没有带日期的句子\n"
