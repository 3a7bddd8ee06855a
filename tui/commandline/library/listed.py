"""`library list`: what is in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.library.ordering import ORDERS, ordered
from tui.commandline.library import listing, records
from tui.commandline.library.opening import DONE, NOTHING, opened_library, refuse_unreadable
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError

if TYPE_CHECKING:
    from tui.commandline.options import Request
    from tui.strings import Language


def run(request: Request, language: Language) -> int:
    """List what is in the library."""
    if len(request.words) > 1:
        raise CommandLineError("usage.too_many", word=request.words[1])
    order = request.value("--sort") or "opened"
    if order not in ORDERS:
        raise CommandLineError("usage.sort", value=order, orders=" ".join(ORDERS))
    with opened_library(language) as library:
        entries = ordered(library.entries(), order)
        if not entries:
            refuse_unreadable(library, language)
    if request.has("--json"):
        write_json({"documents": [records.entry(each) for each in entries]})
    else:
        write_lines(listing.entries(entries, language))
    return DONE if entries else NOTHING
