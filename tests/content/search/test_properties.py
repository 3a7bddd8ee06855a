"""What holds for every text and every query."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from search_texts import document_of

from content.lexicon import Lexicon
from content.scrub import scrub
from content.search import Hit, SearchIndex

LETTERS = "云计算騰訊金融科技的，。！ 　\tabQＱ19% \n—「」〇ü'é\U00020000😀"
queries = st.text(alphabet=LETTERS + "jrkeiztong", max_size=12) | st.text(max_size=12)
passages_of_any_text = st.lists(
    (st.text(alphabet=LETTERS, min_size=1, max_size=40) | st.text(max_size=30)).map(
        lambda text: scrub(text).text
    ),
    min_size=1,
    max_size=5,
)
NAUGHTY = [
    *(
        "",
        " ",
        "\n",
        "\0",
        "\x1b]52;c;AAAA\x07",
        "\ud800",
        "\udfff\ud800云",
        "[/]",
        "[@click=app.quit]",
        "(((",
        "[a-",
    ),
    *(
        "\\",
        ".*",
        "^$",
        "\u202e云",
        "\ufeff",
        "-云",
        "section:",
        '"云',
        "'",
        "' ' '",
        "\u200d",
        "٣٤",
        "²",
        "①②",
        "ng",
    ),
    *("云" * 100_000, "a" * 100_000, "a " * 50_000, "9" * 100_000, "xian" * 25_000, "云 " * 32, "jrkj" * 16),
    *("xianan" * 10, "zh" * 32, "一" * 64, "1" * 64, "😀" * 64, "ﷺ" * 64, "İ" * 64, "ü" * 64, "x" * 64),
    *("百分之", "一亿万亿亿", "2015-99-99", "99,99年", "m"),
]


def check(index: SearchIndex, passages: list[str], hits: list[Hit]) -> None:
    assert len({hit.passage for hit in hits}) == len(hits)
    starts = [0]
    for passage in passages:
        starts.append(starts[-1] + len(passage) + 1)
    for hit in hits:
        assert 0 <= hit.score <= 1
        assert hit.spans
        previous = starts[hit.passage - 1]
        for span in hit.spans:
            assert previous <= span.start < span.end <= starts[hit.passage] - 1
            previous = span.end
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    ranks = [(hit.match != "exact", hit.weak) for hit in hits]
    assert ranks == sorted(ranks)


@settings(max_examples=120, deadline=None)
@given(passages=passages_of_any_text, data=st.data())
@example(passages=["a　 \tb云c"], data=None)
def test_what_a_passage_holds_is_found_as_exact(passages: list[str], data: st.DataObject | None) -> None:
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    if data is None:
        number, part = 1, passages[0]
    else:
        number = data.draw(st.integers(1, len(passages)))
        text = passages[number - 1].removeprefix("# ")
        start = data.draw(st.integers(0, len(text)))
        part = text[start : data.draw(st.integers(start, len(text)))]
    if not any(character.isalnum() for character in part):
        return
    result = index.find(part, limit=100)
    check(index, [passage.removeprefix("# ") for passage in passages], list(result.hits))
    assert any(hit.passage == number and hit.match == "exact" and not hit.weak for hit in result.hits)
    assert result.total == len(result.hits)
    assert result.occurrences == sum(len(hit.spans) for hit in result.hits)


@settings(max_examples=120, deadline=None)
@given(
    passages=passages_of_any_text,
    query=st.text(alphabet=LETTERS + "jrkeiztong", max_size=12) | st.text(max_size=12),
)
def test_any_query_is_answered_in_order(passages: list[str], query: str) -> None:
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    check(index, [passage.removeprefix("# ") for passage in passages], index.search(query, limit=100))


@pytest.mark.parametrize("query", NAUGHTY, ids=lambda query: ascii(query[:12]))
def test_no_query_raises(query: str) -> None:
    passages = ["云计算与金融科技，2015 年 9 月涨了 69%。", "腾讯的小程序 QQ", "\ufffd[/]一亿"]
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    check(index, passages, index.search(query))
