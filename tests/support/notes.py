"""The note dialog, opened as a reader does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.note import NoteScreen

if TYPE_CHECKING:
    from reading import Reader


async def open_note(reader: Reader) -> NoteScreen:
    """Open the note of the bookmark that is meant."""
    await reader.press("m")
    await reader.settle()
    dialog = reader.app.screen
    assert isinstance(dialog, NoteScreen)
    return dialog
