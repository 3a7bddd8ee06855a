"""Pictures of what is kept: a stretch being marked, stretches that are kept, the note, the export."""

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


async def keep_some(reader: Reader) -> None:
    """Keep a stretch in a colour with a note, a bare one, and a whole passage."""
    reader.article.go_to_passage(3)
    await reader.press("v", ")", "m")
    await reader.settle()
    await reader.press("m", *"和后文的数字对照", "tab", *"云 观点", "tab", "right", "right", "escape")
    await reader.settle()
    reader.article.go_to_passage(4)
    await reader.press("v", "m", "}", "m")
    await reader.settle()


@SIZES
def test_marking(same_picture, size, language) -> None:
    async def mark(reader: Reader) -> None:
        await keep_some(reader)
        await reader.press("6", "escape", "}", "v", ")", "o", "w")

    assert same_picture(mark, size=size, language=language)


@SIZES
def test_note_with_tags(same_picture, size, language) -> None:
    async def write(reader: Reader) -> None:
        await keep_some(reader)
        reader.article.go_to_passage(3)
        await reader.press("m", "tab")

    assert same_picture(write, size=size, language=language)


@SIZES
def test_export(same_picture, size, language) -> None:
    async def ask(reader: Reader) -> None:
        await keep_some(reader)
        await reader.press("x")
        await reader.settle()
        await reader.press("right", "down")

    assert same_picture(ask, size=size, language=language)
