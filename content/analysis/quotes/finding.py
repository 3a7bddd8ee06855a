"""Every quote of a document, in reading order."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING

from content.analysis.quotes.direct import Around, speech
from content.analysis.quotes.marks import Marked, marked, sentences
from content.analysis.quotes.records import Quote, Speaker
from content.analysis.quotes.reported import statements, who_answers
from content.analysis.quotes.speakers import Speakers
from content.chinese.variants import fold
from content.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from content.analysis.names import NameFinding
    from content.document import Document, Passage

_SPOKEN = ("body", "list", "pullquote", "epigraph", "footnote", "verse")
# The rules know the marks of Chinese text alone; writers put others too.
_FULL_WIDTH = str.maketrans(",:;!?", "，：；！？")
_AUTHOR = re.compile(r"[—―－-]{1,3}\s*+(?P<name>[^—―\n]{1,30}?)\s*\Z")


def find_quotes(document: Document, names: Sequence[NameFinding]) -> tuple[Quote, ...]:
    """Find direct and reported speech in a document whose names are known.

    Direct speech stands in marks, or is an epigraph. Within one kind quotes never overlap.
    """
    folded = fold(document.text).translate(_FULL_WIDTH)
    speakers = Speakers(document, folded, names)
    found: list[Quote] = []
    unclosed: Speaker | None = None
    goes_on = False
    for passage in document.passages:
        if passage.kind == "epigraph":
            found += _epigraph(document, passage, folded, speakers)
        elif passage.kind in _SPOKEN:
            quoted = list(marked(document.text, passage.start, passage.end))
            first = unclosed if goes_on and quoted and quoted[0].outer == passage.start else None
            quotes = list(_in(passage, quoted, document, folded, speakers, first))
            found += quotes
            goes_on = bool(quoted) and not quoted[-1].closed
            spoken = [each for each in quotes if each.kind == "direct"]
            unclosed = _speaker_of(spoken[-1]) if goes_on and spoken else None
    return tuple(sorted(found, key=lambda quote: quote.span))


def _in(
    passage: Passage,
    quoted: list[Marked],
    document: Document,
    folded: str,
    speakers: Speakers,
    before: Speaker | None,
) -> Iterator[Quote]:
    """Yield the quotes of a passage; one that begins with speech that goes on has the speaker `before`."""
    said: Speaker | None = before
    reported: Speaker | None = None
    waiting = deque(quoted)
    for start, end in sentences(folded, passage.start, passage.end, quoted):
        inside = []
        while waiting and waiting[0].outer < end:
            inside.append(waiting.popleft())
        spoken = False
        around = Around(folded, start, end)
        for each in inside:
            is_speech, speaker = speech(folded, each, around, speakers)
            carried = before is not None and each.outer == passage.start
            if not (is_speech or carried):
                continue
            spoken = True
            # In one paragraph one person speaks on, where nobody else is named; of whom the sentence before
            # reports something, theirs are the words that the next begins with.
            speaker = speaker or (reported if each.outer == start else None) or said
            said = speaker
            speakers.remember(speaker, asked=folded[each.end - 1] == "？")
            yield _quote(document, each.start, each.end, "direct", speaker)
        goes_on = not spoken and waiting and waiting[0].outer == end
        reported = who_answers(folded, start, end, speakers) if goes_on else None
        if spoken:
            continue
        for statement in statements(folded, start, end, speakers):
            speakers.remember(statement.speaker)
            yield _quote(document, statement.start, statement.end, "reported", statement.speaker)


def _epigraph(document: Document, passage: Passage, folded: str, speakers: Speakers) -> Iterator[Quote]:
    """Yield an epigraph with its author, who stands behind a dash or in the next epigraph."""
    for statement in statements(folded, passage.start, passage.end, speakers):
        yield _quote(document, statement.start, statement.end, "reported", statement.speaker)
        return
    author = _AUTHOR.search(passage.text)
    if author and author.start() == 0:
        return  # it is the author of the one before
    end = passage.start + author.start() if author else passage.end
    following = document.passages[passage.number] if passage.number < len(document.passages) else None
    if not author and following and following.kind == "epigraph":
        author = _AUTHOR.match(following.text)
        shift = following.start
    else:
        shift = passage.start
    start = passage.start
    quoted = list(marked(document.text, start, end))
    if quoted and quoted[0].outer == start:
        start, end = quoted[0].start, quoted[0].end
    while end > start and document.text[end - 1].isspace():
        end -= 1
    speaker = None
    if author:
        named = speakers.within(shift + author.start("name"), shift + author.end("name"))
        speaker = named or Speaker(
            author["name"], None, shift + author.start("name"), shift + author.end("name")
        )
    if end > start:
        yield _quote(document, start, end, "direct", speaker)


def _quote(document: Document, start: int, end: int, kind: str, speaker: Speaker | None) -> Quote:
    return Quote(
        document.passage_at(start).number,
        Span(start, end),
        document.text[start:end],
        kind,  # type: ignore[arg-type]  # one of the two
        speaker.name if speaker else None,
        speaker.role if speaker else None,
    )


def _speaker_of(quote: Quote) -> Speaker | None:
    return Speaker(quote.speaker, quote.role, quote.span.start, quote.span.end) if quote.speaker else None
