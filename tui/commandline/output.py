"""What goes out on standard output and standard error, and what happens when nobody takes it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from content.scrub import FORBIDDEN
from tui.commandline.problems import CommandLineError
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.commandline.records import Record
    from tui.strings import Language


def write_lines(lines: Iterable[str]) -> None:
    """Print lines of safe text.

    Raises BrokenPipeError where the reader has gone (`| head`), CommandLineError where the disk is full.
    """
    _write(f"{line}\n" for line in lines)


def write_text(text: str) -> None:
    """Print a safe text as it stands; raises like `write_lines`."""
    _write([text])


def _write(pieces: Iterable[str]) -> None:
    if not sys.stdout:
        return
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except OSError as error:
        _abandon(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise CommandLineError("error.output", detail=error.strerror or str(error)) from error


def write_json(record: Record) -> None:
    """Print one JSON document on one line; raises like `write_lines`.

    What may never be drawn stands there escaped: paths must be as the file system has them.
    """
    import json  # the app starts without it

    written = json.dumps(record, ensure_ascii=False)
    write_lines([FORBIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)])


def complain(sentence: str, language: Language) -> None:
    """Print one line on standard error, where there is one."""
    if sys.stderr:
        try:
            print(phrase(language, "error.line", sentence=sentence), file=sys.stderr, flush=True)
        except OSError:  # closed, or a full disk: the exit code says it still
            _abandon(sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Let what is still unwritten go nowhere, so that leaving the program does not fail on it again."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
