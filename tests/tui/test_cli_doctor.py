from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    return tmp_path / "home"


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    assert run([*arguments, "--json"]) == code
    out, problems = capsys.readouterr()
    assert problems == ""
    return json.loads(out)


def passages(capsys: Capture) -> list[int]:
    return [each["passage"] for each in parsed(capsys, "bookmarks", "list")["bookmarks"]]


def test_before_anything_is_kept_all_is_well_and_nothing_is_made(capsys: Capture, home: Path) -> None:
    told = parsed(capsys, "doctor")
    assert told["well"] is True
    assert [store["state"] for store in told["stores"]] == ["missing", "missing"]
    assert told["folders"]["data"] == str(home)
    assert told["versions"]["textual"]
    assert not home.exists()


def test_a_damaged_store_is_told_and_left_alone(capsys: Capture, home: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    (home / "kept.db").write_bytes(b"nothing of the kind" * 99)
    told = parsed(capsys, "doctor", code=2)
    assert (told["well"], told["stores"][0]["state"]) == (False, "damaged")
    assert (home / "kept.db").read_bytes() == b"nothing of the kind" * 99
    assert run(["doctor"]) == 2
    out = capsys.readouterr().out
    assert "kept.db · 损坏" in out
    assert out.endswith("有问题，见上\n")


def test_what_is_kept_is_backed_up_and_restored(capsys: Capture, home: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    copy = parsed(capsys, "doctor", "backup")["backup"]
    parsed(capsys, "bookmarks", "add", "--passage", "4")
    assert passages(capsys) == [3, 4]
    told = parsed(capsys, "doctor", "restore", copy)
    assert told["restored"] == copy
    assert passages(capsys) == [3]
    assert parsed(capsys, "doctor", "restore", told["aside"])["restored"] == told["aside"]
    assert passages(capsys) == [3, 4]
    assert run(["doctor", "restore", copy.rpartition("/")[2]]) == 0  # by its name alone
    assert "原来的在" in capsys.readouterr().out
    assert passages(capsys) == [3]


def test_another_database_is_not_used_and_not_called_well(capsys: Capture, home: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    library = home.parent / "library.db"
    with sqlite3.connect(library) as connection:
        connection.execute("CREATE TABLE entry (id)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert run(["doctor", "restore", str(library)]) == 2
    assert "不能用这份备份（是别的数据库）" in capsys.readouterr().err
    assert passages(capsys) == [3]
    library.rename(home / "kept.db")
    told = parsed(capsys, "doctor", code=2)
    assert (told["well"], told["stores"][0]["state"]) == (False, "foreign")


def test_what_a_newer_version_wrote_is_not_called_well(capsys: Capture, home: Path) -> None:
    parsed(capsys, "bookmarks", "add", "--passage", "3")
    with sqlite3.connect(home / "kept.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    told = parsed(capsys, "doctor", code=2)
    assert (told["well"], told["stores"][0]["state"]) == (False, "newer")
    assert run(["doctor"]) == 2
    assert "kept.db · 由更新的版本写成，只能看" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["restore"], "没有完好的备份"),
        (["restore", "没有.db"], "不能用这份备份"),
        (["cure"], "不是「cure」"),
        (["restore", "a", "b"], "不是「restore a b」"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(capsys: Capture, words: list[str], said: str) -> None:
    assert run(["doctor", *words]) == 2
    out, problem = capsys.readouterr()
    assert out == ""
    assert said in problem
    assert problem.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["library", "list"], "读不到书库"),
        (["library", "add", __file__], "数据文件打不开"),
        (["bookmarks", "list"], "读不到书签"),
        (["doctor"], "什么也存不下来"),
    ],
)
def test_a_home_whose_name_is_too_long_is_said(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, home: Path, words: list[str], said: str
) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(home.parent / ("x" * 300)))
    assert run(words) == 2
    out, problem = capsys.readouterr()
    assert said in out + problem
