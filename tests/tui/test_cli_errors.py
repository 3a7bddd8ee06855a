"""Whatever a reader can get wrong: one line in their language, exit code 2, no traceback."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.reading.errors import ReadingError
from tui.cli import run
from tui.commandline.options import read_request
from tui.commandline.problems import CommandLineError, reading_sentence
from tui.commandline.words import phrases, ranges
from tui.strings import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from tui.strings import Language

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr("sys.__stderr__", io.StringIO())  # no terminal, even when the tests run in one
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)


def error_of(capsys: Capture, *arguments: str) -> str:
    assert run(arguments) == 2
    out, problems = capsys.readouterr()
    assert out == ""
    assert problems.startswith("tencent-explorer: ")
    assert problems.endswith("\n")
    assert problems.count("\n") == 1
    return problems.removeprefix("tencent-explorer: ").rstrip("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search"], "缺要搜的词"),
        (["search", " 　 "], "要搜的词是空的"),
        (["search", "云", "--limit", "0"], "--limit 后面要一个不小于 1 的整数，不是「0」"),
        (["search", "云", "--limit", "-3"], "不是「-3」"),
        (["search", "云", "--limit", "abc"], "不是「abc」"),
        (["search", "云", "--limit", "1e9"], "不是「1e9」"),
        (["search", "云", "--limit"], "--limit 后面缺一个值"),
        (["search", "云", "a.txt", "--in", "b.txt"], "文件写一次就够"),
        (["search", "云", "a.txt", "b.txt"], "多出一个词：b.txt"),
        (["search", "云", "没有.txt"], "没有.txt：没有这个文件"),
        (["outline", "a.txt", "b.txt"], "多出一个词：b.txt"),
        (["outline", "--limit", "3"], "不认识的选项：--limit"),
        (["outline", "--jsn"], "不认识的选项：--jsn"),
        (["--json"], "不认识的选项：--json"),
        (["--frobnicate=1"], "不认识的选项：--frobnicate"),
        (["outline", "没有.txt"], "没有.txt：没有这个文件"),
        (["outline", "folder"], "folder：这是文件夹，不是文件"),
        (["outline", "empty.txt"], "empty.txt：里面没有文字"),
        (["outline", "binary.txt"], "binary.txt：这不是文字文件"),
        (["outline", "binary.txt", "--encoding", "klingon"], "没有这种编码：klingon"),
        (["outline", ""], "没有这个文件"),
        (["themes", "坏\x1b[2J\n名.txt"], "坏�[2J 名.txt：没有这个文件"),
        (["没有.txt"], "没有.txt：没有这个文件"),
        (["--edition", "a.txt"], "--edition 和文件只能写一样"),
        (["outline", "--lang", "克林贡"], "--lang 后面写 简、繁 或 en，不是「克林贡」"),
        (["outline", "--lang"], "--lang 后面缺一个值"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(capsys: Capture, arguments: list[str], said: str) -> None:
    assert said in error_of(capsys, *arguments)


@pytest.mark.parametrize(
    ("data", "language", "said"),
    [
        (b"%PDF-1.7", "简", "a.txt：PDF 请先另存为文本或 EPUB"),
        (b"%PDF-1.7", "繁", "a.txt：PDF 請先另存為文字檔或 EPUB"),
        (b"%PDF-1.7", "en", "a.txt: save the PDF as text or EPUB first"),
        (b"{\\rtf1}", "简", "a.txt：.doc、.rtf 请先另存为文本或 .docx"),
        (b"GIF89a", "en", "a.txt: this is a picture; turn it into text (OCR) first"),
    ],
)
def test_what_is_never_read_says_what_to_do_instead(
    capsys: Capture, tmp_path: Path, data: bytes, language: str, said: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert error_of(capsys, "outline", "a.txt", "--lang", language) == said


@pytest.mark.parametrize(
    ("word", "command"),
    [("serach", "search"), ("outlin", "outline"), ("bookmark", "bookmarks"), ("Theme", "themes")],
)
def test_a_slip_of_the_pen_is_taken_for_the_command_it_comes_close_to(
    capsys: Capture, word: str, command: str
) -> None:
    assert error_of(capsys, word, "云") == f"{word}：没有这个文件；是 {command} 吗？"
    assert error_of(capsys, word, "云", "--lang", "繁") == f"{word}：沒有這個檔案；是 {command} 嗎？"
    assert error_of(capsys, word, "--lang=en") == f"{word}: no such file; did you mean {command}?"


@pytest.mark.parametrize("word", ["numbers", "names", "文章.txt", "x"])
def test_other_words_are_no_slips(capsys: Capture, word: str) -> None:
    assert error_of(capsys, word) == f"{word}：没有这个文件"


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("zh_TW.Big5", "沒有這個檔案"),
        ("zh_HK.UTF-8", "沒有這個檔案"),
        ("zh_MO", "沒有這個檔案"),
        ("zh_CN.GB18030", "没有这个文件"),
        ("zh", "没有这个文件"),
        ("C", "no such file"),
        ("fr_FR.UTF-8", "no such file"),
    ],
)
def test_the_locale_chooses_the_language(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, locale: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert said in error_of(capsys, "outline", "nowhere.txt")


def test_without_a_terminal_the_app_says_so(capsys: Capture) -> None:
    assert "没有终端" in error_of(capsys)
    assert "没有终端" in error_of(capsys, "--edition")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: Language) -> None:
    for reason in ReadingError.__init__.__globals__["_SENTENCES"]:
        sentence = reading_sentence(ReadingError(reason, "名.txt", "细节"), language)
        assert ("名.txt" in sentence) is (reason != "unknown_encoding")
        assert "细节" in sentence
    for reason in ("read_only", "full", "damaged", "newer", "locked", "unavailable"):
        assert phrases(language)[f"shelf.{reason}"]


def test_the_languages_say_the_same_things() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    first, *others = (phrases(language) for language in LANGUAGES)
    for other in others:
        assert list(other) == list(first)
        assert {key: places(text) for key, text in other.items()} == {
            key: places(text) for key, text in first.items()
        }


def test_numbers_in_a_row_are_joined() -> None:
    assert ranges((1, 3, 4, 5, 8, 9), "hans") == "1、3–5、8–9"
    assert ranges((), "en") == ""


def test_options_may_stand_anywhere() -> None:
    request = read_request(
        ["--lang", "en", "bookmarks", "--tag", "a", "add", "--tag=b", "x.txt", "--passage=2"]
    )
    assert (request.command, request.words) == ("bookmarks", ("add", "x.txt"))
    assert request.options == {"--lang": ("en",), "--tag": ("a", "b"), "--passage": ("2",)}


def test_a_command_after_a_file_or_after_two_dashes_is_a_file() -> None:
    assert read_request(["a.txt", "search"]) == read_request(["--", "a.txt", "search"])
    assert read_request(["--", "search"]).command == ""
    assert read_request(["--", "search", "-x"]).words == ("search", "-x")


def test_an_unknown_option_is_refused_wherever_it_stands() -> None:
    with pytest.raises(CommandLineError):
        read_request(["--limit", "3", "outline"])


COMMANDS = (
    *("", "outline", "search", "entities", "themes", "bookmarks", "bookmarks list", "bookmarks add"),
    *("library", "library list", "library search"),
)
WORDS = (
    "--json --lang --limit --passage --note --in 简 3 云 -- - --encoding utf-8 --help --edition --tag folder"
    " --sort"
)
any_argument = st.sampled_from(WORDS.split()) | st.text(st.characters(exclude_categories=()), max_size=6)
any_arguments = st.builds(
    lambda command, others: [*command.split(), *others],
    st.sampled_from(COMMANDS),
    st.lists(any_argument, max_size=4),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(arguments=any_arguments)
def test_no_arguments_end_in_a_traceback(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("题目\n\n一段话。\n".encode())))
    out, problems = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(problems):
        code = run(arguments)
    assert code in (0, 1, 2)
    said = problems.getvalue().count("\n")
    assert 1 <= said <= max(1, len(arguments)) if code == 2 else said == 0  # of several files a line each
    assert not set(out.getvalue() + problems.getvalue()) & set("\x00\x07\x1b\x9b\u202e\udc80")
