"""What is typed or clicked after the key that leaves, before the program has gone: nobody's."""

import pytest
from reading import opened


@pytest.mark.parametrize(
    "after",
    [*"云oq", "tab", *(pytest.param(key, marks=pytest.mark.thorough) for key in "tm/:?")],
)
@pytest.mark.parametrize("pane", ["", "1"])
async def test_keys_after_the_one_that_leaves_do_nothing(after: str, pane: str) -> None:
    async with opened() as reader:
        if pane:
            await reader.press(pane)
            reader.app.exit()
        else:
            reader.send("q")
        reader.send(after)
    assert reader.app._exception is None


async def test_a_dialog_that_is_asked_for_while_leaving_fails_nothing() -> None:
    async with opened() as reader:
        reader.screen.call_next(reader.screen.run_action, "theme_menu")
        reader.app.exit()
    assert reader.app._exception is None
