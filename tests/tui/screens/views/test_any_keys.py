"""Keys in any order, typed faster than views open and close, never end the program."""

from __future__ import annotations

import random

import pytest
from reading import opened

from tui.commands import COMMANDS

_LEAVES = {"quit", "leave"}
KEYS = [
    *(key for command in COMMANDS if command.id not in _LEAVES for key in command.all_keys),
    *("enter", "space", "escape", "down", "up", ".", "c", "D", "W", "R", "2", "3", "4", "5", "云") * 8,
]


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(40))
async def test_no_order_of_keys_ends_the_program(seed: int) -> None:
    chance = random.Random(seed)
    language = chance.choice(["hans", "hant", "en"])
    async with opened(size=chance.choice([(120, 40), (80, 24), (40, 12)]), language=language) as reader:
        typed = [chance.choice(KEYS) for _ in range(60)]
        for key in typed:
            reader.send(key)
            if chance.random() < 0.3:
                await reader.pause()
        await reader.settle()
        assert reader.app.is_running, typed
        assert reader.app._exception is None, typed
