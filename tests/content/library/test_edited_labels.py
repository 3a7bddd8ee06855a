from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library_texts import FACTORY, HARBOUR, TIDE, fill, library_in
from small_documents import document_of

from content.lexicon import Entity, Lexicon, Theme
from content.library.across import LibrarySearch
from content.library.edited_labels import edited_labels
from content.library.names_across import across
from content.shelf import NameEdit, OwnTheme

if TYPE_CHECKING:
    from pathlib import Path

    from content.library.known_labels import KnownLabels

LEXICON = Lexicon(
    (Entity("灯塔", "place"), Entity("腾讯云", "product"), Entity("老周", "person")),
    (Theme("sea", "海", None, ("潮水", "雨季")),),
)
DOCUMENTS = (HARBOUR, TIDE, FACTORY)


def known_after(home: Path, *edits: NameEdit) -> KnownLabels:
    with library_in(home) as library:
        library.shelf.edit_names(edits)
        return edited_labels(home / "cache", LEXICON, library)


def counted(known: KnownLabels) -> dict[str, list[tuple[int, int]]]:
    """How often each name stands in which document."""
    digests = [document.digest for document in DOCUMENTS]
    known.find_missing(DOCUMENTS)
    assert known.missing(digests) == []
    return {
        each.key: [(digests.index(digest), count) for digest, count in each.documents]
        for each in across(known, digests)
    }


def test_changes_hold_where_they_were_made_and_their_documents_are_searched_so(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    before = counted(known_after(tmp_path))
    assert before["entity:灯塔"] == [(0, 2), (1, 1)]
    known = known_after(
        tmp_path,
        NameEdit("", None, "rename", "腾讯云", "云"),
        NameEdit("", HARBOUR.digest, "hide", "灯塔"),
        NameEdit("", TIDE.digest, "add", "贝壳", "product"),
    )
    with library_in(tmp_path) as library:
        library.shelf.put_theme(OwnTheme("码头", "码头", ("码头",)))
    after = counted(known)
    assert after["entity:灯塔"] == [(1, 1)]
    assert after["entity:云"] == [(0, 1), (2, 1)]
    assert after["entity:贝壳"] == [(1, 1)]
    assert after["theme:sea"] == before["theme:sea"]
    assert counted(known_after(tmp_path))["theme:码头"] == [(0, 2)]
    search = LibrarySearch(DOCUMENTS, tmp_path / "cache", known=known)
    assert {hit.document for hit in search.find("entity:灯塔").hits} == {1}
    search.take_labels(known_after(tmp_path, NameEdit("", None, "hide", "灯塔")))
    assert search.find("entity:灯塔").hits == ()
    search.close()


def test_a_change_in_a_document_holds_in_its_other_versions(tmp_path: Path) -> None:
    fill(tmp_path, HARBOUR)
    with library_in(tmp_path) as library:
        later = document_of(
            *(each.text.replace("清早", "凌晨") for each in HARBOUR.passages), title="海港的集市"
        )
        library.add(later, "/文章/0.txt")
        assert set(library.versions(later.digest)) == {HARBOUR.digest, later.digest}
        assert library.versions("0" * 64) == []
    known = known_after(tmp_path, NameEdit("", HARBOUR.digest, "hide", "灯塔"))
    assert known.missing([later.digest]) == [later.digest]
    assert known.counts(later.digest) == []
    known.find_missing([later])
    assert "灯塔" not in [named.name for named, _ in known.counts(later.digest)]
    with pytest.raises(KeyError):
        known.labels_of(later)["entity:灯塔"]
