"""Names and themes of a library's documents: found once, and the same as if found each time."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content import open_document
from content.lexicon import bundled_lexicon, parse_lexicon
from content.library import known_labels
from content.library.known_labels import KnownLabels
from content.library.labels import Labels, find_labels
from content.library.names_across import NameAcross, across

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document, Span
    from content.lexicon import Lexicon

LEXICON = parse_lexicon(
    """
[[entities]]
name = "腾讯"
kind = "org"
english = "Tencent"
aliases = ["鹅厂"]
[[entities]]
name = "腾讯云"
kind = "product"
[[entities]]
name = "华为"
kind = "org"
[[themes]]
id = "cloud"
name = "云"
english = "Cloud"
words = ["上云", "腾讯云"]
[[themes]]
id = "tea"
name = "茶"
words = ["红茶"]
"""
)
FIRST = document_of("腾讯与腾讯云。", "鹅厂上云，Tencent 也上云。")
SECOND, NOTHING = document_of("腾讯的红茶。"), document_of("一盏灯")
DOCUMENTS = [FIRST, SECOND, NOTHING]


def forbid_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("content.library.labels.find_names", lambda *_: pytest.fail("found again"))
    monkeypatch.setattr("content.library.labels.find_themes", lambda *_: pytest.fail("found again"))


def found(folder: Path, documents: list[Document] = DOCUMENTS) -> KnownLabels:
    known = KnownLabels(folder, LEXICON)
    known.find_missing(documents)
    return known


def test_what_is_known_is_what_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition, lexicon = open_document(), bundled_lexicon()
    KnownLabels(tmp_path).find_missing([edition])
    plain = dict(Labels(edition, lexicon))
    other = Labels(edition, lexicon)
    names = {key: list(other.get(key, ())) for key in ("theme:yun", "entity:鹅厂", "entity:讯", "entity:马")}
    forbid_finding(monkeypatch)
    labels = KnownLabels(tmp_path).labels_of(edition)
    assert {key: list(spans) for key, spans in labels.items()} == {
        key: list(spans) for key, spans in plain.items()
    }
    assert {key: list(labels.get(key, ())) for key in names} == names
    assert len(plain) > 20
    assert "theme:nothing" not in labels


def test_of_what_is_not_known_it_is_found_when_asked_for(tmp_path: Path) -> None:
    known = KnownLabels(tmp_path, LEXICON)
    labels = known.labels_of(FIRST)
    assert dict(labels) == dict(Labels(FIRST, LEXICON))
    assert known.missing([FIRST.digest]) == [FIRST.digest]
    assert list(tmp_path.iterdir()) == []


def test_only_what_is_missing_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(tmp_path, [FIRST, NOTHING])
    asked: list[Document] = []

    def noted(document: Document, lexicon: Lexicon) -> dict[str, list[Span]]:
        asked.append(document)
        return find_labels(document, lexicon)

    monkeypatch.setattr(known_labels, "find_labels", noted)
    known, told = KnownLabels(tmp_path, LEXICON), []
    assert known.missing(each.digest for each in DOCUMENTS) == [SECOND.digest]
    known.find_missing(DOCUMENTS, lambda *done: told.append(done))
    assert asked == [SECOND]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert KnownLabels(tmp_path, LEXICON).missing(each.digest for each in DOCUMENTS) == []


def test_what_was_found_before_it_was_stopped_is_kept(tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        KnownLabels(tmp_path, LEXICON).find_missing(DOCUMENTS, stop)
    assert KnownLabels(tmp_path, LEXICON).missing(each.digest for each in DOCUMENTS) == [NOTHING.digest]


@pytest.mark.parametrize("seconds", [0.0, 1e9])
def test_often_or_seldom_written_all_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(known_labels, "_A_WHILE", seconds)
    found(tmp_path)
    forbid_finding(monkeypatch)
    known = KnownLabels(tmp_path, LEXICON)
    assert [len(known.labels_of(document)) for document in DOCUMENTS] == [3, 2, 0]


def test_another_lexicon_or_engine_knows_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found(tmp_path)
    assert KnownLabels(tmp_path).missing([FIRST.digest]) == [FIRST.digest]
    monkeypatch.setattr(known_labels, "ENGINE", known_labels.ENGINE + 1)
    assert KnownLabels(tmp_path, LEXICON).missing([FIRST.digest]) == [FIRST.digest]


def test_names_and_themes_are_counted_across_documents(tmp_path: Path) -> None:
    one, two = FIRST.digest, SECOND.digest
    assert across(found(tmp_path), [NOTHING.digest, two, one, "0" * 64]) == (
        NameAcross("entity:腾讯", "腾讯", "org", "Tencent", ((two, 1), (one, 3)), 4),
        NameAcross("theme:cloud", "云", "theme", "Cloud", ((one, 3),), 3),
        NameAcross("theme:tea", "茶", "theme", None, ((two, 1),), 1),
        NameAcross("entity:腾讯云", "腾讯云", "product", None, ((one, 1),), 1),
    )


def test_nothing_is_said_of_a_library_of_nothing(tmp_path: Path) -> None:
    assert across(KnownLabels(tmp_path, LEXICON), []) == ()


def test_names_found_in_another_way_have_another_engine(tmp_path: Path) -> None:
    document = document_of("腾讯云、 騰訊，ＴＥＮＣＥＮＴ x Tencents 鹅 厂 上云红茶", "红茶")
    known = found(tmp_path, [document])
    flat = [(key, span.start, span.end) for key, spans in known.labels_of(document).items() for span in spans]
    digest = hashlib.sha256(repr(flat).encode()).hexdigest()[:16]
    assert (known_labels.ENGINE, digest) == (1, "030fb270a075b2b1"), (
        "names changed: raise ENGINE, then both here"
    )
