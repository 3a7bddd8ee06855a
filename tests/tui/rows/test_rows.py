from dataclasses import replace

import pytest
from reading import harbour

from content.document import Span
from content.lexicon import bundled_lexicon
from content.search import SearchIndex
from content.shelf.records import Bookmark, Place
from tui.findings import look_up
from tui.rows.findings import name_rows, theme_name, theme_rows, theme_spans
from tui.rows.hits import hit_rows, query_rows, snippet
from tui.rows.kept import bookmark_rows, place_rows
from tui.rows.sections import section_rows
from tui.strings import say
from tui.widgets.row_list import ListRow

DOCUMENT = harbour()


def drawn(row: ListRow) -> str:
    return "".join(text for text, _ in (*row.left, *row.right))


def test_a_section_says_how_many_members_of_the_set_it_holds_zeros_included() -> None:
    first, second = (DOCUMENT.passages[n].start for n in (2, 10))
    rows = section_rows(DOCUMENT, 3, [Span(first, first + 1), Span(second, second + 2)], str, "hans")
    assert [row.key for row in rows] == ["1", "2", "3", "4"]
    assert [drawn(row).split()[-1] for row in rows] == ["0", "1", "1", "0"]
    assert ["▸" in drawn(row) for row in rows] == [False, False, True, False]
    assert all(not row.right for row in section_rows(DOCUMENT, 1, None, str, "hans"))


def test_a_section_is_shown_in_the_script_on_screen_and_found_by_the_sources() -> None:
    rows = section_rows(DOCUMENT, 1, None, lambda text: text.replace("节", "節"), "hans")
    assert "第一節" in drawn(rows[1])
    assert "第一节" in rows[1].found_by


def test_names_stand_under_their_kind_with_true_counts() -> None:
    names = look_up(DOCUMENT).names
    rows = name_rows(DOCUMENT, names, 9, "hans", "fine")
    assert [row.key for row in rows if row.heading] == ["kind:person", "kind:org", "kind:product"]
    row = next(row for row in rows if row.key == "马化腾")
    assert f" {DOCUMENT.text.count('马化腾')} " in drawn(row)
    assert "Pony" in row.found_by
    english = next(row for row in name_rows(DOCUMENT, names, 9, "en", "fine") if row.key == "马化腾")
    assert drawn(english).strip().startswith("Pony Ma 马化腾")


def test_themes_keep_their_colour_and_draw_strips_that_are_no_wider_than_asked() -> None:
    themes = look_up(DOCUMENT).themes
    for language in ("hans", "hant", "en"):
        rows = theme_rows(DOCUMENT, themes, 7, language, "plain")
        assert [row.key for row in rows] == [theme.id for theme in themes]
        for row, theme in zip(rows, themes, strict=True):
            assert theme_name(theme, language) in drawn(row)
            strip, part = row.right[1]
            assert len(strip) == 7
            assert strip.isascii()
            assert part == row.left[0][1] == f"topic-{themes.index(theme) % 9 + 1}"
    assert theme_spans(themes[0]) == tuple(sorted(theme_spans(themes[0])))
    assert len(theme_spans(themes[0])) == themes[0].count


def test_hits_stand_in_reading_order_under_their_sections_and_guesses_after_them() -> None:
    index = SearchIndex(DOCUMENT, lexicon=bundled_lexicon())
    index.set_words([[text] for text in (passage.text for passage in DOCUMENT.passages)])
    result = index.find("金融科技", 100)
    rows = hit_rows(DOCUMENT, result.hits, str, "hans", 120)
    keys = [int(row.key) for row in rows if not row.heading]
    assert keys == sorted(keys)
    sections = [int(row.key.removeprefix("section:")) for row in rows if row.heading]
    assert sections == sorted({DOCUMENT.passages[key - 1].section for key in keys})
    for row in rows:
        if not row.heading:
            assert ("金融科技", "hit") in row.left
            assert not row.heading
            assert drawn(row).endswith(f" {row.key}")
    sure, *guesses = result.hits
    rows = hit_rows(DOCUMENT, [sure, *(replace(hit, weak=True) for hit in guesses)], str, "hans", 120)
    assert [row.key for row in rows if row.heading][-1] == "weak"
    assert drawn(rows[2]) == say("hans", "match.weak")
    assert [int(row.key) for row in rows[3:]] == [hit.passage for hit in guesses]


def test_a_hit_that_is_not_literal_says_how_it_was_found() -> None:
    result = SearchIndex(DOCUMENT).find("jrkj", 100)
    row = next(row for row in hit_rows(DOCUMENT, result.hits, str, "en", 120) if not row.heading)
    assert (" initials ", "mark") in row.right


def test_a_snippet_begins_shortly_before_the_match_and_keeps_its_characters() -> None:
    passage = DOCUMENT.passages[3]
    at = passage.text.index("马化腾")
    parts = snippet(passage, [Span(passage.start + at, passage.start + at + 3)], str, 12)
    assert parts[0] == ("…", "quiet")
    assert parts[1] == (passage.text[at - 12 : at], "")
    assert parts[2] == ("马化腾", "hit")
    assert "".join(text for text, _ in parts[1:]) in passage.text


@pytest.mark.parametrize(
    "spans",
    [
        [], [(0, 1)], [(0, 2), (1, 5)], [(0, 10_000)], [(-500, -1)], [(40, 41), (41, 42)], [(3, 3)],
    ],
)  # fmt: skip
def test_a_snippet_of_any_spans_is_a_piece_of_the_text(spans: list[tuple[int, int]]) -> None:
    passage = DOCUMENT.passages[5]
    parts = snippet(passage, [Span(passage.start + a, passage.start + b) for a, b in spans], str, 12)
    text = "".join(text for text, part in parts if part != "quiet")
    assert text
    assert text in passage.text.replace("\n", " ")


def test_queries_stand_under_their_headings_and_empty_groups_leave_none() -> None:
    rows = query_rows({"最近": ["云", "[/]"], "无": [], "试试": ["jrkj"]}, "query:")
    assert [row.key for row in rows] == [
        "heading:最近",
        "query:云",
        "query:[/]",
        "heading:试试",
        "query:jrkj",
    ]


def bookmark(note: str, quote: str = "潮水来时") -> Bookmark:
    return Bookmark("id", "d", 7, 0, 4, quote, "", "", "第一节", note, ("海",), None, "", "")


def test_a_bookmark_shows_its_passage_its_note_and_its_quote_on_one_line() -> None:
    (row,) = bookmark_rows([bookmark("想一想\n\x1b[2J[/]")], lambda text: text.replace("时", "時"))
    assert drawn(row) == "  7  想一想 \ufffd[2J[/]  潮水来時"
    assert "海" in row.found_by
    assert drawn(bookmark_rows([bookmark("")], str)[0]) == "  7  潮水来时"
    assert len(drawn(bookmark_rows([bookmark("", "潮" * 5000)], str)[0])) < 300


def test_a_document_read_before_shows_title_file_and_how_far() -> None:
    places = [
        Place("d", "海港\x1b]0;x\x07", "/家/海港.txt", 9, 0.384, ""), Place("e", "自带", None, 0, 1.0, "")
    ]  # fmt: skip
    file, edition = place_rows(places, "hans")
    assert file.key == "/家/海港.txt"
    assert drawn(file) == "海港\ufffd]0;x\ufffd  /家/海港.txt  38 %"
    assert edition.key == ""
    assert drawn(edition) == "自带  改写版  100 %"


def test_themes_are_named_in_the_readers_language() -> None:
    theme = next(theme for theme in look_up(DOCUMENT).themes if theme.id == "finance")
    assert [theme_name(theme, language) for language in ("hans", "hant", "en")] == [
        "金融科技",
        "金融科技",
        "fintech",
    ]
    organisation = replace(theme, name="组织架构")
    assert theme_name(organisation, "hant") == "組織架構"
