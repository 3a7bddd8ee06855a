"""A page's own lines around the article: buttons, counts, disclaimers, lists of other articles.

They are taken away from the outside in, as a block at the head and one at the tail, and never from the
middle: an article may well speak of 分享 or 类似文章.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from content.reading.lines import ends_sentence
from content.reading.patterns import one_of, shape, words

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAIL = 120
"""In paragraphs: how far from the end a page's own lines are looked for."""

_LONGEST = 400
_LONGEST_LINK = 40
_LONGEST_BUTTONS = 80
_OUTSIDERS = 2
"""How many paragraphs behind an end mark may be of no known kind, beside the lines that are known."""

_BETWEEN_BUTTONS = re.compile(r"[\s\d|｜丨/／·•>»›＞,，、()（）\[\]【】:：+\-—★☆]+")

# What the tail of a page is made of, in letters of `_class_of`: buttons and lines of chrome with the everyday
# words among them, a publisher's words about itself between two such lines, and lists with their links. The
# lists take all they can and give nothing back: buttons could belong to them or not, in a million ways.
_BLOCK = re.compile(r"(?:[Bw]|Cs{0,2}|(?<=[BCL])p(?=[BCL])|L(?:[BCLsw]|p(?=[BCLsw]))*+)+$")


def is_chrome(line: str) -> bool:
    """Tell whether a line, taken alone, can only be a page's own."""
    return _class_of(line) in "BCL"


def is_everyday_button(line: str) -> bool:
    """Tell whether a line is made of words that are buttons on a page and plain words elsewhere."""
    return _class_of(line) == "w"


def tail_start(paragraphs: Sequence[str]) -> int:
    """Return the index of the first paragraph that belongs to the page and no more to the article.

    That is the end mark, where known lines of chrome (or nothing) follow it; otherwise the topmost of the
    known lines that reach to the end. Returns `len(paragraphs)` where nothing of the page follows.
    """
    first = max(0, len(paragraphs) - _TAIL)
    classes = "".join(map(_class_of, paragraphs[first:]))
    for end in (index for index, each in enumerate(classes) if each == "E"):
        after = classes[end + 1 :]
        if not after or (re.search("[BCL]", after) and "k" not in after and after.count("x") <= _OUTSIDERS):
            return first + end
    block = _BLOCK.search(classes)
    return first + block.start() if block and re.search("[BCL]", block[0]) else len(paragraphs)


def _class_of(line: str) -> str:
    """Return one letter for what a line is.

    B buttons, w everyday words, C another line of chrome, L the head of a list of links, E an end mark,
    k what belongs to the text behind an end mark, p a publisher's words about itself, s short as a link,
    x anything else.
    """
    if len(line) > _LONGEST:
        return "x"
    if shape("chrome", "lists").fullmatch(line):
        return "L"
    if len(line) <= _LONGEST_BUTTONS and (buttons := _button_class(line)):
        return buttons
    for letter, key in (("E", "ends"), ("k", "belongs"), ("C", "counts"), ("C", "lines"), ("p", "blurbs")):
        if shape("chrome", key).fullmatch(line):
            return letter
    return "s" if len(line) <= _LONGEST_LINK and not ends_sentence(line) else "x"


def _button_class(line: str) -> str | None:
    labels = [label for label in _BETWEEN_BUTTONS.split(line) if label]
    if not labels or not all(_buttons().fullmatch(label) for label in labels):
        return None
    return "B" if any(label in words("chrome", "buttons") for label in labels) else "w"


@cache
def _buttons() -> re.Pattern[str]:
    # Atomic: 发表评论 may be cut in more ways than one, and a row of it in a million.
    return re.compile(f"(?>(?:{one_of('chrome', 'buttons')}|{one_of('chrome', 'everyday')})+)")
