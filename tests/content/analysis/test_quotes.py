from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_documents import document_of

from content import open_document
from content.analysis.names import find_names
from content.analysis.quotes.finding import find_quotes
from content.lexicon import Entity, Lexicon, bundled_lexicon

JUDGED = tomllib.loads((Path(__file__).parent / "judged" / "quotes.toml").read_text(encoding="utf-8"))["case"]
LEXICON = Lexicon((Entity("林小舟", "person"), Entity("海风超市", "org"), Entity("潮汐周报", "media")))


def lexicon_of(case: dict[str, Any]) -> Lexicon:
    kinds = (("people", "person"), ("orgs", "org"), ("media", "media"))
    return Lexicon(tuple(Entity(name, kind) for key, kind in kinds for name in case.get(key, ())))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", JUDGED, ids=[case["text"][:14] for case in JUDGED])
def test_judged_sentences(case: dict[str, Any]) -> None:
    document = document_of(*case["text"].split("\n"))
    found = find_quotes(document, find_names(document, lexicon_of(case)))
    assert [[each.kind, each.text, each.speaker or "", each.role or ""] for each in found] == case["quotes"]


def test_speech_over_several_paragraphs_is_one_speakers() -> None:
    document = document_of(
        "林小舟说：“第一件事是冰。", "“第二件事是船。", "“第三件事是人。”", "码头静了下来。"
    )
    found = find_quotes(document, find_names(document, LEXICON))
    assert [(each.passage, each.text, each.speaker) for each in found] == [
        (1, "第一件事是冰。", "林小舟"),
        (2, "第二件事是船。", "林小舟"),
        (3, "第三件事是人。", "林小舟"),
    ]


def test_the_edition_reports_what_people_say() -> None:
    document = open_document()
    found = find_quotes(document, find_names(document, bundled_lexicon()))
    reported = [each for each in found if each.kind == "reported" and each.speaker]
    assert len(reported) >= 10
    assert {"马化腾", "曾佳欣", "张晓辉", "刘江", "张文", "刘家明", "赖志明"} <= {
        each.speaker for each in reported
    }
    (dark,) = [each for each in reported if each.speaker == "刘家明"]
    assert dark.role == "微保 CEO"


PIECES = st.sampled_from(
    [
        "林小舟",
        "海风超市",
        "说",
        "，",
        "：",
        "“",
        "”",
        "「",
        "」",
        "。",
        "表示",
        "她",
        "在",
        "看来",
        "据",
        "介绍",
        "的看法是",
        "码头",
        "\n",
        "总经理",
        '"',
        "‘",
        "’",
        "！",
        "——",
    ]
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_quotes_that_hold_what_they_say(text: str) -> None:
    document = document_of(*text.split("\n"))
    found = find_quotes(document, find_names(document, LEXICON))
    for quote in found:
        assert document.text[quote.span.start : quote.span.end] == quote.text
        passage = document.passages[quote.passage - 1]
        assert passage.start <= quote.span.start <= quote.span.end <= passage.end
    for kind in ("direct", "reported"):
        spans = [each.span for each in found if each.kind == kind]
        assert all(first.end <= second.start for first, second in pairwise(spans))
