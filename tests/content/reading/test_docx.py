"""Word documents: styles and what stands in for them, footnotes, tables; and those that are broken."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from books import PROSE, zipped
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import paragraph, table, word_file, word_files

from content.reading.docx import read_docx
from content.reading.errors import ReadingError

if TYPE_CHECKING:
    from content.document import Document

pytest.importorskip("mammoth", reason="Word documents need the extra office")
DOCUMENT = "word/document.xml"


TAGS = [
    "p",
    "r",
    "tbl",
    "tr",
    "tc",
    "pPr",
    "sdt",
    "sdtContent",
    "hyperlink",
    "footnoteReference",
    "t",
    "br",
    "drawing",
]


def nested(made: tuple[str, list[str]]) -> str:
    return f"<w:{made[0]}>{''.join(made[1]) or '雾'}</w:{made[0]}>"


def opened(*body: str, **told) -> Document:
    return read_docx(word_file(*body, **told), "雾港.docx", encoding=None)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in document.passages]


def reason_of(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read_docx(data, "雾港.docx", encoding=None)
    return caught.value.reason


def test_the_styled_title_and_the_lines_below_it() -> None:
    document = opened(
        paragraph("雾港纪事", "Title"),
        paragraph("文 | 沈之遥"),
        paragraph("来源：望潮日报 2019-04-17"),
        paragraph("第一节", "1"),
        paragraph(PROSE),
        paragraph("灯塔", "2"),
        paragraph(PROSE),
    )
    assert (document.title, document.byline) == ("雾港纪事", ("沈之遥",))
    assert (document.source, document.date) == ("望潮日报", "2019-04-17")
    assert [(each.level, each.title) for each in document.sections] == [(1, "第一节"), (2, "灯塔")]
    assert len(document.removed) == 2


def test_the_only_highest_heading_that_comes_first_is_the_title() -> None:
    document = opened(paragraph("雾港", "1"), paragraph(PROSE), paragraph("灯塔", "2"), paragraph(PROSE))
    assert document.title == "雾港"
    assert [(each.title, each.level) for each in document.sections if not each.derived] == [("灯塔", 1)]


def test_headings_that_are_several_are_no_title() -> None:
    document = opened(paragraph("雾", "1"), paragraph(PROSE), paragraph("灯塔", "1"), paragraph(PROSE))
    assert document.title == "雾港"
    assert [each.title for each in document.sections] == ["雾", "灯塔"]


def test_a_document_without_styles_is_read_as_a_text_is() -> None:
    document = opened(
        paragraph("雾港纪事"),
        paragraph("文 | 沈之遥"),
        paragraph(PROSE),
        paragraph("一、灯塔"),
        paragraph(PROSE),
        paragraph("二、码头"),
        paragraph(PROSE),
    )
    assert (document.title, document.byline) == ("雾港纪事", ("沈之遥",))
    assert [each.title for each in document.sections if not each.derived] == ["一、灯塔", "二、码头"]


def test_styles_of_the_authors_own_are_what_they_are_based_on() -> None:
    document = opened(
        paragraph("雾港纪事", "Title"),
        paragraph("灯塔", "levelled"),
        paragraph(PROSE, "plain"),
        paragraph("塔灯", "own"),
        paragraph(PROSE, "circle"),
    )
    assert [(each.level, each.title) for each in document.sections] == [(1, "灯塔"), (2, "塔灯")]
    assert [each.kind for each in document.passages] == ["heading", "body"] * 2


def test_bold_paragraphs_are_headings() -> None:
    document = opened(
        paragraph("雾港纪事", "Title"), paragraph(PROSE), paragraph("灯塔", bold=True), paragraph(PROSE)
    )
    assert [each.title for each in document.sections if not each.derived] == ["灯塔"]


def test_quotes_captions_tables_and_notes() -> None:
    document = opened(
        paragraph("雾港纪事", "Title"),
        paragraph(PROSE, note=1),
        paragraph("雾不等人。", "Quote"),
        table([("年", "船"), ("2018", "69")]),
        paragraph("旧港的灯塔", "Caption"),
        notes=["港志。"],
    )
    assert kinds(document) == [
        ("body", f"{PROSE}[1]"),
        ("pullquote", "雾不等人。"),
        ("table", "年 | 船"),
        ("table", "2018 | 69"),
        ("caption", "旧港的灯塔"),
        ("footnote", "[1] 港志。"),
    ]


def test_what_may_never_be_drawn_is_replaced_and_counted() -> None:
    document = opened(paragraph("雾\u202e港", "Title"), paragraph("雾\u2066起了。"))
    assert (document.title, document.text, document.replaced) == ("雾\ufffd港", "雾\ufffd起了。", 2)


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(ReadingError) as caught:
        opened(paragraph(PROSE))
    assert caught.value.reason == "needs_office"
    assert "pip install 'tencent-explorer[office]'" in str(caught.value)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({DOCUMENT: "<w:document"}, "damaged"),
        ({DOCUMENT: "<document/>"}, "damaged"),
        ({DOCUMENT: '<!DOCTYPE x [<!ENTITY a "哈">]><x>&a;</x>'}, "unsafe"),
        ({"word/styles.xml": "<a>" * 100_000 + "</a>" * 100_000}, "unsafe"),
        ({"../out": "x"}, "unsafe"),
        ({DOCUMENT: b" " * (16 * 1024 * 1024 + 1)}, "too_large"),
    ],
)
def test_what_is_broken_or_made_to_do_harm_is_refused(broken: dict[str, str], reason: str) -> None:
    assert reason_of(zipped({**word_files(paragraph(PROSE)), **broken})) == reason


def test_a_few_flipped_bytes_are_a_document_or_a_reading_error() -> None:
    data = word_file(paragraph("雾港", "Title"), paragraph(PROSE, note=1), notes=["注。"])
    chance = random.Random(4)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            assert read_docx(bytes(broken), "x", encoding=None).passages
        except ReadingError:
            continue


@given(
    st.recursive(
        st.just(""), lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3)).map(nested)
    )
)
@settings(max_examples=60)
def test_xml_that_is_no_document_is_a_document_or_a_reading_error(body: str) -> None:
    try:
        assert opened(body).passages
    except ReadingError:
        return


def test_a_document_without_text_is_empty_and_half_of_one_is_damaged() -> None:
    assert reason_of(word_file(paragraph(" "))) == "empty"
    assert reason_of(word_file()) == "empty"
    data = word_file(paragraph(PROSE))
    assert reason_of(data[: len(data) // 2]) == "damaged"
    assert reason_of(zipped({"a.txt": "雾"})) == "damaged"


def with_properties(*body: str, **told: str) -> Document:
    core = "".join(f"<x:{key}>{value}</x:{key}>" for key, value in told.items())
    files = word_files(*body) | {
        "docProps/core.xml": f'<x:coreProperties xmlns:x="x">{core}</x:coreProperties>'
    }
    return read_docx(zipped(files), "草稿.docx", encoding=None)


TOLD = {"title": "雾港纪事", "creator": "沈之遥;顾半夏", "created": "2019-04-17T08:00:00Z"}


def test_the_properties_tell_what_the_text_does_not() -> None:
    document = with_properties(paragraph(PROSE), paragraph(PROSE), **TOLD)
    assert (document.title, document.byline) == ("雾港纪事", ("沈之遥", "顾半夏"))
    assert document.date == "2019-04-17"


def test_the_text_goes_before_the_properties() -> None:
    document = with_properties(
        paragraph("夜航", "Title"),
        paragraph("文 | 许青禾"),
        paragraph("2021-03-05"),
        paragraph(PROSE),
        **TOLD,
    )
    assert (document.title, document.byline, document.date) == ("夜航", ("许青禾",), "2021-03-05")


@pytest.mark.parametrize(
    "creator", ["Administrator", "微软用户", "Lenovo", "编辑部", "NF055", "Microsoft Office User"]
)
def test_accounts_and_roles_are_no_writers(creator: str) -> None:
    document = with_properties(paragraph(PROSE), paragraph(PROSE), creator=creator, title="Document1")
    assert (document.title, document.byline, document.date) == ("草稿", (), None)


def test_what_the_template_of_a_program_says_is_not_believed() -> None:
    document = with_properties(paragraph(PROSE), paragraph(PROSE), **(TOLD | {"creator": "python-docx"}))
    assert (document.title, document.byline, document.date) == ("草稿", (), None)


def test_properties_that_are_broken_tell_nothing_and_entities_are_refused() -> None:
    broken = word_files(paragraph(PROSE)) | {"docProps/core.xml": "<x"}
    assert read_docx(zipped(broken), "草稿.docx", encoding=None).title == "草稿"
    laughs = '<!DOCTYPE x [<!ENTITY a "哈">]><x>&a;</x>'
    assert reason_of(zipped(word_files(paragraph(PROSE)) | {"docProps/core.xml": laughs})) == "unsafe"
