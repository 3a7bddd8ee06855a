"""Bytes in, a document or a ReadingError out; nothing that nests or repeats takes long or is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.document import Document
from content.reading import read
from content.reading.errors import ReadingError

pytestmark = pytest.mark.thorough  # large inputs

LINE_SIGNS = [
    "# ",
    "- ",
    "> ",
    "1. ",
    "    ",
    "\n",
    "\n\n",
    "---\n",
    "+++\n",
    "```",
    "[^1]: ",
    ":::",
    "{{< ",
    "%}",
]
SIGNS = ["`", "**", "*", "[", "](", "]", "[^1]", "![", "](data:", "[[", "]]", "==", "\\"]
MARKUP = ["|", "|-|\n", "<b>", "</p>", "<td>", "<li", "<!--", "<script>", "&#0;", "&amp;", "\x00", "\ufffd"]
WORDS = [
    "潮水来了。",
    "title: ",
    "title = ",
    "作者：顾半夏",
    "\u3000\u3000",
    "https://x.example/",
    "[#]: a: b\n",
]
PIECES = st.sampled_from([*LINE_SIGNS, *SIGNS, *MARKUP, *WORDS])
EXPECTED = {"empty", "binary", "unsupported", "pdf", "word", "picture"}


@settings(deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join).map(str.encode), st.binary(max_size=300)))
def test_a_document_or_an_error(data):
    try:
        document = read(data, "潮.md")
    except ReadingError as error:
        reason = error.reason
    else:
        assert isinstance(document, Document)
        assert all(passage.text.strip() for passage in document.passages)
        assert document.text == "\n".join(passage.text for passage in document.passages)
        return
    assert reason in EXPECTED


DEEP = 100_000
SHAPES = {
    "quotes": ">" * DEEP + "潮",
    "quotes apart": "> " * DEEP + "潮",
    "lists": "- " * DEEP + "潮",
    "lists and quotes": "> - " * DEEP + "潮",
    "numbers": "1. " * DEEP + "潮",
    "brackets": "[" * DEEP + "潮" + "]" * DEEP,
    "pictures": "![" * DEEP + "潮",
    "stars": "**潮 " * (DEEP // 10),
    "tags": "<div>" * DEEP + "潮",
    "items": "<li>" * DEEP + "潮",
    "unfinished tags": "<a " * DEEP + "潮",
    "comments": "潮\n\n" + "<!--" * DEEP,
    "data": "潮" + "![x](data:(" * DEEP,
    "shortcodes": "潮" + "{{< " * DEEP,
    "wide table": "|潮" * 5000 + "\n" + "|-" * 5000 + "\n" + "|x\n" * 50,
    "definitions": "潮\n\n" + "[a]: x\n" * (DEEP // 10),
    "notes": "潮\n\n" + "[^a]: x\n" * (DEEP // 10),
    "header": "---\n" + "a: b\n" * 390 + "---\n潮",
    "fences": "潮\n" + "```\n" * (DEEP // 10),
    "dashes": "潮\n\n" + "- - " * DEEP,
    "rules": "潮\n\n" + "---\n\n" * (DEEP // 10),
    "bold": "**\u3000" * DEEP + "潮",
    "marks": "==潮" * DEEP,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_what_nests_or_repeats_is_read(shape):
    assert "潮" in read(SHAPES[shape].encode(), "潮.md").text


@pytest.mark.parametrize(
    "data", [b"---\ntitle: a\n---\n", b"---\n", b"# \n", b"<!-- x -->", b"[a]: b\n", b"![](x.png)"]
)
def test_nothing_but_signs_is_still_shown(data):
    assert read(data, "潮.md").text


def test_what_is_empty_says_so():
    with pytest.raises(ReadingError) as caught:
        read(" \n\u3000".encode(), "潮.md")
    assert caught.value.reason == "empty"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings(encoding):
    text = "---\ntitle: 潮汐\n---\n\n" + "码头上的集市从清早开到天黑，卖鱼的老周把账记在小程序里。\n\n" * 4
    assert read(text.encode(encoding), "x.md").title == "潮汐"
