"""What holds for every test: garbage is looked for seldom, and a dictionary is made once.

Each look for garbage goes through much of pytest and of Textual; at the usual rate that is a tenth of the
whole run. A dictionary takes most of a second, and is made anew for every lexicon.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from dictionary_once import dictionary_once

from content.chinese import segmentation

if TYPE_CHECKING:
    from collections.abc import Iterator

gc.set_threshold(50_000, 50, 1_000)


@pytest.fixture(autouse=True, scope="session")
def _one_dictionary() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(segmentation, "_dictionary", dictionary_once)
        yield
