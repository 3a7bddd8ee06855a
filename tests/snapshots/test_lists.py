"""Pictures of the panes with lists: themes, names, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reading import Reader

NOTES = {3: "开头的比方，讲给同事听", 14: "", 23: "数字再核对一遍：占比与同比"}


async def show_bookmarks(reader: Reader) -> None:
    """Bookmark three passages, two with notes, and list them."""
    for passage, note in NOTES.items():
        reader.article.go_to_passage(passage)
        await reader.press("m")
        await reader.settle()
        if note:
            await reader.press("m", *note, "escape")
            await reader.settle()
    await reader.press("'", "down")


def test_theme_menu(same_picture) -> None:
    async def filter_themes(reader: Reader) -> None:
        await reader.press("t")
        await reader.type("j")

    assert same_picture(filter_themes)


def test_names_filtered(same_picture) -> None:
    async def filter_names(reader: Reader) -> None:
        await reader.press("e", "/")
        await reader.type("腾讯")

    assert same_picture(filter_names)


@pytest.mark.thorough
def test_themes_under_tabs(same_picture) -> None:
    async def turn(reader: Reader) -> None:
        await reader.press("e", "right", "down", "space")

    assert same_picture(turn)


@pytest.mark.parametrize(
    ("tab", "size"),
    [("2", (80, 24)), ("3", (80, 24)), ("2", (60, 20)), ("3", (40, 12))],
    ids=["names 80x24", "themes 80x24", "names 60x20", "themes 40x12"],
)
def test_pane(same_picture, tab, size) -> None:
    async def turn(reader: Reader) -> None:
        await reader.press(tab, "down")

    assert same_picture(turn, size=size)


def test_no_bookmarks(same_picture) -> None:
    async def list_them(reader: Reader) -> None:
        await reader.press("'")

    assert same_picture(list_them)


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((120, 40), "hans", id="120x40"),
        pytest.param((80, 24), "hans", id="80x24"),
        pytest.param((40, 12), "hans", id="40x12"),
        pytest.param((120, 40), "en", id="english"),
    ],
)
def test_bookmarks(same_picture, size, language) -> None:
    assert same_picture(show_bookmarks, size=size, language=language)


@pytest.mark.thorough
def test_bookmark_deleted(same_picture) -> None:
    async def delete(reader: Reader) -> None:
        await show_bookmarks(reader)
        await reader.press("d")

    assert same_picture(delete)
