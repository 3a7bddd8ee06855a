from __future__ import annotations

from content.lexicon import Entity, Lexicon, Theme
from content.library.edited_lexicon import edited_lexicon
from content.shelf import NO_EDITS, Edits, NameEdit, OwnTheme

LEXICON = Lexicon(
    (Entity("灯塔", "org", ("塔",), english="Light", exceptions=("灯塔鱼",)), Entity("老周", "person")),
    (Theme("fish", "渔业", None, ("渔船",)),),
    (("账", "簿"),),
)


def after(*edits: tuple[str, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    names = (NameEdit("", None, action, name, value, tuple(forms)) for action, name, value, *forms in edits)  # type: ignore[arg-type]
    return [
        (each.name, each.kind, each.aliases) for each in edited_lexicon(LEXICON, Edits(tuple(names))).entities
    ]


def test_without_changes_it_is_the_same() -> None:
    assert edited_lexicon(LEXICON, NO_EDITS) is LEXICON


def test_each_change_of_a_name() -> None:
    lighthouse, zhou = ("灯塔", "org", ("塔",)), ("老周", "person", ())
    assert after(("rename", "燈塔", "大灯")) == [("大灯", "org", ("塔", "灯塔")), zhou]
    assert after(("rename", "灯塔", "塔")) == [("塔", "org", ("灯塔",)), zhou]
    assert after(("merge", "灯塔", "老周")) == [("老周", "person", ("灯塔", "塔", "Light"))]
    assert after(("merge", "周海生", "老周")) == [lighthouse, ("老周", "person", ("周海生",))]
    assert after(("rename", "周海生", "海生")) == [lighthouse, zhou]
    assert after(("kind", "灯塔", "place"), ("hide", "老周", "")) == [("灯塔", "place", ("塔",))]
    assert after(("kind", "鲸", "place"), ("kind", "灯塔", "boat")) == [lighthouse, zhou]
    assert after(("add", "鲸", "work", "鲸鱼")) == [("鲸", "work", ("鲸鱼",)), lighthouse, zhou]
    assert after(("add", "灯塔", "place", "大灯")) == [("灯塔", "place", ("塔", "大灯")), zhou]


def test_themes_change_and_all_else_stays() -> None:
    edited = edited_lexicon(
        LEXICON, Edits(themes=(OwnTheme("账", "账目", ("账本",)), OwnTheme("fish", "渔业")))
    )
    assert edited == Lexicon(LEXICON.entities, (Theme("账", "账目", None, ("账本",)),), LEXICON.terms)
