"""The elements of a page and what a reader sees of them."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.assembly import Break
from content.reading.elements import Block, blocks
from content.reading.markup import parse_xml
from content.reading.spacing import one_line

LONG = "雾" * 300


def parsed(markup: str) -> Element:
    return parse_xml(markup.encode(), "x")


def seen(body: str, **told) -> list[tuple[str, str]]:
    root = parsed(f'<body xmlns:epub="http://www.idpf.org/2007/ops">{body}</body>')
    return [(each.kind, each.text) for each in blocks(root, **told) if isinstance(each, Block)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>雾起了。</p><p> </p><p>雾散了。</p>", [("body", "雾起了。"), ("body", "雾散了。")]),
        ("<h2>第一章<br/>雾</h2>", [("heading", "第一章 雾")]),
        ("<div>开头<p>中间</p>结尾</div>", [("body", "开头"), ("body", "中间"), ("body", "结尾")]),
        ("<p>他<b>说</b><i>雾</i>起了</p>", [("body", "他说雾起了")]),
        ("<p>港口的雾\n  从傍晚升起</p>", [("body", "港口的雾从傍晚升起")]),
        ("<p>an old\n  harbour</p>", [("body", "an old harbour")]),
        ("<p>甲<br/>　　乙</p>", [("body", "甲"), ("body", "乙")]),
        ("<blockquote><p>雾。</p></blockquote>", [("pullquote", "雾。")]),
        (
            '<section epub:type="epigraph"><p>雾。</p><p>——顾山</p></section>',
            [("epigraph", "雾。"), ("epigraph", "——顾山")],
        ),
        ('<div class="poem_2"><p>山<br/>水</p></div>', [("verse", "山"), ("verse", "水")]),
        (
            '<figure><img alt="一张图"/><figcaption>旧港的灯塔</figcaption></figure>',
            [("caption", "旧港的灯塔")],
        ),
        ('<p class="duokan-image-maintitle">旧港</p>', [("caption", "旧港")]),
        ("<ol><li>甲<ul><li>乙</li></ul></li><li><p>丙</p></li></ol>", [("list", each) for each in "甲乙丙"]),
        ("<dl><dt>雾</dt><dd>水汽。</dd></dl>", [("list", "雾"), ("list", "水汽。")]),
        (
            "<table><caption>船只</caption><tr><th>年</th><th>数</th></tr><tr><td><p>2018</p></td><td/></tr></table>",
            [("caption", "船只"), ("table", "年 | 数"), ("table", "2018 |")],
        ),
        (
            "<table><tr><td><h1>雾</h1><p>一。</p></td><td><p>二。</p></td></tr></table>",
            [("heading", "雾"), ("body", "一。"), ("body", "二。")],
        ),
        (
            f"<table><tr><td>甲</td><td>{LONG}</td></tr>{'<tr><td>乙</td><td>丙</td></tr>' * 3}</table>",
            [("table", f"甲 | {LONG}"), *[("table", "乙 | 丙")] * 3],
        ),
        (f"<table><tr><td>{LONG}</td><td>甲</td></tr></table>", [("body", LONG), ("body", "甲")]),
        (
            "<p>设<math><mi>x</mi><mo>=</mo> <mn>1</mn><annotation>x=1</annotation></math>则</p>",
            [("body", "设x=1则")],
        ),
        ("<pre>if 雾:\n    回港()\n</pre>", [("body", "if 雾:"), ("body", "    回港()")]),
        ("<ruby>港<rp>(</rp><rt>gǎng</rt><rp>)</rp></ruby>", [("body", "港")]),
        ('<p>生<img alt="僻"/>字<img alt="一张图"/></p>', [("body", "生僻字")]),
        ("<p>10<sup>8</sup> 吨</p>", [("body", "10⁸ 吨")]),
        ('<p>雾<sup><a href="#n1">1</a></sup>起</p>', [("body", "雾[1]起")]),
        ('<p>雾<a href="n.xhtml#n1" epub:type="noteref">①</a>起</p>', [("body", "雾①起")]),
        ('<p>雾<a class="duokan-footnote" href="#n"><img alt="注"/></a>起</p>', [("body", "雾起")]),
        (
            '<aside epub:type="footnote" hidden=""><p><a href="#r">1</a> 汽。<a href="#r">↩</a></p></aside>',
            [("footnote", "[1] 汽。")],
        ),
        (
            '<p>雾从海上<aside epub:type="footnote"><p>水汽。</p></aside>来了。</p><p>灯亮了。</p>',
            [("body", "雾从海上来了。"), ("footnote", "水汽。"), ("body", "灯亮了。")],
        ),
        (
            '<div role="doc-endnotes"><p>一</p></div><p class="footnote1">二</p>',
            [("footnote", "一"), ("footnote", "二")],
        ),
        (
            '<p hidden="">甲</p><p style="display: none">乙</p><script>丙</script><nav>丁</nav><p>戊</p>',
            [("body", "戊")],
        ),
        ('<p>前<span epub:type="pagebreak">12</span>后</p>', [("body", "前后")]),
        (
            '<p>见<a href="#别处">第二章</a>与<a href="http://x.invalid/">网页</a></p>',
            [("body", "见第二章与网页")],
        ),
    ],
)
def test_an_element_is_what_a_reader_sees(body: str, expected: list[tuple[str, str]]) -> None:
    assert seen(body) == expected


def test_a_heading_has_its_level_and_a_paragraph_none() -> None:
    found = blocks(parsed("<body><h3>甲</h3><p>乙</p><hr/></body>"))
    assert found == [Block("heading", "甲", 3), Block("body", "乙"), Break()]


def test_a_heading_as_long_as_a_paragraph_is_one() -> None:
    assert seen(f"<h2>{'雾' * 200}</h2>") == [("body", "雾" * 200)]


def test_what_is_all_bold_says_so() -> None:
    found = blocks(
        parsed('<body><p><b>甲</b> </p><p><b>甲</b>乙</p><p style="font-weight:700">丙</p></body>')
    )
    assert [each.bold for each in found] == [True, False, True]


def test_anchors_point_to_the_paragraph_they_stand_in_or_before() -> None:
    body = '<body><a id="a"/><div id="b"><p id="c">甲<a name="d"/></p></div><p id="e">乙</p></body>'
    found = blocks(parsed(body), anchors={"a", "b", "d", "e"})
    assert [set(each.anchors) for each in found] == [{"a", "b", "d"}, {"e"}]


@pytest.mark.parametrize("role", ["", "doc-footnote"])
def test_nesting_without_end_is_walked(role: str) -> None:
    root = innermost = Element("body")
    for _ in range(20_000):
        innermost.text = "雾"
        innermost = SubElement(innermost, "div", role=role)
    assert {each.text for each in blocks(root)} == {"雾"}


TAGS = ["p", "div", "span", "b", "li", "td", "tr", "table", "sup", "h2", "blockquote", "pre", "aside"]
PIECES = st.recursive(
    st.text("雾港 a1\n", min_size=1, max_size=6),
    lambda inner: st.tuples(
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
    ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"),
    max_leaves=20,
)


@given(PIECES)
@settings(max_examples=150)
def test_no_character_is_lost_or_doubled_or_moved(markup: str) -> None:
    root = parsed(f"<body>{markup}</body>")
    found = "".join(text for _, text in seen(markup)).replace("|", "").replace("¹", "1")
    assert "".join(found.split()) == "".join("".join(root.itertext()).split())


@given(st.text("雾a \n\t\u3000", max_size=20))
def test_a_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert "雾 雾" not in one_line(text.replace(" ", "").replace("\t", ""))
