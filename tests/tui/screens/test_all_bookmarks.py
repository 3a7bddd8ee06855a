"""The bookmarks of all documents, listed over the reader and gone to wherever they stand."""

from pathlib import Path

from library_texts import ALL, HARBOUR, TIDE, fill, library_in
from reading import Reader, harbour, opened
from small_documents import document_of

from content import open_document
from content.shelf import Shelf

OTHER = harbour()


async def listed(reader: Reader, *typed: str) -> list[str]:
    await reader.press('"')
    await reader.settle()
    assert reader.dialog == "WideChooser"
    await reader.press(*typed)
    return [
        row.text.split()[0] + row.right[0][0].strip() for row in reader.app.screen.query_one("RowList").rows
    ]


async def test_they_are_filtered_by_title_too_and_lead_into_their_documents(home: Path) -> None:
    fill(home)
    edition = open_document()
    with Shelf(home) as shelf:
        shelf.add_bookmark(HARBOUR, HARBOUR.passages[2], tags=("灯",))
        shelf.add_bookmark(TIDE, TIDE.passages[1])
        shelf.add_bookmark(edition, edition.passages[8])
        shelf.add_bookmark(OTHER, OTHER.passages[4])
    async with opened(OTHER) as reader:
        assert len(await listed(reader)) == 4
        await reader.press("escape")
        assert await listed(reader, *"tuichao") == ["2退潮"]
        await reader.press("enter")
        await reader.settle()
        assert (reader.masthead[:2], reader.passage, reader.footer[:6]) == ("退潮", 2, "书签 1/1")
        assert await listed(reader, *"#灯") == ["3海港的集市"]
        await reader.press("enter")
        await reader.settle()
        assert (reader.passage, reader.screen.document.digest) == (3, HARBOUR.digest)
        await listed(reader, *"gxb")
        await reader.press("enter")
        await reader.settle()
        assert (reader.passage, reader.screen.document.edition) == (9, True)
        assert await listed(reader, *"1之3") == ["5海港的集市"]
        await reader.press("enter")
        await reader.settle()
        assert reader.footer == "书库里找不到《海港的集市》的文字了"
        assert reader.screen.document.edition


async def test_one_of_an_earlier_version_is_gone_to_in_the_present_one(home: Path) -> None:
    before = document_of(*(passage.text for passage in TIDE.passages), title="退潮")
    after = document_of("新的一段。", *(passage.text for passage in TIDE.passages), title="退潮")
    with library_in(home) as library:
        for document in (before, after):
            library.add(document, "/文章/退潮.txt")
        library.shelf.add_bookmark(before, before.passages[0])
        snow = document_of("雪落在山上，一直落到天亮。", title="退潮")
        library.add(snow, "/文章/退潮.txt")
        lost = library.shelf.add_bookmark(snow, snow.passages[0])
        library.add(after, "/文章/退潮.txt")
    async with opened(ALL[0], path="-") as reader:
        await listed(reader)
        moved, nowhere = (row.text.split() for row in reader.app.screen.query_one("RowList").rows)
        assert moved[:2] == ["2", "已移位"]
        assert (nowhere[0], nowhere[-1]) == ("?", lost.quote)
        await reader.press("enter")
        await reader.settle()
        assert (reader.screen.document.digest, reader.passage) == (after.digest, 2)
