"""Pipes, pastes and folders in a real terminal: what arrives as bytes becomes a document, never keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from terminal import ENTER, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from terminal import Terminal

TIDES = "\n\n".join(f"第{n}段说到港口的第{n}件事，说得很长很长，一直说到潮水退去。" for n in range(1, 40))


def test_a_piped_text_takes_keys_and_is_there_again(
    run_in_terminal: Callable[..., Terminal], explore: Callable[..., Terminal], tmp_path: Path
) -> None:
    (tmp_path / "潮汐.txt").write_text(f"潮汐的集市\n\nq 不是按键。\n\n{TIDES}\n", "utf-8")
    piped = run_in_terminal(["sh", "-c", f'cat 潮汐.txt | "{PROGRAM}" -'])
    piped.wait_for("潮汐的集市")
    piped.send("}", "}", "}")
    piped.wait_for("第 4/40 段")
    piped.send("q")
    assert piped.wait_for_end() == 0
    again = explore()
    again.wait_for("接上次")
    assert "潮汐的集市" in again.screen[0]
    assert "第 4/40 段" in again.screen[0]
    again.send("q")
    assert again.wait_for_end() == 0


def test_a_bracketed_paste_is_offered_and_opened(explore: Callable[..., Terminal]) -> None:
    terminal = explore("--edition")
    terminal.wait_for("腾讯物种")
    terminal.send("\x1b[200~灯塔的日记\rq\r看守人每天写日记，写了三十年。\x1b[201~")
    terminal.wait_for("打开粘贴的文字（")
    terminal.send("q", ENTER)
    terminal.wait_for(lambda: "灯塔的日记" in terminal.screen[0])
    terminal.send("q")
    assert terminal.wait_for_end() == 0


def test_a_folder_is_added_and_the_library_shown(explore: Callable[..., Terminal], tmp_path: Path) -> None:
    folder = tmp_path / "文章"
    folder.mkdir()
    for name in "甲乙":
        (folder / f"{name}.txt").write_text(f"{name}的集市\n\n{name}{TIDES}\n", "utf-8")
    (folder / "合同.pdf").write_bytes(b"%PDF-1.4")
    terminal = explore(str(folder))
    terminal.wait_for("书库")
    terminal.wait_for("甲的集市")
    terminal.wait_for("乙的集市")
    terminal.send("\x1b")
    terminal.wait_for(lambda: "书库" not in terminal.screen[0])
    terminal.send("q")
    assert terminal.wait_for_end() == 0
    assert "合同.pdf".encode() in terminal.output[: terminal.output.index(b"\x1b[?1049h")]
