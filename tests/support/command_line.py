"""Commands run here and now: where they keep things, and what they print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

Capture: TypeAlias = "pytest.CaptureFixture[str]"


def surround(monkeypatch: pytest.MonkeyPatch, folder: Path, columns: int = 80) -> Path:
    """Give a test a home of its own in `folder`, simplified Chinese and so many columns; return the home."""
    home = folder / "home"
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(home))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", str(columns))
    return home


def printed(capsys: Capture, *arguments: str, code: int = 0) -> str:
    """Run a command that has nothing to complain of, and return what it prints."""
    assert run(arguments) == code
    out, problems = capsys.readouterr()
    assert problems == ""
    return out


def parsed(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    """Run a command with `--json`, and return what that says."""
    return json.loads(printed(capsys, *arguments, "--json", code=code))
