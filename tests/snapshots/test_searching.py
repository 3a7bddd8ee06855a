"""Pictures of the search."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from index_once import IndexOnce
from searching_fake import FakeSearching

import tui.searching

if TYPE_CHECKING:
    from collections.abc import Callable

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
        pytest.param("小程序", ("down",), id="literal", marks=pytest.mark.thorough),
        pytest.param("jinrong", (), id="pinyin", marks=pytest.mark.thorough),
        pytest.param("jrkj", ("down", "down"), id="initials"),
        pytest.param("Tencent", (), id="alias", marks=pytest.mark.thorough),
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
        pytest.param((60, 20), "hans", id="60x20"),
        pytest.param((120, 14), "hans", id="120x14"),
        pytest.param((40, 12), "hans", id="40x12"),
        pytest.param((120, 40), "en", id="english"),
    ],
)
def test_initials_elsewhere(same_picture, size, language) -> None:
    assert same_picture(asking("jrkj", "down"), size=size, language=language)


@pytest.mark.thorough
def test_none_in_little_room(same_picture) -> None:
    assert same_picture(asking("登月计划"), size=(40, 12))


@pytest.mark.parametrize("size", [(120, 40), (60, 20)], ids=["120x40", "60x20"])
def test_completions(same_picture, size) -> None:
    assert same_picture(asking("jinr"), size=size)


@pytest.mark.thorough
def test_a_completion_taken(same_picture) -> None:
    assert same_picture(asking("jinr", "tab"))


@pytest.mark.thorough
@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_lower_bounds(same_picture, monkeypatch, size) -> None:
    class Many(FakeSearching):
        """More than are counted at once."""

    Many.bounds = {"腾讯": (500, 1234)}
    gate = Many.gates["count 腾讯"] = threading.Event()
    monkeypatch.setattr(tui.searching, "Searching", Many)

    async def ask(reader: Reader) -> None:
        await reader.press("/", *"腾讯")
        while "≥" not in reader.summary:
            await reader.pause()

    try:
        assert same_picture(ask, but=("search",), size=size)
    finally:
        gate.set()


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("", id="empty", marks=pytest.mark.thorough),
        pytest.param("金融科技", id="found"),
        pytest.param("jrkj", id="none", marks=pytest.mark.thorough),
    ],
)
def test_index_under_way(same_picture, monkeypatch, size, query) -> None:
    gate = threading.Event()

    class Held(IndexOnce):
        """An index that gets no further while the gate is shut."""

        def build(self, on_progress: Callable[[int, int], None] | None = None) -> None:
            if on_progress:
                on_progress(42, 100)
            gate.wait(20)

        def close(self) -> None:
            gate.set()

    monkeypatch.setattr(tui.searching, "IndexBuilder", Held)

    async def ask(reader: Reader) -> None:
        await reader.press("/", *query)

    assert same_picture(ask, but=("words",), size=size)


@pytest.mark.thorough
def test_words_loading(same_picture, monkeypatch) -> None:
    gate = threading.Event()

    class Held(IndexOnce):
        """An index that is not there while the gate is shut."""

        def build(self, _on_progress: object = None) -> None:
            gate.wait(20)

        def close(self) -> None:
            gate.set()

    monkeypatch.setattr(tui.searching, "IndexBuilder", Held)

    async def ask(reader: Reader) -> None:
        await reader.press("/", *"金融科技")

    assert same_picture(ask, but=("words",))
