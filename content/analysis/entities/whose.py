"""Which words may stand in an organisation's name, and which of them tell one from another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from content.analysis.entities.data import words_of
from content.analysis.entities.endings import ending_at, endings
from content.chinese.common import is_common_word
from content.chinese.tags import tag_of

if TYPE_CHECKING:
    from content.analysis.entities.cut_text import CutText
    from content.analysis.entities.endings import Ending

BRIDGES = frozenset("与和及")
"""What joins two words of one name, 云与智慧产业事业群, and more often two names."""
REGIONS = frozenset(("东方", "南方", "北方", "西部", "东部", "中部", "中原"))
"""Regions that firms like to be called by."""
INSIDE = frozenset("·&-")
"""Marks that a name may hold."""
STOP_TAGS = frozenset({"verb", "function", "adverb", "time"})
"""The parts of speech at which a name ends."""
# Characters at which a name ends to the left: small words, measures, pronouns.
_STOPS = frozenset(
    "的了着过和与及或在是有为由从对向把被将也都就还又已曾等给让使跟同于以而但并且则其他她它我你这那该各每某本此个位名家间些"
    "所之按据称说到至因如若当自只仅均共约近超逾来去上下里内后前做作用看见要会能可想请叫"
)
# Characters that a word which no dictionary has begins or ends with where it is a small word and another.
_SMALL_FIRST = frozenset("未不没并仍已将再又还也都拟另欲可会须需应我你他她它")
_SMALL_LAST = frozenset("于到给至着了过得为自从向在是被把让使叫对将由与或的地")
_ORDINAL, _MEASURED = "第", 2
_RESULT = frozenset("成作为")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几数半多余")
_MEASURES = frozenset("间家所个座支只名位次组批届类种间大强")
# Bodies that are called by any word: 同济医院.
_NAMED = frozenset(
    ("医院", "大学", "学院", "中学", "小学", "幼儿园", "银行", "出版社", "研究院", "俱乐部", "剧院", "博物馆")
)
_PROPER_FIRMS = frozenset({"集团", "控股", "有限公司", "股份有限公司", "集团公司", "有限责任公司"})


def stops(cut: CutText, index: int, word: str, kind: Ending, direct: bool) -> bool:
    """Tell whether a name does not go on to the left over a word."""
    if word in BRIDGES:
        return not (
            kind == "department"
            and index > 1
            and cut.tags[index - 1] in ("noun", "action", "")
            and ending_at(cut, index - 1) is None
        )
    if len(word) == 1:
        if word in INSIDE:
            return False
        return word in _STOPS or not word.isalnum() or not (word >= "\u4e00" or word.isascii())
    if word in words_of("people", "titles", "before") or is_apposition(word):
        return True
    if word in words_of("people", "acts", "words") or _is_two_words(cut, index, word):
        return True
    if word in words_of("organisations", "many", "words"):
        return True
    if word.isdigit() or _is_counted(cut, index, word):
        return True
    if not cut.tags[index] and "\u4e00" <= word[0] <= "\u9fff" and _is_small(word):
        return True
    if cut.tags[index] not in STOP_TAGS:
        return False
    if word in REGIONS:
        return False
    if (
        kind == "firm"
        and len(word) == 2
        and (cut.tags[index - 1] == "place" or (direct and _is_object(cut, index)))
    ):
        return word in words_of("organisations", "generic", "words")  # 兴发集团, 深圳市远航电子有限公司
    return not (direct and word in words_of("known", "org", "words"))


def _is_counted(cut: CutText, index: int, word: str) -> bool:
    """Tell whether a word that no dictionary has counts things, or goes on with a number: 十余家, 3 家次."""
    if cut.tags[index]:
        return False
    if len(word) > _MEASURED and word[0] == _ORDINAL and word[1] in _NUMERALS and word[-1] in _MEASURES:
        return True
    if index and cut.words[index - 1].isdigit() and not word.isascii():
        return True
    return word[0] in _NUMERALS and (word[-1] in _MEASURES or all(each in _NUMERALS for each in word))


def _is_small(word: str) -> bool:
    """Tell whether a word that no dictionary has is a small word and another: 并任, 调到, 伪装成."""
    if word[-1] in _RESULT and tag_of(word[:-1]) in ("verb", "action"):
        return True
    return word[-1] in _SMALL_LAST or (len(word) == 2 and word[0] in _SMALL_FIRST)


def _is_object(cut: CutText, index: int) -> bool:
    """Tell whether what stands before a word lets no verb follow: 招引了兴发集团."""
    before = cut.words[index - 1]
    return index == 0 or before in "了的、与和对向被" or not before.isalnum()


def _is_two_words(cut: CutText, index: int, word: str) -> bool:
    """Tell whether a word that is not known is two that are, one of them no noun: 关键在于."""
    if cut.tags[index] or len(word) != 4 or word.isascii():
        return False
    first, second = tag_of(word[:2]), tag_of(word[2:])
    return bool(first and second) and (first in STOP_TAGS or second in STOP_TAGS)


@cache
def is_apposition(word: str) -> bool:
    """Tell whether a name begins right after a word that says what the named one is: 生产商华为."""
    apposed = words_of("organisations", "appositions", "endings")
    beginnings = (start for start in range(max(0, len(word) - 5), len(word) - 1) if start != 1)  # 银行业
    return any(word[start:] in apposed for start in beginnings)


def tells_which_at(cut: CutText, index: int, word: str, kind: Ending, direct: bool) -> bool:
    """Tell whether a word tells one organisation from another; `direct` where it stands before the ending."""
    tag = cut.tags[index]
    if len(word) == 1:
        return False
    if word.isascii():
        return word[0].isalpha() and cut.written[cut.starts[index]].isupper() and word not in _latin_common()
    if tag == "place" and word not in words_of("places", "not_places"):
        return True
    if word in words_of("organisations", "generic", "words") or word[0] in "该某各每这那":
        return False
    if word[0] == "本" and not tag and tag_of(word[1:]):
        return False
    if tag == "place" or (word in REGIONS and direct):
        return True
    if word in words_of("known", "org", "words") or word in words_of("known", "org", "mostly"):
        return True
    if endings().get(word) == "trade":
        return False
    if tag in ("", "proper", "organisation", "person"):
        return kind != "trade" or direct or tag != ""
    if (
        direct
        and tag == "noun"
        and len(word) == 2
        and (kind == "trade" or (kind == "body" and cut.words[index + 1] in _NAMED))
        and not is_common_word(word)
    ):
        return not (word[0] in _NUMERALS and word[1] in _MEASURES)
    # Before 集团 a noun is a name, unless it tells the trade; before 公司 it seldom is.
    if kind == "firm" and tag in ("noun", "adjective", "verb", "adverb", "action") and len(word) == 2:
        return direct and cut.words[index + 1] in _PROPER_FIRMS
    return kind == "trade" and direct and tag in ("noun", "adjective")


@cache
def tells_which(core: str, kind: Ending) -> bool:
    """Tell whether what a word has before its ending is a name: 复旦 of 复旦大学."""
    if tag_of(core) != "place" and core in words_of("organisations", "generic", "words"):
        return False
    if core[0] in "该某各每这那" or (core[0] in _NUMERALS and core[-1] in _MEASURES):
        return False
    if kind == "department":
        return endings().get(core) == "office"
    if kind == "trade":
        return tag_of(core) in ("", "proper")
    return kind in ("body", "firm", "office") and tag_of(core) in (
        "place",
        "proper",
        "organisation",
        "noun",
        "",
    )


@cache
def _latin_common() -> frozenset[str]:
    return words_of("latin", "words")
