from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.themes import ThemeFinding, find_themes
from content.chinese.variants import to_traditional
from content.lexicon import Lexicon, Theme, bundled_lexicon
from content.reading.assembly import Part, assemble
from content.reading.edition import read_edition

TEA = Theme("tea", "茶", "tea", ("茶叶", "绿茶", "green tea", "AI"), ("茶", "水"), ("茶几", "水泥"))
CLOTH = Theme("cloth", "布", None, ("布", "茶布"))
LEXICON = Lexicon(themes=(TEA, CLOTH))


def words_of(finding: ThemeFinding, text: str) -> list[str]:
    return [text[span.start : span.end] for passage in finding.passages for span in passage.spans]


def found(text: str) -> dict[str, list[str]]:
    return {finding.id: words_of(finding, text) for finding in find_themes(document_of(text), LEXICON)}


def test_a_document_without_passages_has_none() -> None:
    assert find_themes(document_of(), LEXICON) == ()


def test_the_longest_word_counts() -> None:
    assert found("茶叶、绿茶和 Green Tea") == {"tea": ["茶叶", "绿茶", "Green Tea"]}


def test_a_stretch_may_belong_to_two_themes() -> None:
    assert found("绿茶布") == {"tea": ["绿茶"], "cloth": ["茶布"]}
    assert found("茶叶与茶布") == {"tea": ["茶叶", "茶"], "cloth": ["茶布"]}


def test_ambiguous_words_need_one_of_the_themes_own() -> None:
    assert found("茶和水") == {}
    assert found("茶和水，还有茶叶") == {"tea": ["茶", "水", "茶叶"]}


def test_many_ambiguous_words_need_more_of_the_themes_own() -> None:
    assert found("茶叶，" + "水，" * 5) == {"tea": ["茶叶"]}
    assert found("茶叶，绿茶，" + "水，" * 5) == {"tea": ["茶叶", "绿茶", *"水" * 5]}


def test_a_longer_word_that_only_looks_like_one_gives_nothing() -> None:
    assert found("茶叶在茶几上，水泥在水里") == {"tea": ["茶叶", "水"]}


@pytest.mark.parametrize("text", ["Aladdin", "MAIN", "AIs", "ai", "evergreen tea", "green teas"])
def test_latin_words_stand_between_boundaries(text: str) -> None:
    assert found(text) == {}


def test_headings_are_counted_and_notices_are_not() -> None:
    document = assemble(
        [Part("notice", "茶叶"), Part("heading", "茶叶", 1), Part("body", "一杯茶叶")], title="茶叶"
    )
    (finding,) = find_themes(document, LEXICON)
    assert [passage.passage for passage in finding.passages] == [2, 3]


def test_a_notice_does_not_make_an_ambiguous_word_sure() -> None:
    document = assemble([Part("notice", "茶叶"), Part("body", "一杯茶")], title="未定")
    assert find_themes(document, LEXICON) == ()


def test_the_weight_is_the_share_covered_with_sixty_characters_added() -> None:
    full, thin, short = "茶叶" * 20, "茶叶" + "山" * 38, "茶叶"
    (finding,) = find_themes(document_of(full, thin, short), LEXICON)
    densest = 40 / (40 + 60)
    assert [passage.weight for passage in finding.passages] == [
        1.0,
        round(2 / (40 + 60) / densest, 4),
        round(2 / (2 + 60) / densest, 4),
    ]


def test_a_heading_of_two_characters_does_not_outweigh_a_full_passage() -> None:
    document = assemble(
        [Part("heading", "茶叶", 1), Part("body", "茶叶和绿茶，茶叶和绿茶" + "山" * 60)], title="未定"
    )
    (finding,) = find_themes(document, LEXICON)
    assert max(finding.passages, key=lambda passage: passage.weight).passage == 2


def test_traditional_text_gives_what_simplified_text_gives() -> None:
    edition = read_edition()
    parts = [Part(passage.kind, to_traditional(passage.text)) for passage in edition.passages]
    traditional = find_themes(assemble(parts, title="繁"), bundled_lexicon())
    assert [(finding.id, finding.count) for finding in traditional] == [
        (finding.id, finding.count) for finding in find_themes(edition, bundled_lexicon())
    ]


@pytest.mark.parametrize("theme", bundled_lexicon().themes, ids=lambda theme: theme.id)
def test_every_word_of_the_bundled_themes_is_found(theme: Theme) -> None:
    for word in theme.words:
        text = f"说到“{word}”。"
        findings = {
            finding.id: words_of(finding, text)
            for finding in find_themes(document_of(text), bundled_lexicon())
        }
        assert word in findings.get(theme.id, []), word


@pytest.mark.parametrize("theme", bundled_lexicon().themes, ids=lambda theme: theme.id)
def test_every_exception_of_the_bundled_themes_holds(theme: Theme) -> None:
    for word in theme.exceptions:
        document = document_of(theme.words[0], f"说到“{word}”。")
        (finding,) = [
            finding for finding in find_themes(document, bundled_lexicon()) if finding.id == theme.id
        ]
        assert [passage.passage for passage in finding.passages] == [1], word


def test_the_edition_speaks_of_every_theme_where_its_sections_do() -> None:
    edition = read_edition()
    findings = {finding.id: finding for finding in find_themes(edition, bundled_lexicon())}
    assert set(findings) == {theme.id for theme in bundled_lexicon().themes}
    homes = {
        "cloud": {"上云", "「数字接口」与三季报"},
        "finance": {"金融的助手", "银行背后的微众"},
        "banking": {"银行背后的微众"},
        "insurance": {"装进小程序的保险"},
        "retail": {"走到线下的智慧零售"},
        "mini-programs": {"走到线下的智慧零售", "装进小程序的保险"},
        "organisation": {"组织先行", "金融的助手"},
    }
    for theme, sections in homes.items():
        densest = max(findings[theme].passages, key=lambda passage: passage.weight)
        assert edition.section_of(edition.passages[densest.passage - 1]).title in sections, theme


def test_a_walk_under_clouds_is_not_about_computing() -> None:
    assert find_themes(document_of("山上的云很低，云下的水很安全，店里的顾客不多。"), bundled_lexicon()) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.lists(
            st.sampled_from([*TEA.words, *TEA.ambiguous, *TEA.exceptions, "茶布", "，", " ", "叶", "x"])
        ).map("".join),
        min_size=1,
        max_size=4,
    )
)
def test_spans_are_in_their_passage_and_never_overlap(texts: list[str]) -> None:
    document = document_of(*texts)
    for finding in find_themes(document, LEXICON):
        spans = [span for passage in finding.passages for span in passage.spans]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert finding.count == len(spans) > 0
        numbers = [passage.passage for passage in finding.passages]
        assert numbers == sorted(set(numbers))
        assert max(passage.weight for passage in finding.passages) == 1.0
        for passage in finding.passages:
            assert 0 < passage.weight <= 1
            place = document.passages[passage.passage - 1]
            assert all(place.start <= span.start < span.end <= place.end for span in passage.spans)
