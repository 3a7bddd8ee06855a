"""What was found in a passage as rows."""

from reading import harbour

from content.analysis.findings import analyse
from content.lexicon import bundled_lexicon
from tui.findings import whole
from tui.narrowing import narrowed
from tui.rows.passage import passage_rows

DOCUMENT = harbour()
FOUND = whole(analyse(DOCUMENT, bundled_lexicon()))


def test_each_row_names_what_stands_in_the_passage_by_its_key_in_the_whole_text() -> None:
    seen = set()
    for passage in DOCUMENT.passages:
        here = narrowed(FOUND, range(passage.number, passage.number + 1))
        for row in passage_rows(here, FOUND, (), "hans", "fine"):
            if row.heading:
                continue
            group, _, key = row.key.partition(":")
            seen.add(row.key)
            if group == "names":
                assert any(mention.passage == passage.number for mention in FOUND.name(key).mentions)
            elif group == "themes":
                assert any(each.passage == passage.number for each in FOUND.theme(key).passages)
            else:
                assert getattr(FOUND, group)[int(key)].passage == passage.number
    for group in ("figures", "quotes"):
        assert {key for key in seen if key.startswith(group)} == {
            f"{group}:{place}" for place in range(len(getattr(FOUND, group)))
        }


def test_a_theme_keeps_its_colour_and_a_count_tells_here_of_everywhere() -> None:
    here = narrowed(FOUND, range(3, 4))
    rows = {row.key: row for row in passage_rows(here, FOUND, (), "hans", "plain")}
    themes = [theme.id for theme in FOUND.themes]
    for theme in here.themes:
        row = rows[f"themes:{theme.id}"]
        assert row.left[1] == ("* ", f"topic-{themes.index(theme.id) % 9 + 1}")
        assert row.right[0][0].strip() == f"{theme.count}/{FOUND.theme(theme.id).count}"
