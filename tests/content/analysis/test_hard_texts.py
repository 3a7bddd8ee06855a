"""Texts that no writer writes: none stops the analysis, and none takes longer than its length does."""

from __future__ import annotations

import pytest
from small_documents import document_of

from content.analysis.entities import find_entities
from content.analysis.entities.forms import Forms
from content.lexicon import Lexicon

NOTHING = Lexicon()


def test_a_text_may_end_with_the_dot_of_a_name() -> None:
    (name,) = find_entities(document_of("菲利普·斯·"), NOTHING)
    assert name.kind == "person"


def test_any_number_of_places_may_stand_before_a_government() -> None:
    text = "深圳市" * 5_000 + "政府"
    (name,) = find_entities(document_of(text), NOTHING)
    assert (name.name, name.kind) == (text, "org")


@pytest.mark.thorough
def test_forms_that_begin_alike_are_not_tried_one_by_one() -> None:
    forms = [f"中国{chr(0x4E00 + number // 100)}{chr(0x5E00 + number % 100)}" for number in range(200_000)]
    found = list(Forms(dict.fromkeys(forms)).find("".join(forms)))
    assert [form for _, _, form in found] == forms
