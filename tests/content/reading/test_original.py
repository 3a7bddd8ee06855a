"""The first real input: a web page saved as text. Runs where the samples are."""

from __future__ import annotations

from collections import Counter

import pytest
from samples import original_article

from content import open_document


@pytest.fixture(scope="module")
def original():
    return open_document(original_article())


def test_title_writer_medium_and_date(original):
    assert original.title == "腾讯物种进化：成为产业互联网发动机"
    assert original.byline == ("周天",)
    assert original.source == "周天财经"
    assert original.date == "2018-11-28"
    assert not original.edition


def test_four_parts_with_titles_from_their_text(original):
    bodies = Counter(p.section for p in original.passages if p.kind in ("body", "pullquote"))
    assert [bodies[s.number] for s in original.sections] == [11, 12, 19, 12]
    assert all(s.derived and 6 <= len(s.title) <= 18 for s in original.sections)


def test_epigraph_quotation_and_captions(original):
    kinds = Counter(p.kind for p in original.passages)
    assert kinds == {"body": 53, "pullquote": 1, "epigraph": 2, "caption": 3}


def test_nothing_of_the_page_is_left_and_nothing_of_the_article_lost(original):
    for chrome in (
        "分享",
        "转藏",
        "类似文章",
        "评论公约",
        "END",
        "techfinsight",
        "代表作",
        "Tomsp360lib",
        "献花",
    ):
        assert chrome not in original.text
    raw = original_article().read_text(encoding="utf-8")
    article = raw[raw.index("对未来的") : raw.index("- END -")]
    left_out = Counter(article) - Counter(original.text)
    assert set("".join(left_out.elements())) <= set("文周天财经原创出品|\u00a0 \n")
    assert len(original.removed) == 18
