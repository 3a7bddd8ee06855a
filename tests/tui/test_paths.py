from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.paths import existing_paths, is_folder, is_web_address, path_of


@pytest.mark.parametrize(
    "written",
    ["{path}", '"{path}"', "'{path}'", "file://{path}", " {path}\n", "FILE://{path}", '"file://{path}"'],
)
def test_a_path_is_taken_out_of_what_stands_around_it(written: str, tmp_path: Path) -> None:
    file = tmp_path / "海港.txt"
    assert path_of(written.format(path=file)) == str(file)


def test_a_file_address_is_decoded(tmp_path: Path) -> None:
    file = tmp_path / "海港 的集市%.txt"
    assert path_of(file.as_uri()) == str(file)


def test_the_backslashes_of_a_dragged_file_go_and_those_of_its_name_stay(tmp_path: Path) -> None:
    assert path_of(f"{tmp_path}/海港\\ 的\\ \\(集市\\).txt") == f"{tmp_path}/海港 的 (集市).txt"
    odd = tmp_path / "a\\b.txt"
    odd.write_text("潮")
    assert path_of(str(odd)) == str(odd)


def test_a_tilde_is_the_home_folder_and_an_unknown_user_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/渔人")
    assert path_of("~/海港.txt") == "/home/渔人/海港.txt"
    assert path_of("~nobody-of-this-name/海港.txt") == "~nobody-of-this-name/海港.txt"


@given(st.text())
def test_no_text_crashes(typed: str) -> None:
    path_of(typed)
    is_web_address(typed)


@pytest.mark.parametrize("typed", ["http://a.example", " HTTPS://a.example/x ", "https://"])
def test_an_address_on_the_web_is_told(typed: str) -> None:
    assert is_web_address(typed)
    assert not is_web_address(f"./{typed}")


def test_a_dash_is_a_file_of_that_name_and_never_the_keyboard() -> None:
    assert path_of(" - ") == "./-"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("海港 一.txt", "b.txt", "夹/c.txt")]
    (tmp_path / "夹").mkdir()
    for path in paths:
        path.write_text("潮")
    return paths


def test_several_paths_are_understood_however_a_terminal_writes_them(files: list[Path]) -> None:
    one, two, three = map(str, files)
    escaped = one.replace(" ", "\\ ")
    meant = (one, two, three)
    for typed in (
        f"{one}\n{two}\n{three}\n",
        f"{escaped} {two} {three} ",
        f"'{one}' \"{two}\" {three}",
        "\r\n".join(path.as_uri() for path in files),
        f"{escaped}\n{two}\n'{three}'",
    ):
        assert existing_paths(typed) == meant, typed
    assert existing_paths(f"{two}\n{two}") == (two,)


def test_nothing_is_meant_where_one_is_no_path(files: list[Path]) -> None:
    assert existing_paths(f"{files[0]}\n没有这个.txt") == ()
    assert existing_paths("潮水来了\n船先知道") == ()
    assert existing_paths(" ") == existing_paths("http://harbour.example/b.txt") == ()


def test_a_folder_is_meant_only_where_it_is_written_as_a_path(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = files[2].parent
    monkeypatch.chdir(folder.parent)
    assert existing_paths("夹") == ()
    assert existing_paths("夹/") == existing_paths("'夹/'") == ("夹/",)
    assert existing_paths(str(folder)) == (str(folder),)
    assert existing_paths("b.txt") == ("b.txt",)


@given(st.text())
def test_no_text_crashes_the_search_for_paths(typed: str) -> None:
    existing_paths(typed)
    is_folder(typed)
