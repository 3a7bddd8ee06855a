"""Texts that no writer writes: none stops the analysis, and none takes longer than its length does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.analysis.entities import find_entities, foreign, organisations, people
from content.analysis.entities.forms import Forms
from content.analysis.quotes import find_quotes
from content.lexicon import Lexicon

if TYPE_CHECKING:
    from types import ModuleType

NOTHING = Lexicon()
FEW = 1_000  # calls for a text that says the same three thousand times


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(monkeypatch)


class Counting:
    """Counts how often some functions are called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.calls = 0

    def of(self, module: ModuleType, name: str) -> None:
        counted = getattr(module, name)

        def call(*arguments: object) -> object:
            self.calls += 1
            return counted(*arguments)

        self._monkeypatch.setattr(module, name, call)


def test_a_text_may_end_with_the_dot_of_a_name() -> None:
    (name,) = find_entities(document_of("菲利普·斯·"), NOTHING)
    assert name.kind == "person"


def test_any_number_of_places_may_stand_before_a_government() -> None:
    text = "深圳市" * 2_000 + "政府"
    (name,) = find_entities(document_of(text), NOTHING)
    assert (name.name, name.kind) == (text, "org")


@pytest.mark.parametrize("said", ["张", "沈国梁表示，", "斯", "公司", "教育局"])
def test_what_stands_in_the_same_surroundings_is_judged_once(said: str, count: Counting) -> None:
    for module, name in ((people, "_score"), (foreign, "follows_as_person"), (organisations, "_before")):
        count.of(module, name)
    find_entities(document_of(said * 3_000), NOTHING)
    assert count.calls <= FEW


@pytest.mark.thorough
def test_forms_that_begin_alike_are_not_tried_one_by_one() -> None:
    forms = [f"中国{chr(0x4E00 + number // 100)}{chr(0x5E00 + number % 100)}" for number in range(200_000)]
    found = list(Forms(dict.fromkeys(forms)).find("".join(forms)))
    assert [form for _, _, form in found] == forms


@pytest.mark.thorough
@pytest.mark.parametrize(
    "repeated", ["也", "同时", "一再多次", "“你好你好你好你好你好。”，", "他说「你好，", "A'", "Aa-"]
)
def test_one_sentence_may_have_any_length(repeated: str) -> None:
    document = document_of(repeated * (100_000 // len(repeated)))
    assert len(find_quotes(document, find_entities(document, NOTHING))) <= 1


@pytest.mark.thorough
def test_any_room_may_stand_before_who_wrote_an_epigraph() -> None:
    document = document_of(
        f"—{' ' * 50_000}既不是谁的名字也不是别的什么而只是很长很长很长很长很长很长很长的一句话"
    )
    document = replace(document, passages=tuple(replace(each, kind="epigraph") for each in document.passages))
    assert [quote.speaker for quote in find_quotes(document, ())] == [None]
