"""Which line breaks of the source are the text's."""

from __future__ import annotations

import pytest

from content.reading.markdown.inline import Line
from content.reading.markdown.joining import paragraphs


def joined(text):
    lines = [Line(line.rstrip("\\"), hard=line.endswith("\\")) for line in text.split("\n")]
    return [(kind, line.text) for kind, line in paragraphs(lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "他不打算上观光车，他说那不是电\n车，那是会动的茶馆。",
            ["他不打算上观光车，他说那不是电车，那是会动的茶馆。"],
        ),
        (
            "a line long enough to be wrapped\nand one 潮\nB",
            ["a line long enough to be wrapped and one 潮 B"],
        ),
        (
            "灯塔每晚亮六个小时。\n看灯的人换了三代，没有一个会游泳。",
            ["灯塔每晚亮六个小时。", "看灯的人换了三代，没有一个会游泳。"],
        ),
        ("来源：望潮月刊\n作者：顾半夏", ["来源：望潮月刊", "作者：顾半夏"]),
        ("参考来源：\n[1] 《海运年报》\n[2] 《县志》", ["参考来源：", "[1] 《海运年报》", "[2] 《县志》"]),
        (
            "码头上的集市从清早开到天黑，卖鱼的把账记在纸上\\\n另一行",
            ["码头上的集市从清早开到天黑，卖鱼的把账记在纸上", "另一行"],
        ),
    ],
)
def test_lines(text, expected):
    assert [line for _, line in joined(text)] == expected


def test_short_lines_are_verse():
    assert joined("潮来了\n船知道\n灯也知道") == [
        ("verse", "潮来了"),
        ("verse", "船知道"),
        ("verse", "灯也知道"),
    ]
