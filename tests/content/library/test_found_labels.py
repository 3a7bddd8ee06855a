from __future__ import annotations

import pytest
from small_documents import document_of

from content.analysis.names import find_names
from content.analysis.themes import ThemeFinding, find_themes
from content.lexicon import Entity, Lexicon, Theme
from content.library.edited_names import edited_names
from content.library.found_labels import FoundLabels
from content.library.search import SearchIndex
from content.shelf import NameEdit

LEXICON = Lexicon((Entity("灯塔", "org"),), (Theme("fish", "渔业", "Fishing", ("渔船", "鱼价")),))
DOCUMENT = document_of("灯塔照着渔船。", "周海生在灯塔下面。", "鱼价跌了。")


def labels(*edits: NameEdit, proposed: tuple[ThemeFinding, ...] = ()) -> FoundLabels:
    names = edited_names(DOCUMENT, find_names(DOCUMENT, LEXICON), edits)
    return FoundLabels(names, (*find_themes(DOCUMENT, LEXICON), *proposed), LEXICON.themes)


def passages(index: SearchIndex, query: str) -> list[int]:
    return sorted(hit.passage for hit in index.search(query))


def test_every_name_and_theme_that_was_found_can_be_asked_for() -> None:
    add = NameEdit("", None, "add", "周海生", "person", ("海生",))
    found = labels(add, proposed=(ThemeFinding("下面", "下面", None, 0, (), proposed=True),))
    assert sorted(found) == ["entity:周海生", "entity:灯塔", "theme:fish"]
    assert [len(found[key]) for key in ("entity:海生", "entity:zhs", "theme:鱼价", "theme:fishing")] == [
        1,
        1,
        2,
        2,
    ]
    with pytest.raises(KeyError):
        found["entity:码头"]


def test_a_search_takes_other_labels_after_it_has_answered() -> None:
    index = SearchIndex(DOCUMENT, lexicon=LEXICON)
    assert (passages(index, "entity:灯塔"), passages(index, "entity:周海生")) == ([1, 2], [])
    index.set_labels(
        labels(NameEdit("", None, "hide", "灯塔"), NameEdit("", None, "add", "周海生", "person"))
    )
    assert (passages(index, "entity:灯塔"), passages(index, "entity:周海生")) == ([], [2])
    assert passages(index, "theme:渔业") == [1, 3]


def test_filters_are_completed_with_what_was_found() -> None:
    index = SearchIndex(DOCUMENT, lexicon=LEXICON)
    found = labels(
        NameEdit("", None, "add", "周海生", "person"),
        NameEdit("", None, "rename", "灯塔", "大灯"),
        proposed=(ThemeFinding("下面", "下面", None, 1, (), proposed=True),),
    )
    assert [each.word for each in index.complete("entity:")] == ["灯塔"]
    index.set_labels(found, found.lexicon, found.counts)
    assert [each.word for each in index.complete("entity:")] == ["大灯", "周海生"]
    index = SearchIndex(DOCUMENT, lexicon=LEXICON)
    index.set_labels(found, found.lexicon, found.counts)  # before it completes anything
    assert [each.word for each in index.complete("entity:zhou")] == ["周海生"]
    assert [each.word for each in index.complete("主题:")] == ["渔业", "下面"]
