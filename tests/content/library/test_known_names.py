"""Names and proposed themes of a library's documents, as they were found in each that was analysed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from library_texts import FACTORY, HARBOUR, TIDE, fill, library_in

from content.analysis.findings import Findings
from content.analysis.names import Mention, NameFinding
from content.analysis.themes import ThemeFinding, ThemePassage
from content.document import Document, Span
from content.lexicon import Entity, Lexicon, Theme
from content.library.across import LibrarySearch
from content.library.edited_labels import edited_labels
from content.library.names_across import across
from content.library.names_file import given_up, names_file, names_stamp, packed
from content.shelf import NameEdit, OwnTheme

if TYPE_CHECKING:
    from pathlib import Path

    from content.lexicon import EntityKind
    from content.library.known_names import KnownNames

LEXICON = Lexicon(
    (Entity("灯塔", "place", english="Lighthouse"), Entity("腾讯云", "product")),
    (Theme("sea", "海", None, ("潮水", "雨季")),),
)
DOCUMENTS = (HARBOUR, TIDE, FACTORY)


def spans_of(document: Document, *forms: str) -> tuple[Span, ...]:
    places = [(document.text.find(form), form) for form in forms]
    return tuple(Span(start, start + len(form)) for start, form in places)


def name(document: Document, kind: EntityKind, *forms: str) -> NameFinding:
    mentions = tuple(
        Mention(document.passage_at(span.start).number, span, form)
        for form, span in zip(forms, spans_of(document, *forms), strict=True)
    )
    return NameFinding(forms[0], kind, forms[1:], None, None, len(mentions), 0.8, mentions)


def called(name: NameFinding, *aliases: str) -> NameFinding:
    return replace(name, aliases=aliases)


def theme(document: Document, *words: str) -> ThemeFinding:
    passages = tuple(
        ThemePassage(document.passage_at(span.start).number, 1.0, (span,))
        for span in spans_of(document, *words)
    )
    return ThemeFinding(words[0], words[0], None, len(words), passages, proposed=True)


def analysed(home: Path) -> None:
    """Write down what was found in two of the documents, and that nothing can be in the third."""
    found = {
        HARBOUR: Findings(
            (name(HARBOUR, "person", "老周"), name(HARBOUR, "org", "码头上的集市", "集市")),
            (theme(HARBOUR, "卖鱼"),),
        ),
        TIDE: Findings((name(TIDE, "place", "灯塔"), name(TIDE, "product", "贝壳"))),
    }
    file = names_file(home / "cache", LEXICON)
    file.add({document.digest: packed(findings, document.date) for document, findings in found.items()})
    file.add({FACTORY.digest: given_up(FACTORY.date)})


def known_after(home: Path, *edits: NameEdit) -> KnownNames:
    with library_in(home) as library:
        library.shelf.edit_names(edits)
        return edited_labels(home / "cache", LEXICON, library)


def counted(known: KnownNames) -> dict[str, list[tuple[int, int]]]:
    digests = [document.digest for document in DOCUMENTS]
    known.find_missing(DOCUMENTS)
    return {
        each.key: [(digests.index(digest), count) for digest, count in each.documents]
        for each in across(known, digests)
    }


def said(known: KnownNames, document: Document, key: str) -> list[str]:
    return [document.text[span.start : span.end] for span in known.labels_of(document).get(key, ())]


def test_what_was_found_holds_where_a_document_was_analysed_and_the_lexicon_elsewhere(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    before = names_stamp(tmp_path / "cache")
    analysed(tmp_path)
    assert before is None
    assert names_stamp(tmp_path / "cache")
    known = known_after(tmp_path)
    assert counted(known) == {
        "theme:sea": [(0, 1), (1, 1)],
        "theme:卖鱼": [(0, 1)],
        "entity:老周": [(0, 1)],
        "entity:码头上的集市": [(0, 2)],
        "entity:灯塔": [(1, 1)],
        "entity:贝壳": [(1, 1)],
        "entity:腾讯云": [(2, 1)],
    }
    assert known.counts(TIDE.digest)[1][0] is LEXICON.entities[0]
    for key in ("entity:集市", "entity:码头", "entity:mtsdjs"):
        assert said(known, HARBOUR, key) == ["码头上的集市", "集市"]
    assert said(known, HARBOUR, "theme:maiyu") == ["卖鱼"]
    assert said(known, HARBOUR, "theme:海") == ["雨季"]
    assert said(known, FACTORY, "entity:txy") == ["腾讯云"]
    assert known.labels_of(FACTORY).get("entity:贝壳") is None
    assert set(known.labels_of(HARBOUR)) == {"theme:sea", "theme:卖鱼", "entity:老周", "entity:码头上的集市"}
    search = LibrarySearch(DOCUMENTS, tmp_path / "cache", known=known)
    assert {hit.document for hit in search.find("entity:灯塔").hits} == {1}
    assert {hit.document for hit in search.find("entity:老周").hits} == {0}
    assert search.find("entity:老王").problem == "unknown_filter"
    search.close()


def test_what_the_reader_changed_holds_of_what_was_found(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    analysed(tmp_path)
    known = known_after(
        tmp_path,
        NameEdit("", None, "rename", "老周", "周师傅"),
        NameEdit("", None, "kind", "贝壳", "org"),
        NameEdit("", None, "merge", "贝壳", "灯塔"),
        NameEdit("", HARBOUR.digest, "hide", "码头上的集市"),
        NameEdit("", HARBOUR.digest, "add", "清早", "event"),
    )
    after = counted(known)
    assert after["entity:周师傅"] == [(0, 1)]
    assert after["entity:灯塔"] == [(0, 2), (1, 2)]  # what the reader changed is looked for everywhere
    assert after["entity:清早"] == [(0, 1)]
    assert not {"entity:老周", "entity:贝壳", "entity:码头上的集市"} & set(after)
    assert said(known, HARBOUR, "entity:老周") == ["老周"]
    assert said(known, TIDE, "entity:贝壳") == ["贝壳", "灯塔"]
    with library_in(tmp_path) as library:
        library.shelf.put_theme(OwnTheme("卖鱼", "卖鱼", ()))
    assert "theme:卖鱼" not in counted(known_after(tmp_path))


def test_a_name_that_is_a_form_of_another_documents_is_that_unless_it_is_a_person(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    found = {
        HARBOUR: [called(name(HARBOUR, "org", "码头"), "老周", "集市"), name(HARBOUR, "org", "集市")],
        TIDE: [name(TIDE, "product", "贝壳"), name(TIDE, "person", "孩子们"), name(TIDE, "place", "远处")],
        FACTORY: [
            called(name(FACTORY, "product", "账本"), "贝壳"),
            called(name(FACTORY, "person", "厂长"), "孩子们"),
            *(called(name(FACTORY, "place", place), "远处") for place in ("三间", "屋子")),
        ],
    }
    file = names_file(tmp_path / "cache", LEXICON)
    file.add({document.digest: packed(Findings(tuple(names))) for document, names in found.items()})
    known = known_after(tmp_path)
    assert {key: places for key, places in counted(known).items() if key.startswith("entity:")} == {
        "entity:账本": [(1, 1), (2, 1)],
        "entity:码头": [(0, 2)],
        "entity:孩子们": [(1, 1)],
        "entity:远处": [(1, 1)],
        "entity:厂长": [(2, 1)],
        "entity:三间": [(2, 1)],
        "entity:屋子": [(2, 1)],
    }
    assert said(known, TIDE, "entity:账本") == said(known, TIDE, "entity:贝壳") == ["贝壳"]
    assert said(known, FACTORY, "entity:贝壳") == ["账本"]
    assert said(known, FACTORY, "entity:孩子们") == []


def test_what_is_a_form_of_a_form_is_its_own(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    found = {
        HARBOUR: called(name(HARBOUR, "org", "集市"), "贝壳"),
        TIDE: called(name(TIDE, "org", "贝壳"), "账本"),
        FACTORY: name(FACTORY, "org", "账本"),
    }
    file = names_file(tmp_path / "cache", LEXICON)
    file.add({document.digest: packed(Findings((one,))) for document, one in found.items()})
    after = counted(known_after(tmp_path))
    assert (after["entity:集市"], after["entity:账本"]) == ([(0, 1), (1, 1)], [(2, 1)])


def test_what_is_merged_is_asked_for_by_its_other_forms_too(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    names = (called(name(TIDE, "product", "贝壳"), "退潮"), name(TIDE, "product", "孩子们"))
    names_file(tmp_path / "cache", LEXICON).add({TIDE.digest: packed(Findings(names))})
    known = known_after(tmp_path, NameEdit("", None, "merge", "贝壳", "孩子们"))
    assert said(known, TIDE, "entity:退潮") == ["孩子们", "贝壳"]


def test_another_lexicon_knows_nothing_of_it(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    analysed(tmp_path)
    assert names_file(tmp_path / "cache", Lexicon()).records == {}


def test_names_that_differ_only_in_script_are_one(tmp_path: Path) -> None:
    fill(tmp_path, *DOCUMENTS)
    names = (name(TIDE, "place", "灯塔"), replace(name(TIDE, "place", "远处"), name="燈塔"))
    names_file(tmp_path / "cache", LEXICON).add({TIDE.digest: packed(Findings(names))})
    known = known_after(tmp_path)
    assert said(known, TIDE, "entity:燈塔") == ["灯塔", "远处"]
    assert counted(known)["entity:灯塔"][1] == (1, 2)
