"""Names that the documents of the library share."""

from pathlib import Path

from library_texts import fill, library_opened, listed
from small_documents import document_of


async def test_a_name_of_several_words_is_searched_for_whole(home: Path) -> None:
    wallet = document_of("他用 QQ 钱包付款，非常方便。", "另外一段说 QQ 群，有个钱包丢了。", title="钱")
    fill(home, wallet)
    async with library_opened("right") as (reader, library):
        key = next(row.key for row in library.view.pane.list.rows if row.key.endswith("QQ 钱包"))
        library.view.choose(key)
        await reader.settle()
        assert library.view.box.value == 'entity:"QQ 钱包"'
        assert any(row.startswith("钱 1 段") for row in listed(library))
