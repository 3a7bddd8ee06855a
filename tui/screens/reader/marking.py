"""Marking a stretch of the article with keys, or with the mouse: the screen's selection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.text import cells

if TYPE_CHECKING:
    from content.document import Span
    from tui.marking import Mark, Unit
    from tui.screens.reader.screen import ReaderScreen


class ReaderMarking:
    """The mark in the article, while there is one."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._mark: Mark | None = None

    @property
    def active(self) -> bool:
        """Whether keys move an end of a mark."""
        return self._mark is not None

    @property
    def keys(self) -> str:
        """The sentence that says how much is marked and what the keys do to it, "" where they do not."""
        if self._mark is None or self._screen.focused is not self._screen.article:
            return ""
        screen, span = self._screen, self._mark.span
        words = screen.say("mark.keys", n=span.end - span.start)
        fits = cells(words) <= screen.size.width - 2
        return words if fits else screen.say("mark.keys_short", n=span.end - span.start)

    @property
    def span(self) -> Span | None:
        """What is marked by keys or the mouse, without blanks at its ends; None where nothing is."""
        from tui.marking import trimmed  # not needed for the first paint

        span = self._mark.span if self._mark else self._screen.article.selected_span
        return trimmed(self._screen.document.text, span) if span else None

    def begin(self) -> None:
        """Mark a sentence of the reading line; again: the sentence behind it."""
        from tui.marking import following, sentence_from

        screen = self._screen
        screen.panes.close_drawer()
        screen.set_focus(screen.article)
        screen.clear_selection()
        if self._mark:
            self._put(following(screen.document, self._mark))
        else:
            self._put(sentence_from(screen.document, screen.article.reading_row))

    def move(self, unit: Unit, by: int) -> None:
        """Move the moving end."""
        from tui.marking import moved

        if self._mark:
            begins_word = self._screen.search.begins_word
            self._put(moved(self._screen.document, self._mark, unit, by, begins_word))

    def turn(self) -> None:
        """Have the other end move."""
        if self._mark:
            self._put(self._mark.turned())

    def drop(self) -> bool:
        """Take mark and selection away; False where there was none."""
        screen = self._screen
        if self._mark is None and screen.article.selected_span is None:
            return False
        self.forget()
        screen.clear_selection()
        return True

    def forget(self) -> None:
        """Take the mark away, of another document perhaps."""
        if self._mark:
            self._mark = None
            self._screen.article.show_mark(None)
            self._screen.show_keys()

    def _put(self, mark: Mark) -> None:
        screen = self._screen
        self._mark = mark
        screen.article.show_mark(mark.span)
        end = mark.moving
        screen.article.go_to(end - 1 if end > mark.fixed else end)  # the end that moves stays in sight
        screen.show_keys()
        screen.note("")  # an older note would hide them


class MarkActions(Screen[None]):
    """The actions that change the mark: heard in the article before its own, while there is a mark."""

    marking: ReaderMarking

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of the mark to others while there is none."""
        if action.startswith("mark_") and not self.marking.active:
            return False
        return super().check_action(action, parameters)

    def action_mark(self) -> None:
        """Mark a sentence, or the next one."""
        self.marking.begin()

    def action_mark_right(self) -> None:
        """Move an end a character on."""
        self.marking.move("character", 1)

    def action_mark_left(self) -> None:
        """Move an end a character back."""
        self.marking.move("character", -1)

    def action_mark_next_word(self) -> None:
        """Move an end a word on."""
        self.marking.move("word", 1)

    def action_mark_previous_word(self) -> None:
        """Move an end a word back."""
        self.marking.move("word", -1)

    def action_mark_next_sentence(self) -> None:
        """Move an end a sentence on."""
        self.marking.move("sentence", 1)

    def action_mark_previous_sentence(self) -> None:
        """Move an end a sentence back."""
        self.marking.move("sentence", -1)

    def action_mark_other_end(self) -> None:
        """Have the other end move."""
        self.marking.turn()
