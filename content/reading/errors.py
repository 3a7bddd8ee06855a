"""The one way in which reading fails."""

from __future__ import annotations

from typing import Literal, TypeAlias

Reason: TypeAlias = Literal[
    "missing",
    "folder",
    "unreadable",
    "empty",
    "binary",
    "too_large",
    "unsupported",
    "pdf",
    "word",
    "picture",
    "encrypted",
    "damaged",
    "unsafe",
    "needs_office",
    "undecodable",
    "unknown_encoding",
]

_SENTENCES: dict[Reason, str] = {
    "missing": "there is no such file",
    "folder": "that is a folder, not a file",
    "unreadable": "it cannot be read",
    "empty": "it holds no text",
    "binary": "it is not a text",
    "too_large": "it is too large",
    "unsupported": "this kind of file is not read yet",
    "pdf": "save a PDF as text or EPUB first",
    "word": "save a .doc or .rtf file as .docx or text first",
    "picture": "turn a picture into text first (OCR)",
    "encrypted": "it is encrypted",
    "damaged": "it is damaged or incomplete",
    "unsafe": "its structure is not safe to open",
    "needs_office": "Word files need an extra: pip install 'tencent-explorer[office]'",
    "undecodable": "it cannot be decoded that way",
    "unknown_encoding": "there is no such encoding",
}


class ReadingError(Exception):
    """A file or text that cannot become a document.

    `reason` is one of a closed set, so that the screen can say it in the reader's language; `name` is
    the file's name as it may be shown, `detail` what the operating system or a limit adds, or "".
    """

    def __init__(self, reason: Reason, name: str, detail: str = "") -> None:
        super().__init__(f"{name}: {_SENTENCES[reason]}{f' ({detail})' if detail else ''}")
        self.reason: Reason = reason
        self.name = name
        self.detail = detail
