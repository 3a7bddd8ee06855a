"""People, organisations, products, places, events, media and works of any text."""

from content.analysis.entities.finding import find_entities

__all__ = ["find_entities"]
