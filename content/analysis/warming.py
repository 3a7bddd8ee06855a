"""Getting ready before the first text comes: tables are read and patterns made when they are first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.analysis.findings import analyse
from content.document import Document, Passage, Section

if TYPE_CHECKING:
    from content.lexicon import Lexicon

# Something of all that is looked for; nobody here is anybody.
_SAMPLE = (
    "远洲机械副总裁沈国梁（男，1970年生）在长桥市的年会上对记者表示：“今年营收增长了12.5%，达到3亿元。”",
    "据宋雨介绍，去年12月，该公司花了大约2000万元，占全部的四成，比上年同期多了3倍，排名第二。",
    "“这不是终点，而是起点。”说这话时，他正在喝茶。张总的理解是，首届云洲技术大会以后会更好，其中5家已经到了。",
    "来自长桥银行的老周分享了《远洲日报》的报道，约翰·史密斯(John Smith)和加藤一郎都在，市政府的李某没有来。",
    "名为“青鸟”的系统、宏远科技有限公司（简称宏远）、云洲大学、长桥教育局等，据一位店员说，都在看来，还要三四年。",
)


def warm_up(lexicon: Lexicon) -> None:
    """Do what the first analysis in a process would do besides its own work: a tenth of a second, once."""
    passages, offset = [], 0
    for number, text in enumerate(_SAMPLE, 1):
        passages.append(Passage(number, text, "body", 1, offset, offset + len(text)))
        offset += len(text) + 1
    section = Section(1, "", 1, derived=True, first=1, last=len(passages))
    analyse(Document("", "\n".join(_SAMPLE), tuple(passages), (section,), date="2018-11-28"), lexicon)
