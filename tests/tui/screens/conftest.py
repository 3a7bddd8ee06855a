from pathlib import Path

import pytest
from reading import FakeAnalyst, FakeBuilder

import tui.analysing
import tui.searching


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep everything in a folder of the test, away from tmux and from the helper process."""
    folder = tmp_path / "home"
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(folder))
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setattr(tui.searching, "IndexBuilder", FakeBuilder)
    monkeypatch.setattr(tui.analysing, "Analyst", FakeAnalyst)
    return folder
