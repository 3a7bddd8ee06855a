"""Chinese text cut into words. The only module that names jieba and its compiled twin rjieba.

Both are imported when a segmenter is made, never before: jieba's dictionary takes most of a second.
"""

from __future__ import annotations

import logging
import marshal
import os
import re
import tempfile
import warnings
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from content.chinese.variants import to_simplified

if TYPE_CHECKING:
    from collections.abc import Iterable

_SURROGATE = re.compile("[\ud800-\udfff]")


class Segmenter(Protocol):
    """Cuts a text into words."""

    def cut(self, text: str) -> list[str]:
        """Return the words in order, with everything between them: joined they are the text."""
        ...


class JiebaSegmenter:
    """jieba with a dictionary of its own, which nobody else's words or files get into.

    `words` are kept whole. `cache_folder` must be private to the user: the cache is unmarshalled, which
    is as good as running it. Without one the dictionary is built each time, and nothing is written.
    """

    def __init__(self, words: Iterable[str] = (), cache_folder: Path | None = None) -> None:
        with warnings.catch_warnings():  # its module warns of its own escapes and of pkg_resources
            warnings.simplefilter("ignore")
            import jieba
        logging.getLogger("jieba").setLevel(logging.CRITICAL + 1)  # else it reports its loading on the screen
        self._tokenizer: Any = jieba.Tokenizer()
        cache = cache_folder / f"jieba-{jieba.__version__}.dictionary" if cache_folder else None
        self._tokenizer.FREQ, self._tokenizer.total = _dictionary(self._tokenizer, cache)
        self._tokenizer.initialized = True  # else it would look for a cache in the shared temporary folder
        for word in words:
            self._tokenizer.add_word(word)

    def cut(self, text: str) -> list[str]:
        """Return the words in order; joined they are the text."""
        known = to_simplified(text)
        return _as_written(list(self._tokenizer.cut(known)), known, text)


class RjiebaSegmenter:
    """rjieba, from the extra `fast`: the same cuts many times as fast, but dates and addresses stay whole."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._tokenizer: Any = import_module("rjieba").Jieba()
        for word in words:
            self._tokenizer.add_word(word, None, None)

    def cut(self, text: str) -> list[str]:
        """Return the words in order; joined they are the text."""
        # Its strings hold no lone surrogates.
        known = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", to_simplified(text))
        return _as_written(self._tokenizer.cut(known), known, text)


def make_segmenter(words: Iterable[str] = (), cache_folder: Path | None = None) -> Segmenter:
    """Make the fastest segmenter that is installed."""
    if _installed() == "rjieba":
        return RjiebaSegmenter(words)
    return JiebaSegmenter(words, cache_folder)


def segmenter_version() -> str:
    """Return which segmenter `make_segmenter` makes, and its version, importing none: `jieba 0.42.1`."""
    name = _installed()
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:  # it was copied into place
        return name


def _installed() -> str:
    return "rjieba" if find_spec("rjieba") else "jieba"


def dictionary_words() -> dict[str, int]:
    """Return the words of jieba's dictionary and how often each was seen, without loading jieba."""
    return {word: times for word, (times, _) in dictionary_tags().items()}


def dictionary_tags() -> dict[str, tuple[int, str]]:
    """Return the words of jieba's dictionary, how often each was seen, and its tag: `ns` is a place.

    jieba is not loaded.
    """
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    return {word: (int(times), tag) for word, times, tag in map(str.split, lines)}


@lru_cache(maxsize=1)
def shared_segmenter(words: frozenset[str] = frozenset()) -> Segmenter:
    """Return the segmenter of this process that keeps these words whole, made at first use."""
    return make_segmenter(sorted(words))


def dictionary_is_loaded() -> bool:
    """Tell whether `shared_segmenter` was needed in this process."""
    return shared_segmenter.cache_info().currsize > 0


def _as_written(words: list[str], known: str, text: str) -> list[str]:
    """Put the words of what was cut back into the script of the text.

    Both dictionaries know simplified characters best.
    """
    if known == text:
        return words
    return [text[start:end] for start, end in pairwise(accumulate(map(len, words), initial=0))]


def _dictionary(tokenizer: Any, cache: Path | None) -> tuple[dict[str, int], int]:
    if cache:
        with suppress(OSError, EOFError, ValueError, TypeError):
            frequencies, total = marshal.loads(cache.read_bytes())  # noqa: S302 - the folder is the user's own
            if isinstance(frequencies, dict) and isinstance(total, int):
                return frequencies, total
    built: tuple[dict[str, int], int] = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    if cache:
        with suppress(OSError):  # a cache that cannot be written is only slower
            _write_whole(cache, marshal.dumps(built))
    return built


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file that others see complete or not at all, readable by its owner alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(temporary).replace(path)
