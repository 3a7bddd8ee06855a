"""What is asked about a name, and what changes are made of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.matching import Matcher
from content.chinese.variants import fold
from content.lexicon import ENTITY_KINDS, LONGEST
from content.library.edited_names import is_called
from content.shelf import NameEdit
from tui.screens.form import Field, Form
from tui.strings import Language, say, say_count
from tui.typed_words import typed_words
from tui.widgets.choice import Option
from tui.widgets.list_pane import Contents
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.analysis.names import NameFinding
    from content.document import Document
    from tui.screens.form import Values

HIDDEN, HERE, EVERYWHERE = "hidden", "here", "everywhere"
_TOLD = 8  # characters of a word that is too long: they tell which
_GIVEN_NAME = 3  # characters: so long most names of people are


class NameForm:
    """Asks about a name of a document; with `name` None about one that is to be added.

    `names` are all that are listed.
    """

    def __init__(
        self, document: Document, names: Sequence[NameFinding], name: NameFinding | None, language: Language
    ) -> None:
        self._document, self._names, self._name = document, names, name
        self._language: Language = language

    def form(self, start: str, unkept: Values | None = None) -> Form:
        """Return the form, filled in with what was typed last and not kept; `start` is the name at first."""
        name = self._name
        first = {"name": start, "kind": name.kind if name else _likely_kind(start)} | dict(unkept or {})
        kinds = [Option(kind, self._say(f"one.{kind}")) for kind in ENTITY_KINDS]
        if name:
            kinds.append(Option(HIDDEN, self._say("edit.hidden")))
        scopes = tuple(Option(scope, self._say(f"edit.{scope}")) for scope in (HERE, EVERYWHERE))
        return Form(
            self._title(),
            (
                Field("name", self._say("edit.name"), first["name"]),
                Field("kind", self._say("edit.kind"), first["kind"], tuple(kinds)),
                Field(
                    "forms",
                    self._say("edit.forms"),
                    first.get("forms", ""),
                    placeholder=self._say("edit.forms_placeholder"),
                ),
                Field("scope", self._say("edit.scope"), first.get("scope", HERE), scopes),
            ),
            self._say("edit.name_keys" if name else "edit.add_keys"),
            self._hint,
            self._problem,
            None if name else self._searched,
            self._picks if name else None,
            self._say("edit.merge_title"),
        )

    def edits(self, values: Values) -> list[NameEdit]:
        """Return the changes that the answers make, in the order in which they hold."""
        document = None if values["scope"] == EVERYWHERE else self._document.digest
        typed, kind, forms = values["name"], values["kind"], typed_words(values["forms"])
        if self._name is None:
            return [NameEdit("", document, "add", typed, kind, forms)]
        name = self._name.name
        if kind == HIDDEN:
            return [NameEdit("", document, "hide", name)]
        edits = []
        if kind != self._name.kind:
            edits.append(NameEdit("", document, "kind", name, kind))
        other = self._other(typed) if typed != name else None
        if typed not in (name, *forms) and not other and typed in self._document.text:
            forms = (*forms, typed)  # what it is called now may stand there and be listed nowhere
        if forms:
            edits.append(NameEdit("", document, "add", name, kind, forms))
        if typed != name:
            value = other.name if other else typed
            edits.append(NameEdit("", document, "merge" if other else "rename", name, value))
        return edits

    def _say(self, key: str, **values: object) -> str:
        return say(self._language, key, **values)

    def _count(self, number: int) -> str:
        return say_count(self._language, "places", number)

    def _title(self) -> str:
        name = self._name
        if name is None:
            return self._say("edit.add_title")
        kind = self._say(f"one.{name.kind}")
        return self._say("edit.name_title", name=name.name, kind=kind, count=self._count(name.count))

    def _picks(self) -> Contents:
        """Return the other names, for one that it is to be merged into."""
        return Contents(
            [
                ListRow(
                    each.name,
                    ((each.name, ""), (f"  {self._say(f'one.{each.kind}')}", "quiet")),
                    ((f"  {self._count(each.count)}", "quiet"),),
                    found_by=" ".join((each.name, *each.aliases)),
                )
                for each in self._names
                if self._name is None or each.name != self._name.name
            ],
            none_left=self._say("empty.filtered", query="{query}"),
        )

    def _other(self, typed: str) -> NameFinding | None:
        """Return another name that is written so."""
        others = (each for each in self._names if self._name is None or each.name != self._name.name)
        return next((each for each in others if is_called(each.name, typed)), None)

    def _hint(self, values: Values) -> str:
        if values["kind"] == HIDDEN and self._name:
            return self._say("edit.hides", name=self._name.name)
        other = self._other(values["name"])
        if other:
            count = self._count(other.count)
            if self._name is None:
                return self._say("edit.already", name=other.name, count=count)
            return self._say("edit.merges", value=other.name, count=count)
        return self._say("edit.name_hint" if self._name else "edit.add_hint")

    def _problem(self, values: Values) -> str:
        name = values["name"]
        if not name and values["kind"] != HIDDEN:
            return self._say("edit.no_name")
        return said_unfit((name, *typed_words(values["forms"])), self._language)

    def _searched(self, values: Values) -> str:
        """Say where a name is to be added here that does not stand in the text."""
        text, forms = self._document.text, (values["name"], *typed_words(values["forms"]))
        if values["scope"] != HERE or next(Matcher(forms).find(text, fold(text)), None):
            return ""
        return self._say("edit.not_there", name=values["name"])


def said_unfit(words: Sequence[str], language: Language) -> str:
    """Say which of the words of a name or a theme can be none: too long, or nothing but marks; else ""."""
    for word in filter(None, words):
        if len(word) > LONGEST:
            return say(language, "edit.too_long", start=word[:_TOLD], n=LONGEST)
        if not any(map(str.isalnum, word)):
            return say(language, "edit.only_marks", word=word[:_TOLD])
    return ""


def said_edits(edits: Sequence[NameEdit], count: int, language: Language) -> str:
    """Return the sentence that says what was done about a name that is mentioned `count` times now."""
    last = edits[-1]
    done = {"rename": "renamed", "merge": "merged", "hide": "hid", "add": "added"}.get(last.action, "changed")
    if done == "added" and len(edits) > 1:
        done = "changed"
    places = say_count(language, "places", count)
    return say(language, f"edit.{done}", name=last.name, value=last.value, count=places)


def said_edit(edit: NameEdit, language: Language) -> str:
    """Return a few words on one change of a name."""
    value = say(language, f"one.{edit.value}") if edit.value in ENTITY_KINDS else edit.value
    action, forms = edit.action, "、".join(edit.forms)
    if action == "add" and forms:
        return say(language, "edit.said_add_forms", name=edit.name, value=value, forms=forms)
    return say(language, f"edit.said_{action}", name=edit.name, value=value)


def _likely_kind(name: str) -> str:
    short = 1 < len(name) <= _GIVEN_NAME and all("\u4e00" <= character <= "\u9fff" for character in name)
    return "person" if short else "org"
