"""Judged sentences with their names, and how a search for names fares on them.

In a sentence `{p 张三}` is a name of the kind that the letter stands for; the braces are no part of the text.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from small_documents import document_of

from content.analysis.entities import find_entities
from content.chinese.segmentation import shared_segmenter
from content.lexicon import Lexicon, bundled_lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content.document import Document

FILE = Path(__file__).resolve().parents[1] / "content" / "analysis" / "judged" / "entities.toml"
KINDS = {
    "people_and_organisations": frozenset({"person", "org"}),
    "places": frozenset({"place"}),
    "events": frozenset({"event"}),
    "works": frozenset({"work"}),
    "products": frozenset({"product"}),
}
_LETTERS = {
    "p": "person",
    "o": "org",
    "m": "org",
    "l": "place",
    "e": "event",
    "w": "work",
    "d": "product",
}
_MARKED = re.compile(r"\{([pomlewd]) ([^{}]*)\}")

Named: TypeAlias = "frozenset[tuple[int, int, str]]"


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A text and the names in it: start, end and kind of each; media count as organisations."""

    text: str
    names: Named


def judged_sentences(group: str) -> list[JudgedSentence]:
    """Return the sentences of a group of the file."""
    return list(map(_read, tomllib.loads(FILE.read_text(encoding="utf-8"))[group]))


def _read(sentence: str) -> JudgedSentence:
    text, names, done = "", set(), 0
    for marked in _MARKED.finditer(sentence):
        text += sentence[done : marked.start()]
        names.add((len(text), len(text) + len(marked[2]), _LETTERS[marked[1]]))
        text += marked[2]
        done = marked.end()
    return JudgedSentence(text + sentence[done:], frozenset(names))


def names_in(document: Document, lexicon: Lexicon | None = None, *, cut: bool = True) -> Named:
    """Find the names in a document, its words cut by the segmenter or not at all."""
    segmenter = shared_segmenter() if cut else None
    words = {each.number: segmenter.cut(each.text) for each in document.passages} if segmenter else None
    return frozenset(
        (mention.span.start, mention.span.end, "org" if name.kind == "media" else name.kind)
        for name in find_entities(document, bundled_lexicon() if lexicon is None else lexicon, words)
        for mention in name.mentions
    )


def scores(
    sentences: Iterable[JudgedSentence], kind: str, change: Callable[[str], str] = str, *, cut: bool = True
) -> tuple[float, float, list[str]]:
    """Return precision and recall of exact spans of a kind, and a line for each sentence with a mistake."""
    right = found = wanted = 0
    mistakes = []
    for sentence in sentences:
        judged = {name for name in sentence.names if name[2] == kind}
        named = {name for name in names_in(document_of(change(sentence.text)), cut=cut) if name[2] == kind}
        right, found, wanted = right + len(judged & named), found + len(named), wanted + len(judged)
        for sign, names in (("+", named - judged), ("-", judged - named)):
            mistakes += [
                f"{sign}{sentence.text[start:end]}: {sentence.text}" for start, end, _ in sorted(names)
            ]
    return right / (found or 1), right / (wanted or 1), mistakes
