"""Pictures of the search."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from words_once import WordsOnce

import tui.searching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reading import Reader


def asking(query: str, *keys: str):
    """Make what types a query into the search, then presses keys."""

    async def ask(reader: Reader) -> None:
        await reader.press("/")
        await reader.type(query)
        await reader.press(*keys)

    return ask


def test_empty_box(same_picture) -> None:
    async def after_two_searches(reader: Reader) -> None:
        for query in ("微众银行", "zhls"):
            await asking(query, "enter")(reader)
            await reader.settle()
        await reader.press("escape", "/", "delete")

    assert same_picture(after_two_searches)


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        pytest.param("小程序", ("down",), id="literal"),
        pytest.param("jinrong", (), id="pinyin"),
        pytest.param("jrkj", ("down", "down"), id="initials"),
        pytest.param("Tencent", (), id="alias"),
        pytest.param("金融科学", (), id="possibly"),
        pytest.param("登月计划", (), id="none"),
    ],
)
def test_search(same_picture, query, keys) -> None:
    assert same_picture(asking(query, *keys))


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((80, 24), "hans", id="80x24"),
        pytest.param((40, 12), "hans", id="40x12"),
        pytest.param((120, 40), "en", id="english"),
    ],
)
def test_initials_elsewhere(same_picture, size, language) -> None:
    assert same_picture(asking("jrkj", "down"), size=size, language=language)


def test_none_in_little_room(same_picture) -> None:
    assert same_picture(asking("登月计划"), size=(40, 12))


def test_words_loading(same_picture, monkeypatch) -> None:
    gate = threading.Event()

    class Held(WordsOnce):
        """Words that are not known while the gate is shut."""

        def cut_each(self, texts: Iterable[str], _on_progress: object = None) -> Iterator[list[str]]:
            gate.wait(20)
            yield from ()

        def close(self) -> None:
            gate.set()

    monkeypatch.setattr(tui.searching, "WordHelper", Held)

    async def ask(reader: Reader) -> None:
        await reader.press("/", *"金融科技")

    assert same_picture(ask, but=("words",))
