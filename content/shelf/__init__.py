"""What the reader keeps and what cannot be made again."""

from content.shelf.anchors import State, anchor_state
from content.shelf.problems import Problem, ShelfError
from content.shelf.problems import Reason as ShelfReason
from content.shelf.records import Bookmark, KeptDocument, Place, Setting
from content.shelf.shelf import Shelf

__all__ = [
    "Bookmark",
    "KeptDocument",
    "Place",
    "Problem",
    "Setting",
    "Shelf",
    "ShelfError",
    "ShelfReason",
    "State",
    "anchor_state",
]
