"""A wheel holds the program with its data files, and nothing of the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = "TENCENT_EXPLORER_WHEEL"  # names a wheel that was built already


@pytest.fixture(scope="module")
def names_in_wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel of this checkout."""
    built = os.environ.get(BUILT)
    if built is None:
        hatchling = pytest.importorskip(
            "hatchling.builders.wheel", reason=f"set {BUILT}, or install hatchling"
        )
        built = next(hatchling.WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel"))))
    with ZipFile(built) as wheel:
        return set(wheel.namelist())


def test_every_committed_file_of_the_packages_is_in_it(names_in_wheel: set[str]) -> None:
    done = subprocess.run(
        ["git", "ls-files", "-z", "--", "tui", "content"], cwd=ROOT, capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    committed = {name for name in done.stdout.decode().split("\0") if name and (ROOT / name).exists()}
    assert committed - names_in_wheel == set()
    assert {"content/edition/article.toml", "content/edition/lexicon.toml", "tui/app.tcss"} <= names_in_wheel


def test_nothing_else_is_in_it(names_in_wheel: set[str]) -> None:
    tops = {name.partition("/")[0] for name in names_in_wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"tui", "content"}
    assert not [name for name in names_in_wheel if "__pycache__" in name or name.endswith((".pyc", ".db"))]


def test_it_brings_the_command(names_in_wheel: set[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in names_in_wheel)
