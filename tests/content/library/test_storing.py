from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from reading import harbour

from content.library.storing import document_from, layout_of
from content.reading import read

if TYPE_CHECKING:
    from content.document import Document

LONG = read(("云" * 60 + "。").encode() * 90, "长.txt")


@pytest.mark.parametrize("document", [harbour(), LONG], ids=["sections", "a passage in parts"])
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    again = document_from(document.digest, document.text, layout_of(document))
    assert again == document
    assert any(passage.continues for passage in LONG.passages)


@pytest.mark.parametrize(
    "change",
    [
        {"passages": []},
        {"passages": [["body", 1, 0, 99_999, 0]]},
        {"passages": [["body", 9, 0, 1, 0]]},
        {"passages": [["poem", 1, 0, 1, 0]]},
        {"passages": [["body", 1, 5, 9, 0], ["body", 1, 2, 4, 0]]},
        {"passages": 3},
        {"sections": [{}]},
        {"title": None},
        {"replaced": "many"},
    ],
    ids=str,
)
def test_parts_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    document = harbour()
    layout = json.loads(layout_of(document)) | change
    assert document_from(document.digest, document.text, json.dumps(layout)) is None


def test_what_would_act_on_a_terminal_is_taken_out() -> None:
    document = harbour()
    layout = json.loads(layout_of(document)) | {"title": "\x1b]52;c;YQ==\x07"}
    again = document_from(document.digest, document.text, json.dumps(layout))
    assert again
    assert again.title == "\ufffd]52;c;YQ==\ufffd"
