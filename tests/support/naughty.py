"""Queries that break programs: control characters, markup, patterns, halves of operators, endless runs."""

from __future__ import annotations

# What holds no space is set apart by spaces.
_WORDS = (
    "\0 \0云\0 \x07 \x7f \x9b31m \u0085 \u2028\u2029 \ufeff \ufffe\uffff \u202e云\u202c \u202e云 \u2066云",
    "\u200b\u200d\u2060 \x1b]52;c;AAAA\x07 \x1b[2J \ud800 \udfff\ud800云 云\udcff计算 \udce4\udcba\udc91",
    "-\ud800 [/] [@click=app.quit] [b]云 <b>云</b> &lt; {云} {{0}} %s%n $HOME `云` ../../etc \\u4e91 云*",
    r"((( [a- \ .* ^$ (?P<云> a{9999999999} (a+)+$ | * + ? \Z",
    "- -云 －云 --云 -section:云 section: 章节： theme:云 kind:heading kind:云 entity: ： : a:b 云: 云-",
    "section:section:云 -theme:x －实体：云 “云” “云 云” 「」 “「云 ' '' '云",
    '" "" "云 云" "" -"云" -"云 section:"云 section:"" "\ud800',
    "٣٤ ² ①② ng m v ü u: xi'an ''' ﷺ İ ß ŉ ǆ Å ﬁ \u200d e\u0301\u0301\u0301 Z̸̛̤a̷l̶g̵o̴ 👩\u200d👩\u200d👧",
    "🏳️\u200d🌈 𠀀𠀁 ⼀⽂ 豈 〇 々 ㄅㄆㄇ 한글 かな 百分之 一亿万亿亿 2015-99-99 99,99年 0 -0 1/0 1e309 NaN",
    "0x7f 1,2,3 99999999999999999999年 Sept 一二三四五六七八九十百千万亿 点 % ％ 1.2.3.4",
)
_PHRASES = (
    *("", " ", "\n", "\t\t", "- 云", "section: 云", "' ' '", "-云 -计算", "实体：腾讯 主题：云 类型：正文"),
    *('"龘" 云', '"云" "的"', '云 "龘" 的', '"云" -云 1'),
    *("' OR 1=1 --", "'; DROP TABLE passages", "NEAR(云 计算)", "NOT 云", "Q9 2018", "Q 2018"),
    *(
        '<IMG """><SCRIPT>alert("XSS")</SCRIPT>">',
        '"""云"计算"',
        "ｔｈｅ　ｑｕｉｃｋ　ｂｒｏｗｎ　ｆｏｘ　ｊｕｍｐｓ　ｏｖｅｒ",
    ),
    "".join(chr(0x1D4D0 + place % 52) + " " * (place % 4 == 3) for place in range(40)),  # script letters
    *("".join(map(chr, range(33))), "".join(map(chr, range(127, 161)))),
)
_LONG = ("云", "a", "a ", "9", "xian", " ", "\0", "\ud800", '"', "-云 ", "(")
_LONGER_THAN_ANY_QUERY = 100_000  # characters
_RUNS = (
    *(
        "云 ",
        "jrkj",
        "xianan",
        "zh",
        "一",
        "1",
        "😀",
        "ﷺ",
        "İ",
        "ü",
        "x",
        '"',
        '"云" ',
        "-云 ",
        "section:云 ",
    ),
    *(
        "a:",
        "(",
        "亿",
        "shang",
        "gangan",
        "一1",
        "云a",
        "云jr",
        "的 ",
        "e\u0301",
        "百分之",
        "的一是在不了有和",
    ),
    *("zhongguorenminyinhang", "腾讯哪年整合了金融业务"),
)
# The longest queries that are looked for in every way.
_LONGEST_GUESS = 64

NAUGHTY: tuple[str, ...] = tuple(
    dict.fromkeys(
        (
            *(word for words in _WORDS for word in words.split(" ")),
            *_PHRASES,
            *(each * (_LONGER_THAN_ANY_QUERY // len(each)) for each in _LONG),
            *((each * _LONGEST_GUESS)[:_LONGEST_GUESS] for each in _RUNS),
        )
    )
)


def name_of(query: str) -> str:
    """Return a short name for a query, in ASCII."""
    return ascii(query[:12]) + (f" and {len(query) - 12} more" if len(query) > 12 else "")
