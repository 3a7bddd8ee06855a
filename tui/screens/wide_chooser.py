"""A chooser over nearly all of the screen, for rows that say much."""

from __future__ import annotations

from tui.screens.chooser import Chooser


class WideChooser(Chooser):
    """A list that is narrowed down by typing, as wide and high as there is room."""

    CSS_PATH = "wide_chooser.tcss"
