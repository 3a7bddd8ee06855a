from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from library_texts import ALL, FACTORY, HARBOUR, TIDE
from small_documents import document_of

from content.chinese.helper import HelperError
from content.library.backlog import Backlog
from content.library.names_file import Analysed

if TYPE_CHECKING:
    from content.document import Document
    from content.library.library import Library


class Told:
    """Stands in for what finds everything: notes the titles it was given, and dies of some."""

    def __init__(self, *deadly: str) -> None:
        self.deadly = deadly
        self.titles: list[str] = []
        self.there: dict[str, Analysed] = {}
        self.error: Exception | None = None

    def analysed(self) -> dict[str, Analysed]:
        return dict(self.there)

    def put(self, document: Document) -> None:
        if self.error:
            raise self.error
        self.titles.append(document.title)
        if document.title in self.deadly:
            raise HelperError("died")
        self.there[document.digest] = Analysed(document.date or "")

    def give_up(self, document: Document) -> None:
        self.there[document.digest] = Analysed(document.date or "", found=False)

    def close(self) -> None:
        self.error = HelperError("closed")


def worked_off(library: Library, finder: Told) -> tuple[list[str], int, int]:
    """Work off what there is, as the program does from one start to the end.

    Return the titles, how many documents were analysed, and how many cannot be.
    """
    backlog = Backlog(library, finder)
    backlog.look()
    while backlog.work_off_one():
        assert 0 <= backlog.done <= backlog.total
    titles, finder.titles = finder.titles, []
    return titles, backlog.done, backlog.failed


def test_each_document_is_analysed_once_the_newest_first(library: Library) -> None:
    finder = Told()
    assert worked_off(library, finder) == ([], 0, 0)
    for document in ALL:
        library.add(document)
    finder.there[TIDE.digest] = Analysed("")  # the reader had it open
    assert worked_off(library, finder) == ([FACTORY.title, HARBOUR.title], 3, 0)
    assert worked_off(library, finder) == ([], 3, 0)
    library.add(document_of("新来的一篇。", title="新"))
    assert worked_off(library, finder) == (["新"], 4, 0)


def test_what_is_no_longer_known_and_what_got_another_date_is_analysed_again(library: Library) -> None:
    finder = Told()
    for document in ALL:
        library.add(document)
    worked_off(library, finder)
    del finder.there[FACTORY.digest]
    finder.there[HARBOUR.digest] = Analysed("1999", found=False)
    assert worked_off(library, finder) == ([FACTORY.title, HARBOUR.title], 3, 0)


def test_what_it_dies_of_comes_once_more_after_all_others_and_then_never_again(library: Library) -> None:
    for document in ALL:
        library.add(document)
    finder = Told(FACTORY.title)
    newest_first = [FACTORY.title, TIDE.title, HARBOUR.title]
    assert worked_off(library, finder) == ([*newest_first, FACTORY.title], 2, 1)
    assert worked_off(library, finder) == ([], 2, 1)
    library.add(document_of("新来的一篇。", title="新"))
    assert worked_off(library, finder) == (["新"], 3, 1)
    finder.there[FACTORY.digest] = Analysed(FACTORY.date or "")  # the reader had it open, and then it worked
    assert worked_off(library, finder) == ([], 4, 0)


def test_where_it_dies_of_everything_nothing_is_given_up(library: Library) -> None:
    for document in ALL:
        library.add(document)
    finder = Told(*(document.title for document in ALL))
    for _ in range(2):
        titles, done, failed = worked_off(library, finder)
        assert (len(titles), done, failed) == (3, 0, 0)


@pytest.mark.parametrize("error", [HelperError("closed"), OSError("the disk is full")])
def test_it_goes_on_the_next_time_where_nothing_can_be_found_or_kept(
    library: Library, error: Exception
) -> None:
    for document in ALL:
        library.add(document)
    finder = Told()
    finder.error = error
    assert worked_off(library, finder) == ([], 0, 0)
    finder.error = None
    assert len(worked_off(library, finder)[0]) == 3


def test_a_text_that_cannot_be_read_is_passed_over(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for document in ALL:
        library.add(document)
    read = library.document
    monkeypatch.setattr(library, "document", lambda digest: None if digest == TIDE.digest else read(digest))
    assert worked_off(library, Told()) == ([FACTORY.title, HARBOUR.title], 2, 1)
