"""A folder with every input that must not be read: each is named once, and the rest is added."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from books import PROSE, book, book_files, page, zipped
from hostile import forbidden_in

from content.reading.archive import LARGEST_ENTRY
from content.reading.limits import LARGEST
from tui.cli import run

if TYPE_CHECKING:
    import pytest

PAGE = "OEBPS/text/1.xhtml"
FILES = book_files({"1.xhtml": f"<p>{PROSE}</p>"})
LAUGHS = '<!DOCTYPE html [<!ENTITY a "雾"><!ENTITY b "&a;&a;&a;&a;">]><html><body>&b;</body></html>'
PROTECTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData '
    'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptionMethod '
    'Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e:EncryptedData></encryption>'
)
BAD: dict[str, tuple[bytes, str]] = {
    "空.txt": (b" \n", "empty"),
    "二进制.txt": (bytes(range(256)) * 40, "binary"),
    "截断.epub": (book({"1.xhtml": PROSE * 50})[:-200], "damaged"),
    "不是书.epub": (b"PK\x03\x04", "damaged"),
    "加密.epub": (zipped({**FILES, "META-INF/encryption.xml": PROTECTED}), "encrypted"),
    "炸弹.epub": (zipped({**FILES, PAGE: b"<html><body>" + b" " * LARGEST_ENTRY}), "too_large"),
    "越界.epub": (zipped({**FILES, "../../out.xhtml": "x"}), "unsafe"),
    "大笑.epub": (zipped({**FILES, PAGE: LAUGHS}), "unsafe"),
    "深.epub": (zipped({**FILES, PAGE: page("<div>" * 100_000)}), "unsafe"),
    "深.html": (b"<div>" * 100_000 + PROSE.encode(), "unsafe"),
    "论文.pdf": (b"%PDF-1.7", "pdf"),
    "旧.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word"),
}


def fill(folder: Path) -> dict[str, str]:
    """Put all of them into a folder, and return the reason by name."""
    folder.mkdir()
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    with (folder / "大.txt").open("wb") as large:
        large.truncate(4 * LARGEST)  # a hole: it takes no room
    expected = {name: reason for name, (_, reason) in BAD.items()} | {"大.txt": "too_large"}
    if sys.platform == "linux":
        hostile = os.fsdecode(b"\xb0\xa1\x1b]0;x\x07\x1b[2J\n.txt")
        (folder / hostile).touch()
        (folder / "自指.txt").symlink_to("自指.txt")
        expected |= {hostile: "empty", "自指.txt": "unreadable"}
    return expected


def test_each_bad_file_is_named_once_and_the_rest_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr("tui.commandline.library.adding._make_searchable", lambda *_: None)
    folder = tmp_path / "文章"
    expected = fill(folder)
    (folder / "好.txt").write_text(f"雾港\n\n{PROSE}船都没有出海。\n", encoding="gb18030")
    (folder / "好.epub").write_bytes(zipped(FILES))

    assert run(["library", "add", str(folder), "--json"]) == 2
    out, problems = capsys.readouterr()
    told = json.loads(out)
    assert told["added"] == 2
    assert {Path(each["path"]).name: each["reason"] for each in told["problems"]} == expected
    assert len(problems.splitlines()) == len(told["problems"]) == len(expected)
    assert forbidden_in((out + problems).encode()) == []
