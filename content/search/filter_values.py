"""What the value of a filter may become: themes, names, titles and kinds that some documents have."""

from __future__ import annotations

from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from content.chinese.sounding import sounds_like
from content.chinese.variants import fold
from content.search.fitting import fit
from content.search.operators import kind_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from content.document import Document
    from content.lexicon import Lexicon
    from content.search.literal import Literal
    from content.search.operators import Key

# So many titles are looked at for a sound inside them: it takes a hundred times as long as for characters.
_LISTENED_TO = 500
_INSIDE, _INSIDE_BY_SOUND = 10, 11  # behind every way in which the beginning fits


class FilterValues:
    """The values of each filter. `names` are the folded names that stand in the documents, and how often."""

    def __init__(
        self, documents: Sequence[Document], literal: Literal, lexicon: Lexicon, names: Mapping[str, int]
    ) -> None:
        self._documents = documents
        self._literal = literal
        self._lexicon = lexicon
        self._names = names

    def of(self, key: Key, begun: str, *, in_chinese: bool) -> Iterator[str]:
        """Yield what a value may become, the likeliest first; all that there is when nothing was typed.

        What has several names is offered by the one that goes on as typed; `in_chinese` puts Chinese ones
        first.
        """
        folded = fold(begun)
        found: list[tuple[int, int, str]] = []
        for place, forms in enumerate(self._forms(key, in_chinese)):
            fitting = [(how, form) for form in forms if (how := _fits(folded, form, place)) is not None]
            if fitting and folded not in map(fold, forms):
                how, form = min(fitting, key=lambda each: each[0])
                found.append((how, place, form))
        yield from (form for _, _, form in sorted(found))

    def _forms(self, key: Key, in_chinese: bool) -> Iterable[Sequence[str]]:
        if key == "theme":
            return self._themes if in_chinese else [forms[1:] + forms[:1] for forms in self._themes]
        if key == "kind":
            return [sorted(words, key=lambda word: word.isascii() == in_chinese) for words in self._kinds]
        return self._entities if key == "entity" else [(title,) for title in self._titles]

    @cached_property
    def _entities(self) -> list[tuple[str, ...]]:
        """All forms of the entities that have one in the documents, the most often named entity first."""
        counted = [
            (sum(self._names.get(fold(form), 0) for form in entity.forms), entity.forms)
            for entity in self._lexicon.entities
        ]
        counted.sort(key=itemgetter(0), reverse=True)
        return [forms for count, forms in counted if count]

    @cached_property
    def _themes(self) -> list[tuple[str, ...]]:
        """Name, id and English name of each theme of which a word stands in the documents."""
        return [
            (theme.name, theme.id, *filter(None, [theme.english]))
            for theme in self._lexicon.themes
            if any(self._literal.stands(fold(word)) for word in theme.words)
        ]

    @cached_property
    def _kinds(self) -> list[list[str]]:
        """The words for each kind of passage that the documents have."""
        there = {passage.kind for document in self._documents for passage in document.passages}
        words: dict[str, list[str]] = {}
        for word, kind in kind_words().items():
            words.setdefault(kind, []).append(word)
        return [words[kind] for kind in words if kind in there]

    @cached_property
    def _titles(self) -> list[str]:
        titles = (section.title for document in self._documents for section in document.sections)
        return list(dict.fromkeys(filter(None, titles)))


def _fits(begun: str, form: str, place: int) -> int | None:
    """Return how well a form fits, the smaller the better; None when it does not."""
    folded = fold(form)
    how = fit(begun, folded)
    if how is not None:
        return how
    if _stands_in(begun, folded):
        return _INSIDE
    if place < _LISTENED_TO and begun.isascii() and begun.isalpha() and sounds_like(begun, folded):
        return _INSIDE_BY_SOUND
    return None


def _stands_in(begun: str, folded: str) -> bool:
    """Tell whether what was typed stands in a form, of Latin words at their beginning."""
    return f" {begun}" in folded.replace("-", " ") if begun.isascii() else begun in folded
