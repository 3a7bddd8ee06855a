"""Clipboards beside the terminal's."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tui.clipboard import hand_over, programs

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("environment", "platform", "names"),
    [
        ({}, "linux", []),
        ({"TMUX": "socket,1,0"}, "linux", ["tmux"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy"]),
        ({"DISPLAY": ":0", "TMUX": "x"}, "linux", ["tmux", "xclip"]),
        ({"DISPLAY": ":10", "SSH_CONNECTION": "a b"}, "linux", []),
        ({"SSH_TTY": "tty", "TMUX": "x"}, "darwin", ["tmux"]),
        ({}, "darwin", ["pbcopy"]),
        ({}, "win32", ["clip.exe"]),
        ({"WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"}, "linux", ["clip.exe"]),
    ],
)
def test_programs(environment: dict[str, str], platform: str, names: list[str]) -> None:
    assert [program[0] for program in programs(environment, platform)] == names


@pytest.mark.skipif(sys.platform != "linux", reason="names a program of this system")
def test_a_text_is_handed_over_whole_and_what_is_not_there_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, program = tmp_path / "taken", tmp_path / "wl-copy"
    program.write_text(f'#!/bin/sh\ncat > "{taken}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    for variable in ("SSH_CONNECTION", "SSH_TTY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TMUX", str(tmp_path / "none,1,0"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    hand_over("腾讯\ud800 end")
    assert taken.read_text("utf-8") == "腾讯? end"
    program.unlink()
    hand_over("腾讯")
