import pytest
from analysts import InProcess

import tui.analysing


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find everything at once."""
    monkeypatch.setattr(tui.analysing, "Analyst", InProcess)
    monkeypatch.setattr(InProcess, "cached", True)
