"""The bundled edition's form, tried on a small one."""

from __future__ import annotations

from content.reading.edition import read_edition

SMALL = """
title = "茶厂"
source = "云麓周刊"
date = "2019-04-17"
notice = "这是改写版。"
{opening}
[[sections]]
passages = [{{ kind = "epigraph", text = "慢一点。" }}, "茶厂在山里。"]
[[sections]]
title = "仓库"
passages = ["仓库很大。"]
"""


def test_the_notice_stands_first_in_the_opening_section():
    document = read_edition(SMALL.format(opening='opening = "引子"'))
    assert [(p.kind, p.text) for p in document.passages] == [
        ("notice", "这是改写版。"),
        ("epigraph", "慢一点。"),
        ("body", "茶厂在山里。"),
        ("heading", "仓库"),
        ("body", "仓库很大。"),
    ]
    assert [(s.title, s.level, s.derived, s.first, s.last) for s in document.sections] == [
        ("引子", 1, True, 1, 3),
        ("仓库", 1, False, 4, 5),
    ]
    assert (document.title, document.byline, document.source, document.date) == (
        "茶厂",
        (),
        "云麓周刊",
        "2019-04-17",
    )
    assert document.edition


def test_without_a_name_the_opening_takes_one_from_its_text_not_from_the_notice():
    opening = read_edition(SMALL.format(opening="").replace("茶厂在山里。", "茶厂在山里的雾中。")).sections[0]
    assert (opening.title, opening.derived) == ("茶厂在山里的雾中", True)


def test_the_bundled_edition_opens():
    document = read_edition()
    assert document.edition
    assert document.passages[0].kind == "notice"
    assert len(document.sections) > 4
