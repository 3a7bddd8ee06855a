from __future__ import annotations

import pytest

from content.lexicon import ENTITY_KINDS, Entity, Lexicon, LexiconError, Theme, bundled_lexicon, parse_lexicon

THEME_IDS = {
    "cloud",
    "finance",
    "banking",
    "insurance",
    "retail",
    "mini-programs",
    "organisation",
    "industrial-internet",
    "technology",
}


def test_a_readers_own_lexicon_is_read_whole() -> None:
    lexicon = parse_lexicon("""
        [[entities]]
        name = "某行"
        kind = "org"
        aliases = ["某", " 某银行 "]
        role = "一家银行"
        english = "Some Bank"
        except = ["某行某业"]

        [[themes]]
        name = "茶"
        words = ["茶叶", "绿茶"]
        ambiguous = ["茶"]
    """)
    assert lexicon == Lexicon(
        entities=(Entity("某行", "org", ("某", "某银行"), "一家银行", "Some Bank", ("某行某业",)),),
        themes=(Theme("茶", "茶", None, ("茶叶", "绿茶"), ("茶",)),),
    )
    assert lexicon.entities[0].forms == ("某行", "某", "某银行", "Some Bank")


def test_terms_are_read_in_their_groups() -> None:
    lexicon = parse_lexicon('terms = [["茶", " tea ", "teas"], ["布", "cloth"]]')
    assert lexicon == Lexicon(terms=(("茶", "tea", "teas"), ("布", "cloth")))


def test_an_empty_text_is_an_empty_lexicon() -> None:
    assert parse_lexicon("") == Lexicon()


@pytest.mark.parametrize(
    ("text", "reason", "said"),
    [
        ("entities = [", "syntax", "not TOML"),
        ("entities = 3", "shape", "entities is not a list"),
        ("themes = [1]", "shape", "themes 1: this is not a table"),
        ("entity = []", "unknown_key", "'entity'"),
        ('[[entities]]\nname = "甲"', "shape", "entities 1: kind is missing"),
        ('[[entities]]\nname = " "\nkind = "org"', "shape", "entities 1: name"),
        ('[[entities]]\nname = "甲"\nkind = "firm"', "unknown_kind", "'firm'"),
        ('[[entities]]\nname = "甲"\nkind = ["org"]', "shape", "kind is not a text"),
        ('[[entities]]\nname = "甲"\nkind = "org"\naliases = "乙"', "shape", "aliases is not a list"),
        ('[[entities]]\nname = "甲"\nkind = "org"\naliases = [""]', "shape", "aliases is not a list"),
        ('[[entities]]\nname = "甲"\nkind = "org"\nalias = []', "unknown_key", "'alias'"),
        ('[[entities]]\nname = "甲"\nkind = "org"\n' * 2, "duplicate", "'甲'"),
        ('[[themes]]\nname = "茶"', "shape", "themes 1: words"),
        ('terms = "茶"', "shape", "terms is not a list"),
        ('terms = [["茶", "tea"], "布"]', "shape", "terms 2 is not a list of texts"),
        ('terms = [["茶", ""]]', "shape", "terms 1 is not a list of texts"),
        (
            f'[[entities]]\nname = "{"甲" * 101}"\nkind = "org"',
            "shape",
            "1: name is longer than 100",
        ),
        (f'[[themes]]\nname = "茶"\nwords = ["{"茶" * 101}"]', "shape", "longer than 100"),
        ('terms = [["茶"]]', "shape", "terms 1: one word"),
        ('terms = [["茶", "tea"], ["茗", "Tea"]]', "duplicate", "'tea'"),
        ('[[themes]]\nname = "茶"\nwords = ["茶叶"]\n' * 2, "duplicate", "'茶'"),
    ],
)
def test_a_bad_shape_is_told_in_a_sentence(text: str, reason: str, said: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_lexicon(text)
    assert caught.value.reason == reason
    assert said in str(caught.value)


def test_the_bundled_lexicon_is_read_once() -> None:
    assert bundled_lexicon() is bundled_lexicon()


def test_the_bundled_lexicon_has_every_kind_and_theme() -> None:
    lexicon = bundled_lexicon()
    assert {entity.kind for entity in lexicon.entities} == set(ENTITY_KINDS)
    assert {theme.id for theme in lexicon.themes} == THEME_IDS
    assert all(theme.english and theme.ambiguous is not None for theme in lexicon.themes)


def test_no_form_belongs_to_two_entities() -> None:
    forms = [
        form.casefold().replace(" ", "") for entity in bundled_lexicon().entities for form in entity.forms
    ]
    assert len(forms) == len(set(forms))


def test_no_name_is_a_single_chinese_character() -> None:
    assert all(len(form) > 1 for entity in bundled_lexicon().entities for form in entity.forms)


def test_every_exception_holds_a_form_of_its_entity() -> None:
    for entity in bundled_lexicon().entities:
        for word in entity.exceptions:
            assert any(form in word and form != word for form in entity.forms), (entity.name, word)


def test_every_exception_holds_a_word_of_its_theme() -> None:
    for theme in bundled_lexicon().themes:
        for word in theme.exceptions:
            assert any(form in word for form in theme.words + theme.ambiguous), (theme.id, word)


def test_no_word_stands_twice_in_a_theme() -> None:
    for theme in bundled_lexicon().themes:
        words = theme.words + theme.ambiguous
        assert sorted(words) == sorted(set(words)), theme.id


def test_every_group_of_terms_has_a_chinese_word_first() -> None:
    assert len(bundled_lexicon().terms) > 90
    assert not [group for group in bundled_lexicon().terms if group[0].isascii() or not group[-1].isascii()]


def test_no_term_is_the_name_of_somebody() -> None:
    names = {form.casefold() for entity in bundled_lexicon().entities for form in entity.forms}
    assert names.isdisjoint(term.casefold() for group in bundled_lexicon().terms for term in group)
