"""Small valid files of every format that is read, and how a file comes to be broken."""

from __future__ import annotations

import plistlib
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from books import PROSE, book, link, point, zipped
from word_files import paragraph, table, word_file

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

_TEXT = (
    f"雾港纪事\n作者：沈之遥　来源：望潮日报\n2019-04-17\n\n第一章 雾\n　　{PROSE}\n　　“开船了？”\n"
    f"第二章 灯\n　　{PROSE * 3}\n一、夜\n二、晨\n\n- END -\n分享 收藏\n"
)
_TRADITIONAL = (
    "霧港紀事\n記者張三／台北報導\n\n　　船在霧裡走了一夜，沒有人說話，只有槳落進水裡的聲音。\n「到了嗎？」\n"
    * 3
)
_MARKDOWN = (
    f"---\ntitle: 雾港\nauthor: [沈之遥]\n---\n# 雾港\n\n{PROSE}\n\n## 灯\n\n- 潮\n- 汐\n\n> {PROSE}\n\n"
    f"|船|吨|\n|-|-|\n|甲|3|\n\n```\nx\n```\n\n"
    f"<div>{PROSE}</div>\n\n据说[^1]。\n\n[^1]: 县志\n\n![灯塔](a.png)\n"
)
_HTML = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>雾港 - 望潮日报</title></head>'
    '<body><nav><a href="/">首页</a></nav><article>'
    f'<h1>雾港</h1><p class="byline">作者：沈之遥</p><p>{PROSE}</p>'
    f"<h2>灯</h2><p>{PROSE * 2}</p><ul>"
    "<li>潮<li>汐</ul><figure><img src=a><figcaption>灯塔</figcaption></figure>"
    "<table><tr><td>船<td>吨</table>"
    f"<p>{PROSE}</p></article><script>x()</script></body></html>"
)
_EPUB = book(
    {"1.xhtml": f'<h1>雾</h1><p>{PROSE}</p><h2 id="a">灯</h2><p>{PROSE}</p>', "2.xhtml": f"<p>{PROSE}</p>"},
    nav=f"<ol>{link('1.xhtml', '雾', link('1.xhtml#a', '灯'))}{link('2.xhtml', '岸')}</ol>",
    ncx=point("1.xhtml", "雾"),
)
_DOCX = word_file(
    paragraph("雾港纪事", "Title"),
    paragraph("第一节", "1"),
    paragraph(PROSE, note=1),
    paragraph("灯塔", bold=True),
    table([["船", "吨"], ["甲", "三"]]),
    paragraph(PROSE),
    notes=["县志"],
)
_MHTML = (
    "From: <Saved by a browser>\r\nSubject: =?utf-8?Q?=E9=9B=BE?=\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n------x\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    f"{_HTML}\r\n------x--\r\n"
).encode()
_RESOURCE = {
    "WebResourceData": _HTML.encode(),
    "WebResourceMIMEType": "text/html",
    "WebResourceTextEncodingName": "utf-8",
}

VALID: Mapping[str, tuple[str, tuple[bytes, ...]]] = {
    "plain": (
        "雾.txt",
        (*(_TEXT.encode(each) for each in ("utf-8", "gb18030", "utf-16")), _TRADITIONAL.encode("big5hkscs")),
    ),
    "markdown": ("雾.md", (_MARKDOWN.encode(),)),
    "html": ("雾.html", (_HTML.encode(), _HTML.replace("utf-8", "gbk").encode("gbk"))),
    "epub": ("雾.epub", (_EPUB,)),
    "docx": ("雾.docx", (_DOCX,)),
    "mhtml": ("雾.mhtml", (_MHTML,)),
    "webarchive": (
        "雾.webarchive",
        tuple(
            plistlib.dumps({"WebMainResource": _RESOURCE}, fmt=form)
            for form in (plistlib.FMT_BINARY, plistlib.FMT_XML)
        ),
    ),
}
"""For each format a file's name, and valid files of it."""

_MOST_MUTATIONS, _LONGEST_STRETCH, _MOST_TIMES = 5, 60, 20


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Break a file in one to five ways: bytes flipped, cut out, repeated, or put in from another file."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, _MOST_MUTATIONS)):
        chance.choice(_WAYS)(broken, other, chance)
    return bytes(broken)


def _place(broken: bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(broken))
    return start, min(len(broken), start + chance.randint(1, _LONGEST_STRETCH))


def _flip(broken: bytearray, _: bytes, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        if broken:
            broken[chance.randrange(len(broken))] = chance.randrange(256)


def _cut(broken: bytearray, _: bytes, chance: random.Random) -> None:
    start, end = _place(broken, chance)
    del broken[start : chance.choice((end, len(broken)))]


def _repeat(broken: bytearray, _: bytes, chance: random.Random) -> None:
    start, end = _place(broken, chance)
    broken[start:start] = broken[start:end] * chance.randint(1, _MOST_TIMES)


def _splice(broken: bytearray, other: bytes, chance: random.Random) -> None:
    start, end = _place(bytearray(other), chance)
    at = chance.randint(0, len(broken))
    broken[at:at] = other[start:end]


_WAYS: tuple[Callable[[bytearray, bytes, random.Random], None], ...] = (_flip, _cut, _repeat, _splice)


def repacked(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Break one or two files within an archive, whose own structure stays whole."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(files), chance.randint(1, 2)):
        files[name] = mutated(files[name], other, chance)
    return zipped(files)
