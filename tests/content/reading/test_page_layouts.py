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
        ("<p>林舟/望潮晚报</p><p>2019-09-24 09:10</p>", ("林舟",), "望潮晚报"),
        ("<div>望潮快讯／林舟 2019年09月24日 20:19</div>", ("林舟",), "望潮网"),
        ("<p>望潮通讯社</p><p>2019-09-24 18:13</p>", (), "望潮通讯社"),
        ("<div>2019-09-24 10:56:28 临川日报</div>", (), "临川日报"),
        ("<div><a>海边的手记</a></div><div>关注</div>", (), "望潮网"),
        ("<p>执笔/叨叨姐、胡一刀&李小飞刀</p>", ("叨叨姐", "胡一刀", "李小飞刀"), "望潮网"),
        ("<div class=author><a>关注</a></div>", (), "望潮网"),
        ("<div>作者简介</div>", (), "望潮网"),
        ("<span class=source>发布时间：10-08 12:00</span>", (), "望潮网"),
        ("<div class=source><a>在人间</a><b>下载客户端</b></div>", (), "在人间"),
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


def test_a_site_is_the_source_where_nothing_else_is_told():
    assert read(f"<title>船厂关门以后 - 临川造船史</title><h1>船厂关门以后</h1>{BODY}").source == "临川造船史"


@pytest.mark.parametrize(
    ("shown", "head", "title"),
    [
        ("<h2><span>原创</span>船厂关门以后</h2>", "船厂关门以后", "船厂关门以后"),
        ("<h1>船厂关门以后<a>[编辑]</a></h1>", "船厂关门以后 - 望潮百科，自由的百科", "船厂关门以后"),
        ("<h5>二〇二一年船厂纪事在临川编成</h5>", "船厂动态--望潮船史馆", "二〇二一年船厂纪事在临川编成"),
        ("<h1>船厂关门以后41</h1>", "船厂关门以后_《船厂》小说在线阅读 - 望潮中文网", "船厂关门以后"),
        (
            "<h1><a href=/>望潮的家</a></h1><h2><a href=/p/1>船厂关门 (2)</a></h2>",
            "船厂关门 (2) @ 望潮的家 :: 手记",
            "船厂关门 (2)",
        ),
    ],
)
def test_titles_beside_tags_links_and_channels(shown, head, title):
    path = "<div><a href=/>首页</a> - 船厂动态</div>"
    assert read(f"<title>{head}</title>{path}<div>{shown}<div>{BODY}</div></div>").title == title


@pytest.mark.parametrize(
    "tail",
    [
        "<p>编辑 林舟 校对 许青禾</p>",
        "<p>船史馆供稿 摄影/林舟 编辑/许青禾</p>",
        "<p>（原题为《船厂》）</p>",
        "<p>(本文来自望潮网，更多资讯请下载“望潮”APP)</p>",
        "<p>图片均来自网络</p>",
        "<p>编辑|林舟</p><p>校对|许青禾</p><p>1、回复【船厂】看旧照片</p><p>看都看完了，点个赞</p>",
        "<h2>热门推荐</h2><a href=#>另一条新闻</a>",
        "<div>+1</div>",
    ],
)
def test_what_ends_an_article_is_the_pages(tail):
    assert texts(page(f"<div>{BODY}{tail}</div>")) == PROSE


@pytest.mark.parametrize(
    "behind", ["（編輯：林舟）1120221", "【责任编辑：林舟】", "<a href=/>返回望潮，查看更多</a>"]
)
def test_what_stands_behind_the_last_sentence_is_the_pages(behind):
    body = BODY.removesuffix("</p>")
    assert texts(page(f"<div>{body}{behind}</p></div>")) == PROSE


def test_an_editor_is_no_author_though_the_head_says_so():
    head = "<title>船厂关门以后</title><meta name=author content=林舟>"
    assert page(f"{BODY}<div>责任编辑：林舟</div>", head=head).byline == ()
    assert page(BODY, head=head).byline == ("林舟",)


def test_short_lines_below_pictures_are_captions_where_all_pictures_have_one():
    picture = "<p><img src=a></p>"
    parts = [
        f"<p>{text}</p>{picture}<p>{said}</p>"
        for text, said in zip(PROSE, ["船厂。", "图纸。", "小艇。"], strict=True)
    ]
    document = page("".join(parts) + BODY)
    assert [p.text for p in document.passages if p.kind == "caption"] == ["船厂。", "图纸。", "小艇。"]


def test_a_poster_has_no_captions_in_its_sentences():
    lines = ["下周一", "老船厂的大门", "又要打开了", "这一次", "是为了一艘小艇"]
    picture = "<p><img src=a></p>"
    document = page(
        "".join(f"{picture}<p>{each}</p>" + "<p>慢慢来</p>" for each in lines) + f"<p>{PROSE[0]}</p>"
    )
    assert "caption" not in {p.kind for p in document.passages}


def test_a_bold_line_below_a_picture_heads_what_follows_and_a_centred_one_tells_what_is_seen():
    picture = "<p><img src=a></p>"
    document = page(f"<p>{PROSE[0]}</p>{picture}<p><b>图纸比船结实</b></p><p>{PROSE[1]}</p>"
        f"{picture}<p align=center><b>老厂长在家里</b></p><p>{PROSE[2]}</p>")  # fmt: skip
    assert [p.kind for p in document.passages] == ["body", "heading", "body", "caption", "body"]


def test_what_is_said_and_what_is_asked_again_and_again_head_nothing():
    asked = "<p><b>你还会造船吗？</b></p>"
    document = page(
        "".join(f"{asked}<p>{each}</p>" for each in PROSE) + "<p>“妈妈，船什么时候回来？”</p>" + BODY
    )
    assert {p.kind for p in document.passages} == {"body"}


def test_a_short_article_is_found_by_its_title_among_longer_teasers():
    teaser = "<li class=item><a href=#><h4>另一条新闻</h4></a><p>{}</p></li>".format(
        "别处的新闻，说得很长，" * 20
    )
    article = f"<div class='wafer editor'><h1>船厂关门以后</h1>{BODY}</div>"
    document = read(f"<title>船厂关门以后</title>{article}<ul>{teaser * 8}</ul>")
    assert texts(document) == PROSE


def test_a_list_that_lays_out_a_page_is_no_list():
    document = read(
        f"<title>船厂关门以后</title><ul><li><h1>船厂关门以后</h1>{BODY}</li><li><a href=#>排行</a></li></ul>"
    )
    assert {p.kind for p in document.passages} == {"body"}


@pytest.mark.parametrize(
    "line",
    [
        "本文来自微信公众号“望潮商业”（ID：wangchao），作者：林舟，望潮网经授权发布。",
        "本文首发于望潮商业，作者：林舟",
    ],
)
def test_where_an_article_was_first_may_stand_above_it(line):
    document = page(f"<div><p>{line}</p>{BODY}</div>")
    assert (document.byline, texts(document)) == (("林舟",), PROSE)


def test_a_writer_and_the_office_below_are_no_list():
    document = page(f"<ul><li>林舟</li><li>望潮网记者</li></ul>{BODY}")
    assert (document.byline, texts(document)) == (("林舟",), PROSE)


def test_the_first_paragraph_may_stand_apart():
    lead = "<p class=lead>船厂关门的那天下着雨，汽笛响了三次。</p>"
    document = page(f"{lead}<div><p>望潮网</p></div><div class=body>{BODY}</div>")
    assert texts(document) == ["船厂关门的那天下着雨，汽笛响了三次。", *PROSE]


def test_a_notice_is_signed_with_its_date():
    document = page(f"<div>{BODY}<p>临川市水务局</p><p>二〇一九年四月十七日</p></div>")
    assert texts(document)[-1] == "二〇一九年四月十七日"
    assert document.date == "2019-04-17"


def test_an_abstract_in_the_articles_own_sentences_is_left_out():
    document = page(
        f"<div class=lead>{PROSE[1]}</div><div><p>{PROSE[0]}</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p></div>"
    )
    assert texts(document) == PROSE


def test_a_program_keeps_its_indent():
    document = page(f"{BODY}<pre>while True:\n    row()\n</pre>")
    assert texts(document)[-2:] == ["while True:", "    row()"]


@pytest.mark.parametrize("declared", ["gb2312", "utf-8", "big5", "iso-8859-1", "nonsense", "rot13"])
@pytest.mark.parametrize("real", ["utf-8", "gb18030"])
def test_the_bytes_say_more_than_the_declaration(declared, real):
    document = read(f'<meta charset="{declared}"><title>船厂关门以后</title>{BODY}', real)
    assert texts(document) == PROSE
    assert document.replaced == 0


def test_a_link_behind_the_last_sentence_is_the_pages():
    document = page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}<a href=/>返回望潮网首页>></a></p>")
    assert texts(document) == PROSE[:2]


def test_what_was_left_out_is_told_line_by_line_what_is_near_first():
    links = "".join(f"<li><a href=#>第{number}条</a></li>" for number in range(500))
    document = page(f"<div>来源：望潮晚报</div><div>{BODY}</div>", above=f"<ul>{links}</ul>")
    assert document.removed[0] == "来源：望潮晚报"
    assert len(document.removed) == 501
    assert document.removed[-1] == "第499条"


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
