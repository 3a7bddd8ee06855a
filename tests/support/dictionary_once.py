"""The dictionary of words made once in a run, though many tests have another lexicon or another process."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from index_once import folder_of_the_run

from content.chinese import segmentation
from content.chinese.segmentation import make_segmenter

if TYPE_CHECKING:
    from pathlib import Path

_dictionary = segmentation._dictionary


def put_dictionary(folder: Path) -> None:
    """Put it into a cache, as a helper process leaves it there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for made in _files():
        os.link(made, folder / made.name)


def dictionary_once(tokenizer: Any, cache: Path | None) -> tuple[dict[str, int], int]:
    """Stand in for `segmentation._dictionary`: where there is no cache to look into it is made only once."""
    if cache is not None:
        return _dictionary(tokenizer, cache)
    frequencies, total = _made(type(tokenizer))
    return dict(frequencies), total


@cache
def _made(tokenizer: type[Any]) -> tuple[dict[str, int], int]:
    return _dictionary(tokenizer(), None)


@cache
def _files() -> tuple[Path, ...]:
    folder = folder_of_the_run() / "dictionary"
    make_segmenter(cache_folder=folder)
    return tuple(folder.glob("*.dictionary"))
