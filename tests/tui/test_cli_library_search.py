"""`library search`, on one library with its index."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from article_files import title_of, write_articles
from dictionary_once import put_dictionary
from made_book import make_book
from rich.cells import cell_len

from content import open_document
from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
ARTICLES = {
    "海港.txt": """海港的早市

记者 林小舟

码头上的集市从清早开到天黑，集市里什么都有。

卖鱼的老周把账记在腾讯云上。
""",
    "山.txt": """山里的雪

山里的雪下了三天三夜，路都看不见了。

集市停了，账还在。

气温跌到 -5%，没有人出门。
""",
}


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a library that was added to with all that goes with it."""
    folder = tmp_path_factory.mktemp("searched")
    (folder / "文章").mkdir()
    put_dictionary(folder / "home/cache")
    for name, text in ARTICLES.items():
        (folder / "文章" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TENCENT_EXPLORER_HOME", str(folder / "home"))
        assert run(["library", "add", str(folder / "文章")]) == 0
    return folder


@pytest.fixture(autouse=True)
def _surroundings(searched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(searched / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


def printed(capsys: Capture, *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert run(["library", "search", *arguments]) == code
    out, problems = capsys.readouterr()
    assert problems == ""
    return out


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    return json.loads(printed(capsys, *arguments, "--json", code=code))


def ids(capsys: Capture) -> dict[str, int]:
    assert run(["library", "list", "--json"]) == 0
    return {each["title"]: each["id"] for each in json.loads(capsys.readouterr().out)["documents"]}


def test_adding_leaves_an_index_and_the_names_in_the_cache(searched: Path) -> None:
    assert list((searched / "home" / "cache").glob("*.search"))


def test_hits_tell_their_document(capsys: Capture, searched: Path) -> None:
    known = ids(capsys)
    told = parsed(capsys, "集市")
    assert list(told) == ["query", "total", "occurrences", "hits", "documents"]
    exact = [hit for hit in told["hits"] if hit["match"] == "exact"]
    assert {hit["document"] for hit in exact} == set(known.values())
    documents = {
        known[document.title]: document
        for document in (open_document(searched / "文章" / name) for name in ARTICLES)
    }
    for hit in told["hits"]:
        passage = documents[hit["document"]].passages[hit["passage"] - 1]
        assert (hit["text"], hit["section"]) == (passage.text, passage.section)
    assert all(hit["text"][start:end] == "集市" for hit in exact for start, end in hit["spans"])
    assert [each["id"] for each in told["documents"]] == list(
        dict.fromkeys(hit["document"] for hit in told["hits"])
    )
    assert sum(each["hits"] for each in told["documents"]) == told["total"] == len(told["hits"])


def test_a_limit_cuts_the_list_and_not_the_counts(capsys: Capture) -> None:
    whole, cut = parsed(capsys, "集市"), parsed(capsys, "集市", "--limit", "1")
    assert cut["hits"] == whole["hits"][:1]
    assert cut["documents"] == whole["documents"][:1]
    assert (cut["total"], cut["occurrences"]) == (whole["total"], whole["occurrences"])
    listed = printed(capsys, "集市", "--limit", "1")
    assert "列出前 1 段 · 2 篇" in listed.splitlines()[0]


def test_a_listing_has_the_hits_under_their_documents(capsys: Capture) -> None:
    lines = printed(capsys, "老周").splitlines()
    assert lines[0].startswith("「老周」 ")
    place = lines.index("海港的早市")
    assert lines[place + 1] == "林小舟 · 1 段"
    assert lines[place + 2].endswith(" · 原文")
    assert "卖鱼的老周把账记在腾讯云上。" in lines[place + 3]
    assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize("query", ["jishi", "js", "entity:腾讯云", "theme:cloud", "-5%", "txy"])
def test_every_way_to_search_reaches_all_documents(capsys: Capture, query: str) -> None:
    assert parsed(capsys, query)["hits"]


def test_nothing_found_is_exit_code_1(capsys: Capture) -> None:
    assert printed(capsys, "♞♞♞", code=1) == "书库里没有「♞♞♞」\n"
    assert printed(capsys, "entity:♞", code=1).startswith("书库里没有这样的章节、主题、名称或类型：")
    told = parsed(capsys, "♞♞♞", code=1)
    assert (told["total"], told["hits"], told["documents"]) == (0, [], [])


def test_an_empty_library_says_so(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "other"))
    assert printed(capsys, "云", code=1).startswith("书库是空的")
    assert parsed(capsys, "云", code=1)["hits"] == []


def test_a_missing_index_is_built_when_adding_again(capsys: Capture, searched: Path) -> None:
    cache = searched / "home" / "cache"
    for file in cache.iterdir():
        if file.suffix != ".dictionary":
            file.unlink()
    assert run(["library", "add", str(searched / "文章")]) == 0
    assert list(cache.glob("*.search"))


@pytest.mark.thorough
def test_many_articles_are_added_and_each_is_found_again(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = 2_000
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    book = make_book(6_000 * documents, documents)
    folder = write_articles(book, tmp_path / "articles")
    assert run(["library", "add", str(folder), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == documents
    known = {identity: title for title, identity in ids(capsys).items()}
    assert sorted(known.values()) == sorted(title_of(number) for number in range(1, documents + 1))
    for place in range(0, documents, documents // 10):
        text = book.documents[place].passages[-1].text
        best = parsed(capsys, text[10:30], "--limit", "1")["hits"][0]
        assert (known[best["document"]], best["text"]) == (title_of(place + 1), text)


def test_names_and_themes_of_the_readers_own_are_searched_for(capsys: Capture, searched: Path) -> None:
    own = searched / "home/themes.toml"
    own.write_text(
        'themes = [{ name = "鱼市", words = ["卖鱼", "集市"] }]\n'
        'entities = [{ kind = "person", name = "周海生", aliases = ["老周"] }]\n',
        encoding="utf-8",
    )
    for query in ("entity:老周", "entity:周海生", "entity:zhouhaisheng", "theme:鱼市"):
        assert parsed(capsys, query)["hits"]
    own.unlink()
