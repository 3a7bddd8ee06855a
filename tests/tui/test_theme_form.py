from __future__ import annotations

from dataclasses import replace

from small_documents import document_of

from content.analysis.themes import find_themes
from content.lexicon import Lexicon, Theme
from content.shelf import NO_EDITS, Edits, OwnTheme
from tui.theme_form import ThemeForm

DOCUMENT = document_of("渔船上了云，云计算的账本，渔船。", "渔船的账本。")
LEXICON = Lexicon(
    themes=(Theme("cloud", "云", None, ("云计算",), ("云",)), Theme("fish", "渔业", None, ("渔船",)))
)
CLOUD, FISH = find_themes(DOCUMENT, LEXICON)


def test_a_theme_of_the_lexicon_gets_other_words_or_is_hidden() -> None:
    form = ThemeForm(DOCUMENT, CLOUD, LEXICON, NO_EDITS, "hans")
    name, words = form.form().fields
    assert (form.form().title, name.value, words.value) == ("主题 云 · 2 处", "云", "云计算、云")
    assert not form.changes({"name": "云", "words": "云计算，云"})
    assert form.changes({"name": "云", "words": "云"})
    assert form.theme({"name": "云上", "words": "云、上云"}) == OwnTheme("cloud", "云上", ("云", "上云"))
    assert form.theme({"name": "", "words": ""}) == OwnTheme("cloud", "云")
    assert form.form().problem({"name": "", "words": "云"}) == "名称不能是空的"
    assert form.form().problem({"name": "", "words": ""}) == ""


def test_the_readers_theme_shows_its_words_and_is_removed() -> None:
    own = Edits(themes=(OwnTheme("账", "账目", ("账本", "账")),))
    found = replace(FISH, id="账", name="账目")
    form = ThemeForm(DOCUMENT, found, LEXICON, own, "hans")
    assert form.form().fields[1].value == "账本、账"
    assert form.theme({"name": "账目", "words": ""}) is None
    over = Edits(themes=(OwnTheme("cloud", "云", ("账本",)),))
    assert ThemeForm(DOCUMENT, CLOUD, LEXICON, over, "hans").form().fields[1].value == "账本"


def test_a_proposed_theme_becomes_the_readers_with_the_words_that_stand_in_the_text() -> None:
    found = replace(FISH, id="渔船", name="渔船", proposed=True)
    form = ThemeForm(DOCUMENT, found, LEXICON, NO_EDITS, "hans")
    assert form.form().fields[1].value == "渔船"
    assert form.theme({"name": "渔船", "words": ""}) == OwnTheme("渔船", "渔船")


def test_a_new_theme_with_the_name_of_another_is_that_one() -> None:
    form = ThemeForm(DOCUMENT, None, LEXICON, NO_EDITS, "hans")
    assert form.form().title == "新建主题"
    assert form.form().problem({"name": "账", "words": ""}) == "至少写一个词"
    assert form.form().problem({"name": "账", "words": "账本、" + "账" * 101}).endswith("最多 100 字")
    assert form.form().problem({"name": "账", "words": "账本、——"}).startswith("「——」没有字")
    assert form.form().hint({"name": "渔业", "words": "鱼价"}).startswith("已有主题「渔业」")
    assert form.theme({"name": "渔业", "words": "鱼价"}) == OwnTheme("fish", "渔业", ("鱼价",))
    assert form.theme({"name": "账", "words": "账本"}) == OwnTheme("账", "账", ("账本",))


def test_what_was_typed_and_not_kept_stands_there_again() -> None:
    unkept = {"name": "云上", "words": "云"}
    fields = ThemeForm(DOCUMENT, CLOUD, LEXICON, NO_EDITS, "hans").form(unkept).fields
    assert [field.value for field in fields] == ["云上", "云"]
