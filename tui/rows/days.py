"""When something was, in as few words as tell it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tui.strings import Language, say


def today() -> date:
    """Return the day it is where the reader is."""
    return datetime.now().astimezone().date()


def day_words(moment: str, now: date, language: Language) -> str:
    """Say on which day a moment (ISO 8601) was, seen from the day `now`: 今天, 昨天, 11-20, 2025-03-02.

    Returns "" for what is no moment.
    """
    try:
        told = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    day = (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone().date()
    if (now - day).days in (0, 1):
        return say(language, "library.yesterday" if now > day else "library.today")
    return day.strftime("%m-%d") if day.year == now.year else day.isoformat()
