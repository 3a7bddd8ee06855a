"""A plain text's lines: the paragraphs among them, and where a new part begins without a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# `***`, `- - -`, `◇◇◇`: a rule across the page. A dash alone may be the dash of a dialogue.
_RULE = re.compile(r"(?:[*＊\-—–―_=~◇◆○●☆★※·•#＃+]\s*){3,}|[＊※◇◆☆★]")
_LONGEST_RULE = 80
# Where blank-looking lines stand between nearly all paragraphs they are spacing, not a division.
_PARAGRAPHS_PER_BREAK = 3


@dataclass(frozen=True, slots=True)
class Lines:
    """The paragraphs of a text, stripped; `breaks` are the indexes of those that open a new part."""

    paragraphs: list[str]
    breaks: frozenset[int]


def split_lines(lines: Sequence[str]) -> Lines:
    """Divide a text into paragraphs, one a line.

    A part ends at a rule, and at a line that holds blanks other than spaces and tabs and nothing else:
    the no-break space is how a page saved as text writes a deliberately empty paragraph.
    """
    paragraphs: list[str] = []
    rules: set[int] = set()
    empties: set[int] = set()
    for raw in lines:
        line = raw.strip()
        if not line:
            if raw.strip(" \t"):
                empties.add(len(paragraphs))
        elif len(line) <= _LONGEST_RULE and not line[0].isalnum() and _RULE.fullmatch(line):
            rules.add(len(paragraphs))
        else:
            paragraphs.append(line)
    if not paragraphs:  # rules and nothing else: they are the text then
        paragraphs = [line for line in map(str.strip, lines) if line]
        rules.clear()
    if len(empties) * _PARAGRAPHS_PER_BREAK > len(paragraphs):
        empties.clear()
    return Lines(paragraphs, frozenset((rules | empties) - {0, len(paragraphs)}))


_ITEM = re.compile(r"(?:[•·●○▪■◆‣⁃]\s*|[-*+]\s+|[(（]?\d{1,2}[)）.、]\s*(?!\d)|[①-⑳]\s*)\S")
SENTENCE_ENDS = "。！？!?…；;"
_ENDS = frozenset((*SENTENCE_ENDS, ".", "：", ":", "—"))
_CLOSING = "」』”’）)》】\"'*"
_SHORTEST_PROSE = 24


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as prose does: with a full stop or the like, or as a quotation."""
    return line.rstrip(_CLOSING)[-1:] in _ENDS or line[-1:] in ("」", "』", "”")


def is_item(line: str) -> bool:
    """Tell whether a line begins as an item of a list does: with a bullet or a number."""
    return bool(_ITEM.match(line))


def is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of prose: a sentence, and not a short one."""
    return len(line) >= _SHORTEST_PROSE and ends_sentence(line)
