"""Which entities and themes a reader means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.lexicon import Entity, Lexicon, bundled_lexicon, parse_lexicon
from content.library.naming import Naming

LEXICON = parse_lexicon(
    """
[[entities]]
name = "腾讯"
kind = "org"
english = "Tencent"
aliases = ["鹅厂", "Tencent Holdings"]
[[entities]]
name = "腾讯云"
kind = "org"
english = "Tencent Cloud"
[[entities]]
name = "微信"
kind = "product"
english = "WeChat"
[[entities]]
name = "微信事业群"
kind = "org"
aliases = ["WXG"]
[[entities]]
name = "曾佳欣"
kind = "person"
english = "Zeng Jiaxin"
[[entities]]
name = "马化腾"
kind = "person"
english = "Pony Ma"

[[themes]]
id = "cloud"
name = "云"
english = "cloud"
words = ["云计算", "上云"]
ambiguous = ["服务器"]
[[themes]]
id = "finance"
name = "金融科技"
english = "fintech"
words = ["支付", "信用"]
[[themes]]
name = "茶"
words = ["红茶"]
"""
)


def meant(key: str) -> list[str]:
    return [each.name if isinstance(each, Entity) else each.id for each in Naming(LEXICON).named(key)]


@pytest.mark.parametrize(
    "value", ["云", "雲", "cloud", "Cloud", "ＣＬＯＵＤ", "云计算", "雲計算", "服务器", "yun", "y"]
)
def test_a_theme_by_id_name_english_word_and_sound(value: str) -> None:
    assert meant(f"theme:{value}") == ["cloud"]


@pytest.mark.parametrize("value", ["金融", "科技", "fin", "jrkj", "jinrong keji", "jinr", "kj"])
def test_a_theme_by_a_part_of_its_name(value: str) -> None:
    assert meant(f"theme:{value}") == ["finance"]


def test_a_theme_without_id_and_english() -> None:
    assert meant("theme:茶") == meant("theme:cha") == meant("theme:红茶") == ["茶"]


@pytest.mark.parametrize(
    "value", ["腾讯", "騰訊", "鹅厂", "tencent", "TENCENT", "Tencent  holdings", "tengxun", "tx"]
)
def test_an_entity_by_any_of_its_names_and_not_by_those_of_another(value: str) -> None:
    assert meant(f"entity:{value}") == ["腾讯"]


def test_the_surest_way_decides() -> None:
    assert meant("entity:wx") == ["微信"]  # the whole name, before the part of another
    assert meant("entity:wxg") == ["微信事业群"]
    assert meant("entity:讯") == ["腾讯", "腾讯云"]
    assert meant("entity:ten") == ["腾讯", "腾讯云"]
    assert meant("entity:xin") == ["微信", "微信事业群", "曾佳欣"]


def test_all_readings_of_a_name_are_understood() -> None:
    assert meant("entity:zengjiaxin") == meant("entity:cengjx") == meant("entity:zjx") == ["曾佳欣"]


def test_latin_letters_name_a_part_only_from_where_a_word_begins() -> None:
    assert meant("entity:ma") == ["马化腾"]
    assert meant("entity:ony") == []


@pytest.mark.parametrize(
    "key", ["", ":", "theme", "theme:", "theme: ", "entity:华为", "theme:腾讯", "section:云", "entity:云计"]
)
def test_what_nothing_is_called_means_nothing(key: str) -> None:
    assert meant(key) == []


def test_every_name_of_the_bundled_lexicon_is_understood() -> None:
    naming, lexicon = Naming(bundled_lexicon()), bundled_lexicon()
    for entity in lexicon.entities:
        assert entity in naming.named(f"entity:{entity.name}")
        assert all(naming.named(f"entity:{form}") for form in entity.forms)
    for theme in lexicon.themes:
        assert naming.named(f"theme:{theme.id}") == naming.named(f"theme:{theme.name}") == (theme,)


@given(st.text() | st.builds("{}:{}".format, st.sampled_from(["theme", "entity"]), st.text()))
def test_no_key_raises(key: str) -> None:
    assert Naming(LEXICON).named(key) in (Naming(LEXICON).named(key), ())
    assert Naming(Lexicon()).named(key) == ()
