"""Nothing that acts on a terminal gets past the scrubbing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.scrub import REPLACEMENT, Scrubbed, scrub, scrub_line

FORBIDDEN = [
    *(chr(c) for c in range(0x20) if chr(c) not in "\n\t\r"),
    *(chr(c) for c in range(0x7F, 0xA0) if c != 0x85),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "\ud800",
    "\udfff",
]
HOSTILE = st.text(
    st.one_of(
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Lo"]),
        st.sampled_from([*FORBIDDEN, "\r", "\n"]),
    )
)


@pytest.mark.parametrize("character", FORBIDDEN, ids=lambda c: f"U+{ord(c):04X}")
def test_each_forbidden_character_is_replaced_and_counted(character):
    assert (scrub(f"茶{character}厂").text, scrub(f"茶{character}厂").replaced) == (f"茶{REPLACEMENT}厂", 1)


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_every_newline_becomes_one(newline):
    assert scrub(f"茶{newline}厂").text == "茶\n厂"


@pytest.mark.parametrize("kept", ["\t", "👨\u200d👩", "葛\U000e0100", "☕\ufe0f", "\u3000", "\u00a0", "[/]"])
def test_what_shapes_text_stays(kept):
    scrubbed = scrub(f"茶{kept}厂")
    assert (scrubbed.text, scrubbed.replaced) == (f"茶{kept}厂", 0)


def test_a_leading_byte_order_mark_is_dropped():
    assert scrub("\ufeff茶").text == "茶"


@given(HOSTILE)
def test_scrubbing_again_changes_nothing(text):
    once = scrub(text)
    assert scrub(once.text) == type(once)(once.text, 0)
    assert not set(once.text) & set(FORBIDDEN)
    once.text.encode()


@given(HOSTILE)
def test_a_line_stays_one(text):
    assert not set(scrub_line(text)) & {"\n", "\t", *FORBIDDEN}


def test_whatever_is_printable_holds_nothing_that_is_scrubbed() -> None:
    printable = "".join(character for character in map(chr, range(0x110000)) if character.isprintable())
    assert scrub(printable) == Scrubbed(printable, 0)
