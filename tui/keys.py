"""Keys acted on where they arrive, in order, however many come at once.

Textual queues a key for the widget that has the focus when it arrives, and finds its binding later: of
`/jrkj` sent in one go, over a slow line or by an input method, the letters would reach the article because
the box that `/` opens has no focus yet. Where no text is typed, the binding is run at once instead.
"""

from __future__ import annotations

import asyncio
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tui.screens.reader import ReaderScreen
from tui.widgets.article import Article
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key
    from textual.widget import Widget

_BETWEEN_BOXES = ("tab", "shift+tab")
_PATIENCE_SECONDS = 1.0  # a box that is about to go takes in nothing any more


@runtime_checkable
class TakesTyping(Protocol):
    """A screen with a box for what is typed in Chinese where there is none."""

    def type_without_box(self, typed: str) -> None:
        """Take it."""


@runtime_checkable
class Completes(Protocol):
    """A box in which Tab completes what was typed."""

    def action_complete(self) -> None:
        """Complete it."""


async def act_at_once(app: App[None], key: Key) -> bool:
    """Act on a key that is not for a box; return whether that was done."""
    if not app.screen_stack:
        return False
    screen, focused = app.screen, app.focused
    if not isinstance(focused, Article | RowList | None):
        bound = app.active_bindings.get(key.key)
        if bound and bound.binding.priority:  # it acts here, before letters that have gone to the box
            await _taken_in(focused)
        elif bound and key.key in _BETWEEN_BOXES and not isinstance(focused, Completes):
            # It acts here too: the letters behind it are the next box's.
            await _taken_in(focused)
            return await app.run_action(bound.binding.action, bound.node)
        return False
    if isinstance(screen, ReaderScreen):
        screen.hide_hint()
    if isinstance(screen, TakesTyping) and is_chinese(key.character or ""):
        screen.type_without_box(key.character or "")
        return True
    bound = app.active_bindings.get(key.key)
    return bound is not None and await app.run_action(bound.binding.action, bound.node)


async def _taken_in(box: Widget) -> None:
    """Wait until a box has taken in the keys that were sent to it."""
    taken = asyncio.Event()
    if box.call_later(taken.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(taken.wait(), _PATIENCE_SECONDS)


def is_chinese(typed: str) -> bool:
    """Tell whether a key typed Chinese characters: ideographs, not the marks that are twins of keys."""
    return bool(typed) and all(unicodedata.name(each, "").startswith("CJK UNIFIED") for each in typed)
