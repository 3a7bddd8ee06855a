"""Paper on a light terminal, ink on a dark one; the answer is never typed, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from terminal import Terminal

pytestmark = pytest.mark.thorough  # one terminal for each answer

INK, PAPER = "14161a", "faf7f0"
LIGHT, DARK = b"\x1b]11;rgb:fafa/f7f7/f0f0\x07", b"\x1b]11;rgb:1010/1212/1616\x1b\\"
QUERY = b"\x1b]11;?\x07"
TITLE = "腾讯物种进化"


def background(terminal: Terminal) -> str:
    """The colour of an empty cell of the article."""
    return terminal.row(5)[40].bg


def typed(terminal: Terminal) -> str:
    """What stands in the search box."""
    return next((line.split()[1] for line in terminal.screen if line.startswith(" / ")), "")


def asked(terminal: Terminal) -> Terminal:
    terminal.wait_for(lambda: QUERY in terminal.output)
    assert TITLE.encode() in terminal.output.partition(QUERY)[0], "asked before the first paint"
    return terminal


@pytest.mark.parametrize(
    ("answer", "palette"),
    [
        ([LIGHT], PAPER),
        ([DARK], INK),
        ([LIGHT[:9], LIGHT[9:]], PAPER),
        ([b"\x1b]11;", b"junk" * 20, b"\x1b\\"], INK),
        ([], INK),
    ],
)
def test_the_palette_suits_the_terminal_and_the_answer_types_nothing(
    explore: Callable[..., Terminal], answer: list[bytes], palette: str
) -> None:
    terminal = asked(explore(background=b""))
    for piece in answer:
        terminal.send(piece)
        terminal.read(0.05)
    terminal.wait_for(lambda: background(terminal) == palette)
    terminal.send("/")
    terminal.send("jrkj")
    terminal.wait_for(lambda: typed(terminal) == "jrkj")
    assert background(terminal) == palette


def test_keys_typed_at_the_start_and_around_the_answer_arrive(explore: Callable[..., Terminal]) -> None:
    terminal = explore(background=b"")
    terminal.send("/")  # before anything is drawn
    asked(terminal).send(b"jr" + LIGHT + b"k", "j")
    terminal.wait_for(lambda: typed(terminal) == "jrkj")
    terminal.wait_for(lambda: background(terminal) == PAPER)


def test_the_readers_own_choice_is_kept_and_ends_the_asking(explore: Callable[..., Terminal]) -> None:
    terminal = explore(background=DARK)
    asked(terminal)
    terminal.wait_for(lambda: background(terminal) == INK)
    terminal.send(":")
    terminal.wait_for("命令：")
    terminal.send("next theme\r")
    terminal.wait_for(lambda: background(terminal) == PAPER)
    terminal.read_until_quiet(0.5)
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    again = explore(background=DARK)
    again.wait_for(TITLE)
    again.read_until_quiet(0.5)
    assert background(again) == PAPER
    assert QUERY not in again.output


@pytest.mark.parametrize(("value", "palette"), [("15;0", INK), ("0;15", PAPER)])
def test_a_mute_terminal_is_what_its_variable_says(
    explore: Callable[..., Terminal], value: str, palette: str
) -> None:
    terminal = asked(explore(background=b"", environment={"COLORFGBG": value}))
    assert background(terminal) == palette


def test_the_answer_wins_over_the_variable(explore: Callable[..., Terminal]) -> None:
    terminal = explore(background=LIGHT, environment={"COLORFGBG": "15;0"})
    asked(terminal).wait_for(lambda: background(terminal) == PAPER)
