from __future__ import annotations

from typing import TYPE_CHECKING

from small_documents import document_of

from content.analysis import key_phrases
from content.analysis.names import Mention, NameFinding
from content.document import Span
from content.lexicon import Entity, Lexicon, Theme
from content.library.proposed_labels import LabelsWithProposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

LEXICON = Lexicon(
    entities=(Entity("望潮剧团", "org", ("剧团",)),), themes=(Theme("opera", "戏", None, ("折子戏",)),)
)
DOCUMENT = document_of("望潮剧团的折子戏", "曲牌和水袖", "曲牌与剧团", "水袖与曲牌")


def said(spans: Sequence[Span]) -> list[str]:
    return [DOCUMENT.text[span.start : span.end] for span in spans]


def test_a_proposed_theme_is_understood_by_its_name_its_words_and_their_sound() -> None:
    labels = LabelsWithProposed(DOCUMENT, LEXICON, tuple)
    found = said(labels["theme:曲牌"])
    assert found.count("曲牌") == 3
    assert said(labels["theme:水袖"]) == said(labels["theme:qupai"]) == said(labels["theme:qp"]) == found


def test_what_the_lexicon_has_is_understood_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def propose(*_: object) -> Lexicon:
        raise AssertionError("nothing was to be proposed")

    monkeypatch.setattr(key_phrases, "proposed_lexicon", propose)
    labels = LabelsWithProposed(DOCUMENT, LEXICON, tuple)
    assert said(labels["theme:opera"]) == ["折子戏"]
    assert said(labels["entity:剧团"]) == ["望潮剧团", "剧团"]
    assert labels.get("entity:轮船") is None


def test_what_nobody_proposed_is_unknown() -> None:
    assert LabelsWithProposed(DOCUMENT, LEXICON, tuple).get("theme:轮船") is None


def test_a_name_that_the_text_alone_tells_is_understood_where_the_lexicon_has_none_such() -> None:
    asked = []

    def find_entities() -> Sequence[NameFinding]:
        asked.append(1)
        span = Span(5, 8)
        mention = Mention(1, span, DOCUMENT.text[5:8])
        return (NameFinding(mention.text, "work", ("折子",), None, None, 1, 0.7, (mention,)),)

    labels = LabelsWithProposed(DOCUMENT, LEXICON, find_entities)
    assert said(labels["entity:剧团"]) == ["望潮剧团", "剧团"]
    assert asked == []
    assert said(labels["entity:折子"]) == said(labels["entity:zhezixi"]) == ["折子戏"]
    assert labels.get("entity:轮船") is None
    assert asked == [1]
