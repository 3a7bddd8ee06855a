"""How far work is: a bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.strings import Language

Step: TypeAlias = "Callable[[int, int], None]"
"""Takes how much is done, and of how much."""


@contextmanager
def progress(language: Language) -> Iterator[Callable[[str], Step]]:
    """Give what begins to show a piece of work in place of the one before; at the end nothing of it stays.

    A piece is named by a key of the command line's words, which may have `done`, `total` and `percent`.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        yield lambda _: lambda _done, _total: None
        return

    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        console=Console(file=sys.stderr),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bars:

        def show(key: str) -> Step:
            for shown in bars.task_ids:
                bars.remove_task(shown)
            task = bars.add_task("", total=None, visible=False)

            def step(done: int, total: int) -> None:
                percent = 100 * done // max(1, total)
                said = phrase(language, key, done=f"{done:,}", total=f"{total:,}", percent=percent)
                bars.update(task, description=said, completed=done, total=total, visible=True)

            return step

        yield show
