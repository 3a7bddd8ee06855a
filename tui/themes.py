"""The two palettes, ink on a dark screen and paper on a light one, as Textual themes.

The article is brighter than everything around it and there is one accent. A tint never carries
meaning alone: on 16 colours, or with NO_COLOR, underline and reverse have to say the same.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

from tui.colours import COLOURS

TOPICS = 9
_TINT = 0.2  # of a colour in the ground of what is kept in it


def _theme(
    name: str,
    topics: str,
    *,
    dark: bool,
    background: str,
    panel: str,
    article: str,
    quiet: str,
    rule: str,
    accent: str,
    warning: str,
    error: str,
    success: str,
    hit: str,
    hit_now: str,
    cursor: str,
) -> Theme:
    """Make a theme; `topics` are nine colours separated by spaces, all values `#rrggbb`."""
    on_accent = background if dark else article
    named = {f"topic-{number}": colour for number, colour in enumerate(topics.split(), 1)}
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=quiet,
        accent=accent,
        warning=warning,
        error=error,
        success=success,
        foreground=article,
        background=background,
        surface=background,
        panel=panel,
        variables={
            "article": article,
            "quiet": quiet,
            "rule": rule,
            "hit": hit,
            "hit-now": hit_now,
            "hit-now-text": on_accent,
            "cursor": cursor,
            **named,
            "kept": _tinted(background, quiet),
            **{f"kept-{colour}": _tinted(background, named[topic]) for colour, topic in COLOURS.items()},
            "block-cursor-foreground": article,
            "block-cursor-background": cursor,
            "block-cursor-blurred-foreground": article,
            "block-cursor-blurred-background": cursor,
            "border": accent,
            "border-blurred": rule,
            "input-cursor-background": accent,
            "input-cursor-foreground": on_accent,
            "input-selection-background": hit,
            "screen-selection-background": hit,
            "screen-selection-foreground": article,
            "scrollbar": rule,
            "scrollbar-hover": quiet,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
        },
    )


def _tinted(ground: str, colour: str) -> str:
    """Return the ground of a stretch that is kept."""
    return Color.parse(ground).blend(Color.parse(colour), _TINT).hex


INK = _theme(
    "ink",
    "#5aa0ff #6fcb78 #3fc1ab #b496f5 #f2925c #f283b6 #d8d35e #5fd3ef #f06464",
    dark=True,
    background="#14161a",
    panel="#1d2025",
    article="#ebe6dc",
    quiet="#9d998f",
    rule="#41454c",
    accent="#f0b030",
    warning="#e8834f",
    error="#f07070",
    success="#7fc98b",
    hit="#4a3a12",
    hit_now="#f0b030",
    cursor="#2b3038",
)

PAPER = _theme(
    "paper",
    "#1a56c4 #2f7d1e #00756a #7a34b8 #b34a00 #b0206f #6b6600 #00659a #c0281f",
    dark=False,
    background="#faf7f0",
    panel="#eeedea",
    article="#1b1a17",
    quiet="#69645a",
    rule="#c6c2ba",
    accent="#8f5600",
    warning="#8f3a00",
    error="#b3261e",
    success="#23692c",
    hit="#fbe7b0",
    hit_now="#f2b33d",
    cursor="#e2ded6",
)

THEMES: tuple[Theme, ...] = (INK, PAPER)
"""Register each with `App.register_theme`; name them `ink` and `paper`."""


def topic_variable(position: int) -> str:
    """Return the theme variable for the colour of the theme (topic) at a position, counted from 0."""
    return f"topic-{position % TOPICS + 1}"
