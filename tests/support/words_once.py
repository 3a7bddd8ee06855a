"""The helper process for words, asked once a text however many readers open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.helper import WordHelper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_KNOWN: dict[tuple[str, ...], list[list[str]]] = {}


class WordsOnce:
    """Stands in for `WordHelper`: cuts as it does, and remembers."""

    def __init__(self, words: Iterable[str] = (), _cache_folder: Path | None = None) -> None:
        self._words = words

    def start(self) -> None:
        """Begin: the process is started when there is something to cut."""

    def cut_each(self, texts: Iterable[str], _on_progress: object = None) -> Iterator[list[str]]:
        """Cut every text."""
        texts = tuple(texts)
        if texts not in _KNOWN:
            helper = WordHelper(self._words)
            try:
                helper.start()
                _KNOWN[texts] = helper.cut(texts)
            finally:
                helper.close()
        yield from _KNOWN[texts]

    def close(self) -> None:
        """End: there is nothing to end."""
