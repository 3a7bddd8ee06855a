"""The texts of the library, read for one view after the other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from library_texts import ALL, HARBOUR, fill, library_in, library_opened, listed

from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.document import Span
from content.lexicon import bundled_lexicon
from content.library.known_labels import KnownLabels
from content.library.library import Library
from content.library.names_file import names_file, packed
from tui.screens.library.texts import LibraryTexts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from content.document import Document


async def test_views_that_are_turned_quickly_never_read_at_once(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    gate, begun, working = threading.Event(), threading.Event(), threading.Lock()
    at_once = []

    def one_alone(*_: object) -> None:
        at_once.append(not working.acquire(blocking=False))
        begun.set()
        gate.wait(20)
        if not at_once[-1]:
            working.release()

    documents, find_missing = Library.documents, KnownLabels.find_missing

    def held_documents(self: Library, digests: list[str]) -> Iterator[Document]:
        one_alone()
        yield from documents(self, digests)

    def held_find_missing(self: KnownLabels, *how: object) -> None:
        one_alone()
        find_missing(self, *how)  # type: ignore[arg-type]  # as they were given

    monkeypatch.setattr(Library, "documents", held_documents)
    monkeypatch.setattr(KnownLabels, "find_missing", held_find_missing)
    async with library_opened() as (reader, library):
        for tab in ("names", "across", "themes", "names"):
            library.turn_to(tab)
            await reader.pause()
            assert begun.wait(20)
        gate.set()
        await reader.settle()
        assert not any(at_once)
        assert any(row.startswith("腾讯云 ") for row in listed(library))


def test_what_was_read_before_it_was_stopped_is_not_read_again(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(home)
    asked: list[list[str]] = []
    documents = Library.documents

    def counted(self: Library, digests: list[str]) -> Iterator[Document]:
        asked.append(list(digests))
        return documents(self, digests)

    monkeypatch.setattr(Library, "documents", counted)

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with library_in(home) as library:
        texts = LibraryTexts(lambda: library, home / "cache")
        for _ in range(3):
            try:
                texts.read(stop)
            except InterruptedError:
                continue
        assert [len(each) for each in asked] == [3, 2, 1]
        texts.read(stop)
        assert [each.title for each in texts.present.documents[:-1]] == [each.title for each in ALL]
        assert texts.present.paths[HARBOUR.digest] == "/文章/0.txt"


def test_a_search_that_was_stopped_gives_way_to_another(home: Path) -> None:
    fill(home)
    with library_in(home) as library:
        texts = LibraryTexts(lambda: library, home / "cache")
        texts.stop()  # there is none
        texts.read(lambda *_: None)
        first = texts.present.search
        texts.read(lambda *_: None)
        assert texts.present.search is first
        texts.stop()
        texts.read(lambda *_: None)
        assert texts.present.search is not first


def test_what_is_found_while_the_program_runs_is_known_when_a_view_is_opened(home: Path) -> None:
    fill(home)
    with library_in(home) as library:
        texts = LibraryTexts(lambda: library, home / "cache")
        texts.read(lambda *_: None)
        assert "entity:老周" not in [each.key for each in texts.shared(lambda *_: None)]
        start = HARBOUR.text.index("老周")
        mention = Mention(HARBOUR.passage_at(start).number, Span(start, start + 2), "老周")
        found = Findings((NameFinding("老周", "person", (), None, None, 1, 0.8, (mention,)),))
        names_file(home / "cache", bundled_lexicon()).add({HARBOUR.digest: packed(found)})
        texts.read(lambda *_: None)
        assert "entity:老周" in [each.key for each in texts.shared(lambda *_: None)]
        search = texts.present.search
        assert search
        assert [hit.document for hit in search.find("entity:老周").hits] == [0]
        assert search.find("entity:马化腾").hits  # in the edition, of which nothing was found
        texts.stop()
