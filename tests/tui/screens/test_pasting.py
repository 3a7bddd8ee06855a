"""What is pasted into a box is as hostile as any text from outside."""

import pytest
from hostile import SEQUENCES, forbidden_in
from reading import opened, rows

from tui.widgets.box import LONGEST_PASTE, Box

PASTED = "潮" + b"".join(SEQUENCES.values()).decode("utf-8", "replace") + "水[/][@click=app.quit]"


@pytest.mark.parametrize("keys", ["/", "o", ":", "t", "mm"])
async def test_nothing_that_acts_on_the_terminal_is_drawn(keys: str) -> None:
    async with opened() as reader:
        for key in keys:
            await reader.press(key)
            await reader.settle()
        await reader.paste(PASTED)
        box = reader.app.focused or reader.app.screen.query_one("Preview")  # several lines are offered
        drawn = "".join(segment.text for y in range(box.size.height) for segment in box.render_line(y))
        assert "潮" in drawn
        assert forbidden_in(drawn.encode("utf-8", "surrogatepass")) == []
        await reader.press("escape")
        assert reader.app.is_running


async def test_what_is_offered_stands_over_keys_that_do_nothing_now() -> None:
    async with opened() as reader:
        await reader.press("j")
        keys = reader.text.splitlines()[-1]
        assert "加书签" in keys
        await reader.paste("第一行\n第二行\n第三行")
        assert reader.dialog == "PastedScreen"
        assert "加书签" not in reader.text
        await reader.press("escape")
        assert reader.text.splitlines()[-1] == keys


async def test_a_note_is_kept_as_it_was_shown() -> None:
    async with opened() as reader:
        await reader.press("m")
        await reader.settle()
        await reader.press("m")
        await reader.paste("潮\x1b[2J水")
        await reader.press("escape")
        await reader.settle()
        assert reader.screen.keeping.bookmarks.placed[0].bookmark.note == "潮\N{REPLACEMENT CHARACTER}[2J水"


@pytest.mark.parametrize("keys", ["/", ":", "t"])
async def test_a_box_takes_as_much_of_a_paste_as_it_draws_at_once_and_says_that_the_rest_is_cut(
    keys: str,
) -> None:
    async with opened() as reader:
        for key in keys:
            await reader.press(key)
            await reader.settle()
        box = reader.app.focused
        assert isinstance(box, Box)
        await reader.type("一二")
        await reader.paste("云" * (LONGEST_PASTE + 10))
        assert box.value == "一二" + "云" * (LONGEST_PASTE - 2)
        assert f"{LONGEST_PASTE:,}" in rows(reader.screen.keyline)[0]
        box.action_select_all()
        await reader.paste("潮\n水")
        assert box.value == "潮"
