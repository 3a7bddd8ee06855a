"""What the footer offers: in the article, and in each of the lists."""

from __future__ import annotations

from tui.commands import commands

EDITED = ("names", "themes")
"""Lists with rows that can be edited and hidden."""

_ONLY_IN = {
    "edit_row": EDITED,
    "delete_row": (*EDITED, "bookmarks"),
    "place_again": ("bookmarks",),
    "details": (*EDITED, "figures", "quotes"),
    "sort_figures": ("figures",),
}


def offered_in(list_id: str) -> list[str]:
    """Return the ids of the commands to offer while a list has the focus, or the article where that is "".

    In a list they are those of all lists, and of the reader's own those about this one.
    """
    if not list_id:
        return [each.id for each in commands("reader") if each.footer]
    known = [each.id for each in commands("list") if each.footer]
    known += [name for name in _ONLY_IN if name not in known]
    return [name for name in known if list_id in _ONLY_IN.get(name, (list_id,))] + ["help"]
