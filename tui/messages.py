"""What widgets tell the screen; the screen decides, widgets never call each other."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass(eq=False, repr=False)
class ReadingMoved(Message):
    """The reading line came to stand on the row that begins at `offset` of the document's text."""

    offset: int


@dataclass(eq=False, repr=False)
class RowChosen(Message):
    """Enter or a click chose a row: go there and leave the list."""

    list_id: str
    key: str


@dataclass(eq=False, repr=False)
class RowShown(Message):
    """Space, or moving in a list that previews, shows a row without leaving the list."""

    list_id: str
    key: str


@dataclass(eq=False, repr=False)
class RowDeleted(Message):
    """The key that deletes was pressed on a row."""

    list_id: str
    key: str


@dataclass(eq=False, repr=False)
class EditAsked(Message):
    """The key that edits was pressed on a row, or in a list without rows: then the key is ""."""

    list_id: str
    key: str


@dataclass(eq=False, repr=False)
class DetailsAsked(Message):
    """The right button asks about a row, which is under the cursor now."""

    list_id: str
    key: str


@dataclass(eq=False, repr=False)
class TabTurned(Message):
    """Left or right in a list asks for the tab `step` places on."""

    step: int


@dataclass(eq=False, repr=False)
class TabChosen(Message):
    """A tab of the side pane was clicked."""

    tab: str


@dataclass(eq=False, repr=False)
class TabShown(Message):
    """The side pane turned to another tab."""

    tab: str


@dataclass(eq=False, repr=False)
class FilterAsked(Message):
    """A list asks for its filter box."""

    list_id: str


@dataclass(eq=False, repr=False)
class FilterChanged(Message):
    """The text in a list's filter box changed."""

    text: str


@dataclass(eq=False, repr=False)
class FilterGiven(Message):
    """Enter was pressed in a list's filter box."""

    text: str


@dataclass(eq=False, repr=False)
class QueryChanged(Message):
    """The text in the search box changed."""

    query: str


@dataclass(eq=False, repr=False)
class QueryGiven(Message):
    """Enter was pressed in the search box: stay at the hit that is shown."""

    query: str


@dataclass(eq=False, repr=False)
class PasteCut(Message):
    """A box took only the beginning of what was pasted; it holds `longest` characters."""

    longest: int
