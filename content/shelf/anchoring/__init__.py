"""Where a bookmark stands in a text that has changed since it was made."""

from content.shelf.anchoring.anchoring import Anchor, Anchoring, State

__all__ = ["Anchor", "Anchoring", "State"]
