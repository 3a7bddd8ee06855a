from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.shelf import Shelf, anchor_state

if TYPE_CHECKING:
    from pathlib import Path

    from content.shelf import Bookmark

MARKET = document_of("开头一段。", "集市搬到云上以后。", "结尾一段。")


@pytest.fixture
def bookmark(tmp_path: Path) -> Bookmark:
    with Shelf(tmp_path) as shelf:
        return shelf.add_bookmark(MARKET, MARKET.passages[1])


@pytest.mark.parametrize(
    ("texts", "state"),
    [
        (("开头一段。", "集市搬到云上以后。", "结尾一段。"), "ok"),
        (("新加的一段。", "开头一段。", "集市搬到云上以后。", "结尾一段。"), "moved"),
        (("开头改了很多。", "集市搬到云上以后。", "结尾一段。"), "moved"),
        (("开头改了很多。", "集市搬到云上以后。", "结尾也改了。"), "lost"),
        (("新。", "开头一段。", "集市搬到云上以后。", "结尾一段。", "集市搬到云上以后。"), "lost"),
        (("开头一段。", "集市搬到雨里以后。", "结尾一段。"), "lost"),
        (("开头一段。", "结尾一段。"), "lost"),
    ],
)
def test_the_state_of_a_bookmark_in_another_text(
    bookmark: Bookmark, texts: tuple[str, ...], state: str
) -> None:
    assert anchor_state(bookmark, document_of(*texts).text) == state
