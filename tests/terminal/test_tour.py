"""The README's three minutes, key by key, in a real terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from terminal import Terminal


def test_the_three_minutes_go_as_the_readme_says(explore: Callable[..., Terminal]) -> None:
    terminal = explore()
    terminal.wait_for("腾讯物种进化")
    terminal.wait_for("改写版")
    terminal.send("j")
    terminal.send("/")
    terminal.wait_for(lambda: any(line.startswith(" / ") for line in terminal.screen))
    terminal.send("jrkj")
    terminal.wait_for("首字母")
    terminal.send("\r")
    terminal.wait_for(lambda: not any(line.startswith(" / jrkj") for line in terminal.screen))
    terminal.wait_for("搜索 jrkj 2/3")  # the best hit is not the first in the text
    terminal.send("n")
    terminal.wait_for("搜索 jrkj 3/3")
    terminal.send("N")
    terminal.wait_for("搜索 jrkj 2/3")
    for typed, theme in (("yun", "云"), ("云", "云"), ("金融", "金融科技"), ("智慧零售", "智慧零售")):
        terminal.send("t")
        terminal.read_until_quiet(0.3)
        terminal.send(typed, "\r")
        terminal.wait_for(lambda theme=theme: f"主题 {theme} " in footer(terminal))
    position = footer(terminal).split("/")[0]
    terminal.send("n")
    terminal.wait_for(lambda: footer(terminal).split("/")[0] != position)
    terminal.send("m")
    terminal.wait_for("已加书签")
    terminal.send("u")
    terminal.wait_for("已撤销 · 第")
    terminal.send("m")
    terminal.wait_for("已加书签")
    terminal.send("'")
    terminal.wait_for(lambda: "还没有书签" not in terminal.text)
    for _ in range(4):
        terminal.send("q")
        terminal.read_until_quiet(0.4)
        if terminal.process.poll() is not None:
            break
    assert terminal.wait_for_end() == 0
    again = explore()
    again.wait_for("接上次")
    again.send("q")
    assert again.wait_for_end() == 0


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("zh_TW.UTF-8", "章節"),
        ("C", "Sections"),
        pytest.param("zh_CN.UTF-8", "章节", marks=pytest.mark.thorough),  # that of all other tests
    ],
)
def test_the_interface_speaks_the_locales_language(
    explore: Callable[..., Terminal], language: str, word: str
) -> None:
    terminal = explore(language=language)
    terminal.wait_for(word)
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def footer(terminal: Terminal) -> str:
    """The last row."""
    return terminal.screen[-1]


def test_keys_that_come_in_one_go_have_their_effect_in_order(explore: Callable[..., Terminal]) -> None:
    terminal = explore()
    terminal.wait_for("腾讯物种进化")
    terminal.read_until_quiet(0.5)
    for keys, shown in (
        ("/jrkj\r", "搜索 jrkj "),
        ("tjr\r", "主题 金融科技 "),
        ("g}}}}m", "已加书签 · 第 5 段"),
    ):
        terminal.send(keys)
        terminal.wait_for(shown)
        terminal.wait_for(lambda: not any(line.startswith(" / jrkj") for line in terminal.screen))
