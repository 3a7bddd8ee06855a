"""What is said of a search beside its box: how it was understood, how often it was found, what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.strings import say, say_count

if TYPE_CHECKING:
    from content.search.hits import Problem
    from tui.preparing import Preparing
    from tui.strings import Language


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: as which match the best hit is, `weak` for a guess, and how often.

    Where `counted` is false there is more than the numbers say. `documents` is 0 where there is but one.
    """

    how: str
    passages: int
    places: int
    counted: bool
    documents: int = 0


def problem_key(problem: Problem, *, across: bool) -> str:
    """Return the key of the words for why nothing can be found, in a text or across the library."""
    return f"problem.{problem}{'_across' if across and problem == 'unknown_filter' else ''}"


def found_words(found: Found | None, language: Language, *, plain: bool) -> list[str]:
    """Say what was found: how, unless it is what was typed, and the numbers; `plain` as in glyphs."""
    if found is None:
        return []
    how = [] if found.how == "exact" else [say(language, f"match.{found.how}")]
    counts = [("documents", found.documents)] if found.documents else []
    counts += [("passages", found.passages), ("places", found.places)]
    numbers = [say_count(language, what, _number(count, found, plain=plain)) for what, count in counts]
    return [*how, " · ".join(numbers)]


def _number(count: int, found: Found, *, plain: bool) -> str:
    if found.counted:
        return str(count)
    return f"{count}+" if plain else f"≥ {count}"  # ≥ is of unsure width


def words_to_come(preparing: Preparing, language: Language, *, ready: bool, asked: bool) -> tuple[str, str]:
    """Return what is said of the index while it is not there, long and short; `asked` of a query."""
    if ready:
        return "", ""
    if not preparing.working:
        words = say(language, "search.literal_only")
        return words, words
    percent = preparing.percent
    if percent is None:
        short, far = say(language, "search.loading_short"), ""
    else:
        short, far = say(language, "search.indexing", percent=percent), f" · {percent} %"
    return (f"{say(language, 'search.loading')}{far}" if asked else short), short


def summary_forms(found: list[str], to_come: tuple[str, str]) -> list[str]:
    """Return the forms of the summary, ever shorter."""
    long, short = to_come
    forms = [[long, *found], [short, *found], [short, *found[-1:]], found[-1:] or [short], [short]]
    return [" · ".join(filter(None, form)) for form in forms if any(form)]
