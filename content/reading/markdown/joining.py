"""Lines of the source to paragraphs: joined where they were only wrapped, kept where they were meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from content.reading.lines import ends_sentence
from content.reading.markdown.inline import Line
from content.reading.metadata import read_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Kind

_LONGEST_VERSE = 24
_SHORTEST_VERSE = 3
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u201c\u201d\u2018\u2019…—\U00020000-\U0003ffff"
_BETWEEN_WIDE = re.compile(rf"[{_WIDE}]{{2}}")
_ITEM = re.compile(r"(?:[•·●○▪■◆▲△▼①-⑳]|[(（\[［【]?\d{1,2}[)）\]］】.、])\s*\S")


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Kind, Line]]:
    """Make paragraphs of the lines of one paragraph of the source.

    Markdown says that a line break is a space, and most who write Chinese in it mean it as one: so it is one
    between lines that end sentences or are short as verse, and nothing between lines that were wrapped.
    """
    for group in _groups(lines):
        if len(group) >= _SHORTEST_VERSE and all(len(each.text) <= _LONGEST_VERSE for each in group):
            kind: Kind = "body" if _are_meant(group, verse_too=False) else "verse"
            yield from ((kind, each) for each in group)
        elif _are_meant(group):
            yield from (("body", each) for each in group)
        else:
            yield "body", _joined(group)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide lines at those that are only a picture, and long ones where they break on purpose."""
    group: list[Line] = []
    for line in lines:
        if not line.text:
            if group:
                yield group
            yield [line]
            group = []
            continue
        group.append(line)
        if line.hard and len(line.text) > _LONGEST_VERSE:
            yield group
            group = []
    if group:
        yield group


def _are_meant(group: Sequence[Line], *, verse_too: bool = True) -> bool:
    """Tell whether each line of several is a paragraph."""
    if len(group) < 2:
        return False
    if all(line.hard for line in group[:-1]) and verse_too:
        return True
    if all(ends_sentence(line.text) for line in group[:-1]) and verse_too:
        return True
    return all(_ITEM.match(line.text) for line in group[1:]) or all(
        read_metadata(line.text) is not None for line in group
    )


def _joined(group: Sequence[Line]) -> Line:
    whole = Line(group[0].text, group[0].bold, group[0].letters, group[-1].hard, [*group[0].pictures])
    for before, line in pairwise(group):
        touching = _BETWEEN_WIDE.fullmatch(before.text[-1:] + line.text[:1])
        whole.text += ("" if touching else " ") + line.text
        whole.bold += line.bold
        whole.letters += line.letters
        whole.pictures += line.pictures
    return whole
