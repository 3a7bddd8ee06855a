from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.entities import find_entities
from content.chinese.segmentation import shared_segmenter
from content.document import Document
from content.lexicon import Entity, Lexicon, bundled_lexicon
from content.reading.edition import read_edition

if TYPE_CHECKING:
    from content.analysis.names import NameFinding

NOTHING = Lexicon()


def found(*texts: str, lexicon: Lexicon = NOTHING) -> dict[str, NameFinding]:
    document = document_of(*texts)
    words = {each.number: shared_segmenter().cut(each.text) for each in document.passages}
    return {name.name: name for name in find_entities(document, lexicon, words)}


def texts_of(finding: NameFinding) -> list[str]:
    return [mention.text for mention in finding.mentions]


def test_a_name_has_its_role_from_the_text() -> None:
    names = found("宏远机械副总裁沈国梁在年会上表示，今年订单很多。", "周予安（首席经济学家）也认为不错。")
    assert names["沈国梁"].role == "宏远机械副总裁"
    assert names["周予安"].role == "首席经济学家"
    assert names["沈国梁"].kind == "person"


def test_a_name_told_once_is_found_wherever_it_stands() -> None:
    names = found("总经理蒋思源负责销售。", "散会后蒋思源的助手没有跟去，下蒋思源的车。")
    assert names["蒋思源"].count == 3


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        (
            "云南恒丰矿业有限公司（以下简称“恒丰矿业”）很大，恒丰矿业去年盈利。",
            "云南恒丰矿业有限公司",
            "恒丰矿业",
        ),
        ("智能出行事业部(IMD)独立运营，IMD的业务很多。", "智能出行事业部", "IMD"),
        ("创始人汪建业今年五十岁，员工都叫他汪总。", "汪建业", "汪总"),
        ("作家加西亚·马尔克斯的书卖得很好，马尔克斯生于小镇。", "加西亚·马尔克斯", "马尔克斯"),
    ],
)
def test_other_forms_belong_to_the_full_name(text: str, name: str, form: str) -> None:
    names = found(text)
    assert form in names[name].aliases
    assert form in texts_of(names[name])
    assert form not in names


def test_the_lexicon_wins_over_what_is_found() -> None:
    lexicon = Lexicon((Entity("沈国梁", "product", ("老沈",), english="Shen"),))
    names = found("董事长沈国梁表示，老沈很累。", lexicon=lexicon)
    assert names["沈国梁"].kind == "product"
    assert names["沈国梁"].confidence == 1
    assert texts_of(names["沈国梁"]) == ["沈国梁", "老沈"]


def test_a_longer_organisation_holds_one_of_the_lexicon() -> None:
    lexicon = Lexicon((Entity("星海", "org"),))
    names = found("星海与星海玄武实验室是两回事。", lexicon=lexicon)
    assert texts_of(names["星海"]) == ["星海"]
    assert texts_of(names["星海玄武实验室"]) == ["星海玄武实验室"]


def test_notices_name_nobody() -> None:
    document = document_of("董事长沈国梁表示。", "董事长周予安表示。")
    silent = replace(document.passages[0], kind="notice")
    document = Document("题", document.text, (silent, document.passages[1]), document.sections)
    assert [name.name for name in find_entities(document, NOTHING)] == ["周予安"]


@pytest.mark.parametrize("words", [{1: ["别的", "词"]}, {1: []}, {}, None, {7: ["沈国梁"]}])
def test_words_that_do_not_fit_are_left_aside(words: dict[int, list[str]] | None) -> None:
    document = document_of("董事长沈国梁表示，今年订单很多。")
    assert [name.name for name in find_entities(document, NOTHING, words)] == ["沈国梁"]


PIECES = [
    *(
        "董事长",
        "沈国梁",
        "表示",
        "，",
        "。",
        "《",
        "》",
        "（",
        "）",
        "、",
        "·",
        "的",
        "公司",
        "集团",
        "北京",
        "省",
        "委",
    ),
    *(
        "有限公司",
        "银行",
        "欧阳",
        "老",
        "总",
        "某",
        "创始人",
        "OpenAI",
        "David Miller",
        " ",
        "来自",
        "简称",
        "“",
        "”",
        "第3届",
    ),
    *(
        "大会",
        "网",
        "中国",
        "事业群",
        "(",
        "联合国",
        "小米",
        "\n",
        "王",
        "司马",
        "西门",
        "东方",
        "-",
        "腾讯",
        "微众",
        "\U00020000",
        "\ufffd",
    ),
]


def test_a_firm_with_its_ending_and_without_it_is_one() -> None:
    text = "澜川科技公司成立了。澜川科技宣布扩产，澜川科技集团没有回应；澜川科技的股价上涨。"
    words = {1: shared_segmenter().cut(text)}
    (found,) = [each for each in find_entities(document_of(text), NOTHING, words) if each.kind == "org"]
    assert (found.name, found.count) == ("澜川科技公司", 4)
    assert set(found.aliases) == {"澜川科技", "澜川科技集团"}


def test_what_is_between_marks_is_a_product_only_where_it_is_a_name() -> None:
    text = "公司发布了“澜乐”手机，称其为“体验好”的产品，是市场的“试金石”平台。名为“青鸟”的系统也上线了。"
    document = document_of(text)
    words = {1: shared_segmenter().cut(text)}
    found = {each.name for each in find_entities(document, NOTHING, words) if each.kind == "product"}
    assert found == {"澜乐", "青鸟"}


@pytest.mark.parametrize("texts", [("", "", "沈国梁董事长沈国梁"), ("联合国", "", "有限公司")])
def test_no_name_reaches_over_empty_passages(texts: tuple[str, ...]) -> None:
    document = document_of(*texts)
    for finding in find_entities(document, bundled_lexicon()):
        assert not any("\n" in mention.text for mention in finding.mentions)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=12), max_size=4)
)
def test_any_text_gives_spans_that_say_what_stands_there(texts: list[str]) -> None:
    document = document_of(*(texts or [""]))
    lexicon = bundled_lexicon()
    words = {each.number: shared_segmenter().cut(each.text) for each in document.passages}
    for given_words in (words, None):
        findings = find_entities(document, lexicon, given_words)
        spans = []
        for finding in findings:
            assert finding.count == len(finding.mentions) > 0
            assert 0 < finding.confidence <= 1
            for mention in finding.mentions:
                start, end = mention.span.start, mention.span.end
                passage = document.passages[mention.passage - 1]
                assert passage.start <= start < end <= passage.end
                assert document.text[start:end] == mention.text
                spans.append((start, end))
        spans.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        assert len({finding.name for finding in findings}) == len(findings)


def test_the_edition_names_who_the_lexicon_names_and_no_common_word() -> None:
    document = read_edition()
    words = {each.number: shared_segmenter().cut(each.text) for each in document.passages}
    names = {name.name: name for name in find_entities(document, bundled_lexicon(), words)}
    assert {"马化腾", "腾讯", "微众银行"} <= set(names)
    assert not {"智慧", "高水平", "齐全", "金融科技"} & {
        name for name in names if names[name].kind == "person"
    }
