"""An export into a file: one of ours is written anew, one that is not is never touched."""

from __future__ import annotations

import csv
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.shelf.exporting.annotations import OWN
from content.shelf.exporting.markdown import is_ours, update_markdown
from content.shelf.exporting.table import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.exporting.formats import ExportFormat

ExportReason: TypeAlias = Literal["not_ours", "unwritable"]


class ExportFailure(Exception):  # noqa: N818 - as ImportFailure
    """Nothing was written: a file that is not ours stands there, or `detail` says what the system said."""

    def __init__(self, reason: ExportReason, detail: str = "") -> None:
        super().__init__(f"{reason}{f' ({detail})' if detail else ''}")
        self.reason: ExportReason = reason
        self.detail = detail


def export_to(path: Path, form: ExportFormat, excerpts: Sequence[Excerpt]) -> None:
    """Write bookmarks into a file, all at once; in Markdown the reader's own words stay.

    Raises ExportFailure, having changed nothing.
    """
    try:
        existing = _existing(path)
        if existing is None:
            written = form.write(excerpts)
        elif not _is_ours(form, existing):
            raise ExportFailure("not_ours")
        else:
            written = update_markdown(existing, excerpts) if form.id == "markdown" else form.write(excerpts)
        _replace(path, written.encode(form.coding))
    except (OSError, ValueError) as error:
        detail = error.strerror or "" if isinstance(error, OSError) else ""
        raise ExportFailure("unwritable", detail) from error


def _existing(path: Path) -> str | None:
    """Return what a file holds; None where there is none or it is empty. Raises OSError, ExportFailure."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    try:
        return data.decode("utf-8-sig") if data.strip() else None
    except UnicodeDecodeError:
        raise ExportFailure("not_ours") from None


def _is_ours(form: ExportFormat, existing: str) -> bool:
    """Tell whether a file was written by an export in this form; of plain text that cannot be told."""
    if form.id == "markdown":
        return is_ours(existing)
    if form.id == "csv":
        return next(csv.reader(existing.splitlines()), []) == list(COLUMNS)
    return form.id == "jsonld" and f'"{OWN}"' in existing


def _replace(path: Path, data: bytes) -> None:
    """Put a file in its place whole, with the permissions of the one that stood there."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mode = 0o644
        with suppress(FileNotFoundError):
            mode = path.stat().st_mode & 0o777
        unfinished.chmod(mode)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
