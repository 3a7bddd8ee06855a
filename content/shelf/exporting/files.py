"""An export into a file: one of ours is written anew, one that is not is never touched."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from content.shelf.exporting.markdown_updating import Updated, is_ours, update_markdown
from content.shelf.problems import ShelfError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.exporting.formats import ExportFormat
    from content.shelf.shelf import Shelf

ExportReason: TypeAlias = Literal["not_ours", "no_file", "unwritable"]

_EXPORTED, _MOST = "exported", 500  # the setting that holds digests of files, the latest last; of so many


class ExportFailure(Exception):  # noqa: N818 - as ImportFailure
    """Nothing was written.

    not_ours: a file that is not ours stands there, or one of ours that was changed since. no_file: what
    stands there is no file. unwritable: `detail` is what the system said.
    """

    def __init__(self, reason: ExportReason, detail: str = "") -> None:
        super().__init__(f"{reason}{f' ({detail})' if detail else ''}")
        self.reason: ExportReason = reason
        self.detail = detail


def export_to(path: Path, form: ExportFormat, excerpts: Sequence[Excerpt], shelf: Shelf) -> int:
    """Write bookmarks into a file, all at once; return how many there were left as the reader changed them.

    In Markdown the reader's own words stay, and what the reader changed in a quote. A file of another form
    is only written over while it is as an export left it, which the shelf remembers. A link is followed.

    Raises ExportFailure, having changed nothing.
    """
    try:
        existing = _existing(path)
        updated = _updated(existing, form, excerpts, shelf)
        data = updated.text.encode(form.coding)
        if data != existing:
            _replace(path.resolve(), data)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links in a circle
        detail = error.strerror or "" if isinstance(error, OSError) else ""
        raise ExportFailure("unwritable", detail) from error
    if form.id != "markdown":
        with suppress(ShelfError):  # it is written all the same; the next time it is not known
            digests = [each for each in _exported(shelf) if each != _digest(data)]
            shelf.set_setting(_EXPORTED, json.dumps([*digests, _digest(data)][-_MOST:]))
    return updated.left


def _updated(
    existing: bytes | None, form: ExportFormat, excerpts: Sequence[Excerpt], shelf: Shelf
) -> Updated:
    """Return what is to stand in a file. Raises ExportFailure where what stands there is not ours."""
    if existing is None:
        return Updated(form.write(excerpts))
    if form.id == "markdown":
        with suppress(UnicodeDecodeError):
            text = existing.decode("utf-8-sig")
            if is_ours(text):
                return update_markdown(text, excerpts)
        raise ExportFailure("not_ours")
    written = form.write(excerpts)
    if existing != written.encode(form.coding) and _digest(existing) not in _exported(shelf):
        raise ExportFailure("not_ours")
    return Updated(written)


def _existing(path: Path) -> bytes | None:
    """Return what a file holds; None where there is none or it is empty. Raises OSError, ExportFailure."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        return None
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):  # whoever reads a pipe waits for ever
        raise ExportFailure("no_file")
    data = path.read_bytes()
    return data if data.strip() else None


def _exported(shelf: Shelf) -> list[str]:
    """Return the digests of files as exports left them; none where somebody else wrote something there."""
    try:
        digests = json.loads(shelf.setting(_EXPORTED) or "[]")
    except (ValueError, RecursionError):
        return []
    return [each for each in digests if isinstance(each, str)] if isinstance(digests, list) else []


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
