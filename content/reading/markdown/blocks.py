"""Markdown to blocks, by markdown-it-py: what CommonMark knows, with tables, footnotes and strikethrough."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from content.reading.lines import ends_sentence, is_prose
from content.reading.markdown.block import Block
from content.reading.markdown.footnotes import footnotes
from content.reading.markdown.inline import Line, lines_of
from content.reading.markdown.joining import paragraphs
from content.reading.markdown.raw import BETWEEN_CELLS, raw_blocks
from content.reading.spacing import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_DEEPEST = 100
"""Blocks within blocks; what is deeper would be left out."""

_MOST_BRACKETS = 1000
"""In one paragraph: the search for the end of each link would go through all the others."""

_LONGEST_HEADING = 120
_HAN = re.compile("[\u3400-\u9fff]")
_TASK = re.compile(r"\[( |x|X)\]\s+")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.validateLink = _any_address  # type: ignore[method-assign,assignment]  # a hook made to be replaced
    parser.enable(["table", "strikethrough"]).disable("inline")  # which `_lines` does, where it is bearable
    return parser.use(footnotes)


def _any_address(_address: str) -> bool:
    """Accept every link as one: only its words are kept, and nothing is opened."""
    return True


def blocks(text: str) -> Iterator[Block]:
    """Return the blocks of a text in reading order; of code each line is one, of a table each row."""
    known: dict[str, Any] = {}  # the addresses of its links, by their labels
    reading = _Reading(known)
    for token in _parser().parse(text, known):
        yield from reading.read(token)


def _lines(content: str, known: dict[str, Any]) -> list[Line]:
    if content.count("[") > _MOST_BRACKETS:
        return [Line(line) for line in map(str.strip, content.split("\n")) if line]
    children: list[Token] = []
    parser = _parser()
    parser.inline.parse(content, parser, known, children)
    return lines_of(children)


class _Reading:
    """What stands around the next paragraph."""

    def __init__(self, known: dict[str, Any]) -> None:
        self._known = known
        self._lists: list[str] = []  # the kind of each list around it
        self._mark = ""
        self._quotes = 0
        self._heading: Token | None = None
        self._note: str | None = None
        self._cells: list[str] | None = None

    def read(self, token: Token) -> Iterator[Block]:
        """Read a token of the parser."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token.type)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                ordered = self._lists[-1] == "ordered_list_open"
                self._mark = f"{token.info}{token.markup} " if ordered else ""  # the screen draws a bullet
            case "blockquote_open" | "blockquote_close":
                self._quotes += token.nesting
            case "heading_open":
                self._heading = token
            case "heading_close":
                self._heading = None
            case "footnote_open":
                self._note = token.info
            case "footnote_close":
                self._note = None
            case "tr_open":
                self._cells = []
            case "tr_close":
                yield from _row(self._cells or [])
                self._cells = None
            case "inline":
                yield from self._inline(token)
            case "fence":
                yield from _kept(token.content)
            case "code_block":
                yield from self._indented(token.content)
            case "hr":
                yield Block("rule", "")
            case "html_block":
                yield from raw_blocks(token.content)
            case _:
                pass

    def _inline(self, token: Token) -> Iterator[Block]:
        lines = _lines(token.content, self._known)
        text = one_line("\n".join(line.text for line in lines))
        if self._cells is not None:
            self._cells.append(text)
        elif self._note is not None:
            yield Block("footnote", f"[{self._note}] {text}".strip())
        elif self._heading is not None:
            yield from self._headed(self._heading, lines, text)
        else:
            yield from self._paragraphs(lines)

    def _headed(self, heading: Token, lines: Sequence[Line], text: str) -> Iterator[Block]:
        underlined = heading.markup in ("-", "=")
        prose = len(text) > _LONGEST_HEADING or (len(lines) > 1 and underlined)
        if prose or (underlined and text.endswith(("。", "；", "，"))):  # a rule that touches the line above
            yield from self._paragraphs(lines)
            yield Block("rule", "")
        else:
            yield from (Block("picture", words) for line in lines for words in line.pictures)
            if text:
                yield Block("heading", text, level=int(heading.tag[1]))

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[Block]:
        for kind, line in paragraphs(lines):
            yield from (Block("picture", words) for words in line.pictures)
            text, mark = line.text, ""
            if not text:
                continue
            if self._lists:
                kind, mark, self._mark = "list", self._mark, ""
                if task := _TASK.match(text):
                    mark, text = ("☐ " if task[1] == " " else "☑ "), text[task.end() :]
            elif self._quotes and kind == "body":
                kind = "pullquote"
            yield Block(kind, text, bold=line.all_bold, mark=mark)

    def _indented(self, content: str) -> Iterator[Block]:
        """Read lines that are indented as code is, and as some indent the paragraphs of Chinese."""
        if any(_HAN.match(line.strip()) and ends_sentence(line.strip()) for line in content.split("\n")):
            for line in content.split("\n"):
                yield from self._paragraphs(_lines(line.strip(), self._known))
        else:
            yield from _kept(content)


def _row(cells: Sequence[str]) -> Iterator[Block]:
    if is_prose(cells[0]) and not any(cells[1:]):  # a paragraph that touches the table
        yield Block("body", cells[0])
    elif any(cells):
        yield Block("table", BETWEEN_CELLS.join(cells).strip())


def _kept(content: str) -> Iterator[Block]:
    for line in content.split("\n"):
        if line.strip():
            yield Block("verse", line.expandtabs(4).rstrip())
