from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_documents import document_of

from content.analysis.names import find_names
from content.lexicon import Entity, Lexicon
from content.shelf import NameEdit
from tui.name_form import NameForm, said_edit, said_edits

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENT = document_of("灯塔照着码头，老周在码头。", "老周不在。")
LEXICON = Lexicon((Entity("灯塔", "org"), Entity("码头", "place"), Entity("老周", "person")))
NAMES = find_names(DOCUMENT, LEXICON)


def form_of(name: str | None) -> NameForm:
    finding = next((each for each in NAMES if each.name == name), None)
    return NameForm(DOCUMENT, NAMES, finding, "hans")


def values(**changed: str) -> Mapping[str, str]:
    return {"name": "码头", "kind": "place", "forms": "", "scope": "here"} | changed


@pytest.mark.parametrize(
    ("changed", "done"),
    [
        ({}, []),
        ({"name": "渡口"}, [("rename", "码头", "渡口", ())]),
        ({"name": "照着"}, [("add", "码头", "place", ("照着",)), ("rename", "码头", "照着", ())]),
        ({"name": "燈塔"}, [("merge", "码头", "灯塔", ())]),
        ({"kind": "event"}, [("kind", "码头", "event", ())]),
        ({"forms": "渡口、船坞"}, [("add", "码头", "place", ("渡口", "船坞"))]),
        (
            {"name": "渡口", "kind": "event", "forms": "船坞"},
            [
                ("kind", "码头", "event", ()),
                ("add", "码头", "event", ("船坞",)),
                ("rename", "码头", "渡口", ()),
            ],
        ),
        ({"name": "渡口", "kind": "hidden", "forms": "船坞"}, [("hide", "码头", "", ())]),
    ],
)
def test_answers_make_changes_in_the_order_in_which_they_hold(
    changed: dict[str, str], done: list[tuple[object, ...]]
) -> None:
    edits = form_of("码头").edits(values(**changed))
    assert [(each.action, each.name, each.value, each.forms) for each in edits] == done
    assert {each.document for each in edits} <= {DOCUMENT.digest}


def test_everywhere_names_no_document_and_a_new_name_is_added() -> None:
    (edit,) = form_of(None).edits(values(name="渡口", kind="place", forms="船坞", scope="everywhere"))
    assert edit == NameEdit("", None, "add", "渡口", "place", ("船坞",))


def test_the_form_says_what_comes_of_the_answers_and_what_is_wrong() -> None:
    form = form_of("码头").form("码头")
    assert form.title == "码头 · 地点 · 2 处"
    assert form.hint(values()).startswith("改名称就是改名")
    assert form.hint(values(name="老周")) == "已有「老周」（2 处）：并入它"
    assert "不再有「码头」" in form.hint(values(kind="hidden"))
    assert (form.problem(values(name="")), form.problem(values(name="", kind="hidden"))) == (
        "名称不能是空的",
        "",
    )
    assert [row.key for row in form.picks().rows] == ["老周", "灯塔"]
    added = form_of(None).form("")
    assert added.hint(values(name="老周")).startswith("名录里已有「老周」")
    assert added.search(values(name="渡口")).startswith("文中没有「渡口」")
    assert added.search(values(name="渡口", forms="在")) == ""
    assert added.search(values(name="渡口", scope="everywhere")) == ""
    for long in (values(name="渡" * 101), values(forms=f"渡口、{'渡' * 101}")):
        assert added.problem(long) == "「渡渡渡渡渡渡渡渡…」太长：名称和词最多 100 字"
    assert added.problem(values(name="渡" * 100)) == ""
    assert added.problem(values(name="，")).startswith("「，」没有字")
    assert added.problem(values(forms="渡口、\u200b")).startswith("「\u200b」没有字")
    assert added.problem(values(name="C++", forms="7")) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [("老周", "person"), ("周海生", "person"), ("码", "org"), ("A 股", "org"), ("潮汐周报", "org")],
)
def test_a_short_chinese_name_is_likely_somebodys(name: str, kind: str) -> None:
    assert form_of(None).form(name).fields[1].value == kind


def test_what_was_typed_and_not_kept_stands_there_again() -> None:
    fields = {
        each.name: each.value for each in form_of("码头").form("码头", values(name="渡口", kind="org")).fields
    }
    assert fields == {"name": "渡口", "kind": "org", "forms": "", "scope": "here"}


def test_what_was_done_is_said_in_a_sentence() -> None:
    rename, hide = NameEdit("", None, "rename", "码头", "渡口"), NameEdit("", None, "hide", "码头")
    add = NameEdit("", None, "add", "码头", "place", ("渡口",))
    assert said_edits([hide], 0, "hans") == "不再显示「码头」 · u 撤销"
    assert said_edits([add, rename], 3, "hans") == "「码头」改称「渡口」 · u 撤销"
    assert said_edits([add], 3, "hans") == "「码头」已加入名录 · 3 处 · u 撤销"
    assert said_edits([NameEdit("", None, "kind", "码头", "org"), add], 3, "hans") == "已改「码头」 · u 撤销"
    assert [said_edit(each, "en") for each in (rename, add)] == [
        "“码头” is called “渡口”",
        "added “码头” (place): 渡口",
    ]
