import ast
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.lexicon import EntityKind
from content.reading.errors import Reason
from content.search.hits import Match
from content.search.hits import Problem as SearchProblem
from content.shelf import State
from content.shelf.problems import Reason as Problem
from tui import strings
from tui.strings import LANGUAGES, Language, choose_language, keys, meaning, say, say_count

FOLDER = Path(strings.__file__).parent


def sentences(name: str) -> dict[str, str]:
    tables = tomllib.loads((FOLDER / name).read_text("utf-8"))
    flat: dict[str, str] = {}
    for key, value in tables.items():
        inner = value if isinstance(value, dict) else {"": value}
        flat |= {f"{key}.{rest}": words for rest, words in inner.items()}
    return flat


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("kind", ["{}.toml", "meanings.{}.toml"])
def test_the_three_files_have_the_same_keys_and_the_same_places_for_values(kind: str) -> None:
    hans, hant, english = (sentences(kind.format(language)) for language in LANGUAGES)
    assert list(hans) == list(hant) == list(english)
    for key, words in hans.items():
        assert words.strip()
        assert places(words) == places(hant[key]) == places(english[key]), key


@pytest.mark.parametrize("kind", ["{}.toml", "meanings.{}.toml"])
def test_each_script_is_written_in_its_own_characters(kind: str) -> None:
    to_traditional, to_simplified = opencc.OpenCC("s2tw"), opencc.OpenCC("t2s")
    for key, words in sentences(kind.format("hant")).items():
        assert to_traditional.convert(words) == words, key
    for key, words in sentences(kind.format("hans")).items():
        assert to_simplified.convert(words) == words, key


def test_english_has_no_chinese_but_in_examples() -> None:
    words = sentences("en.toml")
    shown = {key for key, text in words.items() if any("一" <= character <= "鿿" for character in text)}
    assert {key.partition(".")[0] for key in shown} <= {"help", "error"}


@given(st.text())
def test_values_are_put_in_as_they_are(value: str) -> None:
    assert say("hans", "search.none", query=value) == f"文中没有「{value}」"


def test_braces_and_markup_in_a_value_mean_nothing() -> None:
    assert say("en", "search.none", query="{0.__class__} [/] {query}") == (
        "Not in the text: {0.__class__} [/] {query}"
    )


def test_a_missing_value_or_key_is_an_error_and_not_a_gap_on_the_screen() -> None:
    with pytest.raises(KeyError):
        say("hans", "search.none")
    with pytest.raises(KeyError):
        say("hans", "no.such.key")
    with pytest.raises(KeyError):
        meaning("hans", "no_such_command")


@pytest.mark.parametrize(
    ("key", "values", "words"),
    [
        ("set.wrapped", {}, "已回到开头"),
        ("set.none", {}, "先搜索，或选一个名称"),
        ("status.resumed", {"percent": 38}, "接上次 38 % · g 回开头 · o 书库"),
        ("bookmark.added_note", {"n": 23}, "已加书签 · 第 23 段 · 再按 m 写笔记 · u 撤销"),
        ("status.sent_to_clipboard", {"n": 86}, "已发往终端剪贴板（86 字）"),
        ("shelf.read_only", {"reason": "磁盘已满"}, "只读：书签存不下来（磁盘已满）"),
        ("place.passage", {"n": 23, "total": 54, "percent": 38}, "第 23/54 段 · 38 %"),
        ("start.hint", {}, "/ 搜索，试 jrkj · t 主题 · m 加书签 · o 打开自己的文章 · ? 帮助"),
    ],
)
def test_the_sentences_of_the_design(key: str, values: dict[str, object], words: str) -> None:
    assert say("hans", key, **values) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_of_something_has_words_of_its_own(language: Language) -> None:
    one, two, bound = (say_count(language, "passages", number) for number in (1, 2, "≥ 1"))
    assert one.replace("1", "2") == (two if language != "en" else two.removesuffix("s"))
    assert bound == two.replace("2", "≥ 1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_closed_set_has_its_words(language: Language) -> None:
    known = set(keys(language))
    assert {f"error.{reason}" for reason in get_args(Reason)} <= known
    assert {f"kind.{kind}" for kind in get_args(EntityKind)} <= known
    assert {f"match.{match}" for match in (*get_args(Match), "weak")} <= known
    assert {f"anchor.{state}" for state in get_args(State)} <= known
    assert {f"problem.{problem}" for problem in get_args(SearchProblem)} <= known
    assert {f"shelf.because_{problem}" for problem in get_args(Problem)} <= known


@pytest.mark.parametrize(
    ("option", "language"),
    [
        *((name, "hans") for name in ["zh", "zh_CN", "zh-CN", "zh-Hans", "hans", "简体", "ZH_cn.UTF-8"]),
        *((name, "hant") for name in ["zh_TW", "zh-HK", "zh-Hant", "hant", "繁體", "繁体", "zh_Hant_TW"]),
        *((name, "en") for name in ["en", "en_US", "English", "en_GB.UTF-8", "C"]),
    ],
)
def test_the_option_names_a_language(option: str, language: Language) -> None:
    assert choose_language(option, {"LANG": "fr_FR"}) == language


@pytest.mark.parametrize("option", ["fr", "", "chinese?", "zh_XX"])
def test_an_unknown_option_is_refused(option: str) -> None:
    with pytest.raises(ValueError, match="^" + option.replace("?", r"\?") + "$"):
        choose_language(option, {"LANG": "zh_CN"})


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "hans"),
        ({"LANG": "zh_SG"}, "hans"),
        ({"LANG": "zh"}, "hans"),
        ({"LANG": "zh_TW.Big5"}, "hant"),
        ({"LANG": "zh_HK.UTF-8"}, "hant"),
        ({"LANG": "zh_MO.UTF-8"}, "hant"),
        ({"LANG": "zh_Hant_SG"}, "hant"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "zh_TW", "LANG": "zh_CN"}, "hant"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "zh_CN"}, "en"),
        ({"LC_CTYPE": "zh_CN"}, "en"),
    ],
)
def test_the_locale_chooses_where_no_option_does(environ: dict[str, str], language: Language) -> None:
    assert choose_language(None, environ) == language


def said_in_the_code() -> Iterator[tuple[str, str, set[str] | None]]:
    """Each `say(…, "a.key", name=value)` of the screen: where, key, the values' names or None for `**`."""
    for path in sorted(FOLDER.parent.rglob("*.py")):
        if "commandline" in path.parts:  # has words of its own
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or "say" not in (
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            ):
                continue
            names = {keyword.arg for keyword in node.keywords}
            for key in node.args:
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and "." in key.value:
                    yield f"{path.name}:{node.lineno}", key.value, None if None in names else names


def test_every_key_the_code_says_exists_and_gets_its_values() -> None:
    words = sentences("hans.toml")
    said = list(said_in_the_code())
    assert said
    for where, key, values in said:
        assert key in words, where
        assert values is None or values == places(words[key]), where


def test_only_the_chosen_languages_file_is_read() -> None:
    program = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda name, given: name == 'open' and opened.append(str(given[0])))\n"
        "from tui.strings import say; say('hant', 'screen.help')\n"
        "print([path.replace('\\\\', '/').rpartition('/')[2] for path in opened if path.endswith('.toml')])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['hant.toml']"
