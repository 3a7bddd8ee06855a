"""Characters taken for one another by their shape: 未 and 末, 己 and 已, 折 and 拆. Simplified only."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


def alike(one: str, other: str) -> bool:
    """Tell whether two different folded characters are easily taken for one another."""
    return other != "" and other in lookalikes(one)


def lookalikes(character: str) -> str:
    """Return the characters that a folded character is easily taken for, "" where none are known."""
    return _alike().get(character, "")


@cache
def _alike() -> dict[str, str]:
    written = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    alike: dict[str, str] = {}
    for group in tomllib.loads(written)["groups"].split():
        for character in group:
            known = alike.get(character, "")
            alike[character] = known + "".join(each for each in group if each not in known + character)
    return alike
