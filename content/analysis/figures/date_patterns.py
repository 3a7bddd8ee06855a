"""How dates stand written in Chinese, as patterns of folded text."""

from __future__ import annotations

import re

_HAN = "〇零一二三四五六七八九"
_AD = r"(?<![0-9.])(?:1[5-9]|20|21)[0-9]{2}"
_MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN[2:]}])"
_DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[{_HAN[2:]}]?|廿[{_HAN[2:]}]?|[{_HAN[2:]}])"
_TO = " ?(?:至|到|[~—–-]{1,2}) ?"
_NO_NUMBER = f"(?<![0-9.{_HAN}十百千万亿几数第])"
_MONTH_ENDS = "(?![活薪租均入收供费球票饼光嫂子台亮])"
_DAY_ENDS = "(?:日(?![本报均常元圆])|号(?![线楼店院机文令]))"

YEAR = (
    rf"(?:公元 ?)?(?:(?:(?P<year>{_AD}|(?<![{_HAN}十百千万])[一二][〇零九一二三四五六七八]{{3}}) ?年"
    "(?:度(?![假过]))?(?![代级龄轻]))"
    rf"|民国 ?(?P<republic>[0-9]{{2,3}}|[{_HAN}十百]{{2,5}}) ?年"
    r"|(?P<short>(?<![0-9.,])(?:0[0-9]|9[0-9])) ?年(?![代级来前后以间内的多半龄轻])"
    r"|(?P<relative>大前年|去年|今年|明年|前年|后年|上年|本年|同年|当年|次年|翌年)度?)"
)
_PARTS = (
    "(?P<first>前 ?[二两三23] ?(?:个季度?|季度?(?!报)))"
    "|(?P<quarter>第 ?[一二三四1-4] ?季(?:度|(?!报))|[一二三四1-4] ?季度)"
    "|(?P<half>[上下]半年)度?"
    rf"|(?P<month>{_MONTH}) ?(?:月份?)?{_TO}(?P<month2>{_MONTH}) ?月份?{_MONTH_ENDS}"
    "(?! ?[0-9]{1,2} ?[日号])"
    rf"|(?P<month1>{_MONTH}) ?月份?{_MONTH_ENDS}"
    rf"(?: ?(?P<day>{_DAY})(?: ?[日号])?{_TO}(?P<day2>{_DAY}) ?{_DAY_ENDS}| ?(?P<day1>{_DAY}) ?{_DAY_ENDS}"
    r"| ?(?P<third>[上中下])旬|(?P<edge>[底末初]))?"
)
_CLOCK = (
    "(?: ?(?:凌晨|早上|早|清晨|上午|中午|下午|傍晚|晚上|晚间|晚|深夜|夜间)?"
    " ?(?:[01]?[0-9]|2[0-4])(?: ?[时点](?: ?[0-5]?[0-9] ?分?|半|整)?|:[0-5][0-9](?::[0-5][0-9])?))?"
)
_YEAR_EDGE = "年?[底末初]|年中(?![国共央心期间])"
# 2016、2017 和 2018 年; 2018 到 2020 年
_YEARS = rf"(?P<from>{_AD}) ?年?{_TO}(?P<till>{_AD}) ?年度?(?![代级])"
_LISTED = rf"(?P<listed>{_AD})(?=(?: ?[、,;和与及]{{1,2}} ?[0-9]{{4}}){{1,5}} ?年)"
_DECADE = (
    rf"(?:(?P<century>[上本]世纪|20 ?世纪|二十世纪|21 ?世纪) ?)?{_NO_NUMBER}"
    r"(?P<decade>[1-9]0|[一二三四五六七八九]十|一十|(?:1[89]|20)[0-9]0) ?年代(?:[初末]期?|中后?期|后期)?"
)
_CENTURY = f"{_NO_NUMBER}(?P<century2>1[5-9]|2[01]|十[五六七八九]|二十一?) ?世纪(?:[初末]|中叶)?"
# 26 日，外交部回应; 本月 5 日
_OPENS = '(?:^|(?<=[,;。:("、于在至])|(?<=[,;。:("、于在至] ))'
_DAYS = (
    rf"(?P<relmonth>本月|上月|上个月|当月|下月|下个月) ?(?P<day3>{_DAY}) ?{_DAY_ENDS}"
    rf"|{_OPENS}(?P<day4>3[01]|[12][0-9]|[1-9]) ?日(?=[,;、上下午晚凌早清深电讯起在至到从召公宣发举报正 0-9])"
)
_ALONE = (
    r"(?:(?<=[到至从自在于])|(?<=[到至从自在于] ))"
    r"(?P<alone>(?:19|20)[0-9]{2})(?![0-9一-鿿a-z.,:/%+-]| ?[万亿年个家名人元])"
)

PATTERN = re.compile(
    "|".join(
        (
            _YEARS,
            _LISTED,
            rf"{_NO_NUMBER}{YEAR}(?P<rest> ?的? ?(?:{_PARTS}){_CLOCK}|(?P<yearedge> ?(?:{_YEAR_EDGE})))?",
            _DECADE,
            _CENTURY,
            rf"{_DAYS}{_CLOCK}",
            rf"(?<![前近后续个过每首连半]){_NO_NUMBER}(?P<bare>{_PARTS.replace('?P<', '?P<b')}){_CLOCK}",
            _ALONE,
        )
    )
)
"""A date that stands written; the groups of one without its year begin with `b`."""

BEGINS = re.compile(
    rf"[0-9]|[{_HAN}十廿](?=[{_HAN}十廿 年月世季日到至])|民国|公元|大前年|[去今明前后上本同当次翌]年"
    r"|[上本当下]个?月|[上本]世纪|[上下]半年|前(?= ?[二两三23])|第(?= ?[一二三四1-4] ?季)"
)
"""Where a date may begin: all else is passed over at the speed of one simple pattern."""
