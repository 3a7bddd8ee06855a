"""No word of a text is lost, whatever signs stand around it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from content.reading import read

WORD = st.text(alphabet="潮汐灯塔渡船码头茶铺集市夜晨风雨", min_size=2, max_size=60)
SHAPES = [
    "# {0}",
    "## {0} {{#x}}",
    "{0}\n===",
    "{0}。\n---",
    "- {0}\n- {1}",
    "1. {0}\n   {1}",
    "> {0}\n> {1}",
    "> - {0}",
    "**{0}**",
    "*{0}*{1}",
    "`{0}`",
    "[{0}](javascript:x)",
    "[[x|{0}]]",
    "=={0}==",
    "~~{0}~~",
    "{0}<br>{1}",
    "<div>{0}</div>",
    "<p>{0}<b>{1}",
    "<figcaption>{0}</figcaption>",
    "|{0}|{1}|\n|-|-|\n|{1}|{0}|",
    "{0}[^1]\n\n[^1]: {1}",
    "    {0}。",
    "```\n{0}\n```",
    "![{0}](x.png)\n\n{1}。",
    "***{0}***",
    "{0}\\\n{1}",
    "\u3000\u3000{0}\n\u3000\u3000{1}",
    "作者：{0}",
    "2021-03-04 {0}",
    "---",
    "<!-- x -->",
    "{{% x %}}",
    "::: tip {0}\n{1}\n:::",
    "> [!note] {0}\n> {1}",
    "<ruby>{0}<rt>{1}</rt></ruby>",
]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SHAPES), WORD, WORD), min_size=1, max_size=8))
def test_every_word_is_in_the_text_or_among_what_was_left_out(shapes):
    source = "\n\n".join(shape.format(first, second) for shape, first, second in shapes)
    document = read(f"{source}\n\n完。".encode(), "潮.md")
    told = "\n".join([document.title, document.text, *document.removed, *document.byline])
    for shape, first, second in shapes:
        for field, word in (("{0}", first), ("{1}", second)):
            assert field not in shape or word in told, (shape, word)
