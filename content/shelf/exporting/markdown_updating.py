"""Exporting again into a Markdown file: our quotes are written anew, the reader's words stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.shelf.exporting.excerpt import by_document
from content.shelf.exporting.markdown import (
    block,
    document_heading,
    is_as_written,
    logseq_id,
    quote,
    reads_as,
    section_heading,
    write_markdown,
)
from content.shelf.exporting.markdown_file import MarkdownFile, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.exporting.markdown_file import Found


@dataclass(frozen=True, slots=True)
class Updated:
    """A file as it is to be written; `left` of our quotes in it were changed by the reader, and left so."""

    text: str
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines that take the place of those from `start` to `end`."""

    start: int
    end: int
    lines: Sequence[str]


def is_ours(existing: str) -> bool:
    """Tell whether a file was written here: it holds the id of a bookmark."""
    file = read_file(existing)
    return bool(file.found or file.joined)


def update_markdown(existing: str, excerpts: Sequence[Excerpt]) -> Updated:
    """Write the quotes of these bookmarks anew in a file that holds some of them; the others go beside them.

    What the reader wrote, quotes of ours that the reader changed, and those of bookmarks that are not among
    these stay as they are. A new one goes behind the one before it, under a heading of its section.
    """
    if not existing.strip():
        return Updated(write_markdown(excerpts))
    file = read_file(existing)
    by_id = {excerpt.bookmark.id: excerpt for excerpt in excerpts}
    changes, left = list[_Change](), sum(each in by_id for each in file.joined)
    for found in file.found:
        if found.id in by_id:
            change = _rewritten(file, found, by_id[found.id])
            changes += change or ()
            left += change is None
    changes += _added(file, excerpts)
    return Updated(_put_together(file, existing, changes), left)


def _rewritten(file: MarkdownFile, found: Found, excerpt: Excerpt) -> list[_Change] | None:
    """Return what is to change in a block; None where the reader changed it."""
    there, wanted = file.lines[found.top : found.end], quote(excerpt)
    if not there or not (is_as_written(there) or reads_as(there, wanted)):
        return None
    margin, last = there[0][: there[0].index(">")], there[-1]
    below = last[: last.index(">")] if len(there) > 1 else " " * len(margin)
    lines = [margin + wanted[0], *(below + line for line in wanted[1:])]
    changes = [] if lines == list(there) else [_Change(found.top, found.end, lines)]
    if found.start == found.top and not margin:  # an earlier export had no id for Logseq
        changes.append(_Change(found.top, found.top, [logseq_id(found.id)]))
    return changes


def _added(file: MarkdownFile, excerpts: Sequence[Excerpt]) -> Iterator[_Change]:
    """Yield where the bookmarks go that are not in a file."""
    places = {found.id: found for found in file.found}
    wanted = [each for each in excerpts if each.bookmark.id not in file.joined]
    for first, together in by_document(wanted):
        if not any(each.bookmark.id in places for each in together):
            yield from _new_document(file, first, together)
        else:
            yield from _beside(file, together, places)


def _new_document(file: MarkdownFile, first: Excerpt, together: Sequence[Excerpt]) -> Iterator[_Change]:
    """Yield all bookmarks of a document of which there are none yet, for the end of a file."""
    end, section = len(file.lines), ""
    yield from (_inserted(file, end, [piece]) for piece in document_heading(first))
    for excerpt in together:
        if excerpt.section != section:
            section = excerpt.section
            yield from (_inserted(file, end, [piece]) for piece in section_heading(section))
        yield _inserted(file, end, block(excerpt))


def _beside(
    file: MarkdownFile, together: Sequence[Excerpt], places: Mapping[str, Found]
) -> Iterator[_Change]:
    """Yield the new bookmarks of a document, each behind the one before it, or before the one behind it.

    One in another section than its neighbour goes before the next heading, under its own.
    """
    behind = next(each for each in together if each.bookmark.id in places)
    found = places[behind.bookmark.id]
    at, section, passed = found.start, behind.section, False
    for excerpt in together:
        if there := places.get(excerpt.bookmark.id):
            found, passed = there, True
            at, section = found.at + 1, excerpt.section
        elif not passed and excerpt.section == behind.section:
            yield _inserted(file, found.start, _beneath(file, found, block(excerpt)))
        else:
            if excerpt.section != section:
                at, section = file.next_heading(at), excerpt.section
                for heading in section_heading(section):
                    yield _inserted(file, at, _beneath(file, found, [heading]))
            else:
                at = file.next_block(at)
            yield _inserted(file, at, _beneath(file, found, block(excerpt)))


def _beneath(file: MarkdownFile, found: Found, lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a new block as they stand in the outline that another one is in."""
    beside = file.lines[found.top]
    margin = beside[: len(beside) - len(beside.lstrip())]
    if not margin:
        return lines
    bullet = "" if lines[0].startswith("- ") else "- "
    return [f"{margin.removesuffix('  ')}{bullet}{lines[0]}", *(margin + line for line in lines[1:])]


def _inserted(file: MarkdownFile, at: int, lines: Sequence[str]) -> _Change:
    """Return lines as a paragraph of their own before a line."""
    above = file.above_blanks(at)
    return _Change(above, above, ["", *lines] if above else lines)


def _put_together(file: MarkdownFile, existing: str, changes: Sequence[_Change]) -> str:
    """Return a file with its changes, new lines with the ends of the others."""
    if not changes:
        return existing
    end, bottom = "\r" if "\r\n" in existing else "", file.above_blanks(len(file.lines))
    before = (existing if existing.endswith("\n") else f"{existing}{end}\n").split("\n")
    out, last, inserted = list[str](), 0, False

    def put(lines: Sequence[str]) -> None:
        if inserted and lines and lines[0].strip():
            out.append(end)  # between a new block and what is right behind it
        out.extend(lines)

    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if last < change.start:
            put(before[last : change.start])
            inserted = False
        if change.start == bottom and file.open_fence and not inserted:
            put([file.open_fence + end])  # or all that is new would be code
        put([line.rstrip() + end for line in change.lines])
        last, inserted = change.end, change.start == change.end
    put(before[last:])
    return "\n".join(out)
