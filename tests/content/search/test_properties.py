"""What holds for every text and every query, over one document and over several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from naughty import NAUGHTY, name_of
from rapidfuzz.distance import OSA
from search_texts import document_of

from content.chinese.pinyin import easily_confused, readings
from content.lexicon import Lexicon
from content.scrub import scrub
from content.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.search import Hit

LETTERS = "云计算騰訊金融科技的，。！ 　\tabQＱ19% \n—「」〇ü'é\U00020000😀-:\""
SPOKEN = "云计算金融科技行重曾长乐都还会没单朝西安方案女绿略儿啊银杭州上海"
passage_texts = (st.text(alphabet=LETTERS, min_size=1, max_size=40) | st.text(max_size=30)).map(
    lambda text: scrub(text).text
)
passages_of_any_text = st.lists(passage_texts, min_size=1, max_size=5)
documents_of_any_text = st.lists(passages_of_any_text, min_size=1, max_size=3)
# Lone surrogates too, which `st.text()` leaves out.
queries = st.text(alphabet=LETTERS + "jrkeiztong", max_size=12) | st.text(
    st.characters(exclude_categories=()), max_size=12
)
spoken_passages = st.lists(st.text(alphabet=SPOKEN + "，", min_size=4, max_size=30), min_size=1, max_size=4)


def index_of(documents: Sequence[Sequence[str]]) -> SearchIndex:
    return SearchIndex([document_of(passages) for passages in documents], lexicon=Lexicon())


def texts_of(documents: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[text.removeprefix("# ") for text in passages] for passages in documents]


def matched(documents: Sequence[Sequence[str]], hit: Hit) -> list[str]:
    text = document_of(documents[hit.document]).text
    return [text[span.start : span.end] for span in hit.spans]


def check(documents: Sequence[Sequence[str]], hits: Sequence[Hit]) -> None:
    assert len({(hit.document, hit.passage) for hit in hits}) == len(hits)
    for hit in hits:
        assert 0 <= hit.score <= 1
        assert hit.spans
        passage = document_of(documents[hit.document]).passages[hit.passage - 1]
        previous = passage.start
        for span in hit.spans:
            assert previous <= span.start < span.end <= passage.end
            previous = span.end
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    ranks = [(hit.match != "exact", hit.weak) for hit in hits]
    assert ranks == sorted(ranks)


def may_be_read(text: str, letters: str) -> bool:
    """Tell whether characters use up the letters, by syllables, their beginnings, or sounds like them."""
    if not text:
        return not letters
    if text[0] == " ":
        return may_be_read(text[1:], letters)
    sounds = {sound for reading in readings(text[0]) for sound in (reading, *easily_confused(reading))}
    beginnings = {sound[:end] for sound in sounds for end in range(1, len(sound) + 1)} | {text[0]}
    return any(
        letters.startswith(beginning) and may_be_read(text[1:], letters[len(beginning) :])
        for beginning in beginnings
    )


@settings(max_examples=80, deadline=None)
@given(documents=documents_of_any_text, data=st.data())
@example(documents=[["a　 \tb云c"]], data=None)
@example(documents=[["云"], ["-云"]], data=None)
@example(documents=[["section:云"], ["云"]], data=None)
@example(documents=[['"云'], ["云", "a"]], data=None)
def test_what_a_passage_holds_is_found_as_exact(
    documents: list[list[str]], data: st.DataObject | None
) -> None:
    texts = texts_of(documents)
    if data is None:
        document, number, part = 0, 1, texts[0][0]
    else:
        document = data.draw(st.integers(0, len(texts) - 1))
        number = data.draw(st.integers(1, len(texts[document])))
        text = texts[document][number - 1]
        start = data.draw(st.integers(0, len(text)))
        part = text[start : data.draw(st.integers(start, len(text)))]
    if not any(character.isalnum() for character in part):
        return
    result = index_of(documents).find(part, limit=100)
    check(documents, result.hits)
    exact = {(hit.document, hit.passage) for hit in result.hits if hit.match == "exact" and not hit.weak}
    holding = {
        (place, number)
        for place, passages in enumerate(texts)
        for number, text in enumerate(passages, 1)
        if part.strip() in text
    }
    assert (document, number) in holding <= exact
    assert result.total == len(result.hits)
    assert result.occurrences == sum(len(hit.spans) for hit in result.hits)


@settings(max_examples=80, deadline=None)
@given(documents=documents_of_any_text, query=queries)
def test_any_query_is_answered_in_order(documents: list[list[str]], query: str) -> None:
    check(documents, index_of(documents).search(query, limit=100))


@settings(max_examples=40, deadline=None)
@given(documents=documents_of_any_text, query=queries)
def test_fewer_hits_are_the_first_of_more(documents: list[list[str]], query: str) -> None:
    index = index_of(documents)
    assert index.search(query, limit=2) == index.search(query, limit=100)[:2]


@settings(max_examples=40, deadline=None)
@given(documents=documents_of_any_text, query=queries)
def test_the_true_count_is_that_of_all_hits(documents: list[list[str]], query: str) -> None:
    index = index_of(documents)
    result = index.find(query, limit=100)
    assert index.count(query) == (result.total, result.occurrences)
    assert result.total == len(result.hits)
    assert result.counted


@settings(max_examples=25, deadline=None)
@given(passages=spoken_passages, data=st.data())
@example(passages=["曾重行长乐", "云"], data=None)
def test_what_is_typed_by_sound_is_found_and_marked(passages: list[str], data: st.DataObject | None) -> None:
    if data is None:
        number, part, sounds = 1, "曾重行长乐", ["ceng", "chong", "hang", "chang", "yue"]
    else:
        runs = [
            (number, run)
            for number, text in enumerate(passages, 1)
            for run in text.split("，")
            if len(run) >= 4
        ]
        if not runs:
            return
        number, part = data.draw(st.sampled_from(runs))
        part = part[:6]
        sounds = [data.draw(st.sampled_from(readings(character))) for character in part]
    index = index_of([passages])
    for typed in ("".join(sounds), " ".join(sounds), part[:2] + "".join(sounds[2:])):
        hits = index.search(typed, limit=100)
        check([passages], hits)
        (found,) = [hit for hit in hits if hit.passage == number]
        assert any(part in span or span in part for span in matched([passages], found))
        letters = typed.replace(" ", "")
        for hit in hits:
            if hit.match in ("pinyin", "initials") and not hit.weak:
                assert all(may_be_read(span, letters) for span in matched([passages], hit))


@settings(max_examples=40, deadline=None)
@given(passages=spoken_passages, data=st.data())
def test_initials_are_found_and_marked(passages: list[str], data: st.DataObject) -> None:
    runs = [
        (number, run) for number, text in enumerate(passages, 1) for run in text.split("，") if len(run) >= 5
    ]
    if not runs:
        return
    number, part = data.draw(st.sampled_from(runs))
    typed = "".join(data.draw(st.sampled_from(readings(each)))[0] for each in part[:6])
    hits = index_of([passages]).search(typed, limit=100)
    check([passages], hits)
    assert number in {hit.passage for hit in hits}
    for hit in hits:
        if hit.match == "initials":
            assert all(may_be_read(span, typed) for span in matched([passages], hit))


@settings(max_examples=25, deadline=None)
@given(passages=spoken_passages, data=st.data())
def test_a_guess_at_the_spelling_is_one_slip_away(passages: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(passages))
    start = data.draw(st.integers(0, len(text) - 4))
    part = text[start : start + 6]
    place = data.draw(st.integers(0, len(part) - 1))
    typed = part[:place] + data.draw(st.sampled_from(["", "龘", "云"])) + part[place + 1 :]
    unmarked = typed.replace("，", "")  # marks are left aside where a query does not stand as it was typed
    for hit in index_of([passages]).search(typed, limit=100):
        if hit.match == "fuzzy":
            spans = matched([passages], hit)
            assert all(min(OSA.distance(span, each) for each in (typed, unmarked)) <= 1 for span in spans)


@pytest.mark.parametrize("query", NAUGHTY, ids=name_of)
def test_no_query_raises(query: str) -> None:
    documents = [["云计算与金融科技，2015 年 9 月涨了 69%。", "腾讯的小程序 QQ"], ["\ufffd[/]一亿", "# 云"]]
    index = index_of(documents)
    check(documents, index.search(query))
    check(documents, index.search(query, limit=1))
    passages, places = index.count(query)
    assert 0 <= passages <= places
