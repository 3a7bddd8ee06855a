"""A library of small documents of our own, kept in the folder that a test names, and the app opened on it."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from reading import FakeBuilder, Reader, opened
from small_documents import document_of

from content import open_document
from content.library.library import Library
from content.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    import pytest

    from content.document import Document
    from tui.screens.library.screen import LibraryScreen

HARBOUR = document_of(
    "码头上的集市从清早开到天黑，灯塔亮了一夜。",
    "卖鱼的老周把账记在小程序里，腾讯云的工程师来过三回。",
    "雨季里货船晚到两天，灯塔照着空空的码头。",
    title="海港的集市", byline=("林小舟",), source="潮汐周报", date="2019-05-01",
)  # fmt: skip
TIDE = document_of("潮水退了以后，孩子们提着桶去捡贝壳。", "灯塔在远处。", title="退潮", source="潮汐周报")
FACTORY = document_of("账本搬到了腾讯云上。", "厂长说省下了三间屋子。", title="云上的工厂", date="2020-11")
ALL = (HARBOUR, TIDE, FACTORY)


@contextmanager
def library_in(home: Path) -> Iterator[Library]:
    """Open the library in a folder as another program would."""
    with Shelf(home) as shelf:
        library = Library(home, shelf)
        try:
            yield library
        finally:
            library.close()


def fill(home: Path, *documents: Document) -> None:
    """Put documents into the library in a folder."""
    with library_in(home) as library:
        for number, document in enumerate(documents or ALL):
            library.add(document, f"/文章/{number}.txt")


def use_fake_index(patched: pytest.MonkeyPatch) -> None:
    """Have the index of a library made of pairs of characters, in no other process."""
    import content.library.across

    patched.setattr(content.library.across, "IndexBuilder", FakeBuilder)


@asynccontextmanager
async def library_opened(*keys: str, **how: object) -> AsyncIterator[tuple[Reader, LibraryScreen]]:
    """Run the app on the edition, with the library over it and keys pressed there."""
    async with opened(open_document(), **{"size": (120, 30), **how}) as reader:  # type: ignore[arg-type]
        await reader.press("o")
        await reader.settle()
        library = library_of(reader)
        for key in keys:
            await reader.press(key)
            await reader.settle()
        yield reader, library


def library_of(reader: Reader) -> LibraryScreen:
    """Return the library that stands over the reader."""
    return next(each for each in reader.app.screen_stack if type(each).__name__ == "LibraryScreen")  # type: ignore[return-value]


def listed(library: LibraryScreen) -> list[str]:
    """Return the rows of the view that shows, as they are drawn, without runs of spaces."""
    rows = library.view.pane.list
    drawn = (rows.render_line(y).text for y in range(min(len(rows.rows), rows.size.height)))
    return [" ".join(line.split()) for line in drawn]


def said(library: LibraryScreen) -> str:
    """Return what the library's footer says."""
    return library._keyline.render_line(0).text.strip()
