from __future__ import annotations

import pytest

from content.library.ordering import Order, ordered
from content.library.records import Entry


def entry(identity: int, title: str = "", **fields: object) -> Entry:
    given = {"date": None, "opened": None, "progress": 0.0, "added": "2026-01-01"} | fields
    return Entry(identity, str(identity), title, (), None, path=None, characters=1, **given)  # type: ignore[arg-type]


def test_titles_are_in_the_order_of_pinyin_whatever_the_script() -> None:
    titles = ["周一", "Zoo", "騰訊", "阿里", "马云", "第10章", "第2章", "", "2018", "馬化騰"]
    listed = ordered([entry(number, title) for number, title in enumerate(titles)], "title")
    assert [each.title for each in listed] == [
        "", "2018", "Zoo", "阿里", "第2章", "第10章", "馬化騰", "马云", "騰訊", "周一",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("order", "listed"),
    [
        ("opened", [2, 1, 3, 4]),
        ("date", [3, 1, 2, 4]),
        ("added", [3, 4, 2, 1]),
        ("progress", [1, 4, 2, 3]),
    ],
)
def test_the_latest_or_most_is_first_and_what_lacks_it_last(order: Order, listed: list[int]) -> None:
    entries = [
        entry(1, opened="2026-05-01", date="2018-11", progress=0.9),
        entry(2, opened="2026-06-01", date="2018", progress=0.1),
        entry(3, date="2019", added="2026-02-01"),
        entry(4, date="--12-31", progress=0.5),
    ]
    assert [each.id for each in ordered(entries, order)] == listed
