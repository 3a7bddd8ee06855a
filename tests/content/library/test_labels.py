"""What filters mean in a document."""

from __future__ import annotations

import pytest
from small_documents import document_of

from content import open_document
from content.analysis.names import find_names
from content.analysis.themes import find_themes
from content.document import Document, Span
from content.lexicon import Lexicon, bundled_lexicon, parse_lexicon
from content.library import labels as labels_module
from content.library.labels import Labels
from content.library.search import SearchIndex

LEXICON = parse_lexicon(
    """
[[entities]]
name = "腾讯"
kind = "org"
english = "Tencent"
aliases = ["鹅厂"]
[[entities]]
name = "腾讯云"
kind = "org"
[[entities]]
name = "华为"
kind = "org"
[[themes]]
id = "cloud"
name = "云"
words = ["上云", "腾讯云"]
[[themes]]
id = "tea"
name = "茶"
words = ["红茶"]
"""
)
DOCUMENT = document_of("腾讯与腾讯云。", "鹅厂上云，Tencent 也上云。")


def said(labels: Labels, key: str, document: Document = DOCUMENT) -> list[str]:
    return [document.text[span.start : span.end] for span in labels[key]]


def test_spans_are_those_of_the_analysis() -> None:
    document, lexicon = open_document(), bundled_lexicon()
    labels = Labels(document, lexicon)
    for theme in find_themes(document, lexicon):
        assert list(labels[f"theme:{theme.id}"]) == [span for each in theme.passages for span in each.spans]
    for name in find_names(document, lexicon):
        assert list(labels[f"entity:{name.name}"]) == [mention.span for mention in name.mentions]


def test_iterating_gives_what_is_there_by_id_and_name() -> None:
    labels = Labels(DOCUMENT, LEXICON)
    assert list(labels) == ["theme:cloud", "entity:腾讯", "entity:腾讯云"]
    assert len(labels) == 3
    assert all(labels[key] for key in labels)


def test_other_names_are_understood() -> None:
    labels = Labels(DOCUMENT, LEXICON)
    assert said(labels, "entity:腾讯") == ["腾讯", "鹅厂", "Tencent"]
    for key in ("entity:Tencent", "entity:鹅厂", "entity:騰訊", "entity:tx"):
        assert labels[key] == labels["entity:腾讯"]
    assert said(labels, "theme:yun") == said(labels, "theme:雲") == ["腾讯云", "上云", "上云"]


def test_where_several_are_meant_all_are_given_in_reading_order() -> None:
    assert said(Labels(DOCUMENT, LEXICON), "entity:讯") == ["腾讯", "腾讯云", "鹅厂", "Tencent"]


@pytest.mark.parametrize("key", ["theme:tea", "entity:华为", "theme:nothing", "entity:", "section:云", ""])
def test_what_is_not_there_is_no_key(key: str) -> None:
    labels = Labels(DOCUMENT, LEXICON)
    assert key not in labels
    assert labels.get(key) is None


def test_nothing_is_looked_for_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Lexicon] = []

    def noted(document: Document, lexicon: Lexicon) -> tuple[()]:
        asked.append(lexicon)
        return ()

    monkeypatch.setattr(labels_module, "find_names", noted)
    monkeypatch.setattr(labels_module, "find_themes", noted)
    labels = Labels(DOCUMENT, LEXICON)
    assert not asked
    assert labels.get("theme:cloud") is labels.get("theme:cloud") is None
    assert asked == [Lexicon(themes=LEXICON.themes[:1])]
    assert labels.get("entity:腾讯") is labels.get("entity:华为") is None
    assert asked[1:] == [LEXICON]


def test_a_notice_speaks_of_nothing() -> None:
    document = open_document()
    notices = [passage for passage in document.passages if passage.kind == "notice"]
    assert notices
    labels = Labels(document, bundled_lexicon())
    for key in labels:
        for span in labels[key]:
            assert not any(notice.start <= span.start < notice.end for notice in notices)


def test_a_search_over_several_knows_the_themes_of_each() -> None:
    index = SearchIndex([DOCUMENT, document_of("红茶"), DOCUMENT], lexicon=LEXICON)
    hits = index.search("theme:云")
    assert {hit.document for hit in hits} == {0, 2}
    assert {span for hit in hits for span in hit.spans} == {Span(3, 6), Span(10, 12), Span(22, 24)}


def test_labels_that_are_given_are_used() -> None:
    index = SearchIndex(DOCUMENT, lexicon=LEXICON, labels={"theme:x": [Span(3, 6)]})
    assert [hit.spans for hit in index.search("theme:x")] == [(Span(3, 6),)]
    assert index.search("theme:云") == []


def test_a_search_without_a_lexicon_has_the_bundled_one() -> None:
    assert [hit.match for hit in SearchIndex(document_of("鹅厂", "另一段")).search("Tencent")] == ["alias"]
