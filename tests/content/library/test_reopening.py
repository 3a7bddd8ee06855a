"""What was opened before: from its file where that changed, else from the library, else nothing."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from content.library.adding import add_files
from content.library.library import Library
from content.library.opening import open_document
from content.library.records import file_state
from content.library.reopening import NO_FILE, Opened, open_again, open_path
from content.reading.errors import ReadingError
from content.shelf import NO_FILE as SHELF_NO_FILE
from content.shelf import Correction, Shelf

TEXT = "潮汐的账簿\n\n第一笔记在春天。\n\n第二笔记在夏天。\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Shelf(tmp_path / "home") as shelf, closing(Library(tmp_path / "home", shelf)) as library:
        yield library


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "账簿.txt"
    path.write_text(TEXT, "utf-8")
    return path


def put(library: Library, path: Path, encoding: str | None = None) -> Opened:
    opened = open_path(str(path), library, encoding=encoding)
    library.add(opened.document, opened.path, opened.state)
    return opened


def test_no_file_is_spelled_in_one_way() -> None:
    assert NO_FILE == SHELF_NO_FILE


def test_a_file_is_read_once_and_again_where_it_changed(library: Library, file: Path) -> None:
    first = put(library, file)
    assert (first.path, first.state, first.is_new) == (str(file), file_state(file), True)
    again = open_path(str(file), library)
    assert (again.document, again.state, again.is_new) == (first.document, None, False)
    file.write_text(f"{TEXT}\n\n第三笔。\n", "utf-8")
    changed = open_path(str(file), library)
    assert changed.document.text.endswith("第三笔。")
    assert changed.is_new


def test_an_encoding_that_is_named_reads_anew_and_then_holds(library: Library, file: Path) -> None:
    put(library, file)
    wrong = put(library, file, "gb18030")
    assert wrong.document.text != TEXT
    assert open_path(str(file), library).document.text == wrong.document.text


def test_what_was_read_last_comes_from_the_library_when_its_file_is_gone(
    library: Library, file: Path
) -> None:
    first = put(library, file)
    file.unlink()
    again = open_again(first.document.digest, str(file), library)
    assert again is not None
    assert (again.document, again.path, again.is_new) == (first.document, str(file), False)
    assert open_again("0" * 64, str(file), library) is None
    assert open_again(first.document.digest, str(file), None) is None


def test_a_text_without_a_file_comes_from_the_library(library: Library, file: Path) -> None:
    document = open_path(str(file)).document
    library.add(document, NO_FILE)
    again = open_again(document.digest, NO_FILE, library)
    assert again == Opened(document, NO_FILE)


def test_no_path_is_the_edition(library: Library) -> None:
    again = open_again("", None, library)
    assert again is not None
    assert again.document.edition
    assert not again.is_new


def test_a_file_that_cannot_be_read_raises(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ReadingError):
        open_path(str(tmp_path / "没有.txt"), library)
    with pytest.raises(ReadingError):
        open_path("a\0b", library)


def test_what_was_put_right_holds_for_a_changed_file_before_it_is_added(library: Library, file: Path) -> None:
    first = put(library, file)
    library.shelf.correct(first.document.digest, Correction(title="真正的题目"))
    file.write_text(f"{TEXT}\n\n第三笔。\n", "utf-8")
    changed = open_path(str(file), library).document
    assert library.corrected(changed, str(file)).title == "真正的题目"
    assert library.corrected(changed).title == "真正的题目"  # by its title, as when it is added
    put(library, file)
    library.shelf.correct(changed.digest, Correction())  # taken away from this version alone
    assert library.corrected(changed, str(file)).title == "潮汐的账簿"
    assert library.as_read(first.document.digest) == first.document


def test_what_was_removed_is_opened_again_and_stays_removed(library: Library, file: Path) -> None:
    digest = put(library, file).document.digest
    library.remove(1)
    again = open_again(digest, str(file), library)
    assert again is not None
    assert (again.document.digest, again.is_new) == (digest, False)
    assert open_path(str(file), library).is_new  # the reader names it
    library.restore(1)
    file.write_text(f"{TEXT}\n\n第三笔。\n", "utf-8")
    changed = open_again(digest, str(file), library)
    assert changed is not None
    assert changed.is_new


def test_a_file_with_the_editions_text_is_the_edition(library: Library, tmp_path: Path) -> None:
    edition = open_document()
    path = tmp_path / "改写.txt"
    path.write_text(edition.text, "utf-8")
    opened = open_path(str(path), library)
    assert opened == Opened(edition)
    assert opened.document.edition
    assert add_files(library, [str(path)]).same == 1
    assert library.entries() == ()
