"""Queries for one name or theme, written so that they are read whole."""

from __future__ import annotations

from content.search.operators import as_value


def filter_for(key: str, name: str) -> str:
    """Return the query for what is called so: `theme:cloud`, `entity:"Pony Ma"`."""
    return f"{key}:{as_value(name) or name}"
