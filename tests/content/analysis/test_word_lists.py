from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from content.analysis.word_lists import any_of, read_words

if TYPE_CHECKING:
    from pathlib import Path


def test_words_stand_in_a_list_or_between_spaces(tmp_path: Path) -> None:
    path = tmp_path / "words.toml"
    path.write_text('[verbs]\nstrong = ["认为", "表示"]\nweak = """\n说 称\n问"""\n', encoding="utf-8")
    assert read_words(path, "verbs", "strong") == ("认为", "表示")
    assert read_words(path, "verbs", "weak") == ("说", "称", "问")
    with pytest.raises(KeyError):
        read_words(path, "verbs", "none")


def test_the_longest_word_is_found_and_every_one_is_literal() -> None:
    assert re.findall(any_of(["a.", "微信", "微信支付"]), "微信支付a.ab微信") == ["微信支付", "a.", "微信"]
