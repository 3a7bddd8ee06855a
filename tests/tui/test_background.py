import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.background import can_answer, is_light, light_by_variables


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:fa/f7/f0", True),
        ("RGB:F/F/F", True),
        ("rgba:fafa/f7f7/f0f0/ffff", True),
        ("#faf7f0", True),
        ("#ffffffffffff", True),
        ("rgb:1010/1212/1616", False),
        ("rgb:0/0/0", False),
        ("#14161a", False),
        ("rgb:0000/0000/ffff", False),
        ("rgb:ffff/ffff/0000", True),
        ("?", None),
        ("", None),
        ("rgb:ff/ff", None),
        ("rgb:fffff/0/0", None),
        ("white", None),
        ("#12345", None),
    ],
)
def test_a_colour_is_light_dark_or_no_colour(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


@given(st.text())
def test_whatever_a_terminal_says_is_taken_calmly(colour: str) -> None:
    assert is_light(colour) in (True, False, None)


@pytest.mark.parametrize(
    ("value", "light"),
    [
        ("15;0", False),
        ("0;15", True),
        ("0;default;15", True),
        ("0;7", True),
        ("7;8", False),
        ("15;default", None),
        ("", None),
        ("x", None),
        ("0;99", None),
        ("0;²", None),
    ],
)
def test_the_variable_names_the_background_last(value: str, light: bool | None) -> None:
    assert light_by_variables({"COLORFGBG": value}) is light


def test_without_the_variable_nothing_is_known() -> None:
    assert light_by_variables({}) is None


def test_a_console_that_answers_nothing_is_not_asked() -> None:
    assert not can_answer({"TERM": "linux"})
    assert not can_answer({})
    assert can_answer({"TERM": "xterm-256color"})
