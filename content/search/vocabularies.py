"""The words of many documents made of those of others: what is the same is never looked at."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from content.search.strings import Change, in_strings, spliced, spliced_numbers
from content.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def joined(first: Vocabulary, second: Vocabulary) -> Vocabulary:
    """Return the words of both. Quick where the second has far fewer."""
    words, counts = in_strings(first.words), array("I", first.counts)
    new: list[Change] = []
    owners: dict[int, int] = {}  # of new words: the place in the second, and that among all
    place = 0
    for own, (word, times) in enumerate(zip(second.words[:], second.counts, strict=True)):
        place = words.place_of(word, place)
        if place < len(words) and words[place] == word:
            counts[place] += times
        else:
            owners[own] = place + len(new)
            new.append((place, word))
    added = sorted(
        (key, owners[own]) for key, own in zip(second.keys[:], second.owners, strict=True) if own in owners
    )
    new_counts = [(place, second.counts[own]) for (place, _), own in zip(new, owners, strict=True)]
    moved = array("I", map(_new_places(new, len(words)).__getitem__, first.owners))
    keys, places = in_strings(first.keys), [0]
    for key, owner in added:
        start = keys.place_of(key, places[-1])
        end = keys.place_of(key + "\0", start)
        places.append(bisect_left(moved, owner, start, end))
    del places[0]
    return Vocabulary(
        spliced(words, new),
        spliced_numbers(counts, new_counts),
        spliced(keys, [(place, key) for place, (key, _) in zip(places, added, strict=True)]),
        spliced_numbers(moved, [(place, owner) for place, (_, owner) in zip(places, added, strict=True)]),
    )


def reduced(vocabulary: Vocabulary, gone: Iterable[str]) -> Vocabulary:
    """Return the words without some occurrences; of what is no word nothing was counted."""
    words, counts = in_strings(vocabulary.words), array("I", vocabulary.counts)
    for word, times in Counter(gone).items():
        place = words.place_of(word)
        if place < len(words) and words[place] == word:
            counts[place] -= times
    left_out = [(place, None) for place, times in enumerate(counts) if not times]
    places = {place for place, _ in left_out}
    keys_out = [(place, None) for place, owner in enumerate(vocabulary.owners) if owner in places]
    moved = array("I", map(_new_places(left_out, len(words)).__getitem__, vocabulary.owners))
    return Vocabulary(
        spliced(words, left_out),
        spliced_numbers(counts, left_out),
        spliced(in_strings(vocabulary.keys), keys_out),
        spliced_numbers(moved, keys_out),
    )


def _new_places(changes: Sequence[Change], length: int) -> array[int]:
    """Return where each of so many strings stands after some changes; of what was left out anything."""
    places, by = array("I"), 0
    for place, string in (*changes, (length, "")):
        places.extend(range(len(places) + by, place + by))
        if string is None:
            places.append(0)
        by += -1 if string is None else 1
    return places
