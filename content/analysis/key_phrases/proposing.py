"""Themes for a text that the lexicon does not know: its key phrases, those of the same passages together."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING

from content.analysis.entities import find_entities
from content.analysis.entities.cut_text import cut_text
from content.analysis.key_phrases.phrases import find_key_phrases
from content.analysis.themes import find_themes
from content.chinese.variants import fold
from content.lexicon import Lexicon, Theme, bundled_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from content.analysis.entities.cut_text import CutText
    from content.analysis.key_phrases.phrases import KeyPhrase
    from content.analysis.names import NameFinding
    from content.analysis.themes import ThemeFinding
    from content.document import Document, Span

_ENOUGH = 3  # themes of the program's lexicon: with fewer a text gets themes of its own
_FEWEST = 5  # themes proposed where there are so many, however weak
_MOST = 8  # themes proposed; as many words each
_NO_THEMES = ("person", "org", "place", "media", "work")  # kinds of names
_TOGETHER = 0.75  # cosine of the passages of two phrases that speak of one theme
_IN_ONE_PASSAGE = 3  # times that a theme of one passage is named in it
_WEAKEST = 0.3  # of the third best phrase's score: the first may stand far above all others


def themes_of(
    document: Document, lexicon: Lexicon, words: Mapping[int, Sequence[str]] | None = None
) -> tuple[ThemeFinding, ...]:
    """Find the lexicon's themes, and behind them those that are proposed unless it `knows_enough`.

    With other `words` other themes may be proposed; without them they are the same everywhere.
    """
    found = find_themes(document, lexicon)
    if knows_enough(found):
        return found
    own = find_themes(document, _own(document, lexicon, words))
    return (*found, *(replace(each, proposed=True) for each in own))


def knows_enough(found: Iterable[ThemeFinding]) -> bool:
    """Tell whether a text has three themes of the program's own lexicon.

    Those that a reader adds beside them take none of the proposed ones away.
    """
    bundled = {theme.id for theme in bundled_lexicon().themes}
    return sum(each.id in bundled for each in found) >= _ENOUGH


def proposed_lexicon(document: Document, lexicon: Lexicon) -> Lexicon:
    """Return the themes that `themes_of` proposes for a document, none where the lexicon knows enough."""
    return Lexicon() if knows_enough(find_themes(document, lexicon)) else _own(document, lexicon)


def _own(document: Document, lexicon: Lexicon, words: Mapping[int, Sequence[str]] | None = None) -> Lexicon:
    cut = cut_text(document, words)
    names = find_entities(document, lexicon, words, cut)
    return Lexicon(themes=propose_themes(document, lexicon, words, names, cut))


def propose_themes(
    document: Document,
    lexicon: Lexicon,
    words: Mapping[int, Sequence[str]] | None = None,
    names: Iterable[NameFinding] = (),
    cut: CutText | None = None,
) -> tuple[Theme, ...]:
    """Propose up to eight themes from the key phrases of a document, the most telling first.

    `words`, `names` and `cut` are those of `find_key_phrases`. Each theme is named by its best phrase, which
    is its id too. What is a word, a name or an id of one of the lexicon's themes is not proposed, nor is a
    name of a person, an organisation, a place, a newspaper or a book, or what mostly stands in such names.
    """
    taken = {
        fold(word)
        for theme in lexicon.themes
        for word in (theme.id, theme.name, *theme.words, *theme.ambiguous)
    }
    names = tuple(names)
    mentions = sorted(each.span for name in names if name.kind in _NO_THEMES for each in name.mentions)
    taken.update(fold(document.text[span.start : span.end]) for span in mentions)
    phrases = [
        each
        for each in find_key_phrases(document, words, names, cut=cut)
        if each.folded not in taken and not _is_of_names(each, mentions)
    ]
    return tuple(_theme(group) for group in _groups(phrases))


def _is_of_names(phrase: KeyPhrase, mentions: Sequence[Span]) -> bool:
    """Tell whether most places of a phrase are parts of names; mentions do not overlap."""
    held = 0
    for span in phrase.spans:
        at = bisect_right(mentions, span.start, key=lambda each: each.start) - 1
        held += at >= 0 and mentions[at].end >= span.end
    return held * 2 > len(phrase.spans)


def _theme(group: Sequence[KeyPhrase]) -> Theme:
    return Theme(group[0].text, group[0].text, None, tuple(phrase.text for phrase in group))


def _groups(phrases: Sequence[KeyPhrase]) -> list[list[KeyPhrase]]:
    """Put each phrase to the first theme that it belongs to, or let it begin one of its own."""
    groups: list[list[KeyPhrase]] = []
    weakest = _WEAKEST * phrases[:3][-1].score if phrases else 0
    places = {phrase.folded: frozenset(phrase.passages) for phrase in phrases}
    for phrase in phrases:
        home = next((group for group in groups if _belongs(phrase, group[0], places)), None)
        if home is not None:
            if len(home) < _MOST:
                home.append(phrase)
        elif (
            len(groups) < _MOST
            and (len(phrase.passages) > 1 or phrase.count >= _IN_ONE_PASSAGE)
            and (phrase.score >= weakest or len(groups) < _FEWEST)
        ):
            groups.append([phrase])
    return groups


def _belongs(phrase: KeyPhrase, best: KeyPhrase, places: Mapping[str, frozenset[int]]) -> bool:
    """Tell whether one phrase holds the other, or both stand in the same passages: `places`, by phrase."""
    if phrase.folded in best.folded or best.folded in phrase.folded:
        return True
    shared = len(places[phrase.folded] & places[best.folded])
    return shared > 1 and shared / sqrt(len(phrase.passages) * len(best.passages)) >= _TOGETHER
