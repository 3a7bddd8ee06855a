"""What was found, narrowed to a section or a passage."""

from __future__ import annotations

from reading import harbour

from content.analysis.findings import analyse
from content.lexicon import bundled_lexicon
from tui.findings import whole
from tui.narrowing import SCOPES, narrowed, passages_in

DOCUMENT = harbour()
FOUND = whole(analyse(DOCUMENT, bundled_lexicon()))


def test_a_scope_takes_in_the_passages_of_text_section_or_passage() -> None:
    section = DOCUMENT.sections[1]
    passage = DOCUMENT.passages[section.first + 1]
    taken = {scope: passages_in(DOCUMENT, passage, scope) for scope in SCOPES}
    assert list(taken["all"]) == [each.number for each in DOCUMENT.passages]
    assert list(taken["section"]) == [each.number for each in DOCUMENT.passages if each.section == 2]
    assert list(taken["passage"]) == [passage.number]


def test_the_whole_text_narrows_to_everything() -> None:
    assert narrowed(FOUND, range(1, len(DOCUMENT.passages) + 1)) == FOUND


def test_all_sections_together_hold_everything_once() -> None:
    parts = [narrowed(FOUND, range(each.first, each.last + 1)) for each in DOCUMENT.sections]
    assert sum(len(part.names) for part in parts) > len(FOUND.names)
    for name in FOUND.names:
        found = [each for part in parts if (each := part.name(name.name))]
        assert sum(each.count for each in found) == name.count
        assert tuple(mention for each in found for mention in each.mentions) == name.mentions
    for theme in FOUND.themes:
        found = [each for part in parts if (each := part.theme(theme.id))]
        assert sum(each.count for each in found) == theme.count
        assert tuple(passage for each in found for passage in each.passages) == theme.passages
    for kind in ("figures", "checks", "quotes"):
        assert tuple(each for part in parts for each in getattr(part, kind)) == getattr(FOUND, kind)


def test_what_does_not_stand_there_is_left_out() -> None:
    nothing = narrowed(FOUND, range(1, 2))
    assert (nothing.names, nothing.themes, nothing.figures) == ((), (), ())
    assert [each.speaker for each in nothing.quotes] == ["渔歌"]
    assert nothing.known == FOUND.known
