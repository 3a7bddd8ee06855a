"""Footnotes, which CommonMark does not know: `[^1]: what it says`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_DEFINITION = re.compile(r"\[\^(?P<label>[^\]\s]{1,40})\]:[ \t]*")


def footnotes(parser: MarkdownIt) -> None:
    """Have a parser make a `footnote` of each definition: a token with its label and its inline text."""
    parser.block.ruler.before("reference", "footnote", _rule, {"alt": ["paragraph", "reference"]})


def _rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    found = _DEFINITION.match(_line(state, start))
    if found is None:
        return False
    if silent:
        return True
    content = [_line(state, start)[found.end() :]]
    line = start + 1
    while line < end and not _begins_another(state, line):
        content.append(_line(state, line))
        line += 1
    state.line = line
    opening = state.push("footnote_open", "", 1)
    opening.info = found["label"]
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(content).strip()
    inline.map = [start, line]
    inline.children = []
    state.push("footnote_close", "", -1)
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _begins_another(state: StateBlock, line: int) -> bool:
    """Tell whether a line is no more of the note: blank with no indented line behind, or a note itself."""
    if state.isEmpty(line):
        return (
            line + 1 >= state.lineMax
            or state.isEmpty(line + 1)
            or state.sCount[line + 1] < state.blkIndent + 2
        )
    return bool(_DEFINITION.match(_line(state, line)))
