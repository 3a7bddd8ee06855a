"""Pictures of the dialogs over the reader."""

from __future__ import annotations

import pytest
from reading import Reader, harbour

from tui.screens.reader.documents import ReaderDocuments


@pytest.mark.thorough
def test_note(same_picture) -> None:
    async def write(reader: Reader) -> None:
        await reader.press("]", "]", "m")
        await reader.settle()
        await reader.press("m", *"再读一遍：CDC 的转变", "enter", *"和前文的「标准件」对照")

    assert same_picture(write)


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


@pytest.mark.thorough
def test_lines_left_out(same_picture, reposted) -> None:
    async def show(reader: Reader) -> None:
        await reader.press("]")
        reader.screen.action_removed()

    assert same_picture(show, document=reposted)


@pytest.mark.parametrize(
    ("size", "language"), [((120, 40), "hans"), ((40, 12), "hans")], ids=["120x40", "40x12"]
)
def test_pasted_text(same_picture, size, language) -> None:
    async def paste(reader: Reader) -> None:
        await reader.paste("\n\n".join(passage.text for passage in harbour().passages))

    assert same_picture(paste, size=size, language=language)


@pytest.mark.parametrize(
    ("size", "language"),
    [((120, 40), "hans"), ((40, 12), "hans"), ((80, 24), "en")],
    ids=["120x40", "40x12", "english"],
)
def test_corrections(same_picture, size, language) -> None:
    async def correct(reader: Reader) -> None:
        await reader.press("E", "end", *"（夜）", "tab", "tab", "tab", *"?", "enter")

    assert same_picture(correct, document=harbour(), size=size, language=language)


@pytest.mark.thorough
def test_encodings(same_picture, tmp_path, monkeypatch) -> None:
    path = tmp_path / "帳簿.txt"
    path.write_bytes("潮汐的帳簿\n\n帳簿在春天打開，在秋天合上，寫的都是魚和船的事。\n".encode("big5hkscs"))

    async def choose(reader: Reader) -> None:
        reader.screen.documents.open(str(path))
        await reader.settle()
        await reader.screen.run_action("encoding")

    assert same_picture(choose)
