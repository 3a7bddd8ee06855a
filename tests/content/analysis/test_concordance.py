from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content import open_document
from content.analysis.concordance import concordance
from content.analysis.cooccurrence import names_by_theme, names_together
from content.analysis.names import find_names
from content.analysis.themes import find_themes
from content.lexicon import bundled_lexicon

if TYPE_CHECKING:
    from content.analysis.concordance import Order

MARKET = document_of("云上的集市，雲下的船。", "腾讯 AI 实验室，腾讯AI 部，TENCENT ai。", "说AI，不说SAID。")


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("云", ["云", "雲"]),
        ("雲", ["云", "雲"]),
        ("腾讯ai", ["腾讯 AI", "腾讯AI"]),
        ("腾讯 AI", ["腾讯 AI", "腾讯AI"]),
        ("ai", ["AI", "AI", "ai", "AI"]),
        ("ＡＩ", ["AI", "AI", "ai", "AI"]),
        ("市，", ["市，"]),
        ("没有", []),
        ("  ", []),
        ("", []),
    ],
)
def test_every_place_is_found_however_it_is_written(term: str, found: list[str]) -> None:
    assert [line.text for line in concordance(MARKET, term)] == found


def test_lines_hold_the_rest_of_their_passage() -> None:
    (_, line) = concordance(MARKET, "云")
    assert (line.passage, line.left, line.text, line.right) == (1, "云上的集市，", "雲", "下的船。")


@pytest.mark.parametrize(
    ("order", "passages"), [("position", [1, 2, 3, 4]), ("left", [3, 4, 1, 2]), ("right", [2, 4, 3, 1])]
)
def test_lines_are_sorted_by_what_stands_beside_the_term(order: Order, passages: list[int]) -> None:
    # Before it: 日, 修 after 新, a mark, a letter; after it: 照, 安, 美, 和.
    document = document_of("日新云照", "日修云安", "，云美", "b云和")
    assert [line.passage for line in concordance(document, "云", order)] == passages


@given(st.text("云雲ai AI，\n1腾", max_size=40), st.text("云雲ai AI，\n1", max_size=5))
def test_any_text_and_term_give_places_that_hold_it(text: str, term: str) -> None:
    document = document_of(text)
    for line in concordance(document, term):
        assert line.left + line.text + line.right == text
        assert document.text[line.span.start : line.span.end] == line.text
    for order in ("left", "right"):
        same = sorted(concordance(document, term, order), key=lambda line: line.span)
        assert tuple(same) == concordance(document, term)


def test_names_share_the_passages_they_stand_in_together() -> None:
    document = document_of("马化腾说腾讯做云。", "腾讯云上有腾讯。", "马化腾在腾讯。", "刘炽平。")
    names = find_names(document, bundled_lexicon())
    pairs = {(pair.first, pair.second): pair.passages for pair in names_together(names)}
    assert pairs == {("马化腾", "腾讯"): (1, 3), ("腾讯", "腾讯云"): (2,)}
    assert [pair.passages for pair in names_together(names)] == [(1, 3), (2,)]
    assert len(names_together(names, least=2)) == 1


def test_names_stand_beside_themes() -> None:
    document, lexicon = open_document(), bundled_lexicon()
    names, themes = find_names(document, lexicon), find_themes(document, lexicon)
    found = names_by_theme(names, themes)
    assert [each.theme for each in found] == sorted(
        (each.theme for each in found), key=[theme.id for theme in themes].index
    )
    for each in found:
        theme = next(theme for theme in themes if theme.id == each.theme)
        name = next(name for name in names if name.name == each.name)
        assert set(each.passages) == {p.passage for p in theme.passages} & {m.passage for m in name.mentions}
