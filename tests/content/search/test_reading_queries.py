"""What is made of a query that does not stand in the text as it was typed."""

import pytest
from search_texts import document_of

from content.lexicon import Lexicon, parse_lexicon
from content.search import SearchIndex

PASSAGES = [
    "过去 20 年，企业都在谈消费互联网。",
    "月活用户超过 2000 万，营收 60 亿元，18 岁以下的人也能投保。",
    "从 C 端到 B 端，再到 C2B 的模式，数字 2 和字母都常见。",
    "微信红包和滨海大厦，净利润涨了。",
    "马化腾说，云与金融是两翼。",
    "体验和市值都变了，形势一片大好。",
    "云\n计算分两行写。",
    "约翰·史密斯来过。",
]
INDEX = SearchIndex(document_of(PASSAGES), lexicon=Lexicon())


@pytest.mark.parametrize(
    ("query", "passage", "marked"),
    [
        ("什么是C2B", 3, ["C2B"]),
        ("2000万用户", 2, ["用户", "2000 万"]),
        ("营收60亿", 2, ["营收 60 亿"]),
        ("18岁投保", 2, ["18", "投保"]),
        ("binhai", 4, ["滨海"]),
        ("hongbao", 4, ["红包"]),
        ("lirun", 4, ["利润"]),
        ("hóng bāo", 4, ["红包"]),
        ("hong2bao1", 4, ["红包"]),
        ("马化腾。", 5, ["马化腾"]),
        ("云、金融", 5, ["云", "金融"]),
        ("云/金融？", 5, ["云", "金融"]),
        ("云 计算", 7, ["云\n计算"]),
        ("约汉史密斯", 8, ["约翰·史密斯"]),
        ("约汉·史密斯", 8, ["约翰·史密斯"]),
    ],
)
def test_it_surely_finds(query: str, passage: int, marked: list[str]) -> None:
    hit = INDEX.search(query)[0]
    text = "\n".join(PASSAGES)
    assert (hit.passage, hit.weak) == (passage, False)
    assert [text[span.start : span.end] for span in hit.spans] == marked


@pytest.mark.parametrize("query", ["体检", "实质", "形式", "马化云", "净利率"])
def test_a_word_that_is_meant_is_no_slip_for_another(query: str) -> None:
    assert all(hit.weak for hit in INDEX.search(query))


def test_a_text_over_two_lines_is_found_with_postings_too() -> None:
    index = SearchIndex(document_of(PASSAGES), lexicon=Lexicon())
    index.search("zzz")
    assert index.search("云 计算")[0].match == "exact"


def test_other_words_of_a_theme_are_guesses_for_its_name_in_english() -> None:
    lexicon = parse_lexicon(
        '[[themes]]\nid = "i"\nname = "消费互联网"\nenglish = "consumer internet"\nwords = ["用户"]\n'
    )
    index = SearchIndex(document_of(PASSAGES), lexicon=lexicon)
    assert [(hit.passage, hit.weak) for hit in index.search("consumer internet")] == [(1, False)]


def test_a_dense_word_is_not_taken_for_a_rare_one() -> None:
    passages = ["宝玉" * 40 + "。" for _ in range(600)] + ["黛玉来了。", "黛玉走了，宝玉哭了。"]
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    assert index.search("宝玉 黛玉")[0].passage == 602


@pytest.mark.parametrize(
    ("passage", "query"), [("银行很多。", "yh"), ("tencent is here", "tencnet"), ("人民币很多。", "民人币")]
)
def test_guesses_are_all_counted(passage: str, query: str) -> None:
    index = SearchIndex(document_of([passage] * 1_000), lexicon=Lexicon())
    result = index.find(query)
    assert not result.counted
    assert index.count(query) == (1_000, 1_000)


def test_a_slip_is_found_behind_many_places_of_its_parts() -> None:
    index = SearchIndex(
        document_of([*["大家都大笑，大声说大话。"] * 1_000, "大数据在这里。"]), lexicon=Lexicon()
    )
    assert index.search("大众据")[0].passage == 1_001


def test_headings_are_found_with_and_without_the_space() -> None:
    passages = [*["QQ 音乐很好听，QQ音乐。"] * 500, "# QQ音乐", "正文", "# QQ 音乐"]
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    for query in ("QQ音乐", "QQ 音乐"):
        assert [hit.passage for hit in index.search(query)[:2]] == [501, 503]


def test_the_count_goes_on_beyond_what_is_ranked() -> None:
    lexicon = parse_lexicon('[[entities]]\nname = "腾讯"\nkind = "org"\nenglish = "Tencent"\n')
    for many in (3_999, 4_001):
        passages = [*["腾讯很大。"] * many, *["Tencent is big."] * 50]
        assert SearchIndex(document_of(passages), lexicon=lexicon).count("腾讯") == (many + 50, many + 50)
