from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.key_phrases import find_key_phrases, propose_themes, themes_of
from content.analysis.names import Mention, NameFinding, find_names
from content.chinese.segmentation import shared_segmenter
from content.chinese.variants import fold, to_traditional
from content.document import Document, Span
from content.lexicon import Lexicon, Theme, bundled_lexicon
from content.reading.assembly import Part, assemble
from content.reading.edition import read_edition

if TYPE_CHECKING:
    from content.analysis.themes import ThemeFinding

TEXTS: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "judged" / "proposed_themes.toml").read_text(encoding="utf-8")
)["texts"]
NOTHING = Lexicon()


def judged_document(text: dict[str, Any]) -> Document:
    return assemble([Part("body", each) for each in text["passages"]], title=text["title"])


def person(document: Document, name: str) -> NameFinding:
    starts = [at for at in range(len(document.text)) if document.text.startswith(name, at)]
    mentions = tuple(Mention(document.passage_at(at).number, Span(at, at + len(name)), name) for at in starts)
    return NameFinding(name, "person", (), None, None, len(mentions), 0.9, mentions)


def words_of(document: Document) -> dict[int, list[str]]:
    return {passage.number: shared_segmenter().cut(passage.text) for passage in document.passages}


def said_by(theme: ThemeFinding, document: Document) -> set[str]:
    spans = [span for passage in theme.passages for span in passage.spans]
    return {theme.name, *(document.text[span.start : span.end] for span in spans)}


def measured(cut: bool) -> tuple[float, float]:
    """Return which share of the judged themes is proposed, and which share of the proposals is judged one."""
    wanted = found = proposed = right = 0
    for text in TEXTS:
        document = judged_document(text)
        words = words_of(document) if cut else None
        said = [said_by(theme, document) for theme in themes_of(document, NOTHING, words)]
        wanted += len(text["themes"])
        found += sum(any(words & set(theme) for words in said) for theme in text["themes"])
        proposed += len(said)
        right += sum(any(words & set(theme) for theme in text["themes"]) for words in said)
    return found / wanted, right / proposed


def test_what_a_reader_would_name_is_proposed() -> None:
    recall, precision = measured(cut=False)
    assert recall >= 0.75
    assert precision >= 0.75


@pytest.mark.thorough
def test_what_a_reader_would_name_is_proposed_from_words_too() -> None:
    recall, precision = measured(cut=True)
    assert recall >= 0.75
    assert precision >= 0.8


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text["title"])
def test_people_measures_and_everyday_words_are_nobodys_theme(text: dict[str, Any]) -> None:
    document = judged_document(text)
    people = [person(document, name) for name in text["never"][:2]]
    phrases = {phrase.text for phrase in find_key_phrases(document, None, people)}
    assert not phrases & set(text["never"])
    assert not any(name in phrase for phrase in phrases for name in text["never"][:1])


@pytest.mark.parametrize("text", TEXTS[:2], ids=lambda text: text["title"])
def test_the_script_does_not_matter(text: dict[str, Any]) -> None:
    document = judged_document(text)
    other = judged_document(
        {"title": to_traditional(text["title"]), "passages": list(map(to_traditional, text["passages"]))}
    )
    ours, theirs = find_key_phrases(document), find_key_phrases(other)
    assert [(each.folded, each.spans) for each in ours] == [(each.folded, each.spans) for each in theirs]
    assert [fold(each.id) for each in themes_of(other, NOTHING)] == [
        fold(each.id) for each in themes_of(document, NOTHING)
    ]


def test_a_longer_phrase_takes_the_places_of_its_parts() -> None:
    document = document_of("再生水很贵", "再生水不够", "再生水来了")
    assert [(each.text, each.count) for each in find_key_phrases(document)] == [("再生水", 3)]


def test_what_looks_like_a_person_is_none_without_names_too() -> None:
    document = document_of(
        "沈秉文走了，老周也走了，阿嫲呢", "沈秉文来了，老周，阿嫲", "再生水来了", "再生水走了"
    )
    assert [each.text for each in find_key_phrases(document)] == ["再生水"]


def test_a_word_may_begin_with_a_numeral() -> None:
    document = document_of("半导体设备很贵", "买半导体设备", "九十年很长", "过了九十年")
    words = {1: ["半导体", "设备", "很", "贵"], 3: ["九十年", "很", "长"], 4: ["过", "了", "九十年"]}
    assert [each.text for each in find_key_phrases(document, words)] == ["半导体设备"]


def test_words_that_rarely_meet_are_no_phrase() -> None:
    document = document_of("电站卖组件，组件卖电站", "组件电站", "电站有组件。组件比电站贵。", "组件电站")
    assert {each.text for each in find_key_phrases(document)} == {"组件", "电站"}


def test_what_others_say_as_often_counts_for_less() -> None:
    document = document_of("水袖与政府", "水袖与政府", "政府与水袖")
    assert [each.text for each in find_key_phrases(document)] == ["水袖", "政府"]


def test_notices_are_left_out() -> None:
    document = assemble([Part("notice", "组件，组件，组件"), Part("body", "一段话")], title="未定")
    assert find_key_phrases(document) == ()


def test_latin_words_need_a_capital() -> None:
    document = document_of("GPU 很贵", "买 GPU 的人 would", "would would GPU")
    assert [each.text for each in find_key_phrases(document)] == ["GPU"]


def test_phrases_of_the_same_passages_make_one_theme() -> None:
    document = document_of("曲牌和水袖", "曲牌和水袖", "组件", "组件和电池", "电池")
    themes = themes_of(document, NOTHING)
    assert {frozenset(said_by(theme, document)) for theme in themes} == {
        frozenset({"曲牌", "水袖"}),
        frozenset({"组件"}),
        frozenset({"电池"}),
    }
    assert all(theme.proposed and theme.id == theme.name for theme in themes)


def test_what_the_lexicon_has_is_not_proposed() -> None:
    document = document_of("曲牌和水袖", "曲牌", "水袖", "曲牌")
    lexicon = Lexicon(themes=(Theme("opera", "戏", None, ("曲牌",)),))
    assert [theme.id for theme in propose_themes(document, lexicon)] == ["水袖"]


def test_themes_are_proposed_where_the_lexicon_finds_fewer_than_three() -> None:
    document = document_of("曲牌和水袖", "曲牌和组件", "组件和电池")
    few = tuple(Theme(each, each, None, (word,)) for each, word in (("cloud", "曲牌"), ("retail", "水袖")))
    of_few = [("cloud", False), ("retail", False), ("组件", True)]
    assert [(each.id, each.proposed) for each in themes_of(document, Lexicon(themes=few))] == of_few
    enough = Lexicon(themes=(*few, Theme("finance", "金融", None, ("电池",))))
    assert not any(each.proposed for each in themes_of(document, enough))
    own = Lexicon(themes=(*few, Theme("我的", "我的", None, ("电池",))))  # a reader's own takes none away
    assert [each.id for each in themes_of(document, own)] == ["cloud", "retail", "我的", "组件"]


def test_nothing_is_proposed_where_nothing_is_repeated() -> None:
    assert propose_themes(document_of("山里有一座桥。"), NOTHING) == ()
    assert propose_themes(document_of(), NOTHING) == ()


def test_names_stand_among_the_entities_and_are_no_themes() -> None:
    document = read_edition()
    names = find_names(document, bundled_lexicon())
    proposed = {theme.name for theme in propose_themes(document, NOTHING, None, names)}
    assert {"产业互联网", "解决方案"} <= proposed
    assert "腾讯" not in proposed


@settings(deadline=None)
@given(st.lists(st.text("组件电池光伏的，。 aGPU5\n\U00020000國", max_size=30), max_size=5), st.booleans())
def test_any_text_gives_spans_that_read_as_the_phrase(texts: list[str], characters: bool) -> None:
    document = document_of(*texts)
    words = {each.number: list(each.text) for each in document.passages} if characters else None
    for phrase in find_key_phrases(document, words):
        assert phrase.score > 0
        assert len(phrase.spans) >= phrase.count >= 2
        assert list(phrase.spans) == sorted(phrase.spans)
        assert {fold(document.text[span.start : span.end]) for span in phrase.spans} == {phrase.folded}
    for theme in themes_of(document, NOTHING, words):
        assert theme.proposed
        assert max(passage.weight for passage in theme.passages) == 1.0


def test_what_is_cut_from_names_is_no_theme() -> None:
    cut = [
        "蜜糕",
        "坊",
        "开",
        "了",
        "分店",
        "，",
        "分店",
        "的",
        "蜜糕",
        "坊",
        "很",
        "新",
        "，",
        "杂粮",
        "也",
        "新",
    ]
    document = document_of(*("".join(cut),) * 4)
    phrases = {
        each.text for each in find_key_phrases(document, {each.number: cut for each in document.passages})
    }
    assert "蜜糕" not in phrases
    assert "杂粮" in phrases


def test_what_mostly_stands_in_names_is_no_theme() -> None:
    papers = ("青鸟经济新闻", "白鹭经济新闻", "灰雁经济新闻", "黑鹳经济新闻")
    document = document_of(*(f"{paper}说，杂粮涨价了。" for paper in papers))
    words = {
        each.number: [each.text[:2], "经济新闻", "说", "，", "杂粮", "涨价", "了", "。"]
        for each in document.passages
    }
    themes = propose_themes(document, NOTHING, words)
    assert "经济新闻" in {word for theme in themes for word in theme.words}
    named = [replace(person(document, paper), kind="media") for paper in papers]
    themes = propose_themes(document, NOTHING, words, named)
    assert {word for theme in themes for word in theme.words} >= {"杂粮涨价"}
    assert "经济新闻" not in {word for theme in themes for word in theme.words}


def test_a_label_is_no_theme() -> None:
    document = document_of(*("绘图人员：杂粮很贵",) * 4)
    words = {each.number: ["绘图人员", "：", "杂粮", "很", "贵"] for each in document.passages}
    assert {phrase.text for phrase in find_key_phrases(document, words)} == {"杂粮"}
