"""Whether a row is meant by what was typed into a filter: characters, pinyin or initials."""

from __future__ import annotations

from content.chinese.variants import fold


def matches(query: str, found_by: str) -> bool:
    """Tell whether every word of the query stands in `found_by`, in any script, by sound or by initials."""
    folded = fold(found_by)
    return all(word in folded or _sounds(word, found_by) for word in fold(query).split())


def _sounds(word: str, found_by: str) -> bool:
    from content.chinese.sounding import sounds_like  # its table is read when a filter is first used

    return word.isascii() and sounds_like(word, found_by)
