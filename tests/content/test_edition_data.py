from __future__ import annotations

import os
import re
import tomllib
import unicodedata
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from content.reading.edition import read_edition

EDITION = Path(__file__).parents[2] / "content" / "edition" / "article.toml"
FACTS = tomllib.loads(Path(__file__).with_name("edition_facts.toml").read_text("utf-8"))

WINDOW = 10  # characters
LONGEST_RUN = 24  # characters that may never be carried over in one piece
LARGEST_SHARE = 0.05


@cache
def told() -> str:
    """The story alone, without our own words about it."""
    return "\n".join(passage.text for passage in read_edition().passages if passage.kind != "notice")


@pytest.mark.parametrize("fact", list(chain(*(FACTS[key] for key in ("figures", "dates", "names", "terms")))))
def test_every_fact_is_stated(fact: str) -> None:
    assert fact in told()


@pytest.mark.parametrize("person", FACTS["people"], ids=lambda person: person["name"])
def test_every_person_is_named_with_the_role(person: dict[str, Any]) -> None:
    assert any(person["name"] in line and person["role"] in line for line in told().splitlines())


@pytest.mark.parametrize(("speaker", "verb", "matter"), FACTS["said"])
def test_every_statement_has_its_speaker(speaker: str, verb: str, matter: str) -> None:
    spoken = re.compile(rf"{re.escape(speaker)}[^。]*{verb}[^。]*，?[^。]*{re.escape(matter)}")
    assert spoken.search(told())


def test_at_least_ten_statements_are_reported() -> None:
    assert len(FACTS["said"]) >= 10


def test_the_opening_has_no_heading_and_the_sections_have() -> None:
    edition = read_edition()
    assert [section.derived for section in edition.sections] == [True] + [False] * (len(edition.sections) - 1)
    assert len(edition.sections) >= 5


def test_it_is_about_as_long_as_a_long_read() -> None:
    assert 4_800 <= len(told()) <= 5_600
    assert 45 <= len(read_edition().passages) <= 65


def test_the_notice_says_whose_words_these_are_and_how_to_open_the_original() -> None:
    edition = read_edition()
    notices = [passage.text for passage in edition.passages if passage.kind == "notice"]
    assert len(notices) == 1
    for word in ("改写", "周天财经", "周天", "2018-11-28", "按 o", "tencent-explorer"):
        assert word in notices[0]
    assert edition.edition
    assert edition.byline == ()


def test_chinese_and_latin_stand_apart_by_one_space() -> None:
    # A percent sign belongs to its number; full-width punctuation needs no space.
    close = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9%][\u4e00-\u9fff]|  ")
    assert [match[0] for match in close.finditer(told())] == []


def test_punctuation_is_full_width_and_quotation_marks_are_paired() -> None:
    assert re.findall(r"[,;:!?()\"'“”‘’]", told()) == []
    for passage in told().splitlines():
        depth = [passage[:end].count("「") - passage[:end].count("」") for end in range(len(passage) + 1)]
        assert set(depth) <= {0, 1}, passage
        assert depth[-1] == 0, passage


def squash(text: str) -> str:
    """Leave Chinese characters, letters and digits: what a carried-over wording shows in."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def carried_over(edition: str, original: str) -> tuple[float, int]:
    """The share of the edition's windows that stand in the original, and the longest run of them."""
    windows = {original[at : at + WINDOW] for at in range(len(original) - WINDOW + 1)}
    shared = [edition[at : at + WINDOW] in windows for at in range(len(edition) - WINDOW + 1)]
    longest = max(
        (len(run) + WINDOW - 1 for run in re.findall("1+", "".join("01"[hit] for hit in shared))), default=0
    )
    return sum(shared) / max(len(shared), 1), longest


def test_the_measure_sees_a_carried_over_sentence() -> None:
    sentence = squash("河上的旧桥在雨季之前拆了，新的一座要等到来年秋天才通车。")
    assert carried_over(sentence, squash("县志里写着：") + sentence) == (1.0, len(sentence))
    assert carried_over(sentence, sentence[:9] + "别的话" + sentence[9:18]) == (0.0, 0)


def test_the_wording_is_our_own() -> None:
    samples = os.environ.get("TENCENT_EXPLORER_SAMPLES")
    originals = sorted(Path(samples, "article").glob("*.txt")) if samples else []
    if not originals:
        pytest.skip("the original is not here: TENCENT_EXPLORER_SAMPLES")
    for original in originals:
        share, longest = carried_over(
            squash(EDITION.read_text("utf-8")), squash(original.read_text("utf-8", errors="replace"))
        )
        assert share <= LARGEST_SHARE
        assert longest < LONGEST_RUN
