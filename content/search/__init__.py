"""Queries become hits."""

from content.search.hits import Hit, Match, Result
from content.search.index import SearchIndex

__all__ = ["Hit", "Match", "Result", "SearchIndex"]
