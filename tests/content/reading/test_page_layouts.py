"""What surrounds an article in one layout or another, each tried alone on a page of a few paragraphs."""

from __future__ import annotations

import pytest

from content.reading.html import read_html

PROSE = [
    "镇上的船厂在去年秋天关了门，三百多名工人拿到了补偿，也拿到了一张没有日期的合影。",
    "老厂长把图纸一卷一卷搬到自己家里，他说这些图纸比船结实，船会锈，图纸不会。",
    "今年春天，两个年轻人找到他，想把其中一艘小艇重新造出来，用新的材料，按旧的线型。",
]
BODY = "".join(f"<p>{each}</p>" for each in PROSE)
COMMENT = (
    "<div class=floor><b>网友{}</b><div>我爷爷也在船厂工作过，他常说那时候的事情，说到高兴的地方会笑。</div>"
    "<a>回复</a></div>"
)
TEASER = (
    "<div class=item><a href=#><h4>另一条新闻的标题</h4></a>"
    "<p>这是另一条新闻的摘要，第{}条，点开以后才能看到全文。</p></div>"
)


def read(markup, encoding="utf-8"):
    return read_html(markup.encode(encoding), "x.html", encoding=None)


def page(body, head="<title>船厂关门以后_望潮网</title>", above=""):
    return read(f"<html><head>{head}</head><body>{above}<div><h1>船厂关门以后</h1>{body}</div></body></html>")


def texts(document):
    return [passage.text for passage in document.passages]


@pytest.mark.parametrize("around", [COMMENT, TEASER], ids=["comments", "teasers"])
def test_alike_pieces_with_links_are_no_article_though_they_are_longer(around):
    document = page(f"<div>{BODY}</div><div class=list>{''.join(map(around.format, range(12)))}</div>")
    assert texts(document) == PROSE


def test_paragraphs_divided_by_breaks_alone():
    lines = "<br><br>".join(f"　　{each}" for each in PROSE)
    document = read(f"<title>船厂关门以后</title><table><tr><td>{lines}</td></tr></table>", "gbk")
    assert texts(document) == PROSE


def test_questions_of_an_interview_are_no_headings():
    asked = "<p><strong>望潮周刊：那天您在做什么？</strong></p>"
    document = page(
        asked + f"<p>{PROSE[0]}</p>" + asked + f"<p>{PROSE[1]}</p>" + asked + f"<p>{PROSE[2]}</p>"
    )
    assert {passage.kind for passage in document.passages} == {"body"}


@pytest.mark.parametrize(
    ("line", "byline", "source"),
    [
        ("<div>作者：林舟　来源：望潮晚报　点击数：1023</div>", ("林舟",), "望潮晚报"),
        ("<div>来源<span>望潮晚报</span>| 作者<span>林舟</span></div>", ("林舟",), "望潮晚报"),
        ("<div>来源: <a>望潮晚报</a> <a>举报</a></div>", (), "望潮晚报"),
        ("<p class=author>本报记者　林　舟　沈之遥</p>", ("林舟", "沈之遥"), "望潮网"),
        ("<div>责任编辑：NF055</div>", (), "望潮网"),
        ("<span class=source>云麓</span><span class=writer>佚名</span>", (), "云麓"),
        ("<div>来源：网络　作者：未知</div>", (), "望潮网"),
    ],
)
def test_credits_below_a_title(line, byline, source):
    document = page(f"{line}<div>{BODY}</div>")
    assert (document.byline, document.source) == (byline, source)
    assert texts(document) == PROSE


@pytest.mark.parametrize(
    "value",
    ["name, email@site.com", "{{ author }}", "https://social.invalid/x", "望潮网", "admin", "编辑部", "104"],
)
def test_what_the_head_calls_an_author_and_is_none(value):
    assert page(BODY, head=f'<title>船厂关门以后</title><meta name="author" content="{value}">').byline == ()


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta property="article:published_time" content="2019-04-16T20:30:00Z">', "2019-04-17"),
        ('<meta name="pubdate" content="2019/4/17 08:00">', "2019-04-17"),
        (
            '<script type="application/ld+json">{"datePublished": "2019-04-17", // when\n}</script>',
            "2019-04-17",
        ),
        ('<script>var ct = "1555480800";</script>', "2019-04-17"),
        ('<script type="application/ld+json">[[[{"datePublished": "soon"}]]]</script>', None),
    ],
)
def test_dates_of_the_head(head, date):
    assert page(BODY, head=f"<title>船厂关门以后</title>{head}").date == date


def test_the_title_is_what_the_head_repeats():
    above = "<h1><a href=/>望潮网</a></h1><h1>快讯：明起有雨</h1>"
    document = read(
        f"<title>船厂关门以后_望潮网</title>{above}<div class=tit>船厂关门以后</div><div>{BODY}</div>"
    )
    assert document.title == "船厂关门以后"
    assert texts(document) == PROSE


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "iso-8859-1", "nonsense", "rot13"])
@pytest.mark.parametrize("real", ["utf-8", "gb18030"])
def test_the_bytes_say_more_than_the_declaration(declared, real):
    document = read(f'<meta charset="{declared}"><title>船厂关门以后</title>{BODY}', real)
    assert texts(document) == PROSE
    assert document.replaced == 0


def test_a_link_behind_the_last_sentence_is_the_pages():
    document = page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}<a href=/>返回望潮网首页>></a></p>")
    assert texts(document) == PROSE[:2]


def test_what_was_left_out_is_told_and_no_more_than_can_be_read():
    links = "".join(f"<li><a href=#>第{number}条</a></li>" for number in range(500))
    document = page(f"<div>来源：望潮晚报</div><div>{BODY}</div>", above=f"<ul>{links}</ul>")
    assert document.removed[0] == "来源：望潮晚报"
    assert len(document.removed) == 42
    assert document.removed[-1] == "… (+460)"


def test_an_encyclopedia_has_its_first_paragraph_and_its_title():
    box = "<table><tr><th>所在地</th><td>临川</td></tr></table>"
    links = "".join(f"<li><a href=#>{each}</a></li>" for each in ("1 历史", "2 结构", "3 移民"))
    contents = f"<div class=toc><h2>目录</h2><ul>{links}</ul></div>"
    document = read(
        f"<title>船厂 - 某某百科，自由的百科全书</title><h1>船厂</h1><div>某某百科，自由的百科全书</div>"
        f"<div>{box}<p>{PROSE[0]}</p>{contents}<h2>历史<span>[<a>编辑</a>]</span></h2>"
        f"<p>{PROSE[1]}</p><p>{PROSE[2]}</p></div>"
    )
    assert document.title == "船厂"
    assert texts(document) == [PROSE[0], "历史", *PROSE[1:]]


def test_dates_below_a_title_are_no_paragraph():
    document = read(
        "<title>船厂关门以后</title><article><h1>船厂关门以后</h1><div>撰文： 林舟</div>"
        f"<div>出版： 2020-10-04 09:30 更新：2020-10-05 10:00</div>{BODY}</article>"
    )
    assert (document.byline, document.date) == (("林舟",), "2020-10-04")
    assert texts(document) == PROSE
