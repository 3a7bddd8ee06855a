"""A text that attacks the terminal it is shown in, and what must never be found in a program's output."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE = "云上的工厂"
NEEDLE = "藏在深处的齿轮"  # a piece of the text, to be searched
LONG_LINE = 1_000_000  # characters

# What acts on a terminal, each with what must not come out again.
SEQUENCES: dict[str, bytes] = {
    "clipboard": b"\x1b]52;c;aG9zdGlsZQ==\x07",
    "window title": b"\x1b]0;hostile-title\x1b\\",
    "hyperlink": b"\x1b]8;;http://hostile.invalid/\x1b\\link\x1b]8;;\x1b\\",
    "clear": b"\x1b[2J\x1b[31337;1H",
    "leave the alternate screen": b"\x1b[?1049l",
    "device control": b"\x1bPhostile\x1b\\",
    "eight-bit CSI as UTF-8": b"\xc2\x9b31337m",
    "eight-bit OSC as UTF-8": b"\xc2\x9d0;hostile\xc2\x9c",
    "eight-bit CSI as a byte": b"\x9b31337m",
    "bell, backspace, delete": b"\x07\x08\x7f",
    "shift out": b"\x0e\x0f",
    "NUL": b"\x00",
    "lone surrogates": b"\xed\xa0\x80\xed\xbf\xbf",
    "bidirectional override": "\u202etxt.exe\u202c".encode(),
    "bidirectional isolate": "\u2066abc\u2069".encode(),
    "separators": "\u2028\u2029\x85".encode(),
}
MARKUP = "营收[69%]增长，[/]收尾，[@click=app.quit]点我[/]，[b]粗[/b]，[red on blue]，\\[转义]，[link=http://x]连[/link]"


def hostile_text(sequences: Iterable[bytes] = SEQUENCES.values(), long_line: int = LONG_LINE) -> bytes:
    """Return an article with each sequence within a paragraph, markup, a line of `long_line` characters."""
    lines = [TITLE.encode(), MARKUP.encode(), f"{NEEDLE}{MARKUP}".encode()]
    lines += ["　　厂长说，".encode() + sequence + "机器照常运转。".encode() for sequence in sequences]
    lines += [("长" * 99 + "，").encode() * (long_line // 100), "　　这一段是结尾。".encode()]
    return b"\n\n".join(lines) + b"\n"


# What a program on a full screen has reason to write: CSI with parameters, and OSC 22 (the pointer's shape)
# and OSC 11 (the question for the background), each whole.
_OWN = re.compile(r"\x1b\[[<>?]?[\d;]*\$?[A-Za-z]|\x1b\](?:22;[a-z-]*|11;\?)(?:\x07|\x1b\\)|\x1b[78]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ALTERNATE = re.compile(rb"\x1b\[\?1049([hl])")


def forbidden_in(output: bytes) -> list[str]:
    """Return what stands in a program's output that no terminal should be sent, with what is around it.

    Bytes that are not UTF-8, C0 and C1 control characters beside newline, tab and carriage return, the
    bidirectional controls, and every escape sequence of a kind that the program has no reason to write.
    """
    text = output.decode("utf-8", "surrogateescape")
    rest = _OWN.sub("", text)
    found = [repr(rest[max(0, hit.start() - 12) : hit.end() + 24]) for hit in _FORBIDDEN.finditer(rest)]
    found += [repr(hit.group()) for hit in re.finditer("[\ud800-\udfff]+", rest)]
    found += [repr(own) for own in _OWN.findall(text) if "31337" in own or own == "\x1b[2J"]
    return found


def screens_entered_and_left(output: bytes) -> str:
    """Return `h` for each time the alternate screen was entered and `l` for each time it was left."""
    return b"".join(_ALTERNATE.findall(output)).decode()
