"""How the parts of our own widgets are drawn: one table for each palette.

They are not component classes of the style sheet: Textual would resolve each of them for each widget
anew, which is half of the time to the first paint.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rich.style import Style

from tui.colours import COLOURS
from tui.themes import THEMES, TOPICS

if TYPE_CHECKING:
    from textual.widget import Widget

# What a colour says, underline, bold or reverse says too, where there is none (NO_COLOR) or few of them.
_PARTS = {
    "": "",
    "article": "{article}",
    "heading": "bold {accent}",
    "derived": "bold {quiet}",
    "quiet": "{quiet}",
    "strong": "bold {article}",
    "mark": "{accent}",
    "warning": "{warning}",
    "rule": "{rule}",
    "bar": "{rule}",
    "line-bar": "{accent}",
    "badge": "bold {accent}",
    "line": "on {panel}",
    "member": "underline on {hit}",
    "present": "bold reverse {hit-now} on {hit-now-text}",
    "selection": "{article} on {hit}",
    "kept": "underline on {kept}",
    **{f"kept-{colour}": f"underline on {{kept-{colour}}}" for colour in COLOURS},
    "hit": "underline on {hit}",
    "tab": "{quiet}",
    "present-tab": "bold underline {article}",
    "cursor": "bold on {cursor}",
    "cursor-far": "on {panel}",
    **{f"topic-{number}": f"{{topic-{number}}}" for number in range(1, TOPICS + 1)},
}

# Of sixteen colours, and of greys, several of ours are one: what tells rows apart has to be a stronger one.
_PARTS_OF_FEW_COLOURS = {
    **_PARTS,
    "badge": "bold reverse {accent}",
    "cursor": "bold on {rule}",
    "cursor-far": "on {rule}",
}


@cache
def _styles(theme_name: str, *, few_colours: bool) -> dict[str, Style]:
    theme = next((theme for theme in THEMES if theme.name == theme_name), THEMES[0])
    colours = {**theme.variables, "accent": theme.accent, "panel": theme.panel, "warning": theme.warning}
    forms = _PARTS_OF_FEW_COLOURS if few_colours else _PARTS
    return {part: Style.parse(form.format_map(colours)) for part, form in forms.items()}


def part_style(widget: Widget, part: str) -> Style:
    """Return how a part is drawn in the palette of the widget's app; raises KeyError for an unknown part."""
    app = widget.app
    return _styles(app.theme, few_colours=app.no_color or app.console.color_system == "standard")[part]
