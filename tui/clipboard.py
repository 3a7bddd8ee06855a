"""Clipboards beside the terminal's own: tmux's buffer, and on this computer the system's."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TMUX = ("tmux", "load-buffer", "-w", "-")
_PATIENCE_SECONDS = 2.0


def programs(environment: Mapping[str, str], platform: str) -> list[tuple[str, ...]]:
    """Return the programs that take a text on their standard input for a clipboard the reader may have.

    tmux keeps what the terminal is sent to itself. Over SSH the system's clipboard is another computer's.
    """
    found: list[tuple[str, ...]] = [_TMUX] if environment.get("TMUX") else []
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return found
    if platform == "darwin":
        return [*found, ("pbcopy",)]
    if platform == "win32" or environment.get("WSL_DISTRO_NAME"):
        return [*found, ("clip.exe",)]
    if environment.get("WAYLAND_DISPLAY"):
        return [*found, ("wl-copy",)]
    if environment.get("DISPLAY"):
        return [*found, ("xclip", "-selection", "clipboard")]
    return found


def hand_over(text: str) -> None:
    """Give a text to each program there is; it waits for them, so call it in a thread."""
    environment = os.environ | {"LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else os.environ
    for program in programs(os.environ, sys.platform):
        # clip.exe takes UTF-8 for the characters of an old code page
        encoding = "utf-16" if program == ("clip.exe",) else "utf-8"
        try:
            subprocess.run(  # noqa: S603 - a fixed command; the text goes to its standard input
                program,
                input=text.encode(encoding, "replace"),
                stdout=subprocess.DEVNULL,  # xclip and wl-copy stay behind, and would hold a pipe open
                stderr=subprocess.DEVNULL,
                env=environment,
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
