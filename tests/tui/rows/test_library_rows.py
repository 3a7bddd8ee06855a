"""Rows of documents and of what is found across them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.document import Span
from content.library.names_across import NameAcross
from content.library.records import Entry
from content.search import Hit
from tui.origin import origin_of
from tui.rows.across import across_rows, shared_rows
from tui.rows.days import day_words
from tui.rows.library import Drawing, characters, entry_row
from tui.text import cells
from tui.widgets.row_list import ListRow

NOW = date(2026, 3, 5)


def entry(**fields: object) -> Entry:
    values: dict[str, object] = {
        "id": 1, "digest": "d", "title": "海港的集市", "byline": ("林小舟",), "source": "潮汐周报",
        "date": "2019-05-01", "path": "/文章/海港.txt", "characters": 6120, "added": "2026-01-01T00:00:00Z",
        "opened": None, "progress": 0.0,
    }  # fmt: skip
    return Entry(**(values | fields))  # type: ignore[arg-type]


def drawn(row_entry: Entry, width: int, glyphs: str = "fine") -> str:
    row = entry_row(row_entry, "潮汐周报", Drawing("hans", str, glyphs, NOW), present=False)  # type: ignore[arg-type]
    return "".join(string for string, _ in row.cut(width))


@given(
    st.integers(2, 200), st.text(alphabet="海港a ，“”🙂", max_size=60), st.booleans(), st.floats(0, 1),
    st.sampled_from([0, 7]),
)  # fmt: skip
def test_the_columns_fill_the_width_exactly_where_they_fit(
    width: int, title: str, read: bool, progress: float, identity: int
) -> None:
    opened = datetime(2025, 3, 2, 12).astimezone().isoformat() if read else None
    line = drawn(entry(id=identity, title=title, opened=opened, progress=progress), width)
    assert cells(line) == width or width < 24


def test_columns_give_way_as_the_list_narrows() -> None:
    read = entry(opened=datetime(2026, 3, 4, 12).astimezone().isoformat(), progress=0.5)
    for width, there in ((130, "6,120 字"), (100, "━━━━────"), (70, "潮汐周报"), (50, "昨天"), (30, "50 %")):
        assert there in drawn(read, width)
        assert there not in drawn(read, width // 2) or there == "50 %"
    assert "####----" in drawn(read, 100, "plain")


def test_what_was_begun_is_never_drawn_as_nothing_and_what_was_not_shows_none() -> None:
    moment = datetime(2026, 3, 5, 12).astimezone().isoformat()
    assert "━" in drawn(entry(opened=moment, progress=0.001), 100)
    unread = drawn(entry(), 100)
    assert "%" not in unread
    assert "─" not in unread


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (datetime(2026, 3, 5, 0, 1), "今天"),
        (datetime(2026, 3, 4, 23, 59), "昨天"),
        (datetime(2026, 3, 3), "03-03"),
        (datetime(2025, 12, 31), "2025-12-31"),
        (datetime(2026, 3, 6), "03-06"),  # a clock that was put back
    ],
)
def test_days(day: datetime, words: str) -> None:
    assert day_words(day.astimezone().isoformat(), NOW, "hans") == words


def test_what_is_no_moment_is_said_as_nothing() -> None:
    assert day_words("soon", NOW, "en") == ""


@pytest.mark.parametrize(
    ("count", "language", "words"),
    [
        (6120, "hans", "6,120 字"), (1_340_000, "hans", "134 万字"), (120_000, "hant", "12 萬字"),
        (999_999, "en", "999,999 chars"), (12_000_000, "en", "12.0 M chars"),
    ],
)  # fmt: skip
def test_lengths(count: int, language: str, words: str) -> None:
    assert characters(count, language) == words  # type: ignore[arg-type]


TEXTS = [
    document_of("灯塔亮了一夜。", "灯塔又亮了。", "没有光。", title="海港"),
    document_of("远处有灯塔。", title="退潮"),
]


def hit(document: int, passage: int, *, weak: bool = False) -> Hit:
    start = TEXTS[document].passages[passage - 1].start
    return Hit(passage, 0.5, (Span(start, start + 2),), "fuzzy" if weak else "exact", weak, document)


def rows_of(hits: list[Hit], **how: object) -> list[tuple[str, bool]]:
    rows = across_rows(hits, TEXTS, lambda each: origin_of(each, "hans"), str, "hans", **how)  # type: ignore[arg-type]
    return [(row.key, row.heading) for row in rows]


def test_hits_stand_under_their_document_the_guesses_last() -> None:
    assert rows_of([hit(1, 1), hit(0, 2), hit(0, 1), hit(0, 3, weak=True)]) == [
        ("document:1:False", True), ("hit:0", False),
        ("document:0:False", True), ("hit:1", False), ("hit:2", False),
        ("weak", True), ("document:0:True", True), ("hit:3", False),
    ]  # fmt: skip


def test_counts_that_are_lower_bounds_say_so() -> None:
    for bounded, words in ((False, "  1 段"), (True, "  ≥ 1 段")):
        row = across_rows([hit(1, 1)], TEXTS, lambda _: "", str, "hans", bounded=bounded)[0]
        assert row.right[0][0] == words


def test_names_stand_under_their_kinds_with_their_counts_in_columns() -> None:
    shared = [
        NameAcross("entity:微信", "微信", "product", "WeChat", (("a", 9), ("b", 1)), 10),
        NameAcross("entity:腾讯", "腾讯", "org", "Tencent", (("a", 7),), 7),
        NameAcross("entity:QQ", "QQ", "product", None, (("a", 2),), 2),
    ]
    titles = {"a": "海港的集市", "b": "退潮"}
    rows = shared_rows(shared, titles, str, "hans", headed=True)
    assert [row.key for row in rows] == [
        "kind:org",
        "entity:腾讯",
        "kind:product",
        "entity:微信",
        "entity:QQ",
    ]

    def drawn(row: ListRow, width: int) -> str:
        return "".join(string for string, _ in row.cut(width))

    assert drawn(rows[3], 100).split() == ["微信", "2", "篇", "10", "处", "海港的集市、退潮"]
    columns = {cells(drawn(row, 100).partition(" 篇")[0]) for row in rows if row.cut}
    assert len(columns) == 1
    assert drawn(rows[3], 60).endswith("10 处")
    assert {cells(drawn(row, 60)) for row in rows if row.cut} == {60}
    english = shared_rows(shared, titles, str, "en", headed=False)
    assert drawn(english[0], 60).split() == ["WeChat", "微信", "2", "articles", "10", "places"]
    theme = NameAcross("theme:org", "组织架构", "theme", "Organisation", (("a", 1),), 1)
    for language, words in (("hans", "组织架构"), ("hant", "組織架構"), ("en", "Organisation")):
        row = shared_rows([theme], titles, str, language, headed=False)[0]  # type: ignore[arg-type]
        assert drawn(row, 60).split()[0] == words
