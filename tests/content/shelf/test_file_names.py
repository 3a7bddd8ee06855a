import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.shelf.exporting.file_names import safe_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("腾讯云：上与下", "腾讯云：上与下"),
        ("A/B 测试 \\ 三?", "A B 测试 三"),
        ("../../etc/passwd", "etc passwd"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("console", "console"),
        ("海港\x1b]0;x\x07", "海港 ]0;x"),
        ("...", "书签"),
        ("", "书签"),
        ("潮\n水\t", "潮 水"),
    ],
)
def test_what_no_system_takes_in_a_name_is_left_out(title: str, name: str) -> None:
    assert safe_name(title, "书签") == name


@given(st.text(max_size=300))
def test_any_title_is_the_name_of_one_file_in_its_folder(title: str) -> None:
    name = safe_name(title, "书签")
    assert name
    assert Path("/x", f"{name}.md").parent == Path("/x")
    assert len(f".{name}.jsonld.12345678.unfinished".encode()) <= 255
    assert name == name.strip(" .")
    assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in name)
