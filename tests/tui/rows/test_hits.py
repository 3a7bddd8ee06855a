from dataclasses import replace

import pytest
from reading import harbour

from content.document import Span
from content.search.hits import Hit
from tui.rows.hits import hit_rows
from tui.strings import LANGUAGES, Language, say
from tui.widgets.row_list import ListRow

DOCUMENT = harbour()


def hit(passage: int, score: float, match: str = "exact", *, weak: bool = False) -> Hit:
    start = DOCUMENT.passages[passage - 1].start
    return Hit(passage, score, (Span(start, start + 2),), match, weak)  # type: ignore[arg-type]


RANKED = [hit(11, 0.9), hit(3, 0.8), hit(17, 0.8), hit(9, 0.7), hit(2, 0.6)]


def drawn(row: ListRow, width: int = 60) -> str:
    parts = (*row.left, *(row.cut(width) if row.cut else ()), *row.right)
    return "".join(text for text, _ in parts)


def test_the_best_hit_is_the_first_row_and_each_section_comes_once_the_one_of_the_best_hit_first() -> None:
    rows = hit_rows(DOCUMENT, RANKED, str, "hans")
    assert rows[0].heading
    assert rows[1].key == "11"
    sections = [int(row.key.removeprefix("section:")) for row in rows if row.heading]
    best = dict.fromkeys(DOCUMENT.passages[each.passage - 1].section for each in RANKED)
    assert sections == list(best)
    under: dict[int, list[int]] = {}
    for row in rows:
        if row.heading:
            under[section := int(row.key.removeprefix("section:"))] = []
        else:
            under[section].append(int(row.key))
    ranks = {each.passage: rank for rank, each in enumerate(RANKED)}
    for section, passages in under.items():
        assert {DOCUMENT.passages[passage - 1].section for passage in passages} == {section}
        assert passages == sorted(passages, key=ranks.__getitem__)
    assert sorted(passage for passages in under.values() for passage in passages) == sorted(ranks)


def test_guesses_stand_after_all_that_is_sure_the_best_first_and_under_their_own_heading() -> None:
    guesses = [replace(each, weak=True) for each in RANKED[1:]]
    rows = hit_rows(DOCUMENT, [RANKED[0], *guesses], str, "hans")
    assert [row.key for row in rows if row.heading][-1] == "weak"
    assert drawn(rows[2]) == say("hans", "match.weak")
    assert [int(row.key) for row in rows[3:]] == [each.passage for each in guesses]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hit_that_is_not_literal_says_how_it_was_found(language: Language) -> None:
    literal, by_sound = hit_rows(DOCUMENT, [hit(3, 1), hit(4, 0.5, "pinyin")], str, language)[1:]
    how = say(language, "match.pinyin")
    assert drawn(by_sound).endswith(f" {how}   4")
    assert how not in drawn(literal)
    assert drawn(literal).endswith("  3")


def test_a_section_is_named_in_the_script_on_screen_and_one_without_a_name_says_so() -> None:
    rows = hit_rows(DOCUMENT, [hit(3, 1)], lambda text: text.replace("节", "節"), "hans")
    assert "第一節" in drawn(rows[0])
    assert drawn(hit_rows(harbour(), [hit(1, 1)], lambda _: "", "en")[0]) == say("en", "document.untitled")


def test_snippets_are_cut_only_when_their_rows_are_drawn() -> None:
    asked: list[str] = []

    def display(text: str) -> str:
        asked.append(text)
        return text

    rows = hit_rows(DOCUMENT, RANKED, display, "hans")
    titles = {section.title for section in DOCUMENT.sections}
    assert set(asked) <= titles
    drawn(rows[1])
    assert set(asked) - titles
