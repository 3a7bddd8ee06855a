from __future__ import annotations

from pathlib import Path

import pytest

from content.library.places import cache_folder, config_folder, data_folder


def test_one_variable_moves_everything_to_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path))
    assert data_folder() == config_folder() == tmp_path
    assert cache_folder() == tmp_path / "cache"


def test_the_named_folder_may_be_relative_or_begin_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", "here")
    assert data_folder() == tmp_path / "here"
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", "~/there")
    assert data_folder() == Path.home() / "there"
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", "~nobody-of-that-name/there")
    assert data_folder() == Path.cwd() / "~nobody-of-that-name" / "there"


@pytest.mark.parametrize("named", ["", None])
def test_otherwise_the_platform_says_where(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TENCENT_EXPLORER_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("TENCENT_EXPLORER_HOME", named)
    for folder in (data_folder(), config_folder(), cache_folder()):
        assert folder.is_absolute()
        assert "tencent-explorer" in folder.parts
    assert not data_folder().is_relative_to(cache_folder())
