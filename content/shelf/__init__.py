"""What the reader keeps and what cannot be made again."""

from content.shelf.anchoring import Anchor, Anchoring, State
from content.shelf.problems import Problem, ShelfError
from content.shelf.problems import Reason as ShelfReason
from content.shelf.records import (
    NO_EDITS,
    NO_FILE,
    Bookmark,
    Correction,
    Edits,
    KeptDocument,
    NameEdit,
    OwnTheme,
    Place,
    Setting,
)
from content.shelf.shelf import Shelf

__all__ = [
    "NO_EDITS",
    "NO_FILE",
    "Anchor",
    "Anchoring",
    "Bookmark",
    "Correction",
    "Edits",
    "KeptDocument",
    "NameEdit",
    "OwnTheme",
    "Place",
    "Problem",
    "Setting",
    "Shelf",
    "ShelfError",
    "ShelfReason",
    "State",
]
