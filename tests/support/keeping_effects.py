"""What the actions that mark, place again and take away do, as `key_effects` has it of the others."""

from key_effects import Press, does
from reading import Reader


@does
async def place_again(reader: Reader, press: Press) -> None:
    await press()
    assert reader.footer == "这个书签就在原位"


def marked(reader: Reader) -> str:
    span = reader.screen.marking.span
    return reader.screen.document.text[span.start : span.end] if span else ""


@does
async def mark(reader: Reader, press: Press) -> None:
    await press()
    assert marked(reader) == reader.screen.document.passages[0].text[:10]


async def marked_after(reader: Reader, press: Press) -> str:
    await reader.screen.run_action("mark")
    assert marked(reader) == "潮水来时，船先知道。"
    await press()
    return marked(reader)


@does
async def mark_right(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == "潮水来时，船先知道。—"


@does
async def mark_left(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == "潮水来时，船先知道"


@does
async def mark_next_word(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == "潮水来时，船先知道。——"


@does
async def mark_previous_word(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == "潮水来时，船先知"


@does
async def mark_next_sentence(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == reader.screen.document.passages[0].text


@does
async def mark_previous_sentence(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("mark")
    await reader.screen.run_action("mark_next_sentence")
    await press()
    assert marked(reader) == "潮水来时，船先知道。"


@does
async def mark_other_end(reader: Reader, press: Press) -> None:
    assert await marked_after(reader, press) == "潮水来时，船先知道。"
    await reader.screen.run_action("mark_right")
    assert marked(reader) == "水来时，船先知道。"


@does
async def export(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("bookmark")
    await reader.settle()
    await press()
    await reader.settle()
    assert reader.dialog == "ExportScreen"
    await reader.press("escape")
    await reader.screen.run_action("undo")


@does
async def all_bookmarks(reader: Reader, press: Press) -> None:
    await press()
    await reader.settle()
    assert reader.dialog == "WideChooser"
    assert "所有书签 · 0" in reader.text
