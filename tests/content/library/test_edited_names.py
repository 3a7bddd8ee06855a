from __future__ import annotations

from itertools import count, pairwise
from unittest.mock import Mock, call

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.names import NameFinding, find_names
from content.analysis.quotes import Quote
from content.chinese.variants import fold
from content.document import Document, Span
from content.lexicon import ENTITY_KINDS, Entity, Lexicon
from content.library.edited_names import edited_names, edited_speakers
from content.library.mentioned import Mentioned
from content.reading.assembly import Part, assemble
from content.shelf import NameEdit

LEXICON = Lexicon(
    (
        Entity("灯塔", "org", ("塔",), role="海事局", english="Light"),
        Entity("灯塔镇", "place"),
        Entity("老周", "person", ("周师傅",)),
        Entity("码头", "place"),
    )
)
TEXT = ("灯塔镇的灯塔亮了，老周和周师傅都在码头。", "周海生是老周，码头上的灯塔镇人都认得周海生。")
_NUMBERS = count()


def done(action: str, name: str, value: str = "", *forms: str) -> NameEdit:
    return NameEdit(f"{next(_NUMBERS):020x}", None, action, name, value, forms)  # type: ignore[arg-type]


def found(*edits: NameEdit, document: Document | None = None) -> tuple[NameFinding, ...]:
    document = document or document_of(*TEXT)
    return edited_names(document, find_names(document, LEXICON), edits)


def told(findings: tuple[NameFinding, ...]) -> list[tuple[str, str, int]]:
    return [(each.kind, each.name, each.count) for each in findings]


def test_without_a_change_everything_stays() -> None:
    assert told(found()) == [
        ("person", "老周", 3), ("org", "灯塔", 1), ("place", "灯塔镇", 2), ("place", "码头", 2),
    ]  # fmt: skip


def test_a_new_name_keeps_the_mentions_and_the_old_name() -> None:
    (person, *_) = found(done("rename", "老周", "周船长"))
    assert (person.name, person.aliases, person.count) == ("周船长", ("老周", "周师傅"), 3)
    (person, *_) = found(done("rename", "老周", "周船长"), done("rename", "周船长", "周师傅"))
    assert (person.name, person.aliases) == ("周师傅", ("周船长", "老周"))


def test_of_equally_long_mentions_that_overlap_the_readers_stands() -> None:
    document = document_of("东灯塔下")
    assert told(found(document=document)) == [("org", "灯塔", 1)]
    assert told(found(done("add", "东灯", "place"), document=document)) == [("place", "东灯", 1)]


@pytest.mark.parametrize("action", ["merge", "rename"])
def test_what_has_the_name_already_is_one_with_it(action: str) -> None:
    (_, place, _) = found(done(action, "灯塔", "灯塔镇"))
    assert (place.kind, place.name, place.count) == ("place", "灯塔镇", 3)
    assert (place.aliases, place.role, place.english) == (("灯塔", "塔"), "海事局", "Light")
    assert [mention.text for mention in place.mentions] == ["灯塔镇", "灯塔", "灯塔镇"]


def test_kind_and_hiding() -> None:
    assert told(found(done("kind", "灯塔", "place"), done("hide", "老周"))) == [
        ("place", "灯塔镇", 2), ("place", "码头", 2), ("place", "灯塔", 1),
    ]  # fmt: skip
    assert found(done("kind", "灯塔", "boat"), done("hide", "鲸")) == found()


def test_an_added_name_is_mentioned_wherever_a_form_of_it_stands() -> None:
    (person, *_) = found(done("add", "周海生", "person", "海生"))
    assert (person.name, person.aliases, person.count, person.confidence) == ("老周", ("周师傅",), 3, 1.0)
    added = found(done("add", "周海生", "person", "海生"))[1]
    assert (added.name, added.aliases) == ("周海生", ("海生",))
    assert [(each.passage, each.span.start, each.text) for each in added.mentions] == [
        (2, 21, "周海生"), (2, 39, "周海生"),
    ]  # fmt: skip
    assert told(found(done("add", "鲸", "work"))) == told(found())


def test_of_mentions_that_overlap_the_longest_stands_then_the_readers() -> None:
    assert "灯" not in [each.name for each in found(done("add", "灯", "product"))]
    names = found(done("add", "码头上", "event"), done("add", "码头", "event"))
    assert ("event", "码头上", 1) in told(names)
    assert ("event", "码头", 1) in told(names)
    names = found(done("add", "灯塔镇", "org", "塔镇的"))
    assert ("org", "灯塔镇", 2) in told(names)
    names = found(done("add", "塔镇的", "event"))
    assert {("event", "塔镇的", 1), ("place", "灯塔镇", 1)} <= {*told(names)}


def test_the_whole_text_and_all_mentions_are_gone_through_once_for_many_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = document_of(*TEXT)
    gone_through, folded = Mock(side_effect=Mentioned), Mock(side_effect=fold)
    monkeypatch.setattr("content.library.edited_names.Mentioned", gone_through)
    monkeypatch.setattr("content.library.edited_names.fold", folded)
    added = found(
        *(done("add", name, "work") for name in ("亮了", "都在", "认得", "海生")), document=document
    )
    assert len(added) == 8
    assert folded.call_args_list.count(call(document.text)) == gone_through.call_count == 1


def test_later_changes_see_what_earlier_ones_made() -> None:
    steps = (
        done("add", "周海生", "person"),
        done("merge", "老周", "周海生"),
        done("kind", "周海生", "media"),
    )
    assert told(found(*steps))[-1] == ("media", "周海生", 5)
    assert told(found(*steps, done("hide", "周海生"))) == told(found(done("hide", "老周")))
    assert told(found(*steps, done("hide", "周海生"), done("add", "老周", "person")))[0] == (
        "person", "老周", 2,
    )  # fmt: skip


def test_a_name_is_meant_in_whichever_script() -> None:
    document = document_of("燈塔鎮的碼頭", "騰訊")
    names = edited_names(
        document,
        find_names(document, LEXICON),
        [
            done("hide", "碼頭"),
            done("hide", "灯塔镇"),
            done("add", "腾讯", "org"),
            done("rename", "騰訊", "鹅厂"),
        ],
    )
    assert [(each.name, each.mentions[0].text, each.aliases) for each in names] == [
        ("鹅厂", "騰訊", ("腾讯",))
    ]


def test_nothing_is_added_in_a_notice() -> None:
    document = assemble([Part("body", "码头"), Part("notice", "鲸和码头")], title="鲸")
    assert edited_names(document, (), [done("add", "鲸", "work")]) == ()


def test_a_speaker_is_called_as_the_name_is() -> None:
    quotes = [Quote(1, Span(0, 1), "灯", "direct", speaker, None) for speaker in ("老周", "阿明", None)]
    named = edited_speakers(
        quotes, [done("rename", "老周", "周海生"), done("hide", "阿明"), done("merge", "周海生", "海生")]
    )
    assert [quote.speaker for quote in named] == ["海生", "阿明", None]
    assert edited_speakers(quotes, []) == tuple(quotes)


WORDS = st.sampled_from([*"灯塔镇老周码头", "灯塔", "灯塔镇", "老周", "码头", "周老", "塔镇老", "燈塔"])
EDITS = st.lists(
    st.builds(
        done,
        st.sampled_from(["rename", "merge", "kind", "hide", "add"]),
        WORDS,
        WORDS | st.sampled_from(ENTITY_KINDS),
        WORDS,
    ),
    max_size=6,
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12).map("".join), min_size=1, max_size=4)


@given(TEXTS, EDITS)
def test_whatever_is_changed_spans_are_right_and_never_overlap(
    texts: list[str], edits: list[NameEdit]
) -> None:
    document = document_of(*texts)
    before = find_names(document, LEXICON)
    names = edited_names(document, before, edits)
    mentions = sorted((each for name in names for each in name.mentions), key=lambda each: each.span)
    for mention in mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.text
        assert document.passage_at(mention.span.start).number == mention.passage
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(name.count == len(name.mentions) > 0 for name in names)
    assert all(list(name.mentions) == sorted(name.mentions, key=lambda each: each.span) for name in names)
    assert all(name.name not in name.aliases and name.kind in ENTITY_KINDS for name in names)
    assert edited_names(document, before, ()) == before


@given(TEXTS, EDITS)
def test_only_adding_and_hiding_change_what_is_mentioned(texts: list[str], edits: list[NameEdit]) -> None:
    document = document_of(*texts)
    before = find_names(document, LEXICON)
    kept = [edit for edit in edits if edit.action not in ("add", "hide")]
    after = edited_names(document, before, kept)
    assert sorted(each.span for name in after for each in name.mentions) == sorted(
        each.span for name in before for each in name.mentions
    )
