"""What stands where in the tree, and how large a file may grow."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"pyproject.toml", "tui", "content", "tests", "README.md"}
MOST_LINES = 350


@cache
def committed_files() -> list[Path]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.decode().split("\0") if name and (path := Path(name))]


def test_only_the_rooms_stand_at_the_top() -> None:
    top = {path.parts[0] for path in committed_files()}
    assert {name for name in top if not name.startswith(".")} == ROOMS


def test_no_file_of_code_grows_long() -> None:
    code = [path for path in committed_files() if path.suffix == ".py" and (ROOT / path).exists()]
    lengths = {str(path): (ROOT / path).read_bytes().count(b"\n") for path in code}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_text_names_a_path_of_one_machine() -> None:
    paths = re.compile(rb"(?<![.\w])/(?:root|home|Users|tmp|var)/\w")
    texts = [path for path in committed_files() if path.suffix in {".py", ".toml", ".md", ".tcss", ".sql"}]
    naming = [
        str(path) for path in texts if (ROOT / path).exists() and paths.search((ROOT / path).read_bytes())
    ]
    assert [path for path in naming if path != "tests/contracts/test_layout.py"] == []
