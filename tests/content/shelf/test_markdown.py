"""Bookmarks as Markdown: what is written, that it reads as meant, and what exporting again does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from excerpts import BOOKMARKS, KEPT, MARKET, TEXTS, excerpt_of, first, second
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from content.shelf.bookmarks import bookmark_of
from content.shelf.exporting.escaping import escaped, written_tag
from content.shelf.exporting.markdown import write_markdown
from content.shelf.exporting.markdown_updating import is_ours, update_markdown

if TYPE_CHECKING:
    from content.shelf.exporting.excerpt import Excerpt
    from content.shelf.records import Bookmark

HEAD = (
    '---\ntitle: "云上的集市"\nauthor: ["林小舟"]\nsource: "潮汐周报"\ndate: "2019-05-01"\n---\n\n'
    "# 云上的集市\n\n林小舟 · 潮汐周报 · 2019-05-01\n\n"
)


def body(written: str) -> str:
    return written.split("---\n", 2)[2]


def number(count: int, section: str = "引子", **fields: object) -> Excerpt:
    """Return the excerpt of a bookmark of our own by its number."""
    made = replace(second(), id=f"{count:020x}", passage=count, quote=f"第{count}句。", section=section)
    return excerpt_of(replace(made, **fields))  # type: ignore[arg-type]


def again(existing: str, *excerpts: Excerpt) -> str:
    """Export into a file, and once more, which changes nothing."""
    updated = update_markdown(existing, excerpts)
    assert update_markdown(updated.text, excerpts) == updated
    return updated.text


def order(text: str) -> list[str]:
    """Return the headings, our ids and the reader's paragraphs of a file."""
    return [
        line.removeprefix("^te-").lstrip("0")
        for line in body(text).splitlines()
        if line and not line.startswith((">", "- id::", "林小舟"))
    ]


def test_markdown_has_front_matter_sections_quotes_and_ids_of_both_programs() -> None:
    assert write_markdown([excerpt_of(first()), excerpt_of(second())]) == (
        f"{HEAD}## 引子\n\n- id:: 32af9601-011b-5d58-93b3-6ccaa6fbc84a\n\n"
        "> 集市搬到云上以后。\n>\n> — 第 1 段 <!-- te:d334352f -->\n>\n"
        "> #账 #云-上\n>\n> 记一笔。\n>\n> 再记一笔。\n\n^te-00000000000000000001\n\n"
        "- id:: bcb27f5d-a53a-5377-88dd-4da5ee568614\n\n"
        "> 账本不再锁在抽屉里。\n>\n> — 第 2 段 <!-- te:0022ba24 -->\n\n^te-00000000000000000002\n"
    )


def test_what_is_changed_here_is_written_anew_between_the_readers_words() -> None:
    own = write_markdown([number(1, note="旧的"), number(2)])
    mine = own.replace("## 引子", "## 我的小结\n\n> 我自己的引文\n\n想了很久。") + "\n我的结尾。\n"
    updated = again(mine, number(1, note="改过的笔记"))
    assert updated == mine.replace("旧的", "改过的笔记").replace(digest_in(own), digest_in(updated))
    assert is_ours(updated)
    assert not is_ours("> 别人的引文\n\n^abc\n")


def digest_in(text: str) -> str:
    return text.split("<!-- te:")[1][:8]


@pytest.mark.parametrize(
    ("where", "put"),
    [
        ("\n\n^te-", "\n\n> 我自己的引文\n\n^te-"),
        ("\n\n^te-", "\n\n我写在中间的话\n\n^te-"),
        ("\n\n^te-", "\n> 我接着写的\n\n^te-"),
        ("> 旧的", "> 我改过的"),
        ("\n\n^te-", " ^te-"),
        ("\n> — ", "\n> 我添的\n> — "),
    ],
    ids=["quote", "words", "inside", "changed", "joined", "above"],
)
def test_what_the_reader_changed_in_a_block_stays_and_is_counted(where: str, put: str) -> None:
    own = write_markdown([number(1, note="旧的")])
    mine = own.replace(where, put)
    assert mine != own
    updated = update_markdown(mine, [number(1, note="改过的笔记")])
    assert (updated.text, updated.left) == (mine, 1)


def test_a_new_one_stands_in_its_section_of_its_document_and_before_the_readers_chapters() -> None:
    other = replace(KEPT, digest="d" * 64, title="乙文")
    two = [number(1), number(3), number(8, "尾声"), replace(number(20), document=other)]
    mine = write_markdown(two).replace("## 尾声", "我的话。\n\n## 尾声") + "\n## 我的结尾\n\n想了很久。\n"
    every = [number(1), number(2), number(3), number(4), number(6, "中段"), number(7, "中段"), *two[2:3]]
    updated = again(mine, *every, number(9, "又一节"), *two[3:], replace(number(21, "丙"), document=other))
    assert order(updated) == [
        *(
            "# 云上的集市",
            "## 引子",
            "1",
            "2",
            "3",
            "我的话。",
            "4",
            "## 中段",
            "6",
            "7",
            "## 尾声",
            "8",
        ),
        *("## 又一节", "9", "# 乙文", "## 引子", "14", "## 丙", "15", "## 我的结尾", "想了很久。"),
    ]


def test_those_before_the_first_one_of_a_file_go_before_it() -> None:
    mine = write_markdown([number(5, "二"), number(6, "三")]).replace("# 云上的集市", "# 我起的题目")
    updated = again(mine, number(1, "一"), number(4, "二"), number(5, "二"), number(6, "三"))
    assert order(updated) == ["# 我起的题目", "## 二", "4", "5", "## 一", "1", "## 三", "6"]


def test_a_document_that_is_new_in_a_file_stands_at_its_end_outside_of_what_was_left_open() -> None:
    mine = "我的话。\n\n```\n没有关上的代码"
    updated = again(mine, number(1), number(2, "二"))
    assert updated.startswith(f"{mine}\n```\n\n# 云上的集市\n\n林小舟")
    assert order(f"---\n---\n{updated}")[-5:] == ["# 云上的集市", "## 引子", "1", "## 二", "2"]


def test_the_ends_of_lines_stay_as_they_are() -> None:
    own = write_markdown([number(1, note="旧的"), number(3)])
    windows = own.replace("\n", "\r\n")
    excerpts = [number(1, note="新的"), number(2), number(3)]
    assert again(windows, *excerpts) == again(own, *excerpts).replace("\n", "\r\n")


@pytest.mark.parametrize("outline", ["- ", "\t- "])
def test_a_file_that_logseq_wrote_anew_as_an_outline_is_ours(outline: str) -> None:
    inner = outline.replace("- ", "  ")
    own = write_markdown([number(1, note="旧的"), number(3)])
    head, *blocks = own.split("- id::")
    mine = head + "".join(
        f"{outline}id::" + block.rstrip().replace("\n", f"\n{inner}") + "\n" for block in blocks
    )
    excerpts = number(1, note="新的"), number(2), number(3)
    updated = again(mine, *excerpts)
    assert [line for line in updated.splitlines() if "^te-" in line] == [
        f"{inner}^te-{each.bookmark.id}" for each in excerpts
    ]
    assert f"{inner}> 新的\n" in updated
    assert updated.count(f"{outline}id:: ") == 3


def test_an_export_without_ids_for_logseq_gets_them() -> None:
    own = write_markdown([number(1), number(2)])
    mine = "\n".join(line for line in own.split("\n") if not line.startswith("- id::"))
    assert again(mine, number(1), number(2)).replace("\n\n\n", "\n\n") == own


def test_a_note_that_links_to_others_is_written_anew_as_well() -> None:
    there = f"见 [[书签#^te-{2:020x}]]\n\n或 ^te-{3:020x}\n\n^te-{4:020x}"
    own = write_markdown([number(1, note=there), number(5)])
    updated = update_markdown(own, [number(1, note=f"{there}\n\n新的"), number(2), number(5)])
    assert updated.left == 0
    assert order(updated.text)[-3:] == ["1", "2", "5"]
    assert "\n> 新的\n\n^te-" in updated.text


def test_marks_that_mean_nothing_stay_bare_and_white_space_makes_no_code() -> None:
    assert escaped("占 7%，a=b；100%%") == "占 7%，a=b；100\\%\\%"
    quote = "第一行\n\n      缩进的一行"
    written = write_markdown([excerpt_of(replace(second(), quote=quote))])
    assert "code_block" not in [token.type for token in MarkdownIt().parse(body(written))]


def test_passages_of_a_mark_are_paragraphs_of_their_own() -> None:
    written = write_markdown([excerpt_of(replace(second(), quote="一段。\n又一段。"))])
    assert "> 一段。\n>\n> 又一段。\n>\n> — " in written


def test_a_tag_is_one_for_both_programs_and_another_for_another() -> None:
    tags = ["云 上", "2018", "c++", "c#", "钱/税", "账", "甲，乙", "“引”"]
    assert [written_tag(tag) for tag in tags] == [
        *("#云-上", "#2018_", "#c＋＋", "#c＃", "#钱/税", "#账", "#甲，乙", "#-引-"),
    ]


@given(st.lists(BOOKMARKS, min_size=1, max_size=3, unique_by=lambda bookmark: bookmark.id))
def test_any_text_is_one_quote_each_in_markdown(kept: list[Bookmark]) -> None:
    excerpts = [excerpt_of(replace(each, section="")) for each in kept]
    written = write_markdown(excerpts)
    tokens = MarkdownIt().parse(body(written))
    top = [token.type for token in tokens if token.level == 0 and not token.type.endswith("_close")]
    each = ["bullet_list_open", "blockquote_open", "paragraph_open"]
    assert top == ["heading_open", "paragraph_open", *each * len(kept)]
    assert update_markdown(written, excerpts).text == written


@settings(max_examples=25)
@given(st.lists(BOOKMARKS, min_size=1, max_size=2, unique_by=lambda bookmark: bookmark.id), TEXTS)
def test_any_note_is_changed_in_a_file_of_any_words(kept: list[Bookmark], words: str) -> None:
    before, *others = (excerpt_of(replace(each, section="")) for each in kept)
    after = replace(before, bookmark=replace(before.bookmark, note="新的"))
    mine = f"{write_markdown([before])}\n我的：{words}"
    updated = update_markdown(mine, [after, *others])
    assert updated.left == ("^te-" in words)
    assert f"\n我的：{words}" in updated.text
    assert "\n> 新的\n\n^te-" in updated.text
    assert update_markdown(updated.text, [after, *others]).text == updated.text


READERS_LINES = st.sampled_from(
    [
        "我的话",
        "> 我的引文",
        ">> 我的",
        "  > 我的",
        "# 我的",
        "### 我的",
        "```",
        "- 我的",
        "    我的",
        "— 我的",
        "",
        "---",
    ]
)


def loses_no_line(added: list[tuple[int, str]], end: str) -> None:
    """Put lines of the reader's into a file, change all notes, and export into it again."""
    excerpts = [number(1, note="旧的"), number(3, note="旧的"), number(5, "二", note="旧的")]
    lines = write_markdown(excerpts).split("\n")
    for place, (at, line) in enumerate(added):
        lines.insert(min(at, len(lines)), f"{line}{place}" if "我的" in line else line)
    changed = [number(each, "二" if each > 3 else "引子", note="新的") for each in (1, 2, 3, 4, 5, 6)]
    updated = again(end.join(lines), *changed)
    kept = iter(updated.split(end))
    assert all(line in kept for line in lines if "我的" in line)  # in the order in which they stood
    assert all(updated.count(f"^te-{each.bookmark.id}") == 1 for each in changed)
    assert updated.count("旧的") + updated.count("新的") == len(changed)
    assert end == "\n" or updated.replace("\r\n", "").count("\n") == 0


ADDED = st.lists(st.tuples(st.integers(0, 60), READERS_LINES), max_size=6)


@settings(max_examples=25)
@given(ADDED, st.sampled_from(["\n", "\r\n"]))
def test_no_line_of_the_readers_is_lost_wherever_it_stands(added: list[tuple[int, str]], end: str) -> None:
    loses_no_line(added, end)


@pytest.mark.thorough
@settings(max_examples=2_000, deadline=None)
@given(ADDED, st.sampled_from(["\n", "\r\n"]))
def test_no_line_is_lost_of_many(added: list[tuple[int, str]], end: str) -> None:
    loses_no_line(added, end)


@given(TEXTS)
def test_a_quote_reads_in_markdown_as_it_stands(text: str) -> None:
    lines = [" ".join(line.split()) for line in text.split("\n")]  # white space around is no part of it
    written = write_markdown([excerpt_of(replace(second(), quote=text))])
    tokens = MarkdownIt("commonmark").parse(body(written))
    inline = [token for token in tokens if token.type == "inline" and token.level > 1][1:]  # behind the id
    read = [
        "".join(child.content for child in token.children or [] if child.type in ("text", "text_special"))
        for token in inline
    ]
    assert [" ".join(line.split()) for line in read] == [*filter(None, lines), "— 第 2 段"]


def test_many_blocks_and_long_quotes_of_the_readers_are_gone_through_once() -> None:
    mine = (
        "> 我的引文\n" * 6_000
        + "\n"
        + "".join(
            write_markdown([excerpt_of(replace(bookmark_of(MARKET, MARKET.passages[0]), id=f"{at:020x}"))])
            for at in range(300)
        )
    )
    assert len(again(mine, *(number(at) for at in range(300, 600))).splitlines()) > len(mine.splitlines())
