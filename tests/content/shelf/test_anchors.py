from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from edits import EDITS
from hypothesis import given
from hypothesis import strategies as st
from samples import corpus_pages
from small_documents import document_of

from content import open_document
from content.shelf import Anchoring, Shelf
from content.shelf.bookmarks import CONTEXT, bookmark_of
from content.shelf.records import Bookmark

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document

MARKET = document_of("开头一段。", "集市搬到云上以后。", "结尾一段。")
LONG = "潮水退到第三根木桩，腾讯云的工程师才收起电脑，往码头的茶铺走去。"
ALLOWED = 2  # characters that either end may be off


def bookmark_at(text: str, start: int, end: int) -> Bookmark:
    made = bookmark_of(MARKET, MARKET.passages[0])
    return Bookmark(
        made.id, "", 1, start, end, text[start:end], text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT], "", "", (), None, made.created, made.modified,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "state"),
    [
        (("开头一段。", "集市搬到云上以后。", "结尾一段。"), "ok"),
        (("新加的一段。", "开头一段。", "集市搬到云上以后。", "结尾一段。"), "moved"),
        (("开头改了很多。", "集市搬到云上以后。", "结尾一段。"), "moved"),
        (("开头改了很多。", "集市搬到云上以后。", "结尾也改了。"), "lost"),
        (("新。", "开头一段。", "集市搬到云上以后。", "结尾一段。", "集市搬到云上以后。"), "moved"),
        (("开头一段。", "集市搬到云里以后。", "结尾一段。"), "drifted"),
        (("開頭一段。", "集市搬到雲上以後。", "結尾一段。"), "drifted"),
        (("开头一段。集市搬到云上以后。结尾一段。",), "moved"),
        (("开头一段。", "集市开到天黑才散。", "结尾一段。"), "lost"),
        (("开头一段。", "结尾一段。"), "lost"),
    ],
)
def test_the_state_of_a_bookmark_in_another_text(tmp_path: Path, texts: tuple[str, ...], state: str) -> None:
    with Shelf(tmp_path) as shelf:
        bookmark = shelf.add_bookmark(MARKET, MARKET.passages[1])
    text = document_of(*texts).text
    anchor = Anchoring(text).attach(bookmark)
    assert anchor.state == state
    if state in ("ok", "moved"):
        assert text[anchor.start : anchor.end] == bookmark.quote


def test_a_paragraph_is_known_again_wherever_it_was_put() -> None:
    before = document_of("码头开了。", LONG, "码头关了。")
    after = document_of("山里下雪。", "雪落了三天。", LONG, "路断了。")
    bookmark = bookmark_of(before, before.passages[1])
    anchor = Anchoring(after.text).attach(bookmark)
    assert (anchor.state, after.text[anchor.start : anchor.end]) == ("moved", LONG)


def test_the_same_words_in_another_sentence_are_not_what_was_marked() -> None:
    before = "雨季到了，腾讯云的工程师来修灯塔。\n集市上都说，腾讯云的工程师喝惯了这里的茶。"
    start = before.index("腾讯云的工程师来修灯塔")
    bookmark = bookmark_at(before, start, start + 7)
    assert Anchoring(before.split("\n")[1]).attach(bookmark).state == "lost"


def test_of_several_the_one_is_meant_that_stands_between_the_same_words() -> None:
    before = "东边的船。西边的船。南边的船。"
    for start in (3, 8, 13):
        bookmark = bookmark_at(before, start, start + 1)
        after = "序。\n" + before
        anchor = Anchoring(after).attach(bookmark)
        assert (anchor.state, anchor.start) == ("moved", start + 3)


def spans(document: Document, count: int, chance: random.Random) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while len(found) < count:
        passage, length = chance.choice(document.passages), chance.randint(6, 60)
        if len(passage.text) >= length:
            start = passage.start + chance.randint(0, len(passage.text) - length)
            found.append((start, start + length))
    return sorted(found)


def judge(document: Document, marked: list[tuple[int, int]], edit: str, seed: int) -> tuple[int, int]:
    """Return how many are found right, and how many at a wrong place."""
    edited = EDITS[edit](document.text, random.Random(seed))
    anchoring = Anchoring(edited.text)
    right = wrong = 0
    for start, end in marked:
        anchor = anchoring.attach(bookmark_at(document.text, start, end))
        true_start, true_end = edited.span(start, end)
        near = abs(anchor.start - true_start) <= ALLOWED and abs(anchor.end - true_end) <= ALLOWED
        right += anchor.state != "lost" and near
        wrong += anchor.state != "lost" and not near
    return right, wrong


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_edition_keeps_its_bookmarks(edit: str) -> None:
    document = open_document()
    passages = [(each.start, each.end) for each in document.passages]
    marked = spans(document, 100, random.Random(11)) + passages
    right, wrong = judge(document, marked, edit, 12)
    assert right >= 0.97 * len(marked)
    assert wrong <= 0.005 * len(marked)


@pytest.mark.thorough
@pytest.mark.parametrize("edit", EDITS)
def test_edited_pages_keep_their_bookmarks(edit: str) -> None:
    documents = [open_document(), *(open_document(path) for path in corpus_pages())]
    for whole in (False, True):
        right = wrong = count = 0
        for seed, document in enumerate(documents):
            passages = [(each.start, each.end) for each in document.passages]
            marked = passages if whole else spans(document, 300, random.Random(seed))
            good, bad = judge(document, marked, edit, seed)
            right, wrong, count = right + good, wrong + bad, count + len(marked)
        assert right >= 0.97 * count
        assert wrong <= 0.005 * count


def test_what_stood_in_a_deleted_passage_is_lost() -> None:
    document, chance = open_document(), random.Random(5)
    for passage in document.passages:
        without = document.text[: passage.start] + document.text[passage.end + 1 :]
        anchoring = Anchoring(without)
        marked = [(passage.start, passage.end)]
        for length in (6, 13, 40):
            if len(passage.text) >= length:
                start = passage.start + chance.randint(0, len(passage.text) - length)
                marked.append((start, start + length))
        for start, end in marked:
            assert anchoring.attach(bookmark_at(document.text, start, end)).state == "lost"


@given(st.text("甲乙丙，。 \nab", max_size=60), st.text("甲乙丙，。 \nab", max_size=60), st.data())
def test_every_text_is_borne(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    bookmark = bookmark_at(before, start, end)
    anchor = Anchoring(after).attach(bookmark)
    assert 0 <= anchor.start <= anchor.end <= len(after)
    if anchor.state in ("ok", "moved"):
        assert after[anchor.start : anchor.end] == bookmark.quote
    if bookmark.quote.strip():
        assert Anchoring(before).attach(bookmark).state == "ok"


@pytest.mark.parametrize("edit", EDITS)
def test_a_long_stretch_is_found_by_its_ends(edit: str) -> None:
    document = open_document()
    before = document.text * 20
    edited = EDITS[edit](before, random.Random(7))
    start = document.passages[4].start + 7
    stretch = start, start + 90_000
    anchor = Anchoring(edited.text).attach(bookmark_at(before, *stretch))
    true_start, true_end = edited.span(*stretch)
    assert abs(anchor.start - true_start) <= ALLOWED
    assert abs(anchor.end - true_end) <= ALLOWED


def test_a_long_stretch_is_lost_when_nothing_between_its_ends_is_left() -> None:
    text = open_document().text
    without = text[:800] + LONG * 90 + text[3500:]
    assert Anchoring(without).attach(bookmark_at(text, 300, 4000)).state == "lost"
    some = text[:800] + LONG * 2 + text[1500:]
    anchor = Anchoring(some).attach(bookmark_at(text, 300, 4000))
    assert (anchor.state, some[anchor.start : anchor.end]) == (
        "drifted",
        some[300 : len(some) - len(text) + 4000],
    )


def test_of_many_alike_none_is_taken_for_one_that_is_gone() -> None:
    clauses = [f"第{number}条　双方应当按时把货物送到码头，迟到的按天赔付。" for number in range(10, 40)]
    text = "\n".join(clauses)
    for gone, clause in enumerate(clauses):
        start = text.index(clause)
        anchoring = Anchoring("\n".join(clauses[:gone] + clauses[gone + 1 :]))
        assert anchoring.attach(bookmark_at(text, start, start + len(clause))).state == "lost"


def test_less_than_six_characters_are_found_only_as_they_were() -> None:
    text = "雨季到了，腾讯云的工程师来修灯塔，顺便看了看码头上的账本。"
    start = text.index("工程师")
    bookmark = bookmark_at(text, start, start + 3)
    assert Anchoring("序。" + text).attach(bookmark).state == "moved"
    assert Anchoring(text.replace("工程师", "工程師")).attach(bookmark).state == "lost"
    assert Anchoring("工程师喝茶。" + text.replace("腾讯云的工程师来修", "")).attach(bookmark).state == "lost"


def test_a_mark_alone_is_found_among_many() -> None:
    text = "".join(f"第{number}声！" for number in range(100))
    start = text.index("第57声") + 4
    anchor = Anchoring("序。" + text).attach(bookmark_at(text, start, start + 1))
    assert (anchor.state, anchor.start) == ("moved", start + 2)


def test_as_many_are_found_when_most_of_a_text_is_gone() -> None:
    text = open_document().text
    half = len(text) // 2
    marked = [(start, start + 12) for start in range(0, len(text) - 12, 10)]
    anchors = list(map(Anchoring("序。" + text[half:]).attach, (bookmark_at(text, *each) for each in marked)))
    for (start, _), anchor in zip(marked, anchors, strict=True):
        if start >= half + CONTEXT:
            assert (anchor.state, anchor.start) == ("moved", start - half + 2)
        elif start < half - 2 * CONTEXT:
            assert anchor.state == "lost"
