"""The forms in which bookmarks are taken away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from content.shelf.exporting.annotations import write_annotations
from content.shelf.exporting.markdown import write_markdown
from content.shelf.exporting.plain import write_plain
from content.shelf.exporting.table import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.records import Edits


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A form: its id, the suffix of its files, and what writes it.

    `coding` is the file's: spreadsheets take a table without a byte order mark for their old encoding.
    """

    id: str
    suffix: str
    write: Callable[[Sequence[Excerpt]], str]
    coding: str = "utf-8"


FORMATS: Mapping[str, ExportFormat] = {
    each.id: each
    for each in (
        ExportFormat("markdown", ".md", write_markdown),
        ExportFormat("csv", ".csv", write_table, "utf-8-sig"),
        ExportFormat("jsonld", ".jsonld", write_annotations),
        ExportFormat("text", ".txt", write_plain),
    )
}


def with_edits(form: ExportFormat, edits: Edits) -> ExportFormat:
    """Return a form that takes the reader's edits away too; only annotations have a place for them."""
    return replace(form, write=partial(write_annotations, edits=edits)) if form.id == "jsonld" else form
