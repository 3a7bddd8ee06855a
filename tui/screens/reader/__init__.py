"""The reader: the article between its panes, and what each part of it decides."""

from tui.screens.reader.screen import ReaderScreen

__all__ = ["ReaderScreen"]
