"""Whether a bookmark still stands where it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from content.shelf.records import Bookmark

State: TypeAlias = Literal["ok", "moved", "drifted", "lost"]


def anchor_state(bookmark: Bookmark, text: str) -> State:
    """Compare a bookmark with the text of a document.

    ok: the quote stands at its offsets. moved: it stands at exactly one other place, and the text right
    before or right after it there is as it was. Otherwise lost. (drifted, the quote itself changed, is not
    found yet.)
    """
    quote = bookmark.quote
    if text[bookmark.start : bookmark.end] == quote:
        return "ok"
    start = text.find(quote) if quote else -1
    if start < 0 or text.find(quote, start + 1) >= 0:
        return "lost"
    end = start + len(quote)
    before = bool(bookmark.prefix) and text.endswith(bookmark.prefix, 0, start)
    after = bool(bookmark.suffix) and text.startswith(bookmark.suffix, end)
    return "moved" if before or after else "lost"
