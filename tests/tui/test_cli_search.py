"""What the command `search` understands beside words: phrases, words left out, filters."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from content import open_document
from content.analysis.themes import find_themes
from content.chinese.variants import fold
from content.lexicon import bundled_lexicon
from content.search.operators import KEYS, Filter, Request, kind_words, read_operators
from tui.cli import run
from tui.commandline.words import phrase
from tui.strings import LANGUAGES, Language, say

if TYPE_CHECKING:
    from pathlib import Path

PONY = Request("", filters=(Filter("entity", "Pony Ma"),))
ARTICLE = """云上的集市

一、开张

集市搬到云上以后，摊主们先学会的是记账。腾讯云替他们看着账本。

马化腾没有来过这里，可是每个摊位都有小程序，银行也在。

二、打烊的时候

到了冬天，云上的集市也会打烊，腾讯云的机房还亮着灯。
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "集市.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def found(capsys: pytest.CaptureFixture[str], query: str, article: str, *, code: int = 0) -> set[str]:
    """Return the first characters of the passages that answer a query."""
    assert run(["search", query, article, "--json"]) == code
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["query"] == query
    assert told["total"] == len(told["hits"])
    return {hit["text"][:2] for hit in told["hits"]}


@pytest.mark.parametrize(
    ("query", "passages"),
    [
        ("集市 -打烊", {"集市"}),
        ("集市 section:打烊", {"到了"}),
        ("集市 章節：dayang", {"到了"}),
        ("集市 －章节：打烊", {"集市"}),
        ("腾讯云 theme:cloud section:开张", {"集市"}),
        ("摊位 entity:mht", {"马化"}),
        ("摊位 实体：腾讯云", set()),
        ("打烊 kind:heading", {"二、"}),
        ("“腾讯云的机房” 打烊", {"到了"}),
        ("theme:nothing 集市", set()),
    ],
)
def test_operators_say_where_and_what(
    capsys: pytest.CaptureFixture[str], article: str, query: str, passages: set[str]
) -> None:
    assert found(capsys, query, article, code=0 if passages else 1) == passages


def test_a_theme_alone_finds_the_passages_that_speak_of_it(
    capsys: pytest.CaptureFixture[str], article: str
) -> None:
    document = open_document(article)
    cloud = next(each for each in find_themes(document, bundled_lexicon()) if each.id == "cloud")
    expected = {document.passages[each.passage - 1].text[:2] for each in cloud.passages}
    assert expected
    for query in ("theme:cloud", "主题：云", "theme:yun"):
        assert found(capsys, query, article) == expected


@pytest.mark.parametrize("limit", ["1", "999999999999999999"])
def test_the_numbers_are_true_whatever_the_limit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, limit: str
) -> None:
    path = tmp_path / "云.txt"
    path.write_text("\n".join(f"第{number}天，云来了，云走了。" for number in range(1_500)), encoding="utf-8")
    assert run(["search", "云", str(path), "--json", "--limit", limit]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], told["occurrences"]) == (1_500, 3_000)
    assert len(told["hits"]) == min(int(limit), 1_500)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_shows_operators_that_are_read_and_names_every_kind(language: Language) -> None:
    text = phrase(language, "help.search")
    examples = re.findall(r"(?m)^    (\S+)(?:  ([^ ]+：[^ ]+))?   ", text)
    assert len(examples) == 6
    assert all(read_operators(example) for pair in examples for example in pair if example)
    words = re.findall(r"\w+", fold(text[text.index("kind:") :]))
    assert {kind_words()[word] for word in words if word in kind_words()} == set(kind_words().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_on_the_screen_shows_operators_that_are_read(language: Language) -> None:
    filters = read_operators(say(language, "help.search_filters"))
    assert filters is not None
    assert {each.key for each in filters.filters} >= set(KEYS) - {"section"}
    for key in ("phrase", "without"):
        assert read_operators(say(language, f"help.search_{key}"))
    for text in (say(language, "help.search_values"), phrase(language, "help.search")):
        assert any(
            read_operators(line) == PONY
            for line in re.findall(r"(?:entity:|实体：|實體：)[“「\"]\S+ \S+[”」\"]", text)
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("-集市", "only_excludes"),
        ("-kind:body", "only_excludes"),
        ("集市 theme:foo", "unknown_filter"),
        ("kind:foo", "unknown_filter"),
    ],
)
def test_why_operators_found_nothing_is_said_and_nothing_of_wording(
    capsys: pytest.CaptureFixture[str], language: Language, query: str, problem: str
) -> None:
    assert run(["search", query, "--lang", language]) == 1
    assert capsys.readouterr().out == say(language, f"problem.{problem}", query=query) + "\n"


def test_english_tells_one_from_several(capsys: pytest.CaptureFixture[str], article: str) -> None:
    assert run(["search", "摊主们", article, "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("摊主们: 1 passage, 1 place\n")
    assert run(["search", "集市", article, "--lang", "en"]) == 0
    assert re.match(r"集市: \d+ passages, \d+ places", capsys.readouterr().out)


def test_a_query_that_was_pasted_is_not_said_again_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "没有这句话" * 20_000]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("文中没有「没有这句话")
    assert first.endswith("…」")
    assert cell_len(first) <= 60 + len("文中没有「」") * 2
    assert cell_len(second) < 160
