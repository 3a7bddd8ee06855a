from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from content.analysis.matching import Matcher
from content.chinese.variants import fold

if TYPE_CHECKING:
    from random import Random

PIECES = st.lists(st.sampled_from(["open", "云", "api", "腾讯", "3"]), min_size=1, max_size=50)


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end, _ in Matcher(words).find(text, fold(text))]


@settings(max_examples=30, deadline=None)
@given(PIECES, st.randoms(use_true_random=False))
def test_a_word_of_any_number_of_pieces_is_found_however_it_is_spaced(
    pieces: list[str], random: Random
) -> None:
    written = "".join(piece + random.choice(("", " ")) for piece in pieces).strip()
    assert found(f"（{written}）", " ".join(pieces)) == [written]


def test_the_word_that_reaches_farther_is_found_first_however_it_is_spaced() -> None:
    assert found("we chat pay", "wechat", "we chat pay", "WeChatPa") == ["we chat pay"]
    assert found("wechat", "w e", "we chat") == ["wechat"]
