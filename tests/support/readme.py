"""What the README repeats from the program: its key table, its examples, its picture.

Run as a script it writes the table into README.md and makes the picture of the reader anew.
"""

from __future__ import annotations

import asyncio
import os
import re
import shlex
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PICTURE = ROOT / ".readme" / "reader.svg"
COLUMNS, ROWS = 120, 36  # cells of the picture
THEME = "金融"  # what is typed in the theme menu for it

_KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_PYTHON = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)

_FETCHED_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_FONTS = "'Sarasa Mono SC', 'Noto Sans Mono CJK SC', 'Source Han Mono SC', monospace"


def key_table_in(readme: str) -> str:
    """Return what stands between the README's markers of the key table."""
    found = _KEYS.search(readme)
    return found.group() if found else ""


def with_key_table(readme: str, table: str) -> str:
    """Return the README with another key table between its markers."""
    return _KEYS.sub(lambda _: table, readme)


def console_commands(readme: str) -> list[str]:
    """Return the command lines that the README shows after a `$`."""
    blocks = "\n".join(_CONSOLE.findall(readme))
    return [line.removeprefix("$ ") for line in blocks.splitlines() if line.startswith("$ ")]


def is_screen(line: str) -> bool:
    """Whether a command line of the README opens the screen rather than prints and ends."""
    _, _, last = line.rpartition("|")
    arguments = [word for word in shlex.split(last)[1:] if not word.startswith("--")]
    prints = {
        *("outline", "search", "entities", "themes", "figures", "quotes"),
        *("concordance", "cooccurrence", "timeline", "bookmarks", "library", "doctor"),
    }
    return not prints.intersection(arguments[:1]) and "--version" not in line


def python_examples(readme: str) -> list[str]:
    """Return the README's examples in Python."""
    return _PYTHON.findall(readme)


async def _make_picture() -> None:
    from content import open_document
    from tui.app import ExplorerApp

    app = ExplorerApp(open_document(), language="hans")
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        await pilot.press("t", *THEME, "enter", "n")  # on the second passage of a theme, its words tinted
        await pilot.pause()
        picture = app.export_screenshot(title="tencent-explorer")
    picture = _FETCHED_FONT.sub("", picture).replace("Fira Code, monospace", _FONTS)
    PICTURE.write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    from tui.commands import key_table

    README.write_text(with_key_table(README.read_text("utf-8"), key_table("en")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"TENCENT_EXPLORER_HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.environ.pop("NO_COLOR", None)
        PICTURE.parent.mkdir(exist_ok=True)
        asyncio.run(_make_picture())
