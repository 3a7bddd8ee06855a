"""Records of documents in a file: what comes back, and what damage costs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from content.library.label_file import LabelFile

if TYPE_CHECKING:
    from collections.abc import Callable

MARK, OTHER = b"lexicon1", b"lexicon2"
FOUND = {f"{number:064x}": b"data" * number for number in range(4)}
KEYS = list(FOUND)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with all records, written in two steps."""
    path = tmp_path / "cache" / "labels"
    file = LabelFile(path, MARK)
    for some in (KEYS[:2], KEYS[2:]):
        file.add({digest: FOUND[digest] for digest in some})
    return path


def read(path: Path, mark: bytes = MARK) -> dict[str, bytes]:
    return LabelFile(path, mark).records


def test_what_was_added_comes_back(path: Path) -> None:
    assert read(path) == FOUND
    assert path.read_bytes().count(MARK) == len(FOUND)


def test_every_kind_of_damage_costs_only_the_record_it_meets(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        path.write_bytes(damaged)
        left = read(path)
        assert left.items() < FOUND.items(), place
        assert len(left) == len(FOUND) - 1, place
        path.write_bytes(whole[:place])
        assert read(path).items() < FOUND.items(), place


def test_what_comes_after_a_broken_off_writing_is_there(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    LabelFile(path, MARK).write({"f" * 64: b"more"})
    assert read(path) == {key: FOUND[key] for key in KEYS[:3]} | {"f" * 64: b"more"}


def test_no_record_is_read_again_to_write_another(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = LabelFile(path, MARK)
    file.write({"e" * 64: b"one"})
    monkeypatch.setattr(Path, "read_bytes", None)
    file.write({"f" * 64: b"other"})
    monkeypatch.undo()
    assert read(path) == {**FOUND, "e" * 64: b"one", "f" * 64: b"other"}


@pytest.mark.parametrize("behind", [b"x", b"x" * 100])
def test_damage_is_passed_over_by_the_next_writing(path: Path, behind: bytes) -> None:
    path.write_bytes(path.read_bytes() + behind)
    file = LabelFile(path, MARK)
    file.add({"f" * 64: b"more"})
    assert read(path) == {**FOUND, "f" * 64: b"more"}


@pytest.mark.parametrize("spoil", [lambda _: None, Path.unlink, lambda path: path.write_bytes(b"nothing")])
def test_what_two_programs_add_is_all_there(path: Path, spoil: Callable[[Path], object]) -> None:
    spoil(path)
    before = read(path)
    one, other = LabelFile(path, MARK), LabelFile(path, MARK)
    assert one.records == other.records
    one.add({"e" * 64: b"one"})
    other.add({"f" * 64: b"other"})
    assert read(path) == {**before, "e" * 64: b"one", "f" * 64: b"other"}


def test_records_made_with_something_else_are_not_seen_and_give_way_when_they_are_most(path: Path) -> None:
    assert read(path, OTHER) == {}
    LabelFile(path, OTHER).add({KEYS[0]: b"other"})
    assert read(path, OTHER) == {KEYS[0]: b"other"}
    assert read(path) == {}


def test_a_few_records_made_with_something_else_stay(path: Path) -> None:
    written = path.read_bytes()
    path.unlink()
    LabelFile(path, OTHER).add({KEYS[0]: b"other"})
    path.write_bytes(path.read_bytes() + written)
    LabelFile(path, MARK).add({"f" * 64: b"more"})
    assert read(path) == {**FOUND, "f" * 64: b"more"}
    assert read(path, OTHER) == {KEYS[0]: b"other"}


@pytest.mark.skipif(os.name != "posix", reason="pipes as POSIX has them")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "labels")
    LabelFile(tmp_path / "labels", MARK).add(FOUND)
    assert read(tmp_path / "labels") == {}


def test_a_folder_that_cannot_be_had_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = LabelFile(tmp_path / "file" / "labels", MARK)
    file.add(FOUND)
    assert file.records == FOUND
