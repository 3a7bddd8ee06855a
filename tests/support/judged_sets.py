"""Judged sets: texts, what readers may ask of them, and which passages are right; and how a search fares.

A set is a TOML file with `id`, `passages` (a heading begins with `# `) and `lexicon`, or `edition = true` for
the bundled edition, and `[[queries]]` with `kind`, `query`, `best` (one of these must come first) and `also`
(the other right passages). What the text does not have is of kind absent, and nothing is right.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from search_texts import document_of

from content import open_document
from content.lexicon import bundled_lexicon, parse_lexicon
from content.library.search import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from content.document import Document
    from content.lexicon import Lexicon

FOLDER = Path(__file__).resolve().parents[1] / "content" / "search" / "judged"
KINDS = (
    *("literal", "words", "spelling", "pinyin", "initials", "mixed"),
    *("variant", "alias", "number", "question", "absent"),
)
AMONG_FIRST = 10

# The passages that a search answers with, the best first, each with whether it is only a guess.
Answers: TypeAlias = "list[tuple[int, bool]]"
Search: TypeAlias = "Callable[[str], Answers]"


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query and the numbers of the passages that answer it."""

    kind: str
    query: str
    best: frozenset[int]
    also: frozenset[int]

    @property
    def right(self) -> frozenset[int]:
        """All passages that a reader would call right."""
        return self.best | self.also


@dataclass(frozen=True, slots=True)
class JudgedText:
    """A text with its queries."""

    id: str
    document: Document
    lexicon: Lexicon
    queries: tuple[JudgedQuery, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a query was answered.

    `success` is whether a best passage came first; for what is absent, whether nothing but guesses was shown.
    `recall` is the share of the right passages among the first ten answers, of ten where there are more.
    """

    text: str
    query: JudgedQuery
    answers: tuple[tuple[int, bool], ...]

    @property
    def success(self) -> bool:
        if self.query.kind == "absent":
            return all(weak for _, weak in self.answers)
        return bool(self.answers) and self.answers[0][0] in self.query.best

    @property
    def recall(self) -> float:
        right = self.query.right
        found = right & {passage for passage, _ in self.answers[:AMONG_FIRST]}
        return len(found) / min(AMONG_FIRST, len(right)) if right else 1.0


def judged_files() -> list[Path]:
    """Return the files of all judged sets."""
    return sorted(FOLDER.glob("*.toml"))


def read_judged(path: Path) -> JudgedText:
    """Read a set; what does not have the form of one raises KeyError, TypeError or ValueError."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if table.pop("edition", False):
        document, lexicon = open_document(), bundled_lexicon()
    else:
        document, lexicon = document_of(table.pop("passages")), parse_lexicon(table.pop("lexicon"))
    queries = tuple(_query(row, document) for row in table.pop("queries"))
    text = JudgedText(table.pop("id"), document, lexicon, queries)
    if table:
        raise ValueError(f"{path.name}: not known here: {', '.join(table)}")
    return text


def _query(row: Mapping[str, Any], document: Document) -> JudgedQuery:
    query = JudgedQuery(
        row["kind"], row["query"], frozenset(row.get("best", ())), frozenset(row.get("also", ()))
    )
    known = {passage.number for passage in document.passages}
    if query.kind not in KINDS or bool(query.best) == (query.kind == "absent"):
        raise ValueError(f"{query.query}: of no known kind, or right passages missing or too many")
    if query.best & query.also or not query.right <= known:
        raise ValueError(f"{query.query}: passages that there are not, or twice")
    return query


def judge(text: JudgedText, search: Search) -> list[Judgement]:
    """Run the queries of a text."""
    return [Judgement(text.id, query, tuple(search(query.query))) for query in text.queries]


def own_search(text: JudgedText) -> Search:
    """Return the search of this project over a judged text."""
    index = SearchIndex(text.document, lexicon=text.lexicon)
    return lambda query: [(hit.passage, hit.weak) for hit in index.search(query)]


def success_by_kind(judgements: Iterable[Judgement]) -> dict[str, float]:
    """Return the share of successes of each kind, in the order of `KINDS`."""
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    for judgement in judgements:
        by_kind[judgement.query.kind].append(judgement.success)
    return {kind: sum(by_kind[kind]) / len(by_kind[kind]) for kind in KINDS if kind in by_kind}


def overall(judgements: Iterable[Judgement]) -> tuple[float, float]:
    """Return success@1 and the mean recall@10 of the queries that the texts answer."""
    answered = [judgement for judgement in judgements if judgement.query.kind != "absent"]
    success = sum(judgement.success for judgement in answered) / len(answered)
    return success, sum(judgement.recall for judgement in answered) / len(answered)


def misses(judgements: Iterable[Judgement]) -> str:
    """Return a line for each query of which something right is missing, or something wrong is first."""
    lines = []
    for each in judgements:
        if each.success and each.recall == 1:
            continue
        shown = " ".join(f"{passage}{'?' * weak}" for passage, weak in each.answers[:AMONG_FIRST])
        best, also = sorted(each.query.best), sorted(each.query.also)
        wanted = f"best {best} also {also}" if best else "nothing"
        lines.append(
            f"{'' if each.success else 'x':1} {each.text:10} {each.query.kind:9} {each.query.query}: "
            f"{wanted}, got {shown or 'nothing'}"
        )
    return "\n".join(lines)
