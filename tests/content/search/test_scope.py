"""Which passages filters leave."""

from __future__ import annotations

import gc
import weakref
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from content.document import Document, Passage, Section, Span
from content.search.operators import read_operators
from content.search.scope import Scope, Scopes

# Title, level and the kinds of the passages below it; each passage is a line of four characters.
SECTIONS = [
    ("引子", 1, ["epigraph", "body"]),
    ("金融的助手", 1, ["heading", "body"]),
    ("銀行背後", 2, ["heading", "pullquote", "body"]),
    ("微众 FiT", 3, ["heading"]),
    ("数字接口与 Q3 财报", 1, ["heading", "notice", "body"]),
]


def document() -> Document:
    passages: list[Passage] = []
    sections: list[Section] = []
    for title, level, kinds in SECTIONS:
        first = len(passages) + 1
        for kind in kinds:
            start = 5 * len(passages)
            passages.append(
                Passage(len(passages) + 1, "四个字。", kind, len(sections) + 1, start, start + 4)  # type: ignore[arg-type]
            )
        sections.append(Section(len(sections) + 1, title, level, level == 0, first, len(passages)))
    return Document("题", "\n".join(each.text for each in passages), tuple(passages), tuple(sections))


DOCUMENT = document()
LABELS = {
    "theme:cloud": [Span(5, 6), Span(7, 8), Span(20, 22)],
    "theme:云": [Span(5, 6)],
    "entity:腾讯": [Span(20, 21), Span(51, 52)],
}


def scope(typed: str) -> Scope:
    request = read_operators(typed)
    assert request is not None
    return Scopes([DOCUMENT], [LABELS]).of(request.filters)


def numbers_in(found: Scope) -> list[tuple[int, int]]:
    """Return the index of the document and the number of every passage that is left."""
    passages = [
        (document, number)
        for document, (start, end) in enumerate(pairwise(found.bases))
        for number in range(1, end - start + 1)
    ]
    assert len(passages) == len(found.flat)
    return [each for each in passages if found.allows(*each)]


def left(typed: str) -> list[int]:
    return [number for _, number in numbers_in(scope(typed))]


def test_a_section_is_named_by_a_part_of_its_title_in_any_writing() -> None:
    for typed in ("section:引子", "section:引", "章节：引"):
        assert left(typed) == [1, 2]
    assert left("section:銀行") == left("section:银行") == [5, 6, 7, 8]
    assert left("section:fit") == left("section:ＦＩＴ") == [8]


def test_passages_of_a_subsection_count_for_the_sections_above_it() -> None:
    assert left("section:助手") == [3, 4, 5, 6, 7, 8]


def test_a_section_is_named_by_its_number_and_by_its_sound() -> None:
    assert left("section:1") == [1, 2]
    assert left("section:3") == [5, 6, 7, 8, 9, 11]  # the third, and Q3 in a title
    assert left("section:jinr") == left("section:jrdzs") == left('section:"jin rong"') == [3, 4, 5, 6, 7, 8]
    assert left("section:xyz") == left("section:99") == left("section:0") == []


def test_letters_that_a_title_holds_are_not_taken_for_pinyin() -> None:
    assert left("section:q") == [9, 11]


def test_kinds_have_english_and_chinese_words_and_may_be_spelled() -> None:
    assert (
        left("kind:heading") == left("kind:标题") == left("類型：標題") == left("kind:biaoti") == [3, 5, 8, 9]
    )
    assert left("kind:quote") == left("kind:Pullquote") == left("kind:引文") == [6]
    assert left("kind:题记") == [1]
    assert left("kind:verse") == left("kind:xyz") == left("kind:notice") == []


def test_labels_say_which_passages_speak_of_a_theme_or_a_name() -> None:
    assert left("theme:cloud") == [2, 5]
    assert left("theme:雲") == left("theme:云") == [2]
    assert left("entity:腾讯") == [5, 11]
    assert left("theme:华为") == left("entity:cloud") == []


def test_of_one_key_either_will_do_and_of_several_all_must_hold() -> None:
    assert left("section:引 section:银行") == [1, 2, 5, 6, 7, 8]
    assert left("theme:cloud entity:腾讯") == [5]
    assert left("theme:cloud section:银行 kind:heading") == [5]
    assert left("theme:cloud section:接口") == []


def test_excluded_ones_take_away() -> None:
    assert left("-theme:cloud") == [1, 3, 4, 6, 7, 8, 9, 11]
    assert left("section:助手 -section:银行") == [3, 4]
    assert left("kind:heading -theme:cloud -section:接口") == [3, 8]
    assert left("-theme:nothing") == [1, 2, 3, 4, 5, 6, 7, 8, 9, 11]


def test_spans_are_those_of_what_was_asked_for() -> None:
    (spans,) = scope("theme:cloud entity:腾讯").spans
    assert list(spans) == [Span(5, 6), Span(7, 8), Span(20, 21), Span(20, 22), Span(51, 52)]
    assert scope("-theme:cloud").spans == scope("section:引").spans == ((),)


def test_spans_of_a_passage() -> None:
    found = scope("theme:cloud")
    assert found.spans_in(0, 5, 9) == [Span(5, 6), Span(7, 8)]
    assert found.spans_in(0, 6, 20) == [Span(7, 8)]
    assert found.spans_in(0, 21, 99) == []


def test_nothing_is_left_of_a_notice() -> None:
    assert 10 not in left("section:接口")


def test_several_documents_each_have_their_labels() -> None:
    scopes = Scopes([DOCUMENT, DOCUMENT], [LABELS, {"theme:cloud": [Span(0, 1)]}])
    request = read_operators("theme:cloud")
    assert request is not None
    found = scopes.of(request.filters)
    assert numbers_in(found) == [(0, 2), (0, 5), (1, 1)]
    assert len(found.flat) == 2 * len(DOCUMENT.passages)
    assert found.spans[1] == [Span(0, 1)]


def test_without_labels_no_theme_is_known() -> None:
    request = read_operators("theme:cloud")
    assert request is not None
    assert numbers_in(Scopes([DOCUMENT], []).of(request.filters)) == []


def test_a_part_of_a_title_is_spelled_by_no_more_letters_than_anybody_types() -> None:
    passage = Passage(1, "小" * 5000, "heading", 1, 0, 5000)
    long = Document(
        "题", passage.text, (passage,), (Section(1, passage.text, 1, derived=False, first=1, last=1),)
    )
    for letters, passages in (("x" * 60, 1), ("x" * 4000, 0)):
        request = read_operators(f"section:{letters}")
        assert request is not None
        assert Scopes([long], [{}]).of(request.filters).flat.count(1) == passages


def test_a_document_without_anything_is_no_trouble() -> None:
    request = read_operators("section:x kind:body")
    assert request is not None
    assert numbers_in(Scopes([Document("", "", (), ())], [{}]).of(request.filters)) == []


def test_labels_are_not_asked_where_cheaper_filters_leave_nothing() -> None:
    class Asked(dict[str, list[Span]]):
        def get(self, *_: object) -> list[Span]:  # type: ignore[override]
            raise AssertionError

    request = read_operators("theme:cloud section:nowhere")
    assert request is not None
    assert numbers_in(Scopes([DOCUMENT], [Asked()]).of(request.filters)) == []


def test_scopes_and_documents_do_not_outlive_their_index() -> None:
    scopes = Scopes([document()], [LABELS])
    request = read_operators("section:jinr -kind:heading")
    assert request is not None
    assert scopes.of(request.filters) is scopes.of(request.filters)
    kept = weakref.ref(scopes)
    del scopes
    gc.collect()
    assert kept() is None


values = st.sampled_from(["引子", "银行", "助手", "1", "jr", "heading", "正文", "cloud", "腾讯", "x"])
filters = st.lists(
    st.tuples(st.sampled_from(["", "-"]), st.sampled_from(["section", "theme", "entity", "kind"]), values)
)


@given(filters)
def test_what_is_left_is_what_the_filters_say_one_by_one(drawn: list[tuple[str, str, str]]) -> None:
    kept = set(left("-section:nowhere"))
    for key in {key for minus, key, _ in drawn if not minus}:
        kept &= {
            number
            for minus, other, value in drawn
            if not minus and other == key
            for number in left(f"{key}:{value}")
        }
    for minus, key, value in drawn:
        if minus:
            kept -= set(left(f"{key}:{value}"))
    if drawn:
        assert left(" ".join(f"{minus}{key}:{value}" for minus, key, value in drawn)) == sorted(kept)
