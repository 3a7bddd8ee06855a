"""Files of imaginary sites and people, beside each what a right reading of it gives."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from content.document import Document


def told_of(file: Path) -> dict[str, Any]:
    """Return what a right reading of a file gives: the table of the same name beside it."""
    return tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))


def read_credits(document: Document) -> tuple[str, tuple[str, ...], str | None, str | None]:
    """Return title, people, medium and date of a document."""
    return document.title, document.byline, document.source, document.date


def told_credits(told: dict[str, Any]) -> tuple[str, tuple[str, ...], str | None, str | None]:
    """Return the same as they are told."""
    return told["title"], tuple(told.get("byline", ())), told.get("source"), told.get("date")


def of_kind(document: Document, kind: str) -> list[str]:
    """Return the texts of the passages of a kind."""
    return [passage.text for passage in document.passages if passage.kind == kind]
