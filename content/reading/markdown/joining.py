"""Lines of the source to paragraphs: joined where they were only wrapped, kept where they were meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from content.reading.lines import ends_sentence
from content.reading.markdown.about import about
from content.reading.markdown.inline import Line
from content.reading.seams import seam

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.document import Kind

_LONGEST_VERSE = 24
_NARROWEST = 12
_WITHIN = re.compile("[。！？；][^」』”’）)]")  # a sentence that ends within a line
_ITEM = re.compile(r"(?:[•·●○▪■◆▲△▼①-⑳]|[(（\[［【]?\d{1,2}[)）\]］】.、])\s*\S")


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[Kind, Line]]:
    """Make paragraphs of the lines of one paragraph of the source.

    Markdown says that a line break is a space, and most who write Chinese in it mean it as one: so it is one
    between lines that end sentences or are short as verse, and nothing between lines that were wrapped.
    """
    for group in _groups(lines):
        if _are_meant(group):
            yield from (("body", each) for each in group)
        elif _is_verse(group):
            yield from (("verse", each) for each in group)
        else:
            yield "body", _joined(group)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Divide lines: a picture alone, neighbours that say something about the text, a long line's own end."""
    telling = [bool(line.text) and about(line.text) is not None for line in lines]
    group: list[Line] = []
    for index, line in enumerate(lines):
        beside = any(telling[max(0, index - 1) : index]) or any(telling[index + 1 : index + 2])
        if not line.text or (telling[index] and beside):
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


def _are_meant(group: Sequence[Line]) -> bool:
    """Tell whether each line of several is a paragraph: a sentence, or an item of a list."""
    if len(group) < 2:
        return False
    if all(ends_sentence(line.text) for line in group[:-1]):
        return True
    return all(_ITEM.match(line.text) for line in group[1:])


def _is_verse(group: Sequence[Line]) -> bool:
    """Tell whether several short lines are verse, and no prose that was wrapped at a narrow width."""
    if len(group) < 2 or any(len(line.text) > _LONGEST_VERSE for line in group):
        return False
    if all(line.hard for line in group[:-1]):
        return True
    if len(group) == 2 and group[0].text.endswith(("，", "、", ",")):
        return False
    lengths = [len(line.text) for line in group[:-1]]
    wrapped = min(lengths) >= _NARROWEST and max(lengths) - min(lengths) <= 1
    return not wrapped and not any(_WITHIN.search(line.text) for line in group)


def _joined(group: Sequence[Line]) -> Line:
    whole = Line(group[0].text, group[0].bold, group[0].letters, group[-1].hard, [*group[0].pictures])
    for before, line in pairwise(group):
        whole.text += seam(before.text, line.text) + line.text
        whole.bold += line.bold
        whole.letters += line.letters
        whole.pictures += line.pictures
    return whole
