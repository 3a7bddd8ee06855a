"""Pictures of the forms for names and themes, and of the list of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reading import Reader

SIZES = pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "hans"), ((40, 12), "hans"), ((80, 24), "en")],
    ids=["120x40", "40x12", "english"],
)


async def on_row(reader: Reader, tab: str, key: str) -> None:
    await reader.screen.run_action(f"show_{tab}")
    await reader.pause()
    reader.app.focused.put_cursor(key)


@SIZES
def test_name(same_picture, size, language) -> None:
    async def merge(reader: Reader) -> None:
        await on_row(reader, "names", "微信")
        await reader.press("E", *"腾讯", "down", "right", "down")

    assert same_picture(merge, size=size, language=language)


@pytest.mark.thorough
def test_name_added(same_picture) -> None:
    async def add(reader: Reader) -> None:
        await reader.press("a", *"潮汐", "enter")

    assert same_picture(add)


@SIZES
def test_theme(same_picture, size, language) -> None:
    async def edit(reader: Reader) -> None:
        await on_row(reader, "themes", "cloud")
        await reader.press("E")

    assert same_picture(edit, size=size, language=language)


def test_changes(same_picture) -> None:
    async def change(reader: Reader) -> None:
        await on_row(reader, "names", "微信")
        await reader.press("E", *"小绿", "down", "down", *"绿信", "enter")
        await reader.settle()
        await on_row(reader, "names", "腾讯")
        await reader.press("d")
        await reader.settle()
        await reader.screen.run_action("edits")

    assert same_picture(change)
