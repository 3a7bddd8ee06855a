"""Who said what: direct and reported speech with its speaker."""

from content.analysis.quotes.finding import find_quotes
from content.analysis.quotes.records import Quote, QuoteKind

__all__ = ["Quote", "QuoteKind", "find_quotes"]
