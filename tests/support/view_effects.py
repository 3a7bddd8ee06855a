"""What the actions do that open views of what was found, and that edit it."""

from key_effects import Press, choose_three, does
from reading import Reader

# Views.


@does
async def concordance(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "ConcordanceScreen"


@does
async def this_passage(reader: Reader, press: Press) -> None:
    reader.article.go_to_passage(3)
    await press()
    assert reader.dialog == "PageScreen"
    assert "本段  第 3 段" in reader.text


@does
async def details(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("show_names")
    reader.app.focused.put_cursor("马化腾")
    await press()
    assert reader.dialog == "PageScreen"
    assert "同段出现" in reader.text


@does
async def dispersion(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "PageScreen"
    assert "主题分布" in reader.text


@does
async def timeline(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "PageScreen"
    assert "时间线" in reader.text


@does
async def analyse(reader: Reader, press: Press) -> None:
    await press()
    assert reader.footer == "已经分析完"


@does
async def sort_context(reader: Reader, press: Press) -> None:
    choose_three(reader)
    await reader.screen.run_action("concordance")
    await reader.settle()
    await press()
    await reader.settle()
    assert "按左边的字" in reader.text


# Names and themes.


@does
async def edit_row(reader: Reader, press: Press) -> None:
    await reader.screen.run_action("show_names")
    await reader.pause()
    name = reader.app.focused.row.key
    await press()
    assert reader.dialog == "FormScreen"
    assert reader.app.screen.values["name"] == name


@does
async def add_name(reader: Reader, press: Press) -> None:
    await press()
    assert reader.dialog == "FormScreen"
    assert "把词加入名录" in reader.text
