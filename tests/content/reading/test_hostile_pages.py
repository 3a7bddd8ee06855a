"""Any markup becomes a document or a reading error, in time that grows with its length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading.errors import ReadingError
from content.reading.html import article, read_html
from content.reading.html.blocks import Page
from content.reading.html.tokens import tokens
from content.reading.html.tree import DEEPEST, Element, parse

PROSE = "渡轮在傍晚离开码头，船上的人不多，江面很静。"
TAGS = [
    "div",
    "p",
    "b",
    "td",
    "tr",
    "table",
    "li",
    "ul",
    "br",
    "img",
    "h2",
    "a",
    "span",
    "figure",
    "figcaption",
    "pre",
]
PIECES = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        [
            PROSE,
            "水位",
            "2019-04-17",
            "来源：望潮晚报",
            "作者：林舟",
            "分享",
            "<!--",
            "-->",
            "<!x",
            "<a href='",
            '<a b="',
            "<",
            ">",
            "&#27;",
            "&#x202e;",
            "&nbsp;",
            "<title>题</title>",
            "<script>",
            "</script>",
            "<p style='display:none'>",
            '<meta property="og:title" content="题目">',
            '<script type="application/ld+json">{"author":[{"name":{}}],"datePublished":7}</script>',
            "<pre>一\n二</pre>",
            "登录后可查看全文",
        ]
    ),
    st.text(max_size=8),
)


def read(markup):
    return read_html(markup.encode("utf-8", "replace"), "x.html", encoding=None)


def check(document):
    position = 0
    for number, passage in enumerate(document.passages, start=1):
        assert (passage.number, passage.start) == (number, position)
        assert passage.text == document.text[passage.start : passage.end]
        assert passage.text.strip()
        assert "\n" not in passage.text
        position = passage.end + 1
    assert not any(mark in document.text for mark in "\x1b\x00\u202e")
    assert not any(mark in document.title for mark in "\x1b\n\u202e")


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_markup_becomes_a_document_or_a_reading_error(markup):
    try:
        document = read(markup)
    except ReadingError:
        return
    check(document)


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "gb18030", "big5hkscs", "utf-16", "utf-7", "no"])
)
@settings(max_examples=150, deadline=None)
def test_bytes_become_a_document_or_a_reading_error(data, encoding):
    for each in (data, b"<html><meta charset=" + data[:9] + b"><body><p>" + data):
        try:
            check(read_html(each, "x.html", encoding=encoding))
        except ReadingError:
            continue


@pytest.mark.parametrize("tag", ["div", "span", "b", "table><tr><td", "ul><li", "blockquote"])
def test_a_thousand_nested_elements_lose_nothing(tag):
    document = read(f"<{tag}>" * 1000 + f"<p>{PROSE}</p><p>{PROSE}</p>" + "</div>" * 1000)
    assert [p.text for p in document.passages] == [PROSE, PROSE]


def test_nesting_without_end_is_refused():
    with pytest.raises(ReadingError) as refused:
        read("<div>" * 100_000 + PROSE)
    assert refused.value.reason == "unsafe"


@pytest.mark.parametrize(
    "unit",
    [
        "<!--",
        "<",
        "<a ",
        "<![CDATA[",
        "&",
        "&#",
        '<a href="',
        "<script>",
        "<?",
        "<title>",
        "</",
        "<!",
        "</b>",
        "<a b='>",
    ],
)
def test_what_never_ends_is_cut_once(unit):
    """The number of tokens bounds the work: none is looked at from two places."""
    count = sum(1 for _ in tokens(unit * 20_000))
    assert count <= 2 * 20_000
    assert parse(unit * 2000 + PROSE).deepest <= 2001


def test_a_table_is_looked_at_once_and_not_for_each_of_its_cells(monkeypatch):
    """The elements walked bound the work: four times the rows are at most five times as many."""
    walk, walked = Element.walk, []
    monkeypatch.setattr(Element, "walk", lambda element: walked.append(element) or walk(element))
    counts = []
    for rows in (10, 40):
        walked.clear()
        row = "<tr><td>水位</td><td>{0}</td><td>码头{0}</td><td>四</td></tr>"
        table = f"<table>{''.join(map(row.format, range(rows)))}</table>"
        document = read(f"<article><h1>渡轮</h1>{f'<p>{PROSE}</p>' * 3}{table}</article>")
        assert sum(passage.kind == "table" for passage in document.passages) == rows
        counts.append(len(walked))
    assert counts[1] <= 5 * counts[0]


@pytest.mark.parametrize(("style", "times"), [("", 1), ("display:none", 2)])
def test_a_page_is_gone_through_again_only_for_what_it_hides(monkeypatch, style, times):
    pages = []
    monkeypatch.setattr(article, "Page", lambda *given, **how: pages.append(how) or Page(*given, **how))
    document = read(f"<p>水位</p><div style='{style}'>{f'<p>{PROSE}</p>' * 3}</div>")
    assert len(pages) == times
    assert PROSE in document.text


def test_deep_elements_are_kept_as_children_of_the_deepest():
    tree = parse("<i>" * (DEEPEST + 50) + PROSE)
    assert tree.deepest == DEEPEST + 51
    assert tree.root.text() == PROSE


def test_references_cannot_bring_in_what_no_text_may_hold():
    document = read(f"<title>题&#x202e;目</title><p>{PROSE}&#x202e;&#x2066;{PROSE}</p>")
    assert document.replaced == 2
    assert document.text.count("\ufffd") == 2
    assert "\u202e" not in document.title


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<html><script>var a = 1;</script>", "<!doctype html>", "<p> </p>"]
)
def test_a_page_without_text_is_empty(markup):
    with pytest.raises(ReadingError) as refused:
        read(markup)
    assert refused.value.reason == "empty"
