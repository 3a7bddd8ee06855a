"""What a reader typed, made safe and small, in the form in which the corpus is searched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from content.chinese.variants import fold, fold_surface
from content.scrub import scrub

# No one remembers more than this of a passage; what a paste holds beyond it is not looked for.
LONGEST_LITERAL = 2_000
# Sound, spelling and words are looked for in queries of up to this many characters.
LONGEST_GUESS = 64

# A point, a stroke or a colon between two figures is part of a number; signs such as % and + are none.
_MARKS = re.compile(r"[^\w\s.,/:%+&#@$'·-]+|(?<!\d)[.,/:]+|[.,/:]+(?!\d)")


@dataclass(frozen=True)
class Query:
    """A query: `raw` as typed, `text` scrubbed and without spaces around it."""

    raw: str
    text: str

    @cached_property
    def folded(self) -> str:
        """The query in the writing of the corpus."""
        return fold(self.text)

    @cached_property
    def surface(self) -> str:
        """The query without its case, width and spaces, but in its own script."""
        return "".join(fold_surface(self.text).split())

    @cached_property
    def unmarked(self) -> Query:
        """The query without marks, each a space: 、 between two words, 。 behind one."""
        return read_query(_MARKS.sub(" ", self.folded))

    @property
    def guessable(self) -> bool:
        """Whether the query is short enough for everything beyond literal search."""
        return len(self.text) <= LONGEST_GUESS


def read_query(raw: str) -> Query:
    """Scrub and cap what was typed; never raises."""
    return Query(raw, scrub(raw[:LONGEST_LITERAL]).text.strip())


def is_han(character: str) -> bool:
    """Tell whether a character is written Chinese: 〇 or a unified ideograph."""
    return character == "〇" or "㐀" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def is_latin(character: str) -> bool:
    """Tell whether a character is a letter or digit of a script that puts spaces between words."""
    return character.isalnum() and not is_han(character)
