from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.library.versions import carried, is_version

TEXTS = st.lists(st.text("码头集市清早天黑。", min_size=1, max_size=6), min_size=1, max_size=9)


def test_a_place_stays_in_its_passage_wherever_that_went() -> None:
    before = document_of("甲甲甲", "乙乙乙乙", "丙丙")
    after = document_of("新的一段", "甲甲甲", "又一段", "乙乙乙乙", "丙丙")
    offset = before.passages[1].start + 2
    assert carried(offset, before, after) == after.passages[3].start + 2


def test_a_place_in_a_passage_that_changed_is_counted_from_the_nearest_that_did_not() -> None:
    before = document_of("甲甲甲", "乙乙乙乙", "丙丙", "丁")
    after = document_of("新", "甲甲甲", "乙乙改了", "丙丙", "丁")
    assert after.passage_at(carried(before.passages[1].start + 3, before, after)).number == 3


def test_of_passages_that_read_the_same_the_one_as_far_on_is_meant() -> None:
    before = document_of("是。", *("甲" * 9 + str(number) for number in range(20)), "是。")
    after = document_of("序", *(passage.text for passage in before.passages))
    assert after.passage_at(carried(before.passages[-1].start, before, after)).number == 23
    assert after.passage_at(carried(0, before, after)).number == 2


@given(TEXTS, TEXTS, st.integers(0, 100))
def test_every_place_is_carried_into_the_text(old: list[str], new: list[str], offset: int) -> None:
    before, after = document_of(*old), document_of(*new)
    at = carried(min(offset, len(before.text)), before, after)
    assert 0 <= at < len(after.text)
    assert carried(min(offset, len(before.text)), before, before) <= offset


@given(TEXTS)
def test_a_text_is_a_version_of_itself(texts: list[str]) -> None:
    document = document_of(*texts)
    assert is_version(document, document, same_file=False)
    assert is_version(document, document, same_file=True)
