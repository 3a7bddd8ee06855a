"""The commands, on an article of our own and on the edition, as JSON and as listings."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from content import open_document
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = """云上的集市

一、开张

集市搬到云上以后，摊主们先学会的是记账。腾讯云替他们看着账本。

马化腾没有来过这里，可是每个摊位都有小程序。

二、打烊

到了冬天，云上的集市也会打烊。
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path / "home"


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "集市.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert run(arguments) == code
    out, problems = capsys.readouterr()
    assert problems == ""
    assert "\x1b" not in out
    return out


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    out = printed(capsys, *arguments, "--json", code=code)
    assert out.count("\n") == 1
    return json.loads(out)


def test_outline_says_everything_about_a_document(capsys: Capture, article: str) -> None:
    document = open_document(article)
    told = parsed(capsys, "outline", article)
    assert list(told) == [
        "title", "byline", "source", "date", "edition", "sections", "passages", "removed",
    ]  # fmt: skip
    assert (told["title"], told["edition"], told["byline"], told["source"]) == ("云上的集市", False, [], None)
    assert [list(section) for section in told["sections"]] == [
        ["number", "title", "level", "derived", "first", "last"]
    ] * len(document.sections)
    assert [passage["text"] for passage in told["passages"]] == [each.text for each in document.passages]
    assert [list(passage) for passage in told["passages"]] == [["number", "section", "kind", "text"]] * len(
        document.passages
    )
    assert told["removed"] == list(document.removed)


def test_outline_of_the_edition_without_a_file(capsys: Capture) -> None:
    told = parsed(capsys, "outline")
    assert told["edition"] is True
    assert told["title"] == open_document().title
    listed = printed(capsys, "outline")
    assert "改写版" in listed
    assert "据《周天财经》周天 2018-11-28 改写" in listed


def test_outline_as_a_listing(capsys: Capture, article: str) -> None:
    lines = printed(capsys, "outline", article).splitlines()
    document = open_document(article)
    assert lines[0] == "云上的集市"
    assert f"{len(document.sections)} 节，{len(document.passages)} 段" in lines
    for section in document.sections:
        assert any(section.title in line and f"第 {section.first}" in line for line in lines)
    assert any("集市搬到云上以后" in line for line in lines)


def test_outline_of_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode("gb18030"))))
    told = parsed(capsys, "outline", "-", "--encoding", "gb18030")
    assert told["title"] == "云上的集市"


def test_a_search_finds_each_place_inside_its_passage(capsys: Capture, article: str) -> None:
    told = parsed(capsys, "search", "集市", article)
    assert list(told)[:4] == ["query", "total", "occurrences", "hits"]
    assert told["query"] == "集市"
    literal = [hit for hit in told["hits"] if hit["match"] == "exact"]
    passages = {each.number: each for each in open_document(article).passages if "集市" in each.text}
    assert {hit["passage"] for hit in literal} == set(passages)
    for hit in literal:
        assert hit["text"] == passages[hit["passage"]].text
        assert hit["section"] == passages[hit["passage"]].section
        assert hit["weak"] is False
        assert {hit["text"][start:end] for start, end in hit["spans"]} == {"集市"}
    assert told["occurrences"] >= sum(each.text.count("集市") for each in passages.values())


@pytest.mark.parametrize("form", ["position", "in", "in=", "before"])
def test_a_file_to_search_may_stand_in_several_places(capsys: Capture, article: str, form: str) -> None:
    arguments = {
        "position": ["search", "打烊", article],
        "in": ["search", "--in", article, "打烊"],
        "in=": ["search", "打烊", f"--in={article}"],
        "before": ["--lang", "en", "search", "打烊", article],
    }[form]
    assert parsed(capsys, *arguments)["total"] >= 1


def test_a_limit_cuts_the_list_and_not_the_counts(capsys: Capture, article: str) -> None:
    whole = parsed(capsys, "search", "集市", article)
    cut = parsed(capsys, "search", "集市", article, "--limit", "1")
    assert cut["hits"] == whole["hits"][:1]
    assert (cut["total"], cut["occurrences"]) == (whole["total"], whole["occurrences"])
    assert whole["total"] == len(whole["hits"]) > 1
    assert "列出前 1 段" in printed(capsys, "search", "集市", article, "--limit=1")


def test_a_search_as_a_listing_names_passage_section_and_kind_of_match(capsys: Capture, article: str) -> None:
    listed = printed(capsys, "search", "打烊", article)
    document = open_document(article)
    passage = next(each for each in document.passages if each.text.endswith("打烊。"))
    title = document.section_of(passage).title
    assert listed.startswith("「打烊」 ")
    assert f"第 {passage.number} 段 · {title} · 原文" in listed
    assert "到了冬天，云上的集市也会打烊。" in listed
    assert "exact" not in listed


@pytest.mark.parametrize("query", ["-5%", "--jsn", "-x", "-"])
def test_a_query_may_begin_with_a_dash(capsys: Capture, article: str, query: str) -> None:
    assert parsed(capsys, "search", query, "--in", article, code=1)["query"] == query


def test_a_query_spelled_like_an_option_stands_after_two_dashes(capsys: Capture, article: str) -> None:
    assert run(["search", "--json", "--in", article, "--", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["query"] == "--json"


def test_nothing_found_is_said_and_is_exit_code_1(capsys: Capture, article: str) -> None:
    assert parsed(capsys, "search", "♞♞♞", article, code=1)["hits"] == []
    assert printed(capsys, "search", "♞♞♞", article, code=1) == "文中没有「♞♞♞」\n"
    in_edition = printed(capsys, "search", "♞♞♞", code=1).splitlines()
    assert in_edition[0] == "文中没有「♞♞♞」"
    assert in_edition[1].startswith("改写版，原句措辞不同")


def test_a_query_is_scrubbed_before_it_is_printed(capsys: Capture, article: str) -> None:
    out = printed(capsys, "search", "\x1b]0;♞\x07\udc80", article, code=1)
    assert out == "文中没有「�]0;♞��」\n"


def test_entities_with_their_mentions(capsys: Capture, article: str) -> None:
    told = parsed(capsys, "entities", article)
    document = open_document(article)
    names = {name["name"]: name for name in told["entities"]}
    assert {"腾讯云", "马化腾", "小程序"} <= set(names)
    assert names["马化腾"]["kind"] == "person"
    fields = {"name", "kind", "aliases", "role", "count", "confidence", "mentions"}
    for name in told["entities"]:
        assert fields <= set(name)
        assert name["count"] == len(name["mentions"]) > 0
        for mention in name["mentions"]:
            text = document.passages[mention["passage"] - 1].text
            assert text[mention["start"] : mention["end"]] == mention["text"]


def test_entities_as_a_listing_by_kind(capsys: Capture, article: str) -> None:
    lines = printed(capsys, "entities", article).splitlines()
    person = lines.index("人物")
    assert lines[person + 1].startswith("  马化腾  1 处")
    assert "person" not in "\n".join(lines)


def test_themes_with_their_passages(capsys: Capture, article: str) -> None:
    told = parsed(capsys, "themes", article)
    themes = {theme["id"]: theme for theme in told["themes"]}
    assert themes["cloud"]["name"] == "云"
    assert themes["cloud"]["count"] > 0
    for theme in told["themes"]:
        assert {"id", "name", "count", "passages"} <= set(theme)
        assert all(0 < place["weight"] <= 1 and place["passage"] >= 1 for place in theme["passages"])
    assert any("theme:cloud" in line for line in printed(capsys, "themes", article).splitlines())


@pytest.mark.parametrize("command", ["entities", "themes"])
def test_a_text_without_any_is_exit_code_1(capsys: Capture, tmp_path: Path, command: str) -> None:
    path = tmp_path / "空白.txt"
    path.write_text("春眠不觉晓，处处闻啼鸟。\n", encoding="utf-8")
    assert parsed(capsys, command, str(path), code=1) == {command: []}
    assert printed(capsys, command, str(path), code=1).count("\n") == 1


@pytest.mark.parametrize(
    ("language", "word"), [("简", "用法"), ("繁", "檔案"), ("en", "Usage"), ("zh_HK", "終端機")]
)
@pytest.mark.parametrize("arguments", [["--help"], ["search", "-h"], ["bookmarks", "--help"]])
def test_help_speaks_the_language(capsys: Capture, language: str, word: str, arguments: list[str]) -> None:
    help_text = printed(capsys, *arguments, "--lang", language)
    assert "tencent-explorer" in help_text
    if arguments == ["--help"]:
        assert word in help_text


def test_every_help_line_fits_a_terminal_of_100_cells(capsys: Capture) -> None:
    from rich.cells import cell_len

    for language in ("简", "繁", "en"):
        for command in ("", "outline", "search", "entities", "themes", "bookmarks", "library"):
            lines = printed(capsys, *filter(None, [command]), "--help", "--lang", language).splitlines()
            assert max(map(cell_len, lines)) <= 100


def test_the_version_is_a_number(capsys: Capture) -> None:
    assert printed(capsys, "--version")[0].isdigit()


@pytest.mark.parametrize("columns", ["1", "24", "40", "300"])
def test_listings_fit_the_terminal(
    capsys: Capture, article: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", columns)
    for command in (["outline"], ["search", "集市"], ["entities"], ["themes"]):
        lines = printed(capsys, *command, article).splitlines()
        if columns in ("40", "300"):
            assert max(map(cell_len, lines)) <= min(100, int(columns))
