"""A book, or a library of documents, to be searched: generated text with figures and made names set in it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from figures import Figure, draw_figure
from generated import LENGTH, generated_paragraphs
from search_texts import document_of

from content.lexicon import Entity, Lexicon

if TYPE_CHECKING:
    from content.document import Document

_NAMES = 150
# One passage in so many has a figure, another a name.
_EVERY = 20
_BEGUN = 20  # characters of a passage before what is set in it
_NAME_CHARACTERS, _ALIAS_CHARACTERS = "伊维塔诺克莱斯曼贝罗菲妮", "澜岚屿澄砚霁禾璟沅珩"
_SYLLABLES = ("vel", "tor", "nax", "quil", "bri", "dosk", "mur", "feth", "zav", "lork")


@dataclass(frozen=True)
class MadeBook:
    """Passages, the same ones divided into documents, and what is known of the names and figures in them."""

    passages: tuple[str, ...]
    documents: tuple[Document, ...]
    lexicon: Lexicon
    names: tuple[Entity, ...]
    figures: tuple[Figure, ...]

    @cached_property
    def text(self) -> str:
        """All passages, a line each."""
        return "\n".join(self.passages)

    @cached_property
    def characters(self) -> str:
        """Each Chinese character of the book once."""
        return "".join(sorted(each for each in frozenset(self.text) if each.isalpha() and not each.isascii()))

    def passage(self, document: int, number: int) -> str:
        """Return a passage's text by the index of its document and its number there, from 1."""
        return self.documents[document].passages[number - 1].text


def make_book(characters: int, documents: int = 1, seed: int = 2018) -> MadeBook:
    """Make a book of about so many characters, the same one for the same numbers."""
    chance = random.Random(seed)
    passages = list(generated_paragraphs(characters // LENGTH, seed=seed))
    names = _made_names(chance)
    figures = []
    for place in range(0, len(passages), _EVERY):
        figure = draw_figure(chance)
        figures.append(figure)
        passages[place] = _with(passages[place], f"，计{chance.choice(figure.written)}，")
        if place + 1 < len(passages):
            passages[place + 1] = _with(passages[place + 1], chance.choice(names).name)
    return book_of(passages, documents, names, tuple(figures))


def book_of(
    passages: list[str], documents: int, names: tuple[Entity, ...] = (), figures: tuple[Figure, ...] = ()
) -> MadeBook:
    """Divide passages into so many documents of the same number of passages."""
    size = -(-len(passages) // documents)
    made = tuple(document_of(passages[start : start + size]) for start in range(0, len(passages), size))
    return MadeBook(tuple(passages), made, Lexicon(entities=names), names, figures)


def _made_names(chance: random.Random) -> tuple[Entity, ...]:
    """Make people whose English name has two words, and whose other name stands nowhere in the text."""
    names: dict[str, Entity] = {}
    while len(names) < _NAMES:
        name = "".join(chance.sample(_NAME_CHARACTERS, 4))
        first, last = ("".join(chance.sample(_SYLLABLES, 2)).capitalize() for _ in range(2))
        alias = "".join(chance.sample(_ALIAS_CHARACTERS, 3))
        names[alias] = Entity(name, "person", (alias,), english=f"{first} {last}")
    return tuple(names.values())


def _with(passage: str, inserted: str) -> str:
    """Set something in a passage without making it longer."""
    return passage[:_BEGUN] + inserted + passage[_BEGUN + len(inserted) :]
