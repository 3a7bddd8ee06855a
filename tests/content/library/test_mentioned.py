from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from content.document import Span
from content.library.mentioned import Mentioned

LENGTHS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8)


@given(LENGTHS, st.data())
def test_what_is_mentioned_at_a_stretch_is_what_shares_a_character_with_it(
    lengths: list[tuple[int, int]], data: st.DataObject
) -> None:
    spans, end = [], 0
    for gap, length in lengths:
        spans.append(Span(end + gap, end + gap + length))
        end = spans[-1].end
    names = {span: str(span.start) for span in spans}
    half = len(spans) // 2
    mentioned = Mentioned((span, names[span]) for span in spans[:half])
    for span in data.draw(st.permutations(spans[half:])):
        mentioned.put(span, names[span])
    for span in data.draw(st.permutations(spans))[: data.draw(st.integers(0, len(spans)))]:
        if data.draw(st.booleans()):
            mentioned.remove(span)
            del names[span]
        else:
            names[span] = "another"
            mentioned.put(span, "another")
    for start in range(end + 1):
        for stretch in (Span(start, start + length) for length in (1, 3)):
            sharing = [
                span for span in sorted(names) if span.start < stretch.end and stretch.start < span.end
            ]
            assert list(mentioned.overlapping(stretch)) == [(span, names[span]) for span in sharing]
