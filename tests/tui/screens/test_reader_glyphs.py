"""Plain glyphs: nothing on any screen may be one cell or two, whichever the terminal likes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from reading import Reader

from content.library.opening import open_document
from tui.app import ExplorerApp
from tui.strings import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from content.document import Document

pytestmark = pytest.mark.thorough  # many screens, looked at cell by cell

QUOTED = "价目\n\n　　店主说：“‘老价钱’——不变……”，货是阿·丹做的。\n\n　　“再来一份。”\n"
SIZES = [(120, 40), (90, 24), (60, 15)]


def screen_text(app: ExplorerApp) -> str:
    """Everything that is drawn, borders and scrollbars too."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def unsure(text: str) -> set[str]:
    return {character for character in text if unicodedata.east_asian_width(character) == "A"}


async def pressed(pilot: Pilot[None], *keys: str) -> str:
    assert isinstance(pilot.app, ExplorerApp)
    await pilot.press(*keys)
    await Reader(pilot.app, pilot).settle()
    return screen_text(pilot.app)


def plain_app(document: Document, language: str = "hans") -> ExplorerApp:
    app = ExplorerApp(document, language=language)
    app.keeper.choose("glyphs", "plain")
    return ExplorerApp(document, language=language)


def quoted(tmp_path: Path) -> Document:
    (tmp_path / "prices.txt").write_text(QUOTED, encoding="utf-8")
    return open_document(tmp_path / "prices.txt")


EACH = [
    pytest.param(size, language, marks=pytest.mark.thorough if number else ())
    for number, (size, language) in enumerate(zip(SIZES, LANGUAGES, strict=True))
]


@pytest.mark.parametrize(("size", "language"), EACH)
async def test_nothing_of_unsure_width_is_drawn_anywhere(size: tuple[int, int], language: str) -> None:
    app = plain_app(open_document(), language)
    shown = {}
    async with app.run_test(size=size) as pilot:
        shown["start"] = await pressed(pilot)
        shown["bookmark"] = await pressed(pilot, "m", "j", "j")
        shown["themes"] = await pressed(pilot, "t")
        shown["set"] = await pressed(pilot, "enter", "n")
        shown["search"] = await pressed(pilot, "/", *"yun")
        shown["names"] = await pressed(pilot, "escape", "escape", "2", "/", "q")
        shown["palette"] = await pressed(pilot, "escape", "escape", "colon")
        shown["open"] = await pressed(pilot, "escape", "o")
        help_lines = [await pressed(pilot, "escape", "question_mark")]
        help_lines += [await pressed(pilot, "pagedown") for _ in range(6)]
        shown["help"] = "\n".join(help_lines)
    assert {name: unsure(text) for name, text in shown.items() if unsure(text)} == {}
    assert len({*shown.values()}) == len(shown)


async def test_the_setting_turns_everything_at_once_is_kept_and_turns_back() -> None:
    app = ExplorerApp(open_document(), language="hans")
    async with app.run_test(size=(120, 40)) as pilot:
        fine = await pressed(pilot, "j")
        assert {"●", "▌", "│"} <= unsure(fine)
        await app.screen.run_action("glyphs")
        assert unsure(await pressed(pilot)) == set()
        assert app.keeper.settings()["glyphs"] == "plain"
        await app.screen.run_action("glyphs")
        await pressed(pilot)
        app.screen.note("")  # type: ignore[attr-defined] - the reader screen's
        assert unsure(await pressed(pilot)) == unsure(fine)
        assert app.keeper.settings()["glyphs"] == "fine"


@pytest.mark.parametrize("script", ["source", "hant", "hans"])
async def test_marks_of_the_article_are_drawn_wide_and_its_text_stays(tmp_path: Path, script: str) -> None:
    document = quoted(tmp_path)
    ExplorerApp(document).keeper.choose("script", script)
    app = plain_app(document)
    async with app.run_test(size=(60, 20)) as pilot:
        drawn = (await pressed(pilot)).replace("\n", "").replace(" ", "")
        marks = "".join(character for character in drawn if character in "「」『』－・")
        assert "「『』－－・・」・「」" in marks
        assert app.screen.document.text == document.text  # type: ignore[attr-defined]
        assert "“‘老价钱’——不变……”" in document.text
        shown = app.screen.documents.display(document.text)  # type: ignore[attr-defined]
        assert len(shown) == len(document.text)


async def test_the_footer_names_letters_for_arrows() -> None:
    app = plain_app(open_document())
    async with app.run_test(size=(120, 40)) as pilot:
        await pressed(pilot, "t", "enter", "n")
        app.screen.note("")  # type: ignore[attr-defined]
        footer = (await pressed(pilot)).splitlines()[-1]
        assert "n 下一处" in footer
        assert "N 上一处" in footer


async def test_help_shows_the_ruler_or_says_that_glyphs_are_plain() -> None:
    for app, said in (
        (ExplorerApp(open_document(), language="hans"), "●▂█"),
        (plain_app(open_document()), "现用朴素字符"),
    ):
        async with app.run_test(size=(100, 200)) as pilot:
            assert said in await pressed(pilot, "question_mark")
