"""Quotes as rows under those who speak."""

from content.analysis.quotes import Quote
from content.document import Span
from tui.rows.quotes import quote_rows


def test_who_speaks_first_comes_first_and_nobody_last() -> None:
    speakers = [None, "乙", "甲", None, "乙"]
    quotes = [
        Quote(place, Span(place * 10, place * 10 + 4), f"第{place}句话", "direct", speaker, None)
        for place, speaker in enumerate(speakers, 1)
    ]
    rows = quote_rows(quotes, "hans")
    assert [row.text if row.heading else row.key for row in rows] == [
        "乙", "1", "4", "甲", "2", "未注明说话人", "0", "3"
    ]  # fmt: skip


def test_a_speakers_role_stands_once_beside_the_name() -> None:
    roles = [None, "老板", "工程师"]
    quotes = [
        Quote(place, Span(place, place + 1), "话", "reported", "甲", role)
        for place, role in enumerate(roles, 1)
    ]
    assert quote_rows(quotes, "hans")[0].text == "甲  老板"
