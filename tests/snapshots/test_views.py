"""Pictures of the views over the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from reading import Reader


def test_concordance(same_picture) -> None:
    async def sort(reader: Reader) -> None:
        await reader.press("t", *"jrkj", "enter", "c")
        await reader.settle()
        await reader.press("s")
        await reader.settle()
        await reader.press("j", "j", "space")

    assert same_picture(sort)


def test_passage(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        reader.article.go_to_passage(40)
        await reader.press("enter", "j")

    assert same_picture(ask)


def test_name(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("2", "/", *"mht", "tab", ".")

    assert same_picture(ask)


def test_theme(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("t", *"jrkj", "enter", ".", "down", "down", "down", "down", "space")

    assert same_picture(ask)


@pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "hans"), ((40, 12), "hans"), ((80, 24), "en")],
    ids=["120x40", "40x12", "english"],
)
def test_themes(same_picture, size, language) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("D", "down", "space")

    assert same_picture(ask, size=size, language=language)


def test_timeline(same_picture) -> None:
    async def ask(reader: Reader) -> None:
        await reader.press("W", "down", "down", "space")

    assert same_picture(ask)


def test_scope(same_picture) -> None:
    async def narrow(reader: Reader) -> None:
        await reader.press("]", "]", "]", "4", "R", "j", "space")

    assert same_picture(narrow)
