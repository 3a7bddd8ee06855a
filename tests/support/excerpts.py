"""Bookmarks of a small document as they are exported, two by hand and any."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from small_documents import document_of

from content.scrub import scrub
from content.shelf.bookmarks import bookmark_of
from content.shelf.exporting.excerpt import Excerpt
from content.shelf.records import Bookmark, KeptDocument

MARKET = document_of("集市搬到云上以后。", "账本不再锁在抽屉里。", title="云上的集市", byline=("林小舟",))
KEPT = KeptDocument(MARKET.digest, "云上的集市", ("林小舟",), "潮汐周报", "2019-05-01", edition=False)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t-+=@#>*_`[]()<>~^$|\\. 1云账")
).map(lambda text: scrub(text).text)


def excerpt_of(bookmark: Bookmark) -> Excerpt:
    place = f"第 {bookmark.passage} 段"
    return Excerpt(
        bookmark, KEPT, "林小舟 · 潮汐周报 · 2019-05-01", place, bookmark.passage, bookmark.section
    )


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
