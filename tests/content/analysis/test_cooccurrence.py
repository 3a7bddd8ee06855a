"""Who turns up beside whom, and beside which theme."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content import open_document
from content.analysis.cooccurrence import beside, names_by_theme, names_together
from content.analysis.names import Mention, NameFinding, find_names
from content.analysis.themes import find_themes
from content.document import Span
from content.lexicon import bundled_lexicon

DOCUMENT = open_document()
NAMES = find_names(DOCUMENT, bundled_lexicon())


def named(name: str, passages: list[int]) -> NameFinding:
    mentions = tuple(Mention(number, Span(number * 10, number * 10 + 1), "云") for number in passages)
    return NameFinding(name, "person", (), None, None, len(mentions), 1.0, mentions)


PASSAGES = st.lists(st.integers(1, 8), min_size=1, max_size=6).map(sorted)
FINDINGS = st.lists(PASSAGES, min_size=1, max_size=5).map(
    lambda each: [named(f"名{number}", passages) for number, passages in enumerate(each)]
)


@given(FINDINGS)
def test_a_pair_shares_every_passage_that_names_both_and_no_other(names: list[NameFinding]) -> None:
    pairs = {frozenset((pair.first, pair.second)): set(pair.passages) for pair in names_together(names)}
    for first in names:
        for second in names:
            if first.name < second.name:
                shared = {each.passage for each in first.mentions} & {
                    each.passage for each in second.mentions
                }
                assert pairs.get(frozenset((first.name, second.name)), set()) == shared


@given(FINDINGS)
def test_what_stands_beside_a_name_are_its_pairs(names: list[NameFinding]) -> None:
    pairs = names_together(names)
    for name in names:
        found = {other.name: passages for other, passages in beside(name, names)}
        assert found == {
            pair.second if pair.first == name.name else pair.first: pair.passages
            for pair in pairs
            if name.name in (pair.first, pair.second)
        }
        counts = [len(passages) for _, passages in beside(name, names)]
        assert counts == sorted(counts, reverse=True)


def test_names_stand_beside_the_themes_of_their_passages() -> None:
    themes = find_themes(DOCUMENT, bundled_lexicon())
    spoken = {theme.id: {each.passage for each in theme.passages} for theme in themes}
    beside_themes = names_by_theme(NAMES, themes, 2)
    assert len(beside_themes) > 10
    for each in beside_themes:
        mentions = next(name for name in NAMES if name.name == each.name).mentions
        assert set(each.passages) == spoken[each.theme] & {mention.passage for mention in mentions}
        assert len(each.passages) >= 2
