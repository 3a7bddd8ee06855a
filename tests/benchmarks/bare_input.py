"""The baseline of a keystroke: a Textual application with one text box, and nothing else."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Input


class BareInput(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(placeholder="BareInput")


if __name__ == "__main__":
    BareInput().run()
