"""Stretches of text of our own, as short as a note, of the sorts that make an encoding hard to tell."""

from __future__ import annotations

import random
import re
from functools import cache
from typing import TYPE_CHECKING

from opencc import OpenCC

from content.reading.edition import read_edition

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH = 60  # characters
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任"
_RARE = "喆堃垚犇淼鑫昇燚玥珺琪翀祎赟頔曦瑄炜烨晔旻昊彧恺骞霁濛璟懿煊妤婧嫣媛"
_CANTONESE = "佢哋 嘅 咗 喺 冇 嗰 啲 唔 嚟 睇 諗 噉 俾 乜嘢 搵 攞 瞓 咁 啱 煲 脷"
_MARKS = "，。！？、；：“”…—《》（）"


@cache
def prose(script: str = "") -> str:
    """Return the edition in one line, as it is or in a script of OpenCC's: s2t, s2tw, s2hk."""
    text = read_edition().text.replace("\n", "")
    return OpenCC(script).convert(text) if script else text


def snippets(count: int, script: str = "", seed: int = 4) -> Iterator[tuple[str, str]]:
    """Yield `count` snippets of each sort, with the name of the sort."""
    chance = random.Random(seed)
    converted = OpenCC(script).convert if script else str
    text = prose(script)

    def some(length: int) -> str:
        start = chance.randrange(len(text) - length)
        return text[start : start + length]

    for _ in range(count):
        yield "prose", some(LENGTH)
        yield "without marks", re.sub(r"[^\u4e00-\u9fff]", "", some(3 * LENGTH))[:LENGTH]
        yield "mostly marks", "".join(each + chance.choice(_MARKS) for each in some(LENGTH // 2))
        yield "figures", (f"{some(14)}：2018年12.5亿元，同比增长69%；" * 3)[:LENGTH]
        yield "with Latin words", f"{some(18)} Cloud AI API v2.3 {some(LENGTH)}"[:LENGTH]
        yield "short lines", "\n".join(some(7) for _ in range(8))[:LENGTH]
        names = (chance.choice(_SURNAMES) + "".join(chance.sample(_RARE, 2)) for _ in range(15))
        yield "names", converted("、".join(names))
        if script == "s2hk":
            words = (chance.choice(_CANTONESE.split()) + some(chance.randint(1, 3)) for _ in range(30))
            yield "Cantonese", "".join(words)[:LENGTH]
