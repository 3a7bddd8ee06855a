import logging
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.segmentation import (
    JiebaSegmenter,
    RjiebaSegmenter,
    Segmenter,
    _dictionary,
    make_segmenter,
)

TEXT = "微众银行推出微粒贷，用户在手机 QQ 里就能借款；小程序也一样。曾佳欣说，2018 年营收增长 69%。"


@pytest.fixture(scope="module")
def jieba() -> Segmenter:
    return JiebaSegmenter(["微众银行", "微粒贷", "小程序"])


def test_words_given_stay_whole(jieba: Segmenter) -> None:
    words = jieba.cut(TEXT)
    assert {"微众银行", "微粒贷", "小程序", "用户"} <= set(words)


@settings(max_examples=60)
@given(
    text=st.text(max_size=80) | st.text(alphabet="云计算微众银行的 \n\tQQab12。，\ufeff\ud800", max_size=60)
)
def test_joined_words_are_the_text(jieba: Segmenter, text: str) -> None:
    assert "".join(jieba.cut(text)) == text


def test_a_dictionary_is_cached_in_its_own_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    shared.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(shared))
    first = JiebaSegmenter(cache_folder=own)
    assert [path.suffix for path in own.iterdir()] == [".dictionary"]
    assert not list(shared.iterdir())
    assert JiebaSegmenter(cache_folder=own).cut(TEXT) == first.cut(TEXT)


@pytest.mark.parametrize("damaged", [b"", b"\xfb\x00", b"\xe9\x01\x00\x00\x00", b"("])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damaged: bytes) -> None:
    built = ({"云": 3}, 3)
    tokenizer = SimpleNamespace(gen_pfdict=lambda _: built, get_dict_file=lambda: None)
    cache = tmp_path / "deeper" / "cache"
    assert _dictionary(tokenizer, cache) == built
    whole = cache.read_bytes()
    cache.write_bytes(damaged)
    assert _dictionary(tokenizer, cache) == built
    assert cache.read_bytes() == whole


def test_nothing_is_said_on_the_screen() -> None:
    program = "from content.chinese.segmentation import JiebaSegmenter; JiebaSegmenter().cut('云计算')"
    ran = subprocess.run([sys.executable, "-W", "default", "-c", program], capture_output=True, check=True)
    assert ran.stdout == ran.stderr == b""
    assert logging.getLogger("jieba").level > logging.CRITICAL


def test_rjieba_is_chosen_when_installed_and_cuts_as_jieba_does(jieba: Segmenter) -> None:
    pytest.importorskip("rjieba")
    fast = RjiebaSegmenter(["微众银行", "微粒贷", "小程序"])
    assert isinstance(make_segmenter(), RjiebaSegmenter)
    for text in (
        TEXT,
        "行军先备粮草，转型先动组织",
        "云计算、大数据与人工智能一起输出给传统企业" * 3,
        "\ud800云",
    ):
        assert "".join(fast.cut(text)) == text
        assert _between_chinese(fast, text) == _between_chinese(jieba, text)


def _between_chinese(segmenter: Segmenter, text: str) -> list[int]:
    """The cuts between two Chinese characters; only there the two promise to agree."""
    offsets, offset = [], 0
    for word in segmenter.cut(text):
        offset += len(word)
        if offset < len(text) and "一" <= text[offset - 1] <= "\u9fff" and "一" <= text[offset] <= "\u9fff":
            offsets.append(offset)
    return offsets
