"""Pictures of the article and the panes around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content import open_document
from content.shelf import Shelf

if TYPE_CHECKING:
    from reading import Reader

SIZES = {"120x40": (120, 40), "80x24": (80, 24), "40x12": (40, 12)}
EVERYWHERE = [
    *(pytest.param(size, "hans", id=name) for name, size in SIZES.items()),
    pytest.param((120, 40), "en", id="english"),
]


async def nothing(_: Reader) -> None:
    """Leave the screen as it comes up."""


async def read_on(reader: Reader) -> None:
    """Stand in the middle of a theme's passages."""
    await reader.press("]", "]", "]", "]", "t", *"jrkj", "enter", "n")


@pytest.mark.parametrize(("size", "language"), EVERYWHERE)
def test_first_start(same_picture, size, language) -> None:
    assert same_picture(nothing, size=size, language=language)


@pytest.mark.parametrize(
    ("size", "language"),
    [
        *EVERYWHERE,
        pytest.param((200, 50), "hans", id="200x50"),
        pytest.param((120, 40), "hant", id="traditional"),
    ],
)
def test_theme_set(same_picture, size, language) -> None:
    assert same_picture(read_on, size=size, language=language)


def test_name_set(same_picture) -> None:
    async def choose_a_name(reader: Reader) -> None:
        await reader.press("]", "]", "]", "e", "j", "enter")

    assert same_picture(choose_a_name)


def test_panes_hidden(same_picture) -> None:
    async def hide(reader: Reader) -> None:
        await read_on(reader)
        await reader.press("z")

    assert same_picture(hide)


def test_light_palette(same_picture) -> None:
    async def turn(reader: Reader) -> None:
        await read_on(reader)
        await reader.press(":", *"colours", "enter")

    assert same_picture(turn)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("variable", "value"), [("TERM", "xterm"), ("NO_COLOR", "1")], ids=["sixteen", "none"]
)
def test_few_colours(same_picture, monkeypatch, variable, value) -> None:
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv(variable, value)
    assert same_picture(read_on, size=(80, 24))


@pytest.mark.thorough
def test_plain_glyphs(same_picture) -> None:
    async def turn(reader: Reader) -> None:
        await read_on(reader)
        await reader.press("m")
        await reader.settle()
        await reader.press(":", *"glyphs", "enter")

    assert same_picture(turn)


def test_traditional_display(same_picture) -> None:
    async def turn(reader: Reader) -> None:
        await read_on(reader)
        await reader.press("T")

    assert same_picture(turn)


def test_place_resumed(same_picture, home) -> None:
    document = open_document()
    with Shelf(home) as shelf:
        shelf.save_place(document, document.passages[24].start, path=None, progress=0.38)
    assert same_picture(nothing, document=document)


@pytest.mark.thorough
def test_derived_titles(same_picture, reposted) -> None:
    async def stand_at_a_part(reader: Reader) -> None:
        await reader.press("]", "j", "j")

    assert same_picture(stand_at_a_part, document=reposted)


@pytest.mark.thorough
def test_nothing_known(same_picture) -> None:
    document = document_of(
        "潮水退了以后，孩子们提着桶去捡贝壳。", "风从海上来，带着盐。", title="退潮", source="潮汐周报"
    )

    async def show_names(reader: Reader) -> None:
        await reader.press("e")

    assert same_picture(show_names, document=document)


@pytest.mark.parametrize("size", [pytest.param(size, id=name) for name, size in SIZES.items()])
def test_read_only(same_picture, home, size) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")

    async def bookmark(reader: Reader) -> None:
        await reader.press("m")

    assert same_picture(bookmark, size=size)
