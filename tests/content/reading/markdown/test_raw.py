"""HTML between the lines of Markdown."""

from __future__ import annotations

import pytest

from content.reading.markdown.raw import raw_blocks


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<figure>\n<img src="a" alt="x">\n<figcaption>灯塔的门。</figcaption>\n</figure>',
            [("picture", "x"), ("caption", "灯塔的门。")],
        ),
        ("<h2>夜 <small>里</small></h2><p>灯<b>塔</b>", [("heading", "夜 里"), ("body", "灯塔")]),
        (
            "<table><caption>船</caption><tr><th>船</th><th>吨</th></tr><tr><td><p>甲</p></td><td>3</td></tr></table>",
            [("caption", "船"), ("table", "船 | 吨"), ("table", "甲 | 3")],
        ),
        (
            "<ul><li>潮<li>汐</ul><blockquote>水</blockquote>",
            [("list", "潮"), ("list", "汐"), ("pullquote", "水")],
        ),
        ("<details><summary>更多</summary>潮&amp;汐</details>", [("body", "更多"), ("body", "潮&汐")]),
        ("<script>x</script><style>y</style><!-- z --><p>潮</p><hr>", [("body", "潮"), ("rule", "")]),
        ("<pre>if x:\n  y\n</pre>", [("verse", "if x:"), ("verse", "  y")]),
        ("<p>一 <br/>二</p></div></li>", [("body", "一"), ("body", "二")]),
    ],
)
def test_what_becomes_what(markup, expected):
    assert [(block.kind, block.text) for block in raw_blocks(markup)] == expected


def test_bold_lines_say_so():
    assert [block.bold for block in raw_blocks("<p><b>灯塔</b></p><p><b>灯</b>塔亮着</p>")] == [True, False]
