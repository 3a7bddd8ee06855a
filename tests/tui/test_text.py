import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from tui import text

HOSTILE = "\x1b]52;c;aGk=\x07[/] [@click=app.quit]点[/] [b]粗\x9b31m\u202etxt\ud800\x00"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# Whatever a file, a paste or the store may hold.
ANY = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("云，[]/@=\x1b\x07\x9b\u202e\ud800\t\n👩\u200d"))
)


def strip_of(*pieces: str, width: int | None = None) -> str:
    return text.strip([(piece, Style.null()) for piece in pieces], Style.null(), width).text


@given(ANY)
def test_nothing_forbidden_is_drawn(given_text: str) -> None:
    for drawn in (text.plain(given_text).plain, text.styled(given_text, (given_text, "bold")).plain):
        assert not FORBIDDEN.search(drawn)
    for line in (text.fit(given_text, 40), text.pad(given_text, 40), strip_of(given_text, width=40)):
        assert not FORBIDDEN.search(line)
        assert "\n" not in line
        assert "\t" not in line


@given(ANY, st.integers(0, 60))
def test_a_line_takes_no_more_cells_than_it_may(given_text: str, width: int) -> None:
    assert cell_len(text.fit(given_text, width)) <= width
    assert cell_len(text.pad(given_text, width)) == width
    assert text.strip([(given_text, Style.null())], Style.null(), width).cell_length == width


@given(st.lists(ANY, max_size=4), st.lists(st.text("云a9", max_size=9), max_size=2), st.integers(0, 60))
def test_columns_fill_the_line_and_the_left_gives_way(left: list[str], right: list[str], width: int) -> None:
    pieces = text.columns(
        [(each, Style.null()) for each in left], [(each, Style.null()) for each in right], width
    )
    taken = sum(cell_len(each) for each in right)
    assert sum(cell_len(piece) for piece, _ in pieces) == max(width, taken)
    assert [piece for piece, _ in pieces][len(pieces) - len(right) :] == right


def test_markup_is_drawn_as_it_stands() -> None:
    for drawn in (text.plain("营收[69%]增长[/][@click=app.quit]点[/]"), text.styled("营收[69%]增长[/]")):
        assert drawn.plain.startswith("营收[69%]增长[/]")
        assert not drawn.spans
    assert (
        strip_of(HOSTILE)
        == "\ufffd]52;c;aGk=\ufffd[/] [@click=app.quit]点[/] [b]粗\ufffd31m\ufffdtxt\ufffd\ufffd"
    )


def test_what_is_cut_ends_in_an_ellipsis_and_never_in_half_a_character() -> None:
    assert text.fit("海港的集市", 10) == "海港的集市"
    assert text.fit("海港的集市", 9) == "海港的集…"
    assert text.fit("海港的集市", 8) == "海港的…"
    assert text.fit("海港", 1) == "…"
    assert text.fit("海港", 0) == ""
    assert text.pad("海港", 6) == "海港  "
