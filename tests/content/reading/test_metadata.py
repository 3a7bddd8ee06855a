"""Lines of metadata, dates and names: what they tell, and what is none."""

from __future__ import annotations

import pytest

from content.reading.dates import find_date
from content.reading.metadata import Metadata, read_metadata
from content.reading.names import looks_like_a_name, people


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("文 | 沈之遥", Metadata(byline=("沈之遥",))),
        ("文/傅晓帆 编辑/季南", Metadata(byline=("傅晓帆",))),
        ("作者：许青禾、蒋木生", Metadata(byline=("许青禾", "蒋木生"))),
        ("撰文丨本刊记者 顾半夏", Metadata(byline=("顾半夏",))),
        ("作者：未知作者", Metadata()),
        ("作者：玛丽·雪莱", Metadata(byline=("玛丽·雪莱",))),
        ("By: Mary Shelley", Metadata(byline=("Mary Shelley",))),
        ("记者许青禾/望潮报道", Metadata(byline=("许青禾",))),
        ("来源：《望潮日报》", Metadata(source="望潮日报")),
        ("来源 | 望潮人物（ID：wangchao-renwu）", Metadata(source="望潮人物")),
        ("云麓周刊 原创出品", Metadata(source="云麓周刊")),
        ("出品｜岭下商业评论", Metadata(source="岭下商业评论")),
        ("yunlu2046 2019-04-17", Metadata(date="2019-04-17", account="yunlu2046")),
        ("溪山网 2019年4月17日 08:30", Metadata(date="2019-04-17", account="溪山网")),
        (
            "发布时间：2021/3/5 09:30 来源：望潮日报 阅读 1.2万",
            Metadata(date="2021-03-05", source="望潮日报"),
        ),
        (
            "原创 韦小满 望潮日报 2021-03-05",
            Metadata(byline=("韦小满",), date="2021-03-05", account="望潮日报"),
        ),
        (
            "2021-03-05 望潮日报 记者 韦小满",
            Metadata(byline=("韦小满",), date="2021-03-05", account="望潮日报"),
        ),
        (
            "文／韋小滿　2021年3月5日　望潮觀察",
            Metadata(byline=("韋小滿",), date="2021-03-05", account="望潮觀察"),
        ),
        ("文/望潮周刊", Metadata(byline=("望潮周刊",))),
        (
            "以下文章来源于望潮人物 ，作者沈之遥",
            Metadata(byline=("沈之遥",), source="望潮人物"),
        ),
        ("原创 沈之遥 望潮人物", Metadata(byline=("沈之遥",), source="望潮人物")),
        ("2023-05-17 08:33 发表于临溪", Metadata(date="2023-05-17")),
        ("时间：5月6日", Metadata(date="--05-06")),
        ("标题：渡口 作者：韦小满", Metadata(title="渡口", byline=("韦小满",))),
        ("责任编辑：林舟", Metadata()),
        ("发布于2019-04-17 08:30 发布", Metadata(date="2019-04-17")),
        ("（2019-04-17）", Metadata(date="2019-04-17")),
    ],
)
def test_what_a_line_tells(line, told):
    assert read_metadata(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "云麓镇的春天",
        "2019年4月17日那天，县里下了一场雨。",
        "他在2019年4月17日寄出了最后一封信，从此再没有写过一个字",
        "来源很多，说法不一",
        "11月11日大战",
        "记者：您好",
        "双十一·11月11日之后",
        "3月5日 晴",
        "原创 音乐 大赛",
        "谁的独家",
        "致读者的短文",
        "世界名著",
        "作者：你为什么不写下去？",
        "第一章 雾",
        "——顾山·旧日茶话",
    ],
)
def test_a_line_of_the_article_tells_nothing(line):
    assert read_metadata(line) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2018-11-28", "2018-11-28"),
        ("2018.1.2 星期二 上午 9:05", "2018-01-02"),
        ("2018年11月", "2018-11"),
        ("11月28日", "--11-28"),
        ("2月29日", "--02-29"),
        ("2019-02-29", None),
        ("2018-13-40", None),
        ("昨天 13:03", None),
        ("2018", None),
        ("120181128", None),
    ],
)
def test_dates_have_no_invented_part(line, date):
    found = find_date(line)
    assert (found.date if found else None) == date


def test_the_hour_and_the_weekday_belong_to_the_date_and_a_name_does_not():
    found = find_date("2018-11-28 周三 09:30 周三山")
    assert (found.span.start, found.span.end) == (0, 19)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("實習記者曹亭", ("曹亭",)),
        ("张三（本刊记者）", ("张三",)),
        ("NF055", ()),
        ("佚名", ()),
        ("admin", ()),
        ("韦小满 柯亦凡", ("韦小满", "柯亦凡")),
        ("韦小满 韦小满", ("韦小满",)),
    ],
)
def test_bylines_name_people(value, names):
    assert people(value) == names


@pytest.mark.parametrize(
    ("text", "is_name"), [("郑怀川", True), ("欧阳一山", True), ("春天来", False), ("很", False)]
)
def test_names_begin_with_a_family_name(text, is_name):
    assert looks_like_a_name(text) is is_name


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("发布时间：18-03-08 23:16", "2018-03-08"),
        ("发布时间：10-08 12:00", "--10-08"),
        ("中華民國112年2月16日", "2023-02-16"),
        ("二〇一九年四月十七日", "2019-04-17"),
        ("二〇二一年十二月三十一日", "2021-12-31"),
        ("Dec 28 Sat 2013 00:28", "2013-12-28"),
        ("December 5, 2019", "2019-12-05"),
        ("２０１８年３月２日", "2018-03-02"),
        ("２０１８－０３－０２　０９：３０", "2018-03-02"),
    ],
)
def test_dates_in_other_notations(line, date):
    found = find_date(line)
    assert found is not None
    assert found.date == date


@pytest.mark.parametrize(
    "line", ["二十一年一月三日", "版本 3.2-1 10:20", "13-40 10:00", "1/2 下一页", "May 2019 be better"]
)
def test_what_is_no_date(line):
    assert find_date(line) is None


def test_words_of_a_page_are_no_names():
    assert [
        each
        for each in ("关于", "简介", "文章", "关注", "相关文章")
        if people(each) or looks_like_a_name(each)
    ] == []
