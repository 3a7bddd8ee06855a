from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from small_documents import document_of

from content.analysis.key_phrases import themes_of
from content.analysis.themes import ThemeFinding, find_themes
from content.lexicon import Lexicon, Theme
from content.library.edited_themes import edited_themes, with_own
from content.shelf import OwnTheme

CLOUD = Theme("cloud", "云", "Cloud", ("云计算",), ("云",), ("白云",))
LEXICON = Lexicon(themes=(CLOUD, Theme("fish", "渔业", None, ("渔船", "鱼价"))))
DOCUMENT = document_of("渔船上了云，云计算的账本。", "白云下面，鱼价和账本。", "账本。")


def test_a_new_theme_stands_behind_the_others() -> None:
    before = find_themes(DOCUMENT, LEXICON)
    themes = edited_themes(DOCUMENT, before, LEXICON, [OwnTheme("账", "账目", ("账本", "账"))])
    assert [(each.id, each.name, each.count) for each in themes] == [
        ("cloud", "云", 2), ("fish", "渔业", 2), ("账", "账目", 3),
    ]  # fmt: skip
    assert themes[:2] == before
    assert edited_themes(DOCUMENT, before, LEXICON, ()) == before


def test_other_words_stand_in_the_place_of_the_lexicons() -> None:
    (cloud, fish) = with_own(LEXICON.themes, [OwnTheme("cloud", "云", ("账本", "云"))])
    assert (cloud.words, cloud.ambiguous, cloud.exceptions, cloud.english) == (
        ("账本",), ("云",), ("白云",), "Cloud"
    )  # fmt: skip
    assert fish is LEXICON.themes[1]
    (cloud, _) = with_own(LEXICON.themes, [OwnTheme("cloud", "云上", ("云",))])
    assert (cloud.words, cloud.ambiguous, cloud.english) == (("云",), (), None)


def test_a_theme_without_words_is_hidden() -> None:
    assert with_own(LEXICON.themes, [OwnTheme("cloud", "云"), OwnTheme("无", "无")]) == LEXICON.themes[1:]
    found = edited_themes(DOCUMENT, find_themes(DOCUMENT, LEXICON), LEXICON, [OwnTheme("fish", "")])
    assert [each.id for each in found] == ["cloud"]


def test_proposed_themes_give_way_to_what_the_program_knows_and_to_words_of_the_readers_own() -> None:
    known = find_themes(DOCUMENT, LEXICON)
    proposed = tuple(ThemeFinding(name, name, None, 2, (), proposed=True) for name in ("账本", "鱼"))
    kept = edited_themes(DOCUMENT, (*known[:1], *proposed), LEXICON, [OwnTheme("账本", "账本", ("账本",))])
    assert [(each.id, each.proposed) for each in kept] == [("cloud", False), ("账本", False), ("鱼", True)]
    own = [OwnTheme(word, word, (word,)) for word in ("账本", "白云")]
    kept = edited_themes(DOCUMENT, (*known[:1], *proposed), LEXICON, own)
    assert [each.id for each in kept] == ["cloud", "账本", "白云", "鱼"]
    more = (*LEXICON.themes, *(Theme(each, each, None, ("账",)) for each in ("retail", "finance")))
    found = (*find_themes(DOCUMENT, Lexicon(themes=more)), *proposed)
    kept = edited_themes(DOCUMENT, found, Lexicon(themes=more), own)
    assert [each.id for each in kept] == ["cloud", "fish", "retail", "finance", "账本", "白云"]


WORDS = st.sampled_from(["云", "云计算", "渔船", "账本", "白云", "账"])
OWN = st.lists(
    st.builds(
        OwnTheme,
        st.sampled_from(["cloud", "fish", "账", "云"]),
        st.just("名"),
        st.lists(WORDS, max_size=3, unique=True).map(tuple),
    ),
    unique_by=lambda theme: theme.id,
    max_size=4,
)


@given(st.lists(st.lists(WORDS, min_size=1).map("".join), min_size=1, max_size=4), OWN)
def test_it_is_as_if_the_lexicon_had_been_so_from_the_beginning(
    texts: list[str], own: list[OwnTheme]
) -> None:
    document = document_of(*texts)
    edited = edited_themes(document, find_themes(document, LEXICON), LEXICON, own)
    assert edited == find_themes(document, Lexicon(themes=with_own(LEXICON.themes, own)))


def test_the_command_line_and_the_screen_agree() -> None:
    own = [OwnTheme("账", "账目", ("账本",))]
    lexicon = Lexicon(themes=with_own(LEXICON.themes, own))
    assert edited_themes(DOCUMENT, themes_of(DOCUMENT, LEXICON), LEXICON, own) == themes_of(DOCUMENT, lexicon)
