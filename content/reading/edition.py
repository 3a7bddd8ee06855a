"""The bundled edition: data of the package, made into a document."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.reading.assembly import Break, Part, assemble

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from content.document import Document

_ARTICLE = Path(__file__).parents[1] / "edition" / "article.toml"


def read_edition(data: str | None = None) -> Document:
    """Read the bundled edition, or `data` in the same TOML form.

    The form: `title`, `source`, `writer` (of what is retold), `date`, `notice`, `opening` (a title for
    what stands before the first heading; taken from its text when left out), and `[[sections]]` with
    `title` (left out for the opening) and `passages`, each a string or a table of `kind` and `text`.
    """
    told = tomllib.loads(data if data is not None else _bundled())
    return assemble(
        _parts(told),
        title=told["title"],
        source=told.get("source"),
        date=told.get("date"),
        edition=True,
        retold_writer=told.get("writer"),
    )


def _bundled() -> str:
    return _ARTICLE.read_text(encoding="utf-8")


def _parts(told: Mapping[str, Any]) -> Iterator[Part | Break]:
    yield Break(told.get("opening"))
    yield Part("notice", told["notice"])
    for section in told["sections"]:
        if title := section.get("title"):
            yield Part("heading", title, 1)
        for passage in section["passages"]:
            yield (
                Part("body", passage) if isinstance(passage, str) else Part(passage["kind"], passage["text"])
            )
