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


@pytest.mark.parametrize(
    ("text", "verse"),
    [
        ("床前一盏灯\n窗外一条船", True),
        ("潮来了，\n船知道，\n灯也知道。", True),
        ("潮水来时，\n船先知道。", False),
        ("灯塔每晚亮六个小时，看灯的人换了三\n代，没有一个会游泳。到了雨季，货船晚\n到两天。", False),
        ("码头上的集市从清早开到天\n黑，卖鱼的老周把账记在小\n程序里", False),
    ],
)
def test_verse_is_told_from_narrow_prose(text, verse):
    assert (joined(text)[0][0] == "verse") == verse
    assert (len(joined(text)) > 1) == verse


def test_metadata_among_other_lines_stands_alone():
    text = "作者：顾半夏\n链接：https://x.example/1\n来源：望潮月刊\n灯塔每晚亮六个小时，看灯的人换了三\n代。"
    assert [line for _, line in joined(text)][:3] == text.split("\n")[:3]
    assert joined(text)[3:] == [("body", "灯塔每晚亮六个小时，看灯的人换了三代。")]
