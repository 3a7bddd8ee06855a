import pytest
from library_texts import use_fake_index


@pytest.fixture(autouse=True)
def index(monkeypatch: pytest.MonkeyPatch) -> None:
    use_fake_index(monkeypatch)
