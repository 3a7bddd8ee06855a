"""Where the program begins: environment first, then only what is needed."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

INTERRUPTED, PIPE_CLOSED = 130, 141
"""Exit codes: as a shell reports SIGINT and SIGPIPE."""


def main() -> int:
    """Run the program with the arguments it was given and return its exit code."""
    # Textual reads both when it is first imported. Without the first, what an input method commits at once
    # arrives as garbage; the second paints a keystroke in 23 ms instead of 40.
    gc.disable()  # nothing that start-up makes is garbage; the app collects again once it has painted
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    os.environ.setdefault("TEXTUAL_FPS", "120")
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream speaks the locale's encoding, which may not know 腾讯.
        if stream:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]

    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - it stays open

    from tui.cli import run

    try:
        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return PIPE_CLOSED


if __name__ == "__main__":
    sys.exit(main())
