"""Names of one organisation with its ending and without it brought together: 红帽公司 and 红帽."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from content.chinese.tags import tag_of
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from content.analysis.entities.candidate import Candidate

_ENDINGS = ("股份有限公司", "有限公司", "集团公司", "公司", "集团")
_SHORTEST, _MANY = 2, 2


def merged(groups: Mapping[str, list[Candidate]], kept: Container[str]) -> dict[str, list[Candidate]]:
    """Return the groups of mentions by name, those of an organisation's several names as one.

    It has the name that stands most often, unless one of them is among `kept`.
    """
    names_of: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for name, same in groups.items():
        is_org = same[0].kind == "org"
        names_of[is_org, _core(fold(name)) if is_org else name].append(name)
    found = dict(groups)
    for names in names_of.values():
        if len(names) > 1 and sum(name in kept for name in names) < _MANY:
            target = max(names, key=lambda name: (name in kept, len(groups[name])))
            mentions = [each for name in names for each in found.pop(name)]
            found[target] = sorted(mentions, key=lambda each: each.start)
    return found


def _core(folded: str) -> str:
    """Return what is left of a name without its ending, the name itself where that is too little."""
    for ending in _ENDINGS:
        core = folded.removesuffix(ending)
        if core != folded:
            return core if len(core) >= _SHORTEST and tag_of(core) != "place" else folded
    return folded
