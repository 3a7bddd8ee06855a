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


def test_long_runs_of_letters_are_no_burden() -> None:
    assert 0 < len(pinyin.divide("xian" * 16)) <= 12


def test_the_committed_table_is_what_the_generator_makes() -> None:
    pytest.importorskip("pypinyin")
    from content.chinese.tables.make_pinyin import make

    assert (FOLDER / "pinyin.txt").read_text(encoding="utf-8") == make()
    assert (FOLDER / "pinyin.txt").stat().st_size < 250_000
