"""The expressions of `html/pages.toml` know what they are for, and no prose."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from content.reading.html.credits import dateline, origin, signature
from content.reading.patterns import shape

PATTERNS = tomllib.loads(files("content.reading.html").joinpath("pages.toml").read_text(encoding="utf-8"))[
    "pages"
]
SHAPES = tomllib.loads((Path(__file__).with_name("page_shapes.toml")).read_text(encoding="utf-8"))
PROSE = [
    "作者把那篇文章看了三遍，没有说话。",
    "记者到达的时候，雨已经停了，码头上一个人也没有。",
    "订阅这份报纸的人，一年比一年少了。",
    "登录岛屿之前，他们在船上等了两天，水和粮食都快用完了。",
    "摘要写得再好，也代替不了正文，这是他常说的话。",
    "他在门口扫了二维码，进站的时候关注过一眼墙上的钟。",
    "作者为这本书等了十年，出版社的人换了三批。",
    "本文想说的不过是一件小事，读者不必当真。",
    "更多的人留在岸上，请他们上船，他们也不肯。",
    "编辑林舟和校对一起看了一夜，第二天报纸准时出来了。",
]
SEARCHED = {
    "beside_media",
    "no_account",
    "dateline",
    "signed_below",
    "editors",
    "staff",
    "origin",
    "separator",
    "reports",
}  # these are looked for within a line


@pytest.mark.parametrize("key", SHAPES)
def test_each_expression_knows_two_lines_and_each_line_is_known(key):
    stored = PATTERNS[key]
    for expression in [stored] if isinstance(stored, str) else stored:
        alone = re.compile(expression.replace(" ", r"\s*"), re.IGNORECASE)
        assert sum(bool(alone.fullmatch(each)) for each in SHAPES[key]) >= 2, expression
    assert [each for each in SHAPES[key] if not shape("pages", key).fullmatch(each)] == []


@pytest.mark.parametrize("key", SHAPES)
def test_no_expression_knows_prose(key):
    assert [line for line in PROSE if shape("pages", key).fullmatch(line)] == []


def test_every_expression_is_tried():
    expressions = {
        key for key, stored in PATTERNS.items() if re.search(r"\(|\\s", str(stored)) and "notice" not in key
    }
    assert expressions <= {*SHAPES, *SEARCHED}


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("本报记者 林舟 临川报道", ("林舟",)),
        ("(记者 沈之遥 顾山 实习生 许庭)", ("沈之遥", "顾山", "许庭")),
        ("責任編輯：林舟", ()),
        ("望潮晚报记者 许青禾", ("许青禾",)),
        ("记者到达的时候，雨已经停了", ()),
        ("作者：LC017", ()),
        ("本报记者　林　舟　沈之遥", ("林舟", "沈之遥")),
    ],
)
def test_signatures_name_people(line, people):
    assert signature(line).byline == people


def test_an_agency_names_its_reporters_in_the_first_sentence():
    assert dateline("望潮社临川11月28日电（记者林舟、沈之遥）云麓水库昨日开闸。") == ("林舟", "沈之遥")
    assert dateline("云麓水库昨日开闸。（记者 林舟）") == ("林舟",)
    assert dateline("〔記者曾語安／南灣報導〕鎮上的船廠關了門。") == ("曾語安",)
    assert dateline("（霧臺社記者曾語安南灣4日電）鎮上的船廠關了門。") == ("曾語安",)
    assert dateline("（雾台社记者林舟临川4日电）镇上的船厂关了门。") == ("林舟",)
    assert dateline("云麓水库昨日开闸（第三次）。") == ()


def test_where_an_article_was_first():
    told = origin("本文来自微信公众号“望潮商业”（ID：wangchao），作者：顾半夏，本站经授权发布。")
    assert (told.source, told.byline) == ("望潮商业", ("顾半夏",))
