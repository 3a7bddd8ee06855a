"""Judged sentences: texts made up for this project with the figures and checks that a reader finds there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from small_documents import document_of

if TYPE_CHECKING:
    from content.analysis.checks import Check
    from content.analysis.figures import Figure
    from content.document import Document

FOLDER = Path(__file__).resolve().parents[1] / "content" / "analysis" / "judged"
ANY = "any"
_MAGNITUDES = {"万": 10**4, "亿": 10**8, "": 1}


@dataclass(frozen=True, slots=True)
class ExpectedFigure:
    """A figure as it is written down: `14.48 亿元 = 1448000000 CNY @2017 ~超过`."""

    text: str
    value: float | None
    unit: str | None
    period: str | None
    qualifier: str | None

    def fits(self, figure: Figure) -> bool:
        """Whether a figure is the expected one; the period counts only where one was written down."""
        same = figure.value == self.value or (
            figure.value is not None
            and self.value is not None
            and abs(figure.value - self.value) < 1e-9 * self.value
        )
        found = (figure.text, figure.unit, figure.qualifier, figure.period)
        period = figure.period if self.period == ANY else self.period
        return same and found == (self.text, self.unit, self.qualifier, period)


@dataclass(frozen=True, slots=True)
class ExpectedCheck:
    """A check as it is written down: `261.1 % -> true (261.1)`."""

    stated: float | None
    holds: bool | None
    computed: float | None

    def fits(self, check: Check) -> bool:
        """Whether a check is the expected one; the computed value counts where one was written down."""
        if (check.stated, check.holds) != (self.stated, self.holds):
            return False
        return self.computed is None or (
            check.computed is not None and abs(check.computed - self.computed) < 0.01
        )


def figure(line: str) -> ExpectedFigure:
    """Read the line of a figure."""
    text, rest = line.split(" = ")
    value, unit, *marks = rest.split(" ")
    period: str | None = ANY
    qualifier = None
    for mark in marks:
        if mark[0] == "@":
            period = None if mark == "@-" else mark[1:]
        else:
            qualifier = mark[1:]
    return ExpectedFigure(
        text, None if value == "-" else float(value), None if unit == "-" else unit, period, qualifier
    )


def check(line: str) -> ExpectedCheck:
    """Read the line of a check."""
    found = re.fullmatch(r"([\d.]+|-) (万|亿)?\S+ -> (true|false|null)(?: \(([\d.]+)\))?", line)
    assert found, line
    size = _MAGNITUDES[found[2] or ""]
    computed = None if found[4] is None else float(found[4]) * size
    stated = None if found[1] == "-" else round(float(found[1]) * size, 6)
    return ExpectedCheck(stated, {"true": True, "false": False, "null": None}[found[3]], computed)


def read(name: str) -> dict[str, Any]:
    """Return a judged file."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def cases(name: str) -> list[tuple[Document, list[str]]]:
    """Return the sentences of a judged file, each as a document, with the lines of what stands in it."""
    told = read(name)
    usual = told.pop("date")
    return [
        (document_of(text, date=section.get("date", usual) or None), lines)
        for section in told.values()
        for text, *lines in section["cases"]
    ]
