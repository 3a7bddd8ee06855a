"""A document finds the passage and the section of an offset."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.reading.assembly import Break, Part, assemble

DOCUMENT = assemble(
    [
        Part("body", "茶厂在山里。"),
        Break(),
        Part("body", "仓"),
        Part("heading", "雨", 1),
        Part("body", "下了一夜。"),
    ],
    title="题",
)


@given(st.integers(0, len(DOCUMENT.text) - 1))
def test_the_passage_at_an_offset_holds_it_or_ends_before_it(offset):
    passage = DOCUMENT.passage_at(offset)
    assert passage.start <= offset <= passage.end


def test_offsets_outside_give_the_nearest_passage():
    assert DOCUMENT.passage_at(-5).number == 1
    assert DOCUMENT.passage_at(10_000).number == 4


def test_the_section_of_a_passage():
    assert [DOCUMENT.section_of(p).number for p in DOCUMENT.passages] == [1, 2, 3, 3]


def test_the_digest_is_of_the_text_alone():
    other = dataclasses.replace(DOCUMENT, title="别的题")
    assert other.digest == DOCUMENT.digest
    assert dataclasses.replace(DOCUMENT, text="别的").digest != DOCUMENT.digest


def test_a_document_does_not_change():
    with pytest.raises(dataclasses.FrozenInstanceError):
        DOCUMENT.title = "别的题"
