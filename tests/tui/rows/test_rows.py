from dataclasses import replace

from reading import harbour

from content.analysis.themes import ThemeFinding
from content.document import Span
from content.library.placing import Placed
from content.shelf import Anchor, State
from content.shelf.records import Bookmark, Place
from tui.colours import COLOURS
from tui.findings import look_up
from tui.rows.findings import name_rows, theme_name, theme_rows, theme_spans
from tui.rows.kept import bookmark_rows, place_rows
from tui.rows.sections import section_rows
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


def bookmark(note: str, quote: str = "潮水来时", state: State = "ok") -> Placed:
    kept = Bookmark("id", "d", 7, 0, 4, quote, "", "", "第一节", note, ("海",), None, "", "")
    return Placed(kept, Anchor(state, 0, 4), 7, 1)


def test_a_bookmark_shows_its_passage_its_note_and_its_quote_on_one_line() -> None:
    (row,) = bookmark_rows([bookmark("想一想\n\x1b[2J[/]")], lambda text: text.replace("时", "時"), "hans")
    assert drawn(row) == "  7  想一想 \ufffd[2J[/]  #海  潮水来時"
    assert "海" in row.found_by
    rows = bookmark_rows([bookmark(""), bookmark("", state="moved"), bookmark("", state="lost")], str, "hans")
    assert [drawn(row) for row in rows] == [
        "  7  #海  潮水来时", "  7  已移位  #海  潮水来时", "  ?  未找到  #海  潮水来时"
    ]  # fmt: skip
    tinted = replace(bookmark(""), bookmark=replace(bookmark("").bookmark, colour="blue"))
    (row,) = bookmark_rows([tinted], str, "hant")
    assert drawn(row) == "  7  ● #海  潮水来时"
    assert row.left[1][1] == COLOURS["blue"]
    assert "藍" in row.found_by
    assert len(drawn(bookmark_rows([bookmark("", "潮" * 5000)], str, "hans")[0])) < 300


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


def test_a_proposed_theme_is_marked() -> None:
    found = ThemeFinding("渔业", "渔业", None, 2, (), proposed=True)
    (row,) = theme_rows(harbour(), [found], 5, "hans", "fine")
    assert row.text == "● 渔业〔拟〕"
    (row,) = theme_rows(DOCUMENT, [found], 0, "en", "fine")
    assert row.text == "● 渔业 ?"  # as narrow as its pane
