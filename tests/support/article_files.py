"""A made book written as files: an article each, as plain text and as pages in turn."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from made_book import MadeBook


def title_of(number: int) -> str:
    """Return the title of the article with a number, from 1."""
    return f"第{number}篇关于集市的文章"


def write_articles(book: MadeBook, folder: Path) -> Path:
    """Write each document of a book into a folder, which is made, and return the folder."""
    folder.mkdir(parents=True)
    for number, document in enumerate(book.documents, 1):
        texts = [passage.text for passage in document.passages]
        if number % 2:
            (folder / f"{number}.txt").write_text("\n\n".join([title_of(number), *texts]), encoding="utf-8")
        else:
            (folder / f"{number}.html").write_text(_page(title_of(number), texts), encoding="utf-8")
    return folder


def _page(title: str, texts: list[str]) -> str:
    body = "".join(f"<p>{escape(text)}</p>\n" for text in texts)
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}_海港周刊</title>"
        '<meta name="author" content="林小舟"></head><body>'
        '<nav><a href="/">首页</a><a href="/a">更多</a></nav>'
        f'<article><h1>{title}</h1><p class="meta">2021-03-04 海港周刊</p>{body}</article>'
        "<footer>版权所有</footer></body></html>"
    )
