"""Files that cannot be opened, on the command line: one line on standard error each, exit code 2."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hostile_files import write_hostile_files

from tui.cli import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif(os.name == "nt", reason="names and links of Unix")
def test_each_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for name in write_hostile_files(tmp_path):
        assert run(["outline", name, "--json"]) == 2
        out, problem = capsys.readouterr()
        assert out == ""
        assert problem.startswith("tencent-explorer: ")
        assert problem.removesuffix("\n").isprintable()
