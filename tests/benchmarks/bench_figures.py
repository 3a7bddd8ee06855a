"""A document to its figures and checks: the edition, a million characters of it, what could be slow.

The figures are this process's own time (CPU), the median of five, after one reading that is not counted.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from measuring import median, print_table

# isort: split
from small_documents import document_of

from content import open_document
from content.analysis.checks import check_figures
from content.analysis.figures import find_figures

if TYPE_CHECKING:
    from content.document import Document

ROUNDS = 5
CHARACTERS = 1_000_000


def milliseconds(document: Document) -> tuple[float, float]:
    """Return the medians of what finding the figures and checking them takes."""
    found = find_figures(document)
    finding, checking = [], []
    for _ in range(ROUNDS):
        begin = time.process_time()
        found = find_figures(document)
        between = time.process_time()
        check_figures(document, found)
        finding.append(between - begin)
        checking.append(time.process_time() - between)
    return 1000 * median(finding), 1000 * median(checking)


def main() -> None:
    """Print what each text takes."""
    edition = open_document()
    passages = [passage.text for passage in edition.passages]
    times = CHARACTERS // len(edition.text)
    texts = {
        "the edition": edition,
        "1,000,000 characters of it": document_of(*passages * times, date=edition.date),
        "a sentence of 16,000 figures": document_of("占 5% 其中 3 家 " * 8_000, date=edition.date),
        "100,000 digits 一": document_of("一" * 100_000, date=edition.date),
    }
    rows = [(name, *milliseconds(document)) for name, document in texts.items()]
    print_table("Figures and checks", ("text", "finding (ms)", "checking (ms)"), rows)


if __name__ == "__main__":
    main()
