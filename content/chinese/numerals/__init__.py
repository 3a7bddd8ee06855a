"""Numbers and dates as people write them, and what they come to: 14.48亿, 三成, 2015年9月, Q3 2018.

Works on folded text (`content.chinese.variants.fold`): simplified, half width, lower case.
"""

from content.chinese.numerals.amounts import number_value as number_value
from content.chinese.numerals.asking import Asked as Asked
from content.chinese.numerals.asking import asked_numeral as asked_numeral
from content.chinese.numerals.asking import other_writings as other_writings
from content.chinese.numerals.finding import Numeral as Numeral
from content.chinese.numerals.finding import find_numerals as find_numerals
