"""Markdown to blocks."""

from __future__ import annotations

import pytest

from content.reading.markdown.block import Block
from content.reading.markdown.blocks import blocks
from content.reading.markdown.dialects import without_dialects


def read(text):
    return [(block.kind, block.mark + block.text) for block in blocks(without_dialects(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 潮汐\n\n## 夜 ##\n", [("heading", "潮汐"), ("heading", "夜")]),
        ("潮汐\n====\n\n夜\n---\n", [("heading", "潮汐"), ("heading", "夜")]),
        (
            "灯塔每晚亮六个小时，看灯的人换了三代。\n---\n",
            [("body", "灯塔每晚亮六个小时，看灯的人换了三代。"), ("rule", "")],
        ),
        (
            "**灯**_塔_`x*y`~~旧~~[链接](http://x.example 'y')<http://z.example>",
            [("body", "灯塔x*y旧链接http://z.example")],
        ),
        ("[潮][1]和[汐]\n\n[1]: http://x.example\n[汐]: y", [("body", "潮和汐")]),
        ("[点我](javascript:void(0);)", [("body", "点我")]),
        ("他说**“开船。”**就走了", [("body", "他说“开船。”就走了")]),
        ("\\*不是\\* 5 * 3 * 2 张*明", [("body", "*不是* 5 * 3 * 2 张*明")]),
        ("- 潮\n- 汐\n  - 夜\n", [("list", "潮"), ("list", "汐"), ("list", "夜")]),
        ("3. 潮\n4) 汐\n", [("list", "3. 潮"), ("list", "4) 汐")]),
        ("- [ ] 潮\n- [x] 汐", [("list", "☐ 潮"), ("list", "☑ 汐")]),
        ("- 潮\n\n  又来\n", [("list", "潮"), ("list", "又来")]),
        ("> 潮水来时，\n> 船先知道。\n\n不错。", [("pullquote", "潮水来时，船先知道。"), ("body", "不错。")]),
        ("> [!note] 提醒\n> 看天。", [("pullquote", "提醒"), ("pullquote", "看天。")]),
        ("|船|吨|\n|--|--:|\n|**甲**|3|\n||", [("table", "船 | 吨"), ("table", "甲 | 3")]),
        ("```py\nif 潮:\n    走()\n\n```", [("verse", "if 潮:"), ("verse", "    走()")]),
        ("    if x:\n\ty()\n", [("verse", "if x:"), ("verse", "y()")]),
        ("    船夫不说话，只看着水。\n", [("body", "船夫不说话，只看着水。")]),
        (
            "据说[^1]如此。\n\n[^1]: 见县志，\n    卷三。\n[^二]: 同上\n\n完。",
            [
                ("body", "据说[1]如此。"),
                ("footnote", "[1] 见县志，卷三。"),
                ("footnote", "[二] 同上"),
                ("body", "完。"),
            ],
        ),
        ("![灯塔](a.png)", [("picture", "灯塔")]),
        ("[![图](a.png)](b)", [("picture", "图")]),
        (
            "![图](data:image/svg+xml,%3Csvg width='1px' d='m(1, 2)'/%3E) 后",
            [("picture", "图"), ("body", "后")],
        ),
        (
            "潮<br>汐<!-- x --><span style='x'>夜</span><script>y</script>",
            [("verse", "潮"), ("verse", "汐夜")],
        ),
        ("<ruby>灯塔<rp>(</rp><rt>lighthouse</rt></ruby>", [("body", "灯塔（lighthouse）")]),
        (
            "![[x.png]]\n见[[灯塔|那座塔]]和[[笔记#夜]]，==要紧==。 ^b1",
            [("picture", ""), ("body", "见那座塔和笔记，要紧。")],
        ),
        ("## 夜 {#night .x}\n\n{% note %}\n看天。\n{% endnote %}\n", [("heading", "夜"), ("body", "看天。")]),
        ('{{< figure src="a" caption="灯塔的门" >}}', [("caption", "灯塔的门")]),
        ("::: tip 提示\n看天。\n:::\n", [("body", "提示"), ("body", "看天。")]),
        (
            "#标题\n\n正文\n\n##小节\n\n#标签 #另一个",
            [("heading", "标题"), ("body", "正文"), ("heading", "小节"), ("body", "#标签 #另一个")],
        ),
        ("[TOC]\n\n潮。", [("body", "潮。")]),
        ("　　第一段。\n　　第二段。", [("body", "第一段。"), ("body", "第二段。")]),
    ],
)
def test_what_becomes_what(text, expected):
    assert read(text) == expected


def test_code_is_left_as_it_is():
    assert read("```\n{% x %} [[y]] ==z== ##a\n```") == [("verse", "{% x %} [[y]] ==z== ##a")]


def test_levels_and_bold():
    found = list(blocks("### 夜\n\n**灯塔**\n\n**灯塔**亮了"))
    assert found == [Block("heading", "夜", 3), Block("body", "灯塔", bold=True), Block("body", "灯塔亮了")]
