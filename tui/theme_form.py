"""What is asked about a theme, and the theme that is made of the answers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from content.library.edited_themes import with_own
from content.shelf import OwnTheme
from tui.name_form import said_unfit
from tui.screens.form import Field, Form
from tui.strings import Language, say, say_count
from tui.typed_words import typed_words

if TYPE_CHECKING:
    from content.analysis.themes import ThemeFinding
    from content.document import Document
    from content.lexicon import Lexicon, Theme
    from content.shelf import Edits
    from tui.screens.form import Values

_WORDS_ROWS = 4  # of the box for words: a theme of the lexicon has dozens


class ThemeForm:
    """Asks about a theme that a document speaks of; with `found` None about a new one.

    `lexicon` and `edits` are what is known of themes by now.
    """

    def __init__(
        self,
        document: Document,
        found: ThemeFinding | None,
        lexicon: Lexicon,
        edits: Edits,
        language: Language,
    ) -> None:
        self._document, self._found = document, found
        self._language: Language = language
        self._lexical = {theme.id for theme in lexicon.themes}
        self._themes = {theme.id: theme for theme in with_own(lexicon.themes, edits.themes)}

    def form(self, unkept: Values | None = None) -> Form:
        """Return the form, filled in with what was typed last and not kept."""
        found = self._found
        title = self._say("edit.new_theme_title")
        if found:
            count = say_count(self._language, "places", found.count)
            title = self._say("edit.theme_title", name=found.name, count=count)
        first = {"name": found.name if found else "", "words": "、".join(self._words())} | dict(unkept or {})
        return Form(
            title,
            (
                Field("name", self._say("edit.theme_name"), first["name"]),
                Field("words", self._say("edit.words"), first["words"], rows=_WORDS_ROWS),
            ),
            self._say("edit.theme_keys"),
            self._hint,
            self._problem,
        )

    def theme(self, values: Values) -> OwnTheme | None:
        """Return the theme as it is to be kept, one without words where it is to be hidden.

        None where a theme of the reader's is to be removed.
        """
        name, words = values["name"], typed_words(values["words"])
        if self._found is None:
            same = self._same(name)
            return OwnTheme(same.id if same else name, name, words)
        theme = OwnTheme(self._found.id, name or self._found.name, words)
        return theme if words or self._found.proposed or theme.id in self._lexical else None

    def changes(self, values: Values) -> bool:
        """Tell whether the answers change anything."""
        found = self._found
        return found is None or (values["name"], typed_words(values["words"])) != (found.name, self._words())

    def _say(self, key: str, **values: object) -> str:
        return say(self._language, key, **values)

    def _words(self) -> tuple[str, ...]:
        """Return a theme's words; of one that was proposed those that stand in the text."""
        found = self._found
        if found is None:
            return ()
        if found.id in self._themes:
            theme = self._themes[found.id]
            return (*theme.words, *theme.ambiguous)
        text = self._document.text
        spans = (span for passage in found.passages for span in passage.spans)
        return tuple(word for word, _ in Counter(text[span.start : span.end] for span in spans).most_common())

    def _same(self, name: str) -> Theme | None:
        return next((each for each in self._themes.values() if name in (each.id, each.name)), None)

    def _hint(self, values: Values) -> str:
        if self._found is None and self._same(values["name"]):
            return self._say("edit.theme_exists", name=values["name"])
        return self._say("edit.theme_hint")

    def _problem(self, values: Values) -> str:
        words = typed_words(values["words"])
        if not values["name"] and (words or self._found is None):
            return self._say("edit.no_name")
        if self._found is None and not words:
            return self._say("edit.no_words")
        return said_unfit((values["name"], *words), self._language)
