"""Where the real pages lie that some tests try: they are their publishers' and stay outside the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def samples_folder() -> Path:
    """Return the folder that holds `article/` and `corpus/`; skip the asking test where there is none."""
    folder = os.environ.get("TENCENT_EXPLORER_SAMPLES")
    if not folder or not (Path(folder) / "article").is_dir():
        pytest.skip("TENCENT_EXPLORER_SAMPLES names no folder with the samples")
    return Path(folder)


def original_article() -> Path:
    """Return the original article's file."""
    return next((samples_folder() / "article").glob("*.txt"))


def corpus_pages() -> list[Path]:
    """Return the files of the real pages, in order of their names."""
    files = sorted((samples_folder() / "corpus").iterdir())
    return [path for path in files if path.suffix != ".json" and path.name != "README.md"]
