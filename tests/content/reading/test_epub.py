"""Books: the spine's order, the contents' titles and levels, what the package says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from books import CONTAINER, METADATA, PROSE, book, book_files, link, point, zipped

from content.reading import read
from content.reading.epub import read_epub

if TYPE_CHECKING:
    from content.document import Document


def opened(data: bytes, name: str = "书.epub") -> Document:
    return read_epub(data, name, encoding=None)


def outline(document: Document) -> list[tuple[int, str]]:
    return [(each.level, each.title) for each in document.sections if not each.derived]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in document.passages]


def test_the_package_names_the_book() -> None:
    document = opened(book({"1.xhtml": f"<p>{PROSE}</p>"}))
    assert (document.title, document.byline) == ("雾港纪事", ("沈之遥",))
    assert (document.source, document.date) == ("望潮出版社", "2019-04-17")
    assert kinds(document) == [("body", PROSE)]


@pytest.mark.parametrize(
    ("metadata", "byline"),
    [
        ("<dc:creator>沈之遥 著</dc:creator>", ("沈之遥",)),
        ("<dc:creator>沈之遥著</dc:creator>", ("沈之遥",)),
        ("<dc:creator>〔英〕艾伦·格雷</dc:creator>", ("艾伦·格雷",)),
        ("<dc:creator>沈之遥、顾山</dc:creator><dc:creator>林舟</dc:creator>", ("沈之遥", "顾山", "林舟")),
        ("<dc:creator>爱看雾的渔夫</dc:creator>", ("爱看雾的渔夫",)),
        (
            '<dc:creator opf:role="trl">林舟</dc:creator><dc:creator opf:role="aut">顾山</dc:creator>',
            ("顾山",),
        ),
        (
            (
                '<dc:creator id="a">林舟</dc:creator><meta refines="#a" property="role">edt</meta>'
                '<dc:creator id="b">顾山</dc:creator><meta refines="#b" property="role">aut</meta>'
            ),
            ("顾山",),
        ),
        ("<dc:creator>Ann Lee &amp; A Working Group</dc:creator>", ("Ann Lee", "A Working Group")),
        ("<dc:creator>佚名</dc:creator><dc:creator>Unknown</dc:creator><dc:creator>calibre</dc:creator>", ()),
        ("<dc:creator>望潮出版社</dc:creator>", ()),
        ("", ()),
    ],
)
def test_the_byline_is_people_who_wrote_it(metadata: str, byline: tuple[str, ...]) -> None:
    assert opened(book({"1.xhtml": f"<p>{PROSE}</p>"}, metadata=metadata)).byline == byline


@pytest.mark.parametrize(
    ("metadata", "date"),
    [
        ("<dc:date>2018</dc:date>", "2018"),
        ("<dc:date>2018-11</dc:date>", "2018-11"),
        ("<dc:date>2015-07-31T16:00:00+00:00</dc:date>", "2015-08-01"),
        ("<dc:date>2015-07-31T12:30:00Z</dc:date>", "2015-07-31"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ('<dc:date opf:event="modification">2021-01-01</dc:date>', None),
        (
            (
                '<dc:date opf:event="modification">2021-01-01</dc:date>'
                '<dc:date opf:event="publication">2019-02-03</dc:date>'
            ),
            "2019-02-03",
        ),
        ('<meta property="dcterms:modified">2021-01-01T00:00:00Z</meta>', None),
    ],
)
def test_the_date_is_that_of_publication(metadata: str, date: str | None) -> None:
    assert opened(book({"1.xhtml": f"<p>{PROSE}</p>"}, metadata=metadata)).date == date


def test_the_main_title_is_the_title_and_the_file_names_a_book_without_one() -> None:
    titles = (
        '<dc:title id="s">副题</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:title id="m">雾港:纪事</dc:title><meta refines="#m" property="title-type">main</meta>'
    )
    assert opened(book({"1.xhtml": f"<p>{PROSE}</p>"}, metadata=titles)).title == "雾港：纪事"
    assert opened(book({"1.xhtml": f"<p>{PROSE}</p>"}, metadata="")).title == "书"


def test_pages_come_in_the_order_of_the_spine_and_those_beside_it_last() -> None:
    files = book_files(
        {f"{n}.xhtml": f"<p>第{n}页。</p>" for n in "123"}, spine=["3.xhtml", "1.xhtml", "2.xhtml"]
    )
    files["OEBPS/book.opf"] = str(files["OEBPS/book.opf"]).replace(
        '<itemref idref="3.xhtml"/>', '<itemref idref="3.xhtml" linear="no"/>'
    )
    assert opened(zipped(files)).text == "第1页。\n第2页。\n第3页。"


NESTED = link("p.xhtml", "第一部 山", link("1.xhtml", "第一章 雾") + link("2.xhtml", "第二章 海"))
NESTED_POINTS = point("p.xhtml", "第一部 山", point("1.xhtml", "第一章 雾") + point("2.xhtml", "第二章 海"))
PAGES = {
    "p.xhtml": "<h1>第一部 山</h1>",
    "1.xhtml": f"<h1>第一章</h1><h2>雾</h2><p>{PROSE}</p><h3>灯塔</h3><p>{PROSE}</p>",
    "2.xhtml": f'<p class="bt">第二章　海</p><p>{PROSE}</p><p><b>码头</b></p><p>{PROSE}</p>',
}


@pytest.mark.parametrize("contents", [{"nav": f"<ol>{NESTED}</ol>"}, {"ncx": NESTED_POINTS}])
def test_the_contents_give_levels_and_tell_which_lines_are_headings(contents: dict[str, str]) -> None:
    document = opened(book(PAGES, **contents))
    assert outline(document) == [
        (1, "第一部 山"),
        (2, "第一章 雾"),
        (3, "灯塔"),
        (2, "第二章　海"),
        (3, "码头"),
    ]
    assert sum(each.kind == "heading" for each in document.passages) == 5
    assert [each.text for each in document.passages if each.kind == "body"] == [PROSE] * 4


def test_chapters_that_are_fragments_of_one_file() -> None:
    pages = {
        "all.xhtml": f'<p>{PROSE}</p><div id="a"><p>{PROSE}</p></div><a id="b"/><h2>第二章</h2><p>{PROSE}</p>'
        f'<h2 id="c">后记:灯</h2><p>{PROSE}</p>'
    }
    nav = link("all.xhtml#a", "第一章") + link("all.xhtml#b", "第二章") + link("all.xhtml#c", "后记")
    document = opened(book(pages, nav=f"<ol>{nav}</ol>"))
    assert outline(document) == [(1, "第一章"), (1, "第二章"), (1, "后记:灯")]
    assert [(each.first, each.last) for each in document.sections] == [(1, 1), (2, 3), (4, 5), (6, 7)]
    assert document.sections[0].derived


def test_a_number_in_a_heading_of_its_own_belongs_to_the_title_below_it() -> None:
    pages = {"1.xhtml": f"<h3>第一章</h3><h2>雾</h2><p>{PROSE}</p><h2>灯</h2><p>{PROSE}</p>"}
    document = opened(book(pages, nav=f"<ol>{link('1.xhtml', '雾')}</ol>"))
    assert outline(document) == [(1, "第一章 雾"), (1, "灯")]


def test_a_part_without_a_page_begins_where_its_first_chapter_does() -> None:
    nav = f"<ol><li><span>第一部</span><ol>{link('1.xhtml', '第一章')}</ol></li></ol>"
    document = opened(book({"1.xhtml": f"<h1>第一章</h1><p>{PROSE}</p>"}, nav=nav))
    assert outline(document) == [(1, "第一部"), (2, "第一章")]


def test_a_part_whose_page_is_a_picture_keeps_its_title_and_the_cover_does_not() -> None:
    nav = link("c.xhtml", "封面") + link("p.xhtml", "第一部", link("1.xhtml", "第一章"))
    pages = {"c.xhtml": '<img alt="封面"/>', "p.xhtml": "<img/>", "1.xhtml": f"<h1>第一章</h1><p>{PROSE}</p>"}
    assert outline(opened(book(pages, nav=f"<ol>{nav}</ol>"))) == [(1, "第一部"), (2, "第一章")]


def test_headings_without_contents_have_levels_that_leave_none_out() -> None:
    pages = {
        "1.xhtml": f"<h2>甲</h2><p>{PROSE}</p>",
        "2.xhtml": f"<h2>乙</h2><p>{PROSE}</p><h4>丙</h4><p>{PROSE}</p>",
    }
    assert outline(opened(book(pages))) == [(1, "甲"), (1, "乙"), (2, "丙")]


def test_a_book_without_any_heading_is_headed_by_shape() -> None:
    pages = {f"{n}.xhtml": f"<p>第{n}章 雾</p><p>{PROSE}</p>" for n in "一二三"}
    assert outline(opened(book(pages))) == [(1, "第一章 雾"), (1, "第二章 雾"), (1, "第三章 雾")]


def test_the_contents_within_the_book_are_left_out_and_said() -> None:
    titles = [f"第{n}章 雾" for n in "一二三四"]
    listed = "".join(f'<p><a href="{n}.xhtml">{title}</a></p>' for n, title in enumerate(titles))
    pages = {"toc.xhtml": f"<h1>目录</h1>{listed}"}
    pages |= {f"{n}.xhtml": f"<h1>{title}</h1><p>{PROSE}</p>" for n, title in enumerate(titles)}
    document = opened(book(pages))
    assert outline(document) == [(1, title) for title in titles]
    assert document.removed == ("目录", *titles)


def test_the_nav_in_the_spine_is_no_text() -> None:
    nav = f"<ol>{link('1.xhtml', '第一章')}</ol>"
    document = opened(book({"1.xhtml": f"<h1>第一章</h1><p>{PROSE}</p>"}, nav=nav, spine=["nav", "1.xhtml"]))
    assert kinds(document) == [("heading", "第一章"), ("body", PROSE)]


def test_every_kind_of_paragraph_keeps_its_own() -> None:
    body = (
        '<h1>雾</h1><div epub:type="epigraph"><p>山是山。</p></div>'
        f"<p>{PROSE}</p><blockquote><p>「雾不等人。」</p></blockquote>"
        "<ul><li>灯塔</li></ul><table><tr><td>年</td><td>数</td></tr></table>"
        '<div class="poem"><p>山<br/>水</p></div><figure><img/><figcaption>旧港</figcaption></figure>'
        '<aside epub:type="footnote"><p>注。</p></aside>'
    )
    found = [each.kind for each in opened(book({"1.xhtml": body})).passages]
    assert found == [
        "heading",
        "epigraph",
        "body",
        "pullquote",
        "list",
        "table",
        "verse",
        "verse",
        "caption",
        "footnote",
    ]


def test_a_rule_divides_a_book_without_headings_and_no_chapter() -> None:
    body = f"<p>{PROSE}</p><hr/><p>{PROSE}</p>"
    assert len(opened(book({"1.xhtml": body})).sections) == 2
    assert len(opened(book({"1.xhtml": f"<h1>雾</h1>{body}"})).sections) == 1


def test_what_may_never_be_drawn_is_replaced_and_counted() -> None:
    title = f"<dc:title>雾&#x202e;港</dc:title>{METADATA}"
    document = opened(book({"1.xhtml": "<p>雾&#x2066;起&#x85;了。</p>"}, metadata=title))
    assert (document.title, document.text, document.replaced) == ("雾\ufffd港", "雾\ufffd起 了。", 1)


@pytest.mark.parametrize(
    "body",
    [
        "<p>雾起了。<br><p>雾散了&nbsp",
        "<p>雾起了。</b></p><p>雾散了",
        "<a id='x'/><p>雾起了。<p>雾散了</body></html>",
    ],
)
def test_a_page_that_is_not_well_formed_is_read_all_the_same(body: str) -> None:
    document = opened(book({"1.xhtml": body}))
    assert [each.text.rstrip("\u00a0") for each in document.passages] == ["雾起了。", "雾散了"]


@pytest.mark.parametrize("declared", ["gb18030", "utf-16", "no-such-encoding"])
def test_a_page_says_its_encoding(declared: str) -> None:
    files = book_files({"1.xhtml": f"<p>{PROSE}</p>"})
    text = str(files["OEBPS/text/1.xhtml"]).replace('"utf-8"', f'"{declared}"')
    files["OEBPS/text/1.xhtml"] = text.encode("gb18030" if declared.startswith("no") else declared)
    assert opened(zipped(files)).text == PROSE


def test_names_of_files_that_are_chinese_or_percent_encoded() -> None:
    files = book_files({"第一章.xhtml": f"<p>{PROSE}</p>", "a b.xhtml": "<p>第二页。</p>"})
    files["OEBPS/book.opf"] = str(files["OEBPS/book.opf"]).replace(
        'href="text/a b', 'href="./text/../text/a%20b'
    )
    assert opened(zipped(files)).text == f"{PROSE}\n第二页。"


PAIR = {"1.xhtml": f"<h1>雾</h1><p>{PROSE}</p>", "2.xhtml": f"<h1>灯</h1><p>{PROSE}</p>"}
PACKED: dict[str, dict[str, bytes | str]] = {
    "another type": {**book_files(PAIR), "mimetype": "text/plain"},
    "no type": {path: content for path, content in book_files(PAIR).items() if path != "mimetype"},
    "nothing in the spine": book_files(PAIR, spine=[]),
    "nothing known in the spine": book_files(PAIR, spine=["x", "y"]),
    "in a folder": {
        path if path == "mimetype" else f"书/{path}": content for path, content in book_files(PAIR).items()
    },
    "a container that leads nowhere": {
        **book_files(PAIR),
        "META-INF/container.xml": CONTAINER.replace("OEBPS/book.opf", "nowhere.opf"),
    },
}


@pytest.mark.parametrize("name", ["书.epub", "书.zip", "书", "-"])
@pytest.mark.parametrize("packed", PACKED)
def test_books_that_are_packed_otherwise_are_read_all_the_same(packed: str, name: str) -> None:
    document = read(zipped(PACKED[packed]), name)
    assert document.title == "雾港纪事"
    assert [section.title for section in document.sections] == ["雾", "灯"]
