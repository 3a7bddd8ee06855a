"""Keys that close a dialog, sent twice before the first is heard: the second one is nobody's."""

import pytest
from reading import opened


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("o", "enter"),
        ("o", "escape"),
        ("t", "enter"),
        (":", "enter"),
        (":", "escape"),
        ("m", "escape"),
        ("?", "escape"),
    ],
)
async def test_a_dialog_closes_once(opens: str, closes: str) -> None:
    async with opened() as reader:
        if opens == "m":
            await reader.press("m")
            await reader.settle()
        await reader.press(opens)
        await reader.settle()
        assert reader.dialog
        if opens == ":":
            await reader.type("glyphs")
        reader.send(closes)
        reader.send(closes)
        await reader.settle()
        assert reader.app.is_running
        assert reader.app._exception is None
        assert reader.dialog == ""
