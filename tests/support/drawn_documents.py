"""Documents for property tests: every kind of passage, long ones, verse, sections without headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from content.reading.assembly import Break, Part, assemble

if TYPE_CHECKING:
    from content.document import Document

_CHARACTERS = st.sampled_from("云上的集市从清早开到天黑，。「」《》——……a7%é\u3000 \t\u200d👩\U0001f468")
_TEXTS = st.text(_CHARACTERS, min_size=1, max_size=90).filter(str.strip)
_VERSE = st.lists(_TEXTS, min_size=1, max_size=4).map("\n".join)
_LONG = st.integers(2_001, 4_500).map(lambda length: ("潮水来时，船先知道。" * 500)[:length])
_PARTS = st.one_of(
    st.builds(Part, st.sampled_from(["body", "body", "epigraph", "pullquote", "caption", "list"]), _TEXTS),
    st.builds(Part, st.just("verse"), _VERSE),
    st.builds(Part, st.just("heading"), _TEXTS, st.integers(1, 3)),
    st.just(Break("一盏灯")),
    st.builds(Part, st.just("body"), _LONG),
)


def _assembled(parts: list[Part | Break]) -> Document:
    return assemble([*parts, Part("body", "末尾。")], title="海港")


documents = st.lists(_PARTS, max_size=9).map(_assembled)
"""Documents of up to some thousand characters."""

# More than is set at once: what is not looked at keeps its guessed height.
big_documents = st.tuples(st.lists(_PARTS, min_size=1, max_size=6), st.integers(25, 60)).map(
    lambda drawn: _assembled([*drawn[0], *([Part("body", "他说：「走吧。」" * 100)] * drawn[1]), *drawn[0]])
)
"""Documents of more than 20,000 characters."""
