"""The reader's own themes, in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub_line
from content.shelf.records import OwnTheme, now, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3

SELECT = "SELECT id, name, words, modified FROM theme"
ORDER = "ORDER BY rowid"  # a theme that is changed keeps its place


def put(connection: sqlite3.Connection, theme: OwnTheme) -> None:
    """Store a theme instead of the one of its id."""
    theme = _clean(theme)
    connection.execute(
        """INSERT INTO theme (id, name, words, modified) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
        SET name = excluded.name, words = excluded.words, modified = excluded.modified""",
        (theme.id, theme.name, words_to_json(theme.words), theme.modified or now()),
    )


def take_over(connection: sqlite3.Connection, theme: OwnTheme) -> bool:
    """Store a theme made elsewhere; of the same one the later state stays. False where there was one."""
    kept = find(connection, theme.id)
    if kept is None or kept.modified < theme.modified:
        put(connection, theme)
    return kept is None


def find(connection: sqlite3.Connection, identity: str) -> OwnTheme | None:
    """Return the theme with that id, or None."""
    row = connection.execute(f"{SELECT} WHERE id = ?", (_identity(identity),)).fetchone()
    return row and from_row(row)


def remove(connection: sqlite3.Connection, identity: str) -> OwnTheme | None:
    """Take a theme away; return what it was, or None where there is none of that id."""
    theme = find(connection, identity)
    connection.execute("DELETE FROM theme WHERE id = ?", (_identity(identity),))
    return theme


def take_back(
    connection: sqlite3.Connection, identity: str, wrote: OwnTheme | None, before: OwnTheme | None
) -> bool:
    """Have a theme be what it was before; False where it is not as it was written, and then it stays.

    None for `wrote` is that it was removed, for `before` that there was none.
    """
    if find(connection, identity) != (wrote and _clean(wrote)):
        return False
    if before:
        put(connection, before)
    else:
        remove(connection, identity)
    return True


def _clean(theme: OwnTheme) -> OwnTheme:
    """Scrub what was typed; a word is said once."""
    words = dict.fromkeys(scrub_line(word).strip() for word in theme.words)
    kept = tuple(word for word in words if word)
    return OwnTheme(_identity(theme.id), scrub_line(theme.name).strip(), kept, theme.modified)


def _identity(typed: str) -> str:
    """Return an id as it is stored."""
    return scrub_line(typed).strip()


def from_row(row: tuple[str, str, str, str]) -> OwnTheme:
    """Read a theme back, scrubbed."""
    identity, name, words, modified = row
    return OwnTheme(scrub_line(identity), scrub_line(name), words_from_json(words), modified)
