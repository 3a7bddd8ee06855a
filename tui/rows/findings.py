"""Names and themes as rows: each with its count and a strip of where in the text it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.density import density
from tui.density import Glyphs, strip
from tui.strings import Language, say
from tui.themes import topic_variable
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from content.analysis.names import NameFinding
    from content.analysis.themes import ThemeFinding
    from content.document import Document, Span


def theme_spans(finding: ThemeFinding) -> tuple[Span, ...]:
    """Return every place of a theme in reading order."""
    return tuple(span for passage in finding.passages for span in passage.spans)


def theme_name(finding: ThemeFinding, language: Language) -> str:
    """Return a theme's name in the reader's language."""
    if language == "en" and finding.english:
        return finding.english
    return theme_words(finding.name, language)


def theme_words(name: str, language: Language) -> str:
    """Return a theme's Chinese name in the reader's script."""
    if language != "hant":
        return name
    from content.chinese.variants import to_traditional  # its table is read for those who need it

    return to_traditional(name)


def _strips(document: Document, spans: Sequence[Sequence[Span]], bins: int, glyphs: Glyphs) -> list[str]:
    """Draw a strip for each group of spans, all on one scale; an empty one where there is no cell for it."""
    if not bins:
        return [""] * len(spans)
    length = max(1, len(document.text))
    counts = [density((span.start for span in group), length, bins) for group in spans]
    peak = max((max(each, default=0) for each in counts), default=1)
    return [strip(each, peak, glyphs) for each in counts]


def theme_rows(
    document: Document,
    findings: Sequence[ThemeFinding],
    bins: int,
    language: Language,
    glyphs: Glyphs,
    *,
    among: Sequence[ThemeFinding] | None = None,
) -> list[ListRow]:
    """Make a row a theme, in the colour of its place `among` all themes, which may be more than these."""
    places = {finding.id: place for place, finding in enumerate(among or findings)}
    strips = _strips(document, [theme_spans(finding) for finding in findings], bins, glyphs)
    dot = "●" if glyphs == "fine" else "*"
    rows = []
    for finding, drawn in zip(findings, strips, strict=True):
        colour = topic_variable(places[finding.id])
        mark = say(language, "themes.proposed_short") if finding.proposed else ""
        left = ((f"{dot} ", colour), (theme_name(finding, language), ""), (mark, "quiet"))
        right = ((f" {finding.count}{'  ' if drawn else ''}", "quiet"), (drawn, colour))
        found_by = f"{finding.name} {finding.english or ''} {finding.id}"
        rows.append(ListRow(finding.id, left, right, found_by=found_by))
    return rows


def name_rows(
    document: Document,
    findings: Sequence[NameFinding],
    bins: int,
    language: Language,
    glyphs: Glyphs,
    display: Callable[[str], str] = str,
) -> list[ListRow]:
    """Make a row a name, under a heading for each kind, in the script that `display` turns it into."""
    spans = [[mention.span for mention in finding.mentions] for finding in findings]
    strips = _strips(document, spans, bins, glyphs)
    rows: list[ListRow] = []
    kind = None
    for finding, drawn in zip(findings, strips, strict=True):
        if finding.kind != kind:
            kind = finding.kind
            rows.append(ListRow(f"kind:{kind}", ((say(language, f"kind.{kind}"), "quiet"),), heading=True))
        english = f"{finding.english} " if language == "en" and finding.english else ""
        left = (("  ", ""), (english, ""), (display(finding.name), "quiet" if english else ""))
        right = ((f" {finding.count}  ", "quiet"), (drawn, "mark"))
        found_by = " ".join([finding.name, *finding.aliases, finding.english or "", finding.role or ""])
        rows.append(ListRow(finding.name, left, right, found_by=found_by))
    return rows
