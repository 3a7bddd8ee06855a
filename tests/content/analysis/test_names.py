from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.names import find_names
from content.chinese.variants import to_traditional
from content.lexicon import ENTITY_KINDS, Entity, Lexicon, bundled_lexicon
from content.reading.assembly import Part, assemble
from content.reading.edition import read_edition

LEXICON = Lexicon(
    entities=(
        Entity("微众银行", "org", ("微众",), english="WeBank"),
        Entity("微信", "product", english="WeChat"),
        Entity("微信支付", "product", english="WeChat Pay"),
        Entity("滨海大厦", "place", ("微信滨海大厦",)),
        Entity("应用线", "org", ("FiT", "应用 CDC")),
        Entity("京东", "org", exceptions=("南京东",)),
        Entity("手机 QQ", "product", ("QQ",)),
    )
)
FORMS = [form for entity in LEXICON.entities for form in entity.forms]


def mentioned(text: str) -> list[tuple[str, str]]:
    """Each mention in reading order: whose it is and what stands there."""
    findings = find_names(document_of(text), LEXICON)
    mentions = [
        (mention.span, finding.name, mention.text) for finding in findings for mention in finding.mentions
    ]
    return [(name, found) for _, name, found in sorted(mentions)]


def test_a_short_form_is_a_mention_of_the_whole_name() -> None:
    assert mentioned("微众和微众银行") == [("微众银行", "微众"), ("微众银行", "微众银行")]


def test_the_longest_form_wins_across_kinds() -> None:
    assert mentioned("微信滨海大厦里用微信支付，不是微信") == [
        ("滨海大厦", "微信滨海大厦"),
        ("微信支付", "微信支付"),
        ("微信", "微信"),
    ]


@pytest.mark.parametrize("text", ["WeBank", "webank", "WEBANK", "ＷｅＢａｎｋ", "在WeBank里"])
def test_latin_forms_ignore_case_and_width(text: str) -> None:
    assert [name for name, _ in mentioned(text)] == ["微众银行"]


@pytest.mark.parametrize("text", ["WeBanker", "theWeBank", "WeBank2", "QQs", "aQQ", "WeChatter"])
def test_latin_forms_stand_between_boundaries(text: str) -> None:
    assert mentioned(text) == []


def test_a_longer_latin_form_that_breaks_off_leaves_the_shorter_one() -> None:
    assert mentioned("WeChat Payment") == [("微信", "WeChat")]


@pytest.mark.parametrize("text", ["手机QQ", "手机 QQ", "手机\u3000QQ", "手机\u00a0QQ"])
def test_the_space_between_chinese_and_latin_is_optional(text: str) -> None:
    assert mentioned(text) == [("手机 QQ", text)]


def test_short_latin_forms_count_as_written_or_in_capitals() -> None:
    assert mentioned("FiT 和 FIT，不是 fit") == [("应用线", "FiT"), ("应用线", "FIT")]


def test_a_longer_word_that_only_looks_like_a_name_gives_nothing() -> None:
    assert mentioned("南京东路上的京东") == [("京东", "京东")]


def test_traditional_text_gives_what_simplified_text_gives() -> None:
    edition = read_edition()
    parts = [Part(passage.kind, to_traditional(passage.text)) for passage in edition.passages]
    traditional = find_names(assemble(parts, title="繁"), bundled_lexicon())
    simplified = find_names(edition, bundled_lexicon())
    assert [(finding.name, finding.count) for finding in traditional] == [
        (finding.name, finding.count) for finding in simplified
    ]


def test_headings_are_counted_and_notices_are_not() -> None:
    document = assemble(
        [Part("notice", "微信"), Part("heading", "微信", 1), Part("body", "微信")], title="微信"
    )
    (finding,) = find_names(document, LEXICON)
    assert [mention.passage for mention in finding.mentions] == [2, 3]


def test_findings_are_ordered_by_kind_and_then_by_count() -> None:
    findings = find_names(document_of("京东、微信、微信支付、微信支付、滨海大厦、微众、微众"), LEXICON)
    assert [(finding.kind, finding.name) for finding in findings] == [
        ("org", "微众银行"),
        ("org", "京东"),
        ("product", "微信支付"),
        ("product", "微信"),
        ("place", "滨海大厦"),
    ]


def test_a_finding_carries_what_the_lexicon_knows() -> None:
    (finding,) = find_names(document_of("阿里云"), bundled_lexicon())
    assert (finding.kind, finding.english, finding.confidence) == ("org", "Alibaba Cloud", 1.0)
    assert finding.role
    assert "Aliyun" in finding.aliases


def test_nothing_known_gives_nothing() -> None:
    assert find_names(document_of("微信"), Lexicon()) == ()
    assert find_names(document_of("一条河"), LEXICON) == ()


@pytest.mark.parametrize("entity", bundled_lexicon().entities, ids=lambda entity: entity.name)
def test_every_form_of_the_bundled_lexicon_is_found(entity: Entity) -> None:
    for form in entity.forms:
        (finding,) = find_names(document_of(f"说到“{form}”。"), bundled_lexicon())
        assert (finding.name, finding.mentions[0].text) == (entity.name, form)


@pytest.mark.parametrize("entity", bundled_lexicon().entities, ids=lambda entity: entity.name)
def test_every_exception_of_the_bundled_lexicon_holds(entity: Entity) -> None:
    for word in entity.exceptions:
        findings = find_names(document_of(f"说到“{word}”。"), bundled_lexicon())
        assert entity.name not in [finding.name for finding in findings], word


def test_the_story_names_its_people_and_counts_them() -> None:
    counts = {
        (finding.kind, finding.name): finding.count
        for finding in find_names(read_edition(), bundled_lexicon())
    }
    people = {name for kind, name in counts if kind == "person"}
    assert people == {
        "马化腾",
        "曾佳欣",
        "张晓辉",
        "加缪",
        "毛泽东",
        "陈妍",
        "刘炽平",
        "刘江",
        "张文",
        "刘家明",
        "赖志明",
    }
    story = read_edition()
    assert counts["person", "马化腾"] == story.text.count("马化腾")
    assert counts["product", "小程序"] == story.text.count("小程序")


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from([*FORMS, "京", "南京东", "微", "，", " ", "a", "fit", "İ", "雲"])).map(
            "".join
        ),
        min_size=1,
        max_size=4,
    )
)
def test_mentions_are_true_spans_that_never_overlap(texts: list[str]) -> None:
    document = document_of(*texts)
    findings = find_names(document, LEXICON)
    mentions = [mention for finding in findings for mention in finding.mentions]
    for mention in mentions:
        passage = document.passages[mention.passage - 1]
        assert document.text[mention.span.start : mention.span.end] == mention.text != ""
        assert passage.start <= mention.span.start < mention.span.end <= passage.end
    spans = sorted(mention.span for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(finding.count == len(finding.mentions) > 0 for finding in findings)
    kinds = [ENTITY_KINDS.index(finding.kind) for finding in findings]
    assert kinds == sorted(kinds)
