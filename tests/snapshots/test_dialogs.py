"""Pictures of the dialogs over the reader."""

from __future__ import annotations

import pytest
from reading import Reader, harbour

from content.shelf import Shelf
from tui.screens.reader.documents import ReaderDocuments


def test_note(same_picture) -> None:
    async def write(reader: Reader) -> None:
        await reader.press("]", "]", "m")
        await reader.settle()
        await reader.press("m", *"再读一遍：CDC 的转变", "enter", *"和前文的「标准件」对照")

    assert same_picture(write)


@pytest.fixture
def read_lately(home) -> None:
    """Two documents of our own that were read before, in places that every machine can tell of."""
    with Shelf(home) as shelf:
        for title, path, progress in (
            ("海港的集市", "/文章/海港.txt", 0.38),
            ("退潮", "/文章/退潮.txt", 1.0),
        ):
            shelf.save_place(harbour(title=title, paragraphs=len(title)), 0, path=path, progress=progress)


def test_open(same_picture, read_lately) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("o")

    assert same_picture(ask)


def test_open_for_the_first_time(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("o")

    assert same_picture(ask, size=(80, 24))


def test_cannot_be_opened(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        ReaderDocuments.open(reader.screen.documents, "海港.txt")

    assert same_picture(ask)


@pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "hans"), ((40, 12), "hans"), ((120, 40), "en"), ((120, 40), "hant")],
    ids=["120x40", "40x12", "english", "traditional"],
)
def test_help(same_picture, size, language) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("?")

    assert same_picture(ask, size=size, language=language)


def test_end_of_help(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("?", "G")

    assert same_picture(ask)


@pytest.mark.parametrize(
    ("typed", "size", "language"),
    [("", (120, 40), "hans"), ("sx", (40, 12), "hans"), ("23", (120, 40), "en")],
    ids=["all", "initials 40x12", "passage english"],
)
def test_palette(same_picture, typed, size, language) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press(":")
        await reader.type(typed)

    assert same_picture(ask, size=size, language=language)


def test_lines_left_out(same_picture, reposted) -> None:
    async def show(reader: Reader) -> None:
        await reader.press("]")
        reader.screen.action_removed()

    assert same_picture(show, document=reposted)
