"""HTML that stands between the lines of Markdown: its tags go, its text stays."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from content.reading.element_kinds import tables, tags
from content.reading.markdown.block import Block
from content.reading.spacing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.document import Kind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
BETWEEN_CELLS = " | "
_DEEPEST = 50
_READINGS = ("rt", "rtc")  # what stands above a word, here often what it is called elsewhere
_CELL = "\x1f"  # where a cell begins: no text that was scrubbed holds it


@cache
def _kinds() -> dict[str, Kind]:
    return {**tables()["kinds"], "pre": "verse"}


def _is_inline(name: str) -> bool:
    return name in tags("inline") or name in ("rt", "rp", "rtc")


def raw_blocks(markup: str) -> Iterator[Block]:
    """Return the paragraphs, rows and pictures of a piece of HTML, each on one line."""
    from content.reading.html.tokens import tokens  # brings all that reads pages: most notes hold no HTML

    reading = _Reading()
    for token in tokens(markup):
        if token.kind == "text":
            reading.add(token.value)
        elif token.kind == "open":
            yield from reading.open(token.value, token.attributes)
        else:
            yield from reading.close(token.value)
    yield from reading.end()


class _Reading:
    """The paragraph that is being read, and the elements around it that say what it is."""

    def __init__(self) -> None:
        self._text = ""
        self._bold = self._letters = self._in_bold = 0
        self._around: list[str] = []
        self._silent = ""

    def add(self, text: str) -> None:
        if self._silent:
            return
        self._text += text
        letters = len("".join(text.split()))
        self._letters += letters
        self._bold += letters if self._in_bold else 0

    def open(self, name: str, attributes: dict[str, str]) -> Iterator[Block]:
        if self._silent:
            return
        if name in tags("skipped") and name not in _READINGS:
            self._silent = name
        elif name in tags("bold"):
            self._in_bold += 1
        elif name == "img":
            yield from self.end()
            yield Block("picture", one_line(attributes.get("title") or attributes.get("alt") or ""))
        elif name == "hr":
            yield from self.end()
            yield Block("rule", "")
        elif name in _READINGS:
            self._text += "（"
        elif name in ("td", "th"):
            self._text += _CELL
        elif not _is_inline(name) and not ("tr" in self._around and name != "tr"):
            yield from self.end()
        if (name in _kinds() or name in _HEADINGS) and len(self._around) < _DEEPEST:
            self._around.append(name)

    def close(self, name: str) -> Iterator[Block]:
        if self._silent:
            self._silent = "" if name == self._silent else self._silent
            return
        if name in tags("bold"):
            self._in_bold = max(0, self._in_bold - 1)
        elif name in _READINGS:
            self._text += "）"
        elif not _is_inline(name) and not ("tr" in self._around and name != "tr"):
            yield from self.end()
        if name in self._around:
            del self._around[len(self._around) - 1 - self._around[::-1].index(name) :]

    def end(self) -> Iterator[Block]:
        """End the paragraph."""
        text, bold = self._text, self._bold > 1 and self._letters - self._bold <= 1
        self._text, self._bold, self._letters = "", 0, 0
        level = next((_HEADINGS[name] for name in self._around if name in _HEADINGS), None)
        kind: Kind = next((_kinds()[name] for name in reversed(self._around) if name in _kinds()), "body")
        if kind == "verse":
            for line in text.split("\n"):
                if line.strip():
                    yield Block("verse", line.expandtabs(4).rstrip())
            return
        cells = [" ".join(cell.split(" ")).strip() for cell in " ".join(text.split("\n")).split(_CELL)]
        cells = cells[1:] if len(cells) > 1 and not cells[0] else cells
        text = BETWEEN_CELLS.join(cells).strip()
        if text.strip("| \u3000\u00a0"):
            yield Block("heading", text, level) if level else Block(kind, text, bold=bold)
