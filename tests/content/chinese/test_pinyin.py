import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese import pinyin
from content.chinese.tables import FOLDER


@pytest.mark.parametrize(
    ("character", "sounds"),
    [
        ("曾", {"zeng", "ceng"}),
        ("重", {"zhong", "chong"}),
        ("行", {"hang", "xing"}),
        ("女", {"nv"}),
        ("略", {"lve"}),
        ("〇", {"ling"}),
    ],
)
def test_every_reading_is_known(character: str, sounds: set[str]) -> None:
    assert sounds <= set(pinyin.readings(character))
    for sound in set(pinyin.readings(character)):
        assert character in pinyin.usually_read(sound) + pinyin.also_read(sound)


def test_the_usual_reading_comes_first() -> None:
    assert [pinyin.readings(character)[0] for character in "云计算"] == ["yun", "ji", "suan"]


def test_what_is_no_chinese_has_no_reading() -> None:
    assert pinyin.readings("a") == pinyin.readings("，") == ()
    assert pinyin.usually_read("hello") == pinyin.also_read("v") == ""


@pytest.mark.parametrize(
    ("letters", "ways"),
    [
        ("jinrong", {("jin", "rong")}),
        ("fangan", {("fang", "an"), ("fan", "gan")}),
        ("xian", {("xian",), ("xi", "an")}),
        ("nüren", {("nv", "ren")}),
        ("lue", {("lve",)}),
        ("jv", {("ju",)}),
    ],
)
def test_letters_are_divided_in_every_way(letters: str, ways: set[tuple[str, ...]]) -> None:
    assert ways <= set(pinyin.divide(letters))


def test_what_is_not_pinyin_is_not_divided() -> None:
    assert pinyin.divide("jrkj") == pinyin.divide("hello") == pinyin.divide("n") == ()


@settings(max_examples=80)
@given(st.lists(st.sampled_from(sorted(pinyin.syllables_from(""))), min_size=1, max_size=8))
def test_a_division_is_all_of_the_letters(syllables: list[str]) -> None:
    letters = "".join(syllables)
    ways = pinyin.divide(letters)
    assert ways
    assert all("".join(way) == letters for way in ways)
    assert [len(way) for way in ways] == sorted(len(way) for way in ways)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zhi", "zi"),
        ("chi", "ci"),
        ("shi", "si"),
        ("lan", "nan"),
        ("re", "le"),
        ("fei", "hei"),
        ("shang", "san"),
        ("jing", "jin"),
        ("fen", "feng"),
        ("lv", "lu"),
    ],
)
def test_confusions_go_both_ways(one: str, other: str) -> None:
    assert other in pinyin.easily_confused(one)
    assert one in pinyin.easily_confused(other)
    assert pinyin.easily_confused(one)[0] == one


def test_what_is_confused_is_heard_as_the_same() -> None:
    for syllable in pinyin.all_syllables():
        assert {pinyin.heard_as(each) for each in pinyin.easily_confused(syllable)} == {
            pinyin.heard_as(syllable)
        }
    heard = [pinyin.heard_as(each) for each in ("zhang", "zan", "nv", "lu", "rang", "han", "jin", "jian")]
    assert heard == ["zan", "zan", "lu", "lu", "lan", "fan", "jin", "jian"]


def test_no_syllable_is_longer_than_the_longest() -> None:
    assert max(map(len, pinyin.all_syllables())) == pinyin.LONGEST_SYLLABLE


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("jīn róng", "jin rong"),
        ("ji\u0304nro\u0301ng", "jinrong"),
        ("lǜ", "lv"),
        ("lü", "lv"),
        ("nǚrén", "nvren"),
        ("ǹg", "ng"),
        ("jin1rong2", "jinrong"),
        ("jin1 rong2", "jin rong"),
        ("jin1rong", "jinrong"),
        ("lue4 duo2", "lue duo"),
        ("云ji4suan4", "云jisuan"),
        ("q3 2018", "q3 2018"),
        ("mp3", "mp3"),
        ("jin1 mp3", "jin1 mp3"),
        ("jinrong2", "jinrong2"),
        ("jin12", "jin12"),
        ("jin6", "jin6"),
        ("36氪", "36氪"),
        ("", ""),
    ],
)
def test_tones_are_left_away(written: str, typed: str) -> None:
    assert pinyin.without_tones(written) == typed


@given(st.text(alphabet="abcghinoruvxyz 云'0126", max_size=20))
def test_only_tones_are_left_away(letters: str) -> None:
    typed = pinyin.without_tones(letters)
    assert pinyin.without_tones(typed) == typed
    tones = str.maketrans("", "", "12345")
    assert typed.translate(tones) == letters.translate(tones)
    assert typed in (letters, re.sub("([a-z])[1-5]", r"\1", letters))


def test_long_runs_of_letters_are_no_burden() -> None:
    assert 0 < len(pinyin.divide("xian" * 16)) <= 12


@pytest.mark.thorough
def test_the_committed_table_is_what_the_generator_makes() -> None:
    pytest.importorskip("pypinyin")
    from content.chinese.tables.make_pinyin import make

    assert (FOLDER / "pinyin.txt").read_text(encoding="utf-8") == make()
    assert (FOLDER / "pinyin.txt").stat().st_size < 250_000
