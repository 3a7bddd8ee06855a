"""The registry: which module reads which files, told by their bytes first and by their names after that."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol, cast

from content.reading.errors import ReadingError
from content.reading.signatures import signature

if TYPE_CHECKING:
    from collections.abc import Mapping

    from content.document import Document
    from content.reading.errors import Reason


class Reader(Protocol):
    """What reads a format: bytes in, a document out; `name` is the file's name, scrubbed, `-` for none."""

    def __call__(self, data: bytes, name: str, *, encoding: str | None) -> Document:
        """Read the bytes; raises ReadingError and nothing else."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file; `content.reading.<name>` reads it with its `read_<name>`."""

    name: str
    suffixes: tuple[str, ...]

    def reader(self) -> Reader:
        """Import the module that reads the format, and the libraries it needs with it."""
        return cast("Reader", getattr(import_module(f"content.reading.{self.name}"), f"read_{self.name}"))


PLAIN = Format("plain", (".txt", ".text"))
FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        PLAIN,
        Format("html", (".html", ".htm", ".xhtml", ".shtml")),
        Format("epub", (".epub",)),
        Format("mhtml", (".mhtml", ".mht")),
        Format("webarchive", (".webarchive",)),
        Format("docx", (".docx", ".docm")),
        Format("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd")),
    )
}
"""What is read. Anything that is no text and stands neither here nor below is read as plain text."""

_NEVER: Mapping[str, Reason] = {"pdf": "pdf", "word": "word", "picture": "picture"}
_NEVER_BY_SUFFIX = {
    **dict.fromkeys((".doc", ".dot", ".rtf", ".wps"), "word"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff", ".svg"), "picture"
    ),
    ".pdf": "pdf",
}


def format_of(data: bytes, name: str) -> Format:
    """Return the format of a file: by what its bytes are, else by its name's suffix, else plain text.

    Raises ReadingError: pdf, word, picture (never read), unsupported (archives of other sorts).
    """
    told = signature(data)
    kind = (claimed_by(name) or PLAIN.name) if told is None else told
    if told == "archive" and (suffix := claimed_by(name)) in ("epub", "docx"):
        kind = suffix  # a broken one: its reader says what is wrong with it
    if kind in _NEVER:
        raise ReadingError(_NEVER[kind], name)
    if kind in FORMATS:
        return FORMATS[kind]
    raise ReadingError("unsupported", name)  # an archive of another sort


def claimed_by(name: str) -> str | None:
    """Return what a file's suffix says that it is: a format's name, pdf, word, picture; None for others."""
    suffix = PurePath(name).suffix.lower()
    told = (each.name for each in FORMATS.values() if suffix in each.suffixes)
    return next(told, _NEVER_BY_SUFFIX.get(suffix))
