"""A paragraph's signs to its words: emphasis, links and tags go, what they show stays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from content.reading.spacing import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)")
_ALTERNATIVE = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SILENT = frozenset(
    ("script", "style", "rp", "svg", "iframe", "video", "audio", "button", "textarea", "template")
)

_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]")
_LINKED = re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]\n]{1,200}))?\]\]")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,500}?)(?<=\S)==")
# CommonMark asks for a blank beside some emphasis that Chinese does not write: `他说**“好”**就走了`.
_BOLD_LEFT = re.compile(r"(?<!\*)\*\*(?!\*)([^*]{1,400})(?<!\*)\*\*(?!\*)")


@dataclass(slots=True)
class Line:
    """A line of a paragraph; `pictures` are the words given for those in it, "" for none.

    `bold` counts its letters in bold type, `letters` all of them; `hard` says that it was ended on purpose.
    """

    text: str = ""
    bold: int = 0
    letters: int = 0
    hard: bool = False
    pictures: list[str] = field(default_factory=list)

    @property
    def all_bold(self) -> bool:
        """Whether nothing but a mark stands outside of its bold type."""
        return self.bold > 1 and self.letters - self.bold <= 1


def lines_of(children: Sequence[Token]) -> list[Line]:
    """Return the lines of a paragraph, each a line of the source or ended by a break."""
    lines = [Line()]
    bold, silent = 0, ""
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            lines[-1].hard = token.type == "hardbreak"
            lines.append(Line())
        elif token.type == "html_inline":
            name, opens = _tag(token.content)
            if silent:
                silent = "" if name == silent and not opens else silent
            elif opens and name in _SILENT:
                silent = name
            elif name == "br":
                lines[-1].hard = True
                lines.append(Line())
            elif name in ("b", "strong"):
                bold += 1 if opens else -1
            elif name == "rt":
                lines[-1].text += "（" if opens else "）"
            elif name == "img":
                said = _ALTERNATIVE.search(token.content)
                lines[-1].pictures.append(one_line(said[1] or said[2] or "") if said else "")
        elif token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type == "image":
            lines[-1].pictures.append(one_line(str(token.attrGet("title") or "") or token.content))
        elif token.content and not silent:
            _add(lines[-1], token, bold=bold > 0)
    for line in lines:
        line.text = " ".join(_BOLD_LEFT.sub(r"\1", line.text).split(" ")).strip(" \t\u00a0")
    return [line for line in lines if line.text or line.pictures]


def _add(line: Line, token: Token, *, bold: bool) -> None:
    text = token.content if token.type == "code_inline" else _plain(token.content)
    letters = len("".join(text.split()))
    line.text += text
    line.letters += letters
    line.bold += letters if bold else 0


def _plain(text: str) -> str:
    """Take away the signs that notebooks add to Markdown: links between notes, marks, references to notes."""
    if "[" in text:
        text = _LINKED.sub(lambda link: link[2] or link[1].partition("#")[0] or link[1], text)
        text = _NOTE.sub(r"[\1]", text)
    return _MARKED.sub(r"\1", text) if "==" in text else text


def _tag(markup: str) -> tuple[str, bool]:
    found = _TAG.match(markup)
    return (found["name"].lower(), not found["close"]) if found else ("", False)
