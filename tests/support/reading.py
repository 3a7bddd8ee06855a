"""The app in memory, under keys and clicks: opened on a document, pressed, waited for, read off."""

from __future__ import annotations

import html
import re
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from drawing import draw, drawn_at_rest
from textual import events
from textual.keys import _character_to_key
from textual.worker import WorkerCancelled, WorkerFailed

from content.library.reopening import Opened
from content.reading.assembly import Break, Part, assemble
from tui.app import ExplorerApp
from tui.findings import look_up
from tui.keeping import Shown
from tui.screens.reader import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from textual.pilot import Pilot
    from textual.widget import Widget

    from content.document import Document
    from content.library.backlog import Backlog
    from content.search import SearchIndex
    from tui.findings import Findings
    from tui.widgets.article import Article
    from tui.widgets.row_list import RowList

_TICKS = 500
_TURNS = 50  # of messages, where a test keeps one from being handled
_ROUNDS = 40  # of waiting for workers that start others
_NUMBERS = "一二三四五六七八九"
_SENTENCES = (
    "码头上的集市从清早开到天黑，卖鱼的老周把账记在小程序里，隔壁的茶铺照着他的样子做。",
    "腾讯云的工程师来过三回，教大家把货单放到云上，省下一本又一本的簿子。",
    "金融科技听着远，其实就是扫码付钱；银行的人也来摆过摊，马化腾说过的话贴在墙上。",
    "到了雨季，货船晚到两天，保险公司的赔款当晚就进了账，谁也没有跑腿。",
)


def harbour(sections: int = 4, paragraphs: int = 6, **fields: object) -> Document:
    """Make a document of our own: an opening without a heading, headed sections, one without a heading."""
    parts: list[Part | Break] = [Part("epigraph", "潮水来时，船先知道。——渔歌")]
    for section in range(1, sections):
        untitled = section == sections - 1
        heading = Part("heading", f"第{_NUMBERS[section - 1]}节 潮汐")
        parts.append(Break("夜里的灯") if untitled else heading)
        parts += [
            Part("body", f"{section}之{number}，{_SENTENCES[number % 4]}{_SENTENCES[(number + section) % 4]}")
            for number in range(1, paragraphs + 1)
        ]
    parts.append(Part("body", "最后一盏灯灭了，藏宝图还在抽屉里。"))
    values: dict[str, object] = {
        "title": "海港的集市",
        "source": "潮汐周报",
        "date": "2019-05-01",
        "byline": ("林小舟",),
    }
    return assemble(parts, **(values | fields))  # type: ignore[arg-type]


def shown(document: Document) -> Shown:
    """Return a document of no file as the reader shows it."""
    return Shown(document, Opened(document))


class FakeBuilder:
    """Stands in for the helper process: gives an index pairs of characters for words, once it may."""

    def __init__(self, index: SearchIndex, documents: Sequence[Document], _folder: object) -> None:
        self.index = index
        self.documents = documents

    def build(self, _on_progress: object = None, _base: object = None) -> None:
        """Cut every passage."""
        texts = [passage.text for document in self.documents for passage in document.passages]
        self.index.set_words([text[at : at + 2] for at in range(0, len(text), 2)] for text in texts)

    def close(self) -> None:
        """End: there is nothing to end."""


class FakeAnalyst:
    """Stands in for what finds everything in another process: it finds nothing beyond names and themes."""

    def __init__(self, _cache_folder: object, _config_folder: object) -> None:
        """Look for nothing."""

    def known(self, _document: Document) -> Findings | None:
        """Know nothing from before."""
        return None

    def prepare(self) -> None:
        """Be ready."""

    def find(self, document: Document, _index: object, _on_progress: object) -> Findings | None:
        """Find what was found at once."""
        return replace(look_up(document), whole=True)

    def backlog(self, _library: object) -> Backlog | None:
        """Analyse nothing of a library."""
        return None

    def close(self) -> None:
        """End: there is nothing to end."""


class Reader:
    """A running app, and what a test does to it and sees of it."""

    def __init__(self, app: ExplorerApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReaderScreen:
        """The reader, whatever stands over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, ReaderScreen))

    @property
    def article(self) -> Article:
        """The article pane."""
        return self.screen.article

    @property
    def offset(self) -> int:
        """Where the reading line begins."""
        return self.article.reading_offset

    @property
    def passage(self) -> int:
        """The number of the current passage."""
        return self.article.passage.number

    @property
    def line(self) -> str:
        """The text under the reading line."""
        galley = self.article._viewport.galley  # type: ignore[union-attr]
        position = self.article._viewport.reading  # type: ignore[union-attr]
        row = galley.rows(position.passage)[position.row]
        return galley.document.passages[position.passage].text[row.start : row.end]

    @property
    def dialog(self) -> str:
        """The name of the screen over the reader, "" where there is none."""
        return "" if self.app.screen is self.screen else type(self.app.screen).__name__

    @property
    def footer(self) -> str:
        """The footer's row."""
        return "".join(rows(self.screen.keyline)).strip()

    @property
    def masthead(self) -> str:
        """The first row."""
        return "".join(rows(self.screen.masthead)).strip()

    @property
    def hits(self) -> RowList:
        """The list of the search."""
        return self.screen.search.pane.list

    @property
    def summary(self) -> str:
        """What the search says beside its box."""
        return "".join(rows(self.screen.query_one("#search-summary"))).strip()

    @property
    def text(self) -> str:
        """Everything on the screen, row by row, as it is drawn."""
        drawn = self.app.export_screenshot()
        pieces = re.findall(r'<text [^>]*clip-path="url\(#[^)]*-line-(\d+)\)"[^>]*>([^<]*)</text>', drawn)
        lines: dict[int, str] = {}
        for number, piece in pieces:
            lines[int(number)] = lines.get(int(number), "") + html.unescape(piece).replace("\xa0", " ")
        return "\n".join(lines[number].rstrip() for number in sorted(lines))

    async def pause(self) -> None:
        """Let every key and message that is under way be handled, and what follows from it.

        A message is handed up from widget to widget, so what it leads to may take any number of turns.
        """
        for turn in range(_TURNS):
            await self.pilot.pause(0)
            if turn >= 2 and self._is_quiet:
                return

    @property
    def _is_quiet(self) -> bool:
        """Whether no message waits for anything on any screen."""
        screens = self.app.screen_stack
        widgets = (widget for screen in screens for widget in screen.walk_children())
        return all(each._message_queue.empty() for each in (self.app, *screens, *widgets))

    async def settle(self, *, but: tuple[str, ...] = ()) -> None:
        """Wait until no worker is at work, but for groups in `but` and one that never ends; draw."""
        but += ("watch",)
        for _ in range(_ROUNDS):
            await self.pause()
            working = [each for each in self.app.workers if not each.is_finished and each.group not in but]
            if not working:
                await self._laid_out()
                draw(self.app)
                return
            for worker in working:
                try:
                    await worker.wait()
                except (WorkerCancelled, WorkerFailed):
                    continue
        raise AssertionError("workers kept starting workers")

    async def _laid_out(self) -> None:
        """Wait for the layout that is asked for: Textual does it at the next tick of a timer."""
        for _ in range(_TICKS):
            screen = self.app.screen  # one that came just now has no layout at all
            asked = any(each._layout_required for each in (screen, *screen.walk_children()))
            if not asked and screen._compositor.size == self.app.size:
                return
            await self.pilot.pause(0)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each handled before the next."""
        for key in keys:
            self.send(key)
            await self.pause()

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        name = _character_to_key(key) if len(key) == 1 else key
        printed = key if len(key) == 1 else {"space": " ", "ideographic_space": "\u3000"}.get(key)
        self.app.post_message(events.Key(name, printed))

    async def type(self, typed: str) -> None:
        """Type a text into whatever has the focus, and wait for what comes of it."""
        await self.press(*typed)
        await self.settle()

    async def paste(self, pasted: str) -> None:
        """Paste a text into whatever has the focus, and wait for what comes of it."""
        self.app.post_message(events.Paste(pasted))
        await self.settle()

    async def click(self, widget: Widget, column: int, row: int = 0, **which: object) -> None:
        """Click a cell of a widget."""
        await self.pilot.click(widget, offset=(column, row), **which)  # type: ignore[arg-type]
        await self.pause()

    async def resize(self, columns: int, lines: int) -> None:
        """Change the terminal's size."""
        await self.pilot.resize_terminal(columns, lines)
        await self.pause()
        await self._laid_out()


def rows(widget: Widget) -> list[str]:
    """Return the rows of a widget as it draws them."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


@asynccontextmanager
async def opened(
    document: Document | None = None,
    *,
    size: tuple[int, int] = (120, 20),
    language: str | None = "hans",
    path: str | None = None,
    settled: bool = True,
    every_step: bool = False,
) -> AsyncIterator[Reader]:
    """Run the app on a document, by default on `harbour()`; drawn where it rests, or at `every_step`."""
    app = ExplorerApp(document or harbour(), path=path, is_new=path == "-", language=language)
    with nullcontext() if every_step else drawn_at_rest():
        async with app.run_test(size=size) as pilot:
            reader = Reader(app, pilot)
            if settled:
                await reader.settle()
            yield reader
            draw(app)
