"""A library of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from content.library.library import Library
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Shelf(tmp_path / "home") as shelf:
        opened = Library(tmp_path / "home", shelf)
        yield opened
        opened.close()
