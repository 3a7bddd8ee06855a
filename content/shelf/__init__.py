"""What the reader keeps and what cannot be made again."""

from content.shelf.anchoring import Anchor, Anchoring, State
from content.shelf.problems import Problem, ShelfError
from content.shelf.problems import Reason as ShelfReason
from content.shelf.records import NO_FILE, Bookmark, Correction, KeptDocument, Place, Setting
from content.shelf.shelf import Shelf

__all__ = [
    "NO_FILE",
    "Anchor",
    "Anchoring",
    "Bookmark",
    "Correction",
    "KeptDocument",
    "Place",
    "Problem",
    "Setting",
    "Shelf",
    "ShelfError",
    "ShelfReason",
    "State",
]
