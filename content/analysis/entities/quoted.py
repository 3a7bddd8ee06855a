"""Products and firms that a text calls by name between quotation marks: 名为「青鸟」的操作系统."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.entities.candidate import Candidate
from content.analysis.entities.forms import spread
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from content.analysis.entities.cut_text import CutText

_NO_PARTS = frozenset({"verb", "adverb", "adjective", "function", "time"})
_NOUNS = frozenset({"noun", "action"})
_SMALL = frozenset("的了好坏新旧老大小多少快慢为不+、")
_THINGS = (
    "操作系统|系统|软件|应用|小程序|app|平台|产品|游戏|浏览器|芯片|处理器|手机|机器人|大模型|模型|助手|音箱|引擎|品牌|服务|功能"
    "|工具|汽车|车型|卫星|火箭|飞船|疫苗|新药|饮料|基金"
)
_CALLED = re.compile(
    f'(?:名为|叫做|取名|命名为|定名为|名叫|代号为?|品牌|产品|软件|应用|平台|系统|app)"([^"\n,。;:!?]{{2,12}})"(?:的[^"\n,。;:!?]{{0,10}}?(?:{_THINGS}))?'
)
_AFTER = re.compile(f'"([^"\n,。;:!?]{{2,12}})"(?:{_THINGS})')

_FUNDED = re.compile(
    '"([^"\n,。;:!?]{2,12})"(?:公司)?(?:已|正式|近日|日前)?(?:宣布)?(?:连续)?(?:完成|获得?|拿到)[^,。"\n]{0,16}?(?:轮|元|天使)[^,。"\n]{0,8}?(?:融资|投资(?!者))'
)


def find_quoted(cut: CutText) -> Iterator[Candidate]:
    """Yield what a word beside its quotation marks calls a product or a firm, and where else it stands."""
    forms = {
        found[1]: Candidate(*found.span(1), "product", 0.55)
        for pattern in (_CALLED, _AFTER)
        for found in pattern.finditer(cut.folded)
        if _is_name(cut, *found.span(1), told=pattern is _CALLED)
    }
    for found in _FUNDED.finditer(cut.folded):
        forms[found[1]] = Candidate(*found.span(1), "org", 0.7)
    yield from spread(cut, forms)


def _is_name(cut: CutText, start: int, end: int, *, told: bool) -> bool:
    """Tell whether what stands between the marks is no phrase: 体验好, 旧版本.

    Where no word before the marks has `told` that it is a name, an everyday word is none: 压舱石.
    """
    indexes = range(cut.index_at(start), cut.index_at(end - 1) + 1)
    if any(cut.tags[index] in _NO_PARTS or cut.words[index] in _SMALL for index in indexes):
        return False
    if any(cut.word(index)[0] in _SMALL and tag_of(cut.word(index)[1:]) in _NOUNS for index in indexes):
        return False
    return told or any(not cut.tags[index] and len(cut.words[index]) > 1 for index in indexes)
