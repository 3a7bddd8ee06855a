"""The screen drawn where the app comes to rest, not after each of its steps.

Nearly half of what a test in memory costs is drawing that nobody looks at. Layout goes on as ever, and a
picture that is asked for is drawn as ever.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from unittest.mock import patch

from textual._compositor import Compositor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen

_render_update = Compositor.render_update


@contextmanager
def drawn_at_rest() -> Iterator[None]:
    """Draw nothing but whole pictures and what `draw` is called for."""
    with patch.object(Compositor, "render_update", _later):
        yield


def draw(app: App[None]) -> None:
    """Draw what has changed, as the app does at its next step; raises what drawing raises."""
    _render_update(app.screen._compositor, screen_stack=app._background_screens)


def _later(
    compositor: Compositor,
    full: bool = False,
    screen_stack: list[Screen] | None = None,
    simplify: bool = False,
) -> object:
    """Stand in for `Compositor.render_update`: leave what has changed to be drawn later."""
    return _render_update(compositor, full, screen_stack, simplify) if full else None
