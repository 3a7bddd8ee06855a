"""Queries become hits."""

from content.search.completing import Completion
from content.search.hits import Hit, Match, Result
from content.search.index import SearchIndex

__all__ = ["Completion", "Hit", "Match", "Result", "SearchIndex"]
