"""All names of a document: what is known, what each kind of evidence gives, and which of them stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.entities.address import find_addressed
from content.analysis.entities.called import find_called
from content.analysis.entities.candidate import Candidate
from content.analysis.entities.cut_text import cut_text
from content.analysis.entities.deciding import decide
from content.analysis.entities.endings import find_endings
from content.analysis.entities.foreign import find_foreign
from content.analysis.entities.forms import spread
from content.analysis.entities.gathering import gather
from content.analysis.entities.governments import find_governments
from content.analysis.entities.in_context import find_in_context
from content.analysis.entities.led import find_in_lists, find_led
from content.analysis.entities.listed import find_listed
from content.analysis.entities.organisations import find_organisations
from content.analysis.entities.other_forms import other_forms
from content.analysis.entities.people import look_for_people
from content.analysis.entities.places import find_places
from content.analysis.entities.quoted import find_quoted
from content.analysis.entities.sources import find_sources
from content.analysis.entities.titled import find_events, find_media, find_works
from content.analysis.names import find_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from content.analysis.entities.cut_text import CutText
    from content.analysis.names import NameFinding
    from content.document import Document
    from content.lexicon import Lexicon

_JOINS = frozenset("、和与及")
_LONG, _SURE_PERSON, _SURE_BODY = 3, 0.85, 0.6


def find_entities(
    document: Document,
    lexicon: Lexicon,
    words: Mapping[int, Sequence[str]] | None = None,
    cut: CutText | None = None,
) -> tuple[NameFinding, ...]:
    """Find people, organisations, products, places, events, media and works in all passages but notices.

    `words` are the words of each passage by its number, joined its text; without them the text is cut by the
    longest words of the dictionary, and less is found. `cut` is the text so cut, where that is at hand. The
    lexicon's names have confidence 1.0. Mentions do not overlap. The order is that of `find_names`.
    """
    if not document.passages:
        return ()
    known = find_names(document, lexicon)
    cut = cut or cut_text(document, words)
    listed = find_listed(cut)
    lexical = [
        Candidate(mention.span.start, mention.span.end, name.kind, 1.0, name.name, listed=True)
        for name in known
        for mention in name.mentions
    ]
    named = decide(lexical + listed)
    foreign = find_foreign(cut)
    edges = _edges_of_people([*named, *foreign], cut)
    looked = look_for_people(cut)
    people = looked.find(edges)
    if more := _edges_of_people(people, cut) - edges:
        edges |= more
        people = looked.find(edges)
    endings = find_endings(cut)
    organisations = [*find_organisations(cut, endings, named, [*people, *foreign]), *find_governments(cut)]
    firms = decide([*named, *organisations])
    people = looked.find(edges, {each.end for each in firms if each.kind == "org"})
    settled = decide([*named, *organisations, *people, *foreign])
    organisations += find_in_context(cut, settled, people)
    settled = decide([*named, *organisations, *people, *foreign])
    organisations += find_organisations(cut, endings, settled, [*people, *foreign])
    organisations += find_led(cut, [*people, *foreign, *named])
    settled = decide([*named, *organisations, *people, *foreign])
    organisations += [*find_in_lists(cut, settled), *find_sources(cut, settled)]
    people += find_called(cut, settled, [*people, *foreign])
    organisations += other_forms(cut, settled)
    again = list(spread(cut, _long_forms(cut, [*people, *foreign, *organisations])))
    found = decide(
        [
            *named,
            *organisations,
            *people,
            *foreign,
            *again,
            *find_works(cut),
            *find_media(cut),
            *find_quoted(cut),
            *find_events(cut),
            *find_places(cut),
        ]
    )
    found = decide([*found, *find_addressed(cut, found)])
    return gather(document, cut, known, found)


def _long_forms(cut: CutText, candidates: Sequence[Candidate]) -> dict[str, Candidate]:
    """Return the names of three characters or more that are sure: they name the same wherever they stand."""
    forms: dict[str, Candidate] = {}
    for candidate in candidates:
        enough = _SURE_PERSON if candidate.kind == "person" else _SURE_BODY
        if candidate.length >= _LONG and candidate.confidence >= enough:
            forms.setdefault(cut.folded[candidate.start : candidate.end], candidate)
    return forms


def _edges_of_people(candidates: Sequence[Candidate], cut: CutText) -> set[int]:
    """Return where a name would begin or end that stands in a list beside one of these people."""
    edges = set()
    for candidate in candidates:
        if candidate.kind == "person":
            if cut.folded[candidate.end : candidate.end + 1] in _JOINS:
                edges.add(candidate.end + 1)
            if cut.folded[candidate.start - 1 : candidate.start] in _JOINS:
                edges.add(candidate.start - 1)
    return edges
