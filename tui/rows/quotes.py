"""Quotes as rows, under those who speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.strings import Language, say
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.analysis.quotes import Quote

_SHOWN = 200  # characters: more is never in sight


def quote_rows(
    quotes: Sequence[Quote], language: Language, display: Callable[[str], str] = str
) -> list[ListRow]:
    """Make a row a quote; its key is its place among them. Who speaks first comes first, nobody last."""
    spoken: dict[str | None, list[int]] = {}
    for place, each in enumerate(quotes):
        spoken.setdefault(each.speaker, []).append(place)
    rows: list[ListRow] = []
    for speaker, places in sorted(spoken.items(), key=lambda each: each[0] is None):
        role = next((quotes[place].role for place in places if quotes[place].role), None)
        name = display(speaker) if speaker else say(language, "quote.nobody")
        heading = f"{name}  {display(role)}" if role else name
        rows.append(ListRow(f"speaker:{speaker}", ((heading, "quiet"),), heading=True))
        for place in places:
            quote = quotes[place]
            direct = quote.kind == "direct"
            text = display(quote.text[:_SHOWN].replace("\n", " "))
            left = (
                (f"{quote.passage:>3}  ", "quiet"),
                (f"「{text}」" if direct else text, "" if direct else "quiet"),
            )
            kind = say(language, f"quote.{quote.kind}")
            rows.append(ListRow(str(place), left, found_by=f"{quote.text} {name} {role or ''} {kind}"))
    return rows
