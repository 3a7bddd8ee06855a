"""Files that no reader can open, each with the reason that must be given."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

from books import PROSE, book, book_files, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

GIGABYTE = 1024**3
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
_LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod '
    'Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e:EncryptedData></encryption>'
)


def _files() -> dict[str, bytes | str]:
    return book_files({"1.xhtml": f"<p>{PROSE}</p>"})


CONTENT: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (bytes, "empty"),
    "blank.txt": (lambda: " \n\t\u3000\u00a0\r\n".encode(), "empty"),
    "mark.txt": (lambda: b"\xef\xbb\xbf", "empty"),
    "binary.txt": (lambda: bytes(range(256)) * 40, "binary"),
    "truncated.epub": (lambda: book({"1.xhtml": f"<p>{PROSE}</p>"})[:300], "damaged"),
    "truncated.docx": (lambda: b"PK\x03\x04word/document.xml", "damaged"),
    "truncated.webarchive": (lambda: b"bplist00\xd1\x01", "damaged"),
    "truncated.mhtml": (
        lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x",
        "damaged",
    ),
    "empty.html": (lambda: b"<!DOCTYPE html>", "empty"),
    "locked.epub": (lambda: zipped({**_files(), "META-INF/encryption.xml": _LOCKED}), "encrypted"),
    "laughs.epub": (lambda: zipped({**_files(), "META-INF/container.xml": _LAUGHS}), "unsafe"),
    "leads-out.epub": (lambda: zipped({**_files(), "../../x": "x"}), "unsafe"),
    "bomb.epub": (lambda: zipped({**_files(), "OEBPS/x": b"\0" * (17 * 1024 * 1024)}), "too_large"),
    "a.pdf": (lambda: b"%PDF-1.7", "pdf"),
    "a.doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word"),
    "a.png": (lambda: b"\x89PNG\r\n\x1a\n", "picture"),
    "a.zip": (lambda: zipped({"a.txt": PROSE}), "unsupported"),
    "\x1b]0;名\x07\u202e\n.txt": (bytes, "empty"),
}
"""By the file's name its bytes, and the reason for which it is refused."""


def write_hostile_files(folder: Path) -> dict[str, str]:
    """Write all of them into a folder, with what no bytes can say; returns the reasons by the names."""
    for name, (made, _) in CONTENT.items():
        (folder / name).write_bytes(made())
    with (folder / "huge.txt").open("wb") as huge:
        huge.truncate(GIGABYTE)  # a sparse file takes no room
    (folder / "folder").mkdir()
    (folder / "loop").symlink_to("loop")
    no_text = os.fsdecode(b"\xff\xfe.txt")  # a name that is no UTF-8
    (folder / no_text).write_bytes(b"")
    entries = _files() | {f"x/{number}": "" for number in range(10_001)}
    with zipfile.ZipFile(folder / "crowded.epub", "w") as crowded:
        for path, content in entries.items():
            crowded.writestr(path, content)
    told = {name: reason for name, (_, reason) in CONTENT.items()}
    return told | {
        "huge.txt": "too_large",
        "folder": "folder",
        "loop": "unreadable",
        no_text: "empty",
        "crowded.epub": "unsafe",
        "none.txt": "missing",
    }
