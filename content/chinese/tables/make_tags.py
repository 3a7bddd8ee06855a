"""Make `tags.txt` from jieba's dictionary: `python -m content.chinese.tables.make_tags`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.chinese.segmentation import dictionary_tags
from content.chinese.tables import FOLDER
from content.chinese.variants import fold

if TYPE_CHECKING:
    from collections.abc import Container

HEADER = """\
# Words by their part of speech and length: made by content/chinese/tables/make_tags.py, do not edit.
# Source: the dictionary of jieba, https://github.com/fxsjy/jieba, MIT licence.
# Each line is a part of speech, a number of characters, and all words of so many, sorted, one behind the other.
"""
# Which of jieba's tags make a part of speech, and how often a word was seen at least. A name or a verb that was
# seen less is a slip of the taggers as often as not; so are people of two characters, 智慧 among them.
PARTS: dict[str, tuple[frozenset[str], int]] = {
    "place": (frozenset({"ns"}), 10),
    "organisation": (frozenset({"nt"}), 20),
    "proper": (frozenset({"nz"}), 20),
    "action": (frozenset({"vn"}), 20),
    "verb": (frozenset({"v", "vd", "vi", "vq", "df"}), 30),
    "adjective": (frozenset({"a", "ad", "z"}), 20),
    "adverb": (frozenset({"d"}), 20),
    "time": (frozenset({"t"}), 20),
    "person": (frozenset({"nr", "nrt", "nrfg"}), 100),
    "function": (frozenset({"p", "c", "r", "rr", "rz", "u", "f", "s", "m", "mq", "q", "y", "l", "i"}), 100),
}
_LENGTHS = range(2, 9)
# Half of what the dictionary tags as places are none: 上市, 扎根. A word is one where the dictionary has it with
# such an ending too, or it ends in one, or it is one of these.
_ENDINGS = "省市县区镇州国港岛河湖湾旗江山洲洋海门"
_LEVELS = "省市县区镇州国"
_PLACES = frozenset(
    """
    三峡 西藏 鄂西 长安街 内蒙古 内蒙 燕京 雅典 西欧 中亚 英格兰 维也纳 东欧 陕北 南亚 西亚 珠三角 长三角 米兰 苏格兰 北非
    湘西 突尼斯 北欧 利比亚 葛洲坝 颐和园 巴比伦 浙东 东非 华沙 豫西南 浦东 莱比锡 好莱坞 西柏坡 准噶尔 德里 青藏 喀麦隆
    德黑兰 南疆 西沙 苏南 赣南 豫西 费城 斐济 中关村 威尔士 海牙 华尔街 孟买 皖南 豫东 马耳他 戛纳 开普敦 纽伦堡 楼兰
    雁门关 川东 淮海 里斯本 梵蒂冈 滇池 南沙 迪拜 浙西 莫高窟 八达岭 不丹 塞舌尔 巴哈马 北大荒 钓鱼台 东北亚 冀东 川西
    休斯敦 爱丁堡 白洋淀 摩纳哥 滇西 皖北 冀中 陕甘宁 北海道 内罗毕 燕郊 潮汕 川北 塞北 京津 南京路 加沙 陕南 苏里南
    巴库 堪培拉 玉门关 加蓬 闽南 中山陵 粤东 粤西 日月潭 浙南 喀土穆 匹兹堡 滇南 喀山 加那利 晋东南 英伦 东京都 苏丹
    巴拿马 乌拉圭 牙买加 赞比亚 山海关 居庸关 波黑 闽西 辽西 欧亚 西非 外滩 陆家嘴 旺角 中国 北京 上海 台湾 纽约 伦敦
    巴黎 东京 华盛顿 莫斯科 柏林 首尔 平壤 悉尼 多伦多 洛杉矶 旧金山 硅谷 芝加哥 波士顿 西雅图 拉斯维加斯 日内瓦 布鲁塞尔
    法兰克福 慕尼黑 罗马 威尼斯 马德里 巴塞罗那 阿姆斯特丹 开罗 曼谷 河内 雅加达 吉隆坡 马尼拉 新德里 班加罗尔 迪拜 耶路撒冷
    """.split()
)


def make() -> str:
    """Return the table's text: words of two to eight characters, folded, each under one part of speech."""
    part_of: dict[str, str] = {}
    known = dictionary_tags()
    for word, (times, tag) in known.items():
        if tag == "ns" and not _is_place(word, known):
            continue
        if len(word) in _LENGTHS and all("\u4e00" <= character <= "\u9fff" for character in word):
            for part, (tags, least) in PARTS.items():
                if tag in tags and times >= least and (part != "person" or len(word) > 2):
                    part_of.setdefault(fold(word), part)
    rows = []
    for part in PARTS:
        for length in _LENGTHS:
            words = sorted(word for word, its in part_of.items() if its == part and len(word) == length)
            if words:
                rows.append(f"{part} {length}\t{''.join(words)}")
    return HEADER + "\n".join((*rows, ""))


def _is_place(word: str, known: Container[str]) -> bool:
    if word in _PLACES or (len(word) > 2 and word[-1] in _ENDINGS):
        return True
    return any(word + level in known for level in _LEVELS)


if __name__ == "__main__":
    (FOLDER / "tags.txt").write_text(make(), encoding="utf-8", newline="\n")
