import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.tables import FOLDER
from content.chinese.variants import fold, fold_surface, to_simplified, to_traditional

texts = st.text(max_size=60) | st.text(alphabet="雲云計算ＡＢａbİßΣς　 「」“里裏裡", max_size=30)


@settings(max_examples=150)
@given(texts)
def test_length_stays(text: str) -> None:
    for way in (fold, fold_surface, to_simplified, to_traditional):
        assert len(way(text)) == len(text)


@settings(max_examples=150)
@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_surface(fold_surface(text)) == fold_surface(text)
    assert fold(fold_surface(text)) == fold(text)


def test_every_character_of_the_basic_plane_folds_alone_and_for_good() -> None:
    everything = "".join(chr(point) for point in range(0x10000))
    assert len(fold(everything)) == len(everything)
    assert fold(fold(everything)) == fold(everything)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Tencent", "tencent"),
        ("ＱＱ　１４．４８", "qq 14.48"),
        ("雲計算與網絡", "云计算与网络"),
        ("裡麵裏", "里面里"),
        ("「雲」", '"云"'),
        ("ÉCOLE", "école"),
        ("\uf9e9", "里"),
        ("中\n文", "中\n文"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_surface_keeps_the_script() -> None:
    assert fold_surface("雲ＡＢ") == "雲ab"


def test_case_is_folded_where_one_character_stays_one() -> None:
    for letter in map(chr, range(0x250)):
        folded = unicodedata.normalize("NFC", letter).casefold()
        assert fold_surface(letter) == (folded if len(folded) == 1 else letter) or letter.isspace()


def test_display_in_the_other_script() -> None:
    assert to_traditional("腾讯云为产业") == "騰訊雲為產業"
    assert to_traditional("里面，公里，阿里云，制造，头发，发展") == "裡面，公里，阿里雲，製造，頭髮，發展"
    assert to_simplified("騰訊雲為產業著作") == "腾讯云为产业著作"


@pytest.mark.thorough
def test_the_committed_table_is_what_the_generator_makes() -> None:
    pytest.importorskip("opencc")
    from content.chinese.tables.make_variants import make

    assert (FOLDER / "variants.txt").read_text(encoding="utf-8") == make()
    assert (FOLDER / "variants.txt").stat().st_size < 250_000
