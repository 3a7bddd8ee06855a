from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from small_documents import document_of

from content.scrub import scrub
from content.shelf import Shelf
from content.shelf.bookmarks import bookmark_of
from content.shelf.exporting.excerpt import Excerpt
from content.shelf.exporting.formats import FORMATS, with_edits
from content.shelf.exporting.markdown import is_ours, update_markdown, write_markdown
from content.shelf.exporting.table import COLUMNS
from content.shelf.importing import ImportFailure, read_annotations
from content.shelf.records import Bookmark, Edits, KeptDocument, NameEdit, OwnTheme

if TYPE_CHECKING:
    from pathlib import Path

MARKET = document_of("集市搬到云上以后。", "账本不再锁在抽屉里。", title="云上的集市", byline=("林小舟",))
KEPT = KeptDocument(MARKET.digest, "云上的集市", ("林小舟",), "潮汐周报", "2019-05-01", edition=False)
EDITS = Edits(
    (
        NameEdit("a" * 20, None, "rename", "老周", "周海生"),
        NameEdit("b" * 20, MARKET.digest, "add", "集市", "place", ("市集",)),
    ),
    (OwnTheme("ledger", "账目", ("账本", "记账"), "2026-03-02T08:00:00.000Z"),),
)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t-+=@#>*_`[]()<>~^$|\\. 1云账")
).map(lambda text: scrub(text).text)


def excerpt_of(bookmark: Bookmark) -> Excerpt:
    return Excerpt(bookmark, KEPT, "林小舟 · 潮汐周报 · 2019-05-01", f"第 {bookmark.passage} 段")


def first() -> Bookmark:
    made = bookmark_of(MARKET, MARKET.passages[0])
    return replace(made, id="0" * 19 + "1", note="记一笔。\n\n再记一笔。", tags=("账", "云 上"))


def second() -> Bookmark:
    return replace(bookmark_of(MARKET, MARKET.passages[1]), id="0" * 19 + "2")


BOOKMARKS = st.builds(
    Bookmark,
    id=st.text("0123456789abcdef", min_size=20, max_size=20),
    document=st.just(MARKET.digest),
    passage=st.integers(1, 10**6),
    start=st.integers(0, 10**9),
    end=st.integers(10**9, 10**10),
    quote=TEXTS,
    prefix=TEXTS,
    suffix=TEXTS,
    section=TEXTS.map(lambda text: " ".join(text.split())),
    note=TEXTS,
    tags=st.lists(TEXTS.map(lambda text: " ".join(text.split())).filter(bool), unique=True).map(tuple),
    colour=st.none() | st.just("yellow"),
    created=st.just("2026-03-01T08:00:00.000Z"),
    modified=st.just("2026-03-02T08:00:00.000Z"),
)
LINES = TEXTS.map(lambda text: " ".join(text.split()))
NAME_EDITS = st.builds(
    NameEdit,
    id=st.text("0123456789abcdef", min_size=20, max_size=20),
    document=st.none() | st.just(MARKET.digest),
    action=st.sampled_from(["rename", "merge", "hide"]),
    name=LINES,
    value=LINES,
    forms=st.lists(LINES, max_size=2).map(tuple),
) | st.just(EDITS.names[1])
THEMES = st.builds(
    OwnTheme,
    id=LINES,
    name=LINES,
    words=st.lists(LINES).map(tuple),
    modified=st.just("2026-03-02T08:00:00.000Z"),
)


def test_markdown_has_front_matter_sections_quotes_and_ids() -> None:
    written = write_markdown([excerpt_of(first()), excerpt_of(second())])
    assert written == (
        '---\ntitle: "云上的集市"\nauthor: ["林小舟"]\nsource: "潮汐周报"\ndate: "2019-05-01"\n---\n\n'
        "# 云上的集市\n\n林小舟 · 潮汐周报 · 2019-05-01\n\n## 引子\n\n"
        "> 集市搬到云上以后。\n>\n> — 第 1 段\n>\n> 记一笔。\n>\n> 再记一笔。\n>\n> #账 #云-上\n\n"
        "^te-00000000000000000001\n\n"
        "> 账本不再锁在抽屉里。\n>\n> — 第 2 段\n\n^te-00000000000000000002\n"
    )


def test_plain_text_and_tables_say_the_same() -> None:
    both = [excerpt_of(first()), excerpt_of(second())]
    plain = FORMATS["text"].write(both)
    assert plain.startswith(
        "云上的集市\n林小舟 · 潮汐周报 · 2019-05-01\n\n集市搬到云上以后。\n　　—— 引子 · 第 1 段\n记一笔。"
    )
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].write(both), newline="")))
    assert rows[0] == list(COLUMNS)
    assert rows[1][:6] == [
        "集市搬到云上以后。", "云上的集市", "林小舟", "", ".账 .云_上\n记一笔。\n\n再记一笔。", "1",
    ]  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_kept_is_an_empty_export(form: str) -> None:
    written = FORMATS[form].write([])
    assert [line for line in written.splitlines() if line.startswith((">", "集"))] == []


def test_exporting_again_writes_own_blocks_anew_and_leaves_the_readers_words() -> None:
    own = write_markdown([excerpt_of(first()), excerpt_of(second())])
    mine = own.replace("## 引子", "## 我的小结\n\n> 我自己的引文\n\n想了很久。").replace(
        "^te-00000000000000000002\n", "^te-00000000000000000002\n\n我的结尾。\n"
    )
    changed = replace(first(), note="改过的笔记")
    third = replace(second(), id="0" * 19 + "3", quote="新的一段", passage=3)
    updated = update_markdown(mine, [excerpt_of(changed), excerpt_of(third)])
    assert "改过的笔记" in updated
    assert "记一笔" not in updated
    for words in ("## 我的小结\n\n> 我自己的引文\n\n想了很久。", "账本不再锁在抽屉里。", "我的结尾。\n"):
        assert words in updated
    assert updated.endswith("> 新的一段\n>\n> — 第 3 段\n\n^te-00000000000000000003\n")
    assert update_markdown(updated, [excerpt_of(changed), excerpt_of(third)]) == updated
    assert is_ours(updated)
    assert not is_ours("> 别人的引文\n\n^abc\n")


@given(st.lists(BOOKMARKS, max_size=4, unique_by=lambda bookmark: bookmark.id))
def test_any_bookmark_comes_back_from_annotations_as_it_was(kept: list[Bookmark]) -> None:
    written = FORMATS["jsonld"].write([excerpt_of(each) for each in kept])
    read = read_annotations(written.encode())
    assert [bookmark for bookmark, _ in read.bookmarks] == kept
    assert all(document == KEPT for _, document in read.bookmarks)


@given(st.builds(Edits, st.lists(NAME_EDITS, max_size=3).map(tuple), st.lists(THEMES, max_size=2).map(tuple)))
def test_any_edit_comes_back_from_annotations_as_it_was(edits: Edits) -> None:
    written = with_edits(FORMATS["jsonld"], edits).write([excerpt_of(first())])
    read = read_annotations(written.encode())
    assert (len(read.bookmarks), read.edits) == (1, edits)
    assert with_edits(FORMATS["csv"], edits) is FORMATS["csv"]


def test_edits_imported_elsewhere_are_the_same_and_again_no_more(tmp_path: Path) -> None:
    with Shelf(tmp_path / "here") as here, Shelf(tmp_path / "there") as there:
        (edit,) = here.edit_names([NameEdit("", None, "rename", "老周", "周海生")])
        here.put_theme(OwnTheme("ledger", "账目", ("账本",)))
        there.put_theme(OwnTheme("ledger", "旧账", ("旧账",), "2020-03-02T08:00:00.000Z"))
        read = read_annotations(with_edits(FORMATS["jsonld"], here.edits()).write([]).encode())
        assert there.import_bookmarks(read.bookmarks, read.edits) == 1
        assert there.edits() == here.edits()
        assert there.edits().names == (edit,)
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        there.put_theme(OwnTheme("ledger", "新账", ("账",)))
        there.import_bookmarks(read.bookmarks, read.edits)
        assert [theme.name for theme in there.edits().themes] == ["新账"]


@given(st.lists(BOOKMARKS, min_size=1, max_size=3, unique_by=lambda bookmark: bookmark.id))
def test_any_text_is_one_quote_each_in_markdown(kept: list[Bookmark]) -> None:
    excerpts = [excerpt_of(replace(each, section="")) for each in kept]
    written = write_markdown(excerpts)
    tokens = MarkdownIt().parse(written.split("---\n", 2)[2])
    top = [token.type for token in tokens if token.level == 0 and not token.type.endswith("_close")]
    assert top == ["heading_open", "paragraph_open", *["blockquote_open", "paragraph_open"] * len(kept)]
    assert update_markdown(written, excerpts) == written


@given(TEXTS)
def test_a_quote_reads_in_markdown_as_it_stands(text: str) -> None:
    quote = "　".join(text.split())  # of white space Markdown keeps only what is inside a line
    written = write_markdown([excerpt_of(replace(second(), quote=quote))])
    tokens = MarkdownIt("commonmark").parse(written.split("---\n", 2)[2])
    inline = [token for token in tokens if token.type == "inline" and token.level > 1]
    read = "".join(
        child.content for child in inline[0].children or [] if child.type in ("text", "text_special")
    )
    assert read == (quote or "— 第 2 段")


@given(st.lists(BOOKMARKS, max_size=4))
def test_any_text_is_a_row_in_a_table_and_never_a_formula(kept: list[Bookmark]) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].write(list(map(excerpt_of, kept))), newline="")))
    assert [len(row) for row in rows] == [len(COLUMNS)] * (len(kept) + 1)
    for bookmark, row in zip(kept, rows[1:], strict=True):
        assert row[0] in (bookmark.quote, f"'{bookmark.quote}")
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "＝")) for cell in row)


def test_importing_elsewhere_gives_the_same_and_again_no_more(tmp_path: Path) -> None:
    with Shelf(tmp_path / "here") as here, Shelf(tmp_path / "there") as there:
        here.add_bookmark(MARKET, MARKET.passages[0], note="账", tags=["云"])
        here.add_bookmark(MARKET, MARKET.passages[1])
        known = here.documents()
        excerpts = [Excerpt(each, known[each.document], "", "") for each in here.bookmarks()]
        read = read_annotations(FORMATS["jsonld"].write(excerpts).encode())
        assert there.import_bookmarks(read.bookmarks, read.edits) == 2
        assert there.bookmarks() == here.bookmarks()
        assert there.documents() == known
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        later = there.set_note(here.bookmarks()[0].id, "后来写的")
        assert there.import_bookmarks(read.bookmarks, read.edits) == 0
        assert there.bookmarks()[0] == later


@pytest.mark.parametrize(
    ("data", "reason", "number"),
    [
        (b"\xff\xfe", "not_json", 0),
        (b"[" * 100_000, "not_json", 0),
        (b"3", "not_annotations", 0),
        (b"[3]", "bad_annotation", 1),
        (b"[" + b"1," * 100_000 + b"1]", "too_many", 0),
    ],
    ids=["bytes", "nested", "number", "of numbers", "many"],
)
def test_what_is_no_export_is_refused_with_a_reason(data: bytes, reason: str, number: int) -> None:
    with pytest.raises(ImportFailure) as raised:
        read_annotations(data)
    assert (raised.value.reason, raised.value.number) == (reason, number)
