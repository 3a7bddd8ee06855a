"""A list of rows: what stays in sight as rows come in."""

from reading import opened

from tui.widgets.row_list import ListRow

ROWS = [ListRow(f"{number}", ((f"第{number}行", ""),)) for number in range(30)]


def heading(key: str) -> ListRow:
    return ListRow(key, ((key, ""),), heading=True)


async def test_all_headings_over_the_first_row_stay_in_sight() -> None:
    async with opened(size=(120, 12)) as reader:
        listed = reader.screen.panes.side.pane.list
        for above in ([heading("甲")], [heading("仍在"), heading("甲")], [heading("甲")], []):
            listed.show([*above, *ROWS])
            await reader.pause()
            assert (listed.row, listed.scroll_y) == (ROWS[0], 0)
        height = listed.size.height
        listed.show([*(heading(f"h{number}") for number in range(2 * height)), *ROWS], cursor="0")
        await reader.pause()
        assert listed.scroll_y + height > 2 * height  # the row is in sight, however many there are
