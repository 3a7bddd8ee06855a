"""What a header says of the text below it."""

from __future__ import annotations

import pytest

from content.reading.markdown.header import read_header
from content.reading.metadata import Metadata

BODY = "\n\n灯塔每晚亮六个小时。\n"


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (
            "---\ntitle: 看灯的人\nauthor: 顾半夏\ndate: 2021-03-04\n---",
            ("看灯的人", ("顾半夏",), None, "2021-03-04"),
        ),
        ("---\ntitle: '看灯的人'  \ndate: 2021-03-04 08:30:00\n---", ("看灯的人", (), None, "2021-03-04")),
        ('---\r\ntitle: "说 \\"灯\\" 的人"\r\n---'.replace("\r", ""), ('说 "灯" 的人', (), None, None)),
        (
            "---\nauthors: [顾半夏, 沈之遥]\ndate: 2021/3/4\n---",
            (None, ("顾半夏", "沈之遥"), None, "2021-03-04"),
        ),
        (
            "---\nauthor:\n  - 顾半夏\n  - name: 沈之遥\n    url: x\n---",
            (None, ("顾半夏", "沈之遥"), None, None),
        ),
        ("---\nauthor:\n  name: 顾半夏\n  age: 30\n---", (None, ("顾半夏",), None, None)),
        ("---\nauthor: '[[顾半夏]]'\nsource: 望潮月刊\n---", (None, ("顾半夏",), "望潮月刊", None)),
        ("---\nsource: https://wangchao.example/1\ncreated: 2023-01-01\n---", (None, (), None, None)),
        (
            "---\n标题：看灯的人\n作者：本刊记者 顾半夏\n日期：2021年3月\n---",
            ("看灯的人", ("顾半夏",), None, "2021-03"),
        ),
        ("---\nauthor: admin\ndate: 2021  # 写的那年\n---", (None, (), None, "2021")),
        (
            "+++\ntitle = '看灯的人'\ndate = 2021-03-04T08:30:00+08:00\n[params]\nauthor = '顾半夏'\n+++",
            ("看灯的人", ("顾半夏",), None, "2021-03-04"),
        ),
        ("+++\ntitle = 看灯的人\n+++", ("看灯的人", (), None, None)),
        (
            '{\n"title": "看灯的人",\n"by": [{"name": "顾半夏"}, "沈之遥"],\n"date": "2021-03-04T08:30Z"\n}',
            ("看灯的人", ("顾半夏", "沈之遥"), None, "2021-03-04"),
        ),
        (
            '{"Title": "看灯的人", "source": "望潮月刊", "draft": false, "weight": 3}',
            ("看灯的人", (), "望潮月刊", None),
        ),
        ("---\ntitle: 灯,塔\n# a comment\n\ntags:\n- x\n...", ("灯，塔", (), None, None)),
    ],
)
def test_title_people_medium_and_date(header, told):
    title, byline, source, date = told
    read = read_header(header + BODY)
    assert read.told == Metadata(title, byline, source, date)
    assert read.text.strip() == BODY.strip()
    assert read.lines[0] in [each.strip() for each in header.split("\n")[:2]]


def test_the_comments_of_a_translation():
    read = read_header(
        '[#]: subject: "The Keeper"\n[#]: author: "Community https://x.example/"\n[#]: publisher: "wxy"'
        + BODY
    )
    assert read.told == Metadata()
    assert not read.by_nobody
    assert len(read.lines) == 3
    assert read.text.strip() == BODY.strip()


def test_a_name_that_signs_with_the_address_of_nobody_is_nobodys():
    header = '[#]: author: "Community https://x.example/team/"'
    text = f"{header}\n\n灯塔每晚亮六个小时。\n\n作者：[林舟][a]\n\n[a]: https://x.example/team/"
    assert read_header(text).by_nobody


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}\n\n灯塔每晚亮六个小时。',
        '{"title": "灯塔"} 每晚亮六个小时。',
        '{"title": 灯塔}\n\n每晚亮六个小时。',
        '{"title": ' + "[" * 100_000,
        "{灯塔}每晚亮六个小时。",
        "---\n灯塔每晚亮六个小时。\n---\n看灯的人换了三代。\n",
        "---\ntitle: 没有关上\n\n灯塔每晚亮六个小时。\n",
        "看灯的人\n---\ntitle: x\n---\n",
        "----\n",
        "---",
        "",
    ],
)
def test_what_is_no_header_stays(text):
    read = read_header(text)
    assert (read.text, read.lines, read.told) == (text, (), Metadata())
