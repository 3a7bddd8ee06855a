import pytest

from tui.typed_words import typed_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ()),
        ("云计算", ("云计算",)),
        ("云计算、 上云，云 计算;AI", ("云计算", "上云", "云 计算", "AI")),
        ("云计算 上云　云计算", ("云计算", "上云")),
        ("artificial intelligence,", ("artificial intelligence",)),
        ("云 计算\n上云", ("云 计算", "上云")),
        ("、，", ()),
    ],
)
def test_words_are_parted_by_marks_else_by_spaces(typed: str, words: tuple[str, ...]) -> None:
    assert typed_words(typed) == words
