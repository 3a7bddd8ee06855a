"""How much of the document the lists beside the article speak of: all of it, this section, this passage."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.narrowing import SCOPES, Scope, narrowed, passages_in

if TYPE_CHECKING:
    from tui.current_set import CurrentSet
    from tui.findings import Findings
    from tui.screens.reader.screen import ReaderScreen


class ReaderScope:
    """The scope that the reader chose, and what was found in it; it moves with the reading line."""

    def __init__(self, screen: ReaderScreen) -> None:
        self._screen = screen
        self._scope: Scope = "all"
        self._passages = range(0)
        self._narrowed: tuple[Findings, range, Findings] | None = None

    @property
    def words(self) -> str:
        """The scope's name, "" for the whole text."""
        return self._screen.say(f"scope.{self._scope}") if self.is_narrow else ""

    @property
    def is_narrow(self) -> bool:
        """Whether the lists leave something out."""
        return self._scope != "all"

    @property
    def passages(self) -> range:
        """The numbers of the passages that the lists speak of."""
        return passages_in(self._screen.document, self._screen.article.passage, self._scope)

    @property
    def findings(self) -> Findings:
        """What was found in the scope."""
        found = self._screen.findings
        if not self.is_narrow:
            return found
        passages = self._passages = self.passages
        if not self._narrowed or self._narrowed[0] is not found or self._narrowed[1] != passages:
            self._narrowed = found, passages, narrowed(found, passages)
        return self._narrowed[2]

    def in_whole(self, list_id: str, key: str) -> tuple[str, str]:
        """Return a list and the key that a row of the scope has among all that was found."""
        whole, here = self._screen.findings, self.findings
        if list_id == "figures":
            return list_id, str(whole.figures.index(here.figures[int(key)]))
        if list_id == "quotes":
            return list_id, str(whole.quotes.index(here.quotes[int(key)]))
        return list_id, key

    def turn(self) -> None:
        """Take the next scope, and say which."""
        screen = self._screen
        self._scope = SCOPES[(SCOPES.index(self._scope) + 1) % len(SCOPES)]
        screen.panes.name()
        screen.panes.fill()
        screen.note(screen.say("scope.turned", scope=screen.say(f"scope.{self._scope}")))

    def moved(self) -> None:
        """Follow the reading line."""
        if self.is_narrow and self.passages != self._passages:
            self._passages = self.passages
            self._screen.panes.fill()

    def empty(self, otherwise: str) -> str:
        """Return what a list without rows says: `otherwise` where it speaks of the whole text."""
        return self._screen.say("empty.narrowed", scope=self.words) if self.is_narrow else otherwise

    def label(self, chosen: CurrentSet) -> CurrentSet:
        """Name the scope in the label of a set that was taken from it."""
        return replace(chosen, label=f"{chosen.label} · {self.words}") if self.is_narrow else chosen
