"""Windows: the programs that have the shelf open, told apart by name."""

from __future__ import annotations

import os
import secrets


def new_window() -> str:
    """Return a name for a window of this process that no other has."""
    return f"{os.getpid()}-{secrets.token_hex(4)}"


def may_be_open(window: str) -> bool:
    """Tell whether a window may be open still: False where there is no process of its number here."""
    number = window.partition("-")[0]
    if not number.isdecimal():
        return False
    if os.name == "nt":  # asking would end the process there
        return True
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it is somebody else's
        return True
    return True
