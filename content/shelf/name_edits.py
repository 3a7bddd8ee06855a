"""What the reader changed about names, in the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from content.scrub import scrub_line
from content.shelf.records import NameEdit, new_id, words_from_json, words_to_json

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from content.shelf.records import NameAction

_COLUMNS = "id, document, action, name, value, forms"
# S608 in both: only our own column names are put together.
SELECT = f"SELECT {_COLUMNS} FROM name_edit"  # noqa: S608
_PUT = f"""INSERT INTO name_edit ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO NOTHING"""  # noqa: S608
ORDER = "ORDER BY id"


def append(connection: sqlite3.Connection, edit: NameEdit) -> NameEdit:
    """Store what was changed and return it; without an id it gets one behind all others."""
    if not edit.id:
        last, identity = connection.execute("SELECT max(id) FROM name_edit").fetchone()[0], new_id()
        # The same millisecond, or a clock that was set back.
        edit = replace(edit, id=identity if not last or identity > last else _next(last))
    edit = _clean(edit)
    put(connection, edit)
    return edit


def put(connection: sqlite3.Connection, edit: NameEdit) -> bool:
    """Store what was changed; False where it is there already: nothing ever changes in it."""
    edit = _clean(edit)
    values = (edit.id, edit.document, edit.action, edit.name, edit.value, words_to_json(edit.forms))
    return connection.execute(_PUT, values).rowcount > 0


def remove(connection: sqlite3.Connection, identity: str) -> bool:
    """Take a change back; False where it is gone already."""
    return connection.execute("DELETE FROM name_edit WHERE id = ?", (identity,)).rowcount > 0


def _next(identity: str) -> str:
    """Return the id behind another. They sort as strings: behind the last of a length comes a longer one."""
    following = f"{int(identity, 16) + 1:0{len(identity)}x}"
    return following if len(following) == len(identity) else f"{identity}0"


def of_documents(documents: Sequence[str]) -> str:
    """Return the condition for the changes everywhere and those in so many documents, named by digest."""
    return f"WHERE document IS NULL OR document IN ({', '.join('?' * len(documents))})"


def from_row(row: tuple[str, str | None, NameAction, str, str, str]) -> NameEdit:
    """Read a change back, scrubbed: somebody else may have written the file."""
    identity, document, action, name, value, forms = row
    return _clean(NameEdit(identity, document, action, name, value, words_from_json(forms)))


def _clean(edit: NameEdit) -> NameEdit:
    """Scrub what was typed; a name is one line without spaces around it, a form is said once."""
    forms = dict.fromkeys(scrub_line(form).strip() for form in edit.forms)
    return replace(
        edit,
        name=scrub_line(edit.name).strip(),
        value=scrub_line(edit.value).strip(),
        forms=tuple(form for form in forms if form),
    )
