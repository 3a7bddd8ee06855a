"""Stated shares, recomputed from the part and the whole: 占总营收的 59.3 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content.analysis.checks.comparing import agrees, bounds
from content.analysis.checks.making import checked, unchecked
from content.analysis.figures.tables import words
from content.analysis.word_lists import any_of

if TYPE_CHECKING:
    from content.analysis.checks.check import Check
    from content.analysis.checks.context import Sentence
    from content.analysis.checks.measures import Known
    from content.analysis.figures import Figure

_TAKES = re.compile("占[^,;。]{0,20}$|比重[^,;。]{0,8}$|占比[^,;。]{0,8}$")
_OF = re.compile(
    rf"占(?:{any_of(words('cues', 'share', 'fillers'))}| )*(?P<whole>[^,;。的0-9]{{1,12}}?)"
    "[的比]?(?:比例|比重)?(?:约|超过|近|逾|为|达|达到| )*$"
)
_RATE = re.compile("(?P<what>[一-鿿]{1,6})率(?:为|达|达到|约|超过|近|仅|仅为|高达|逾| )*$")
_OTHER_RATES = re.compile(any_of(words("cues", "share", "other_rates")))
_OWNER = re.compile(f" ?的? ?{any_of(words('cues', 'share', 'owners'))}")
_LEVEL = re.compile("(?:升至|降至|提高到|提升到|上升到|下降到|增至|从|由|到|至)(?:约|近|超过|逾| )*$")


def check_share(sentence: Sentence, stated: Figure, known: Known) -> Check | None:
    """Check one stated share; None where a figure in percent is no share of anything: a rate of interest."""
    ahead = sentence.ahead(stated)
    rate = _RATE.search(ahead)
    if rate and _OTHER_RATES.search(rate["what"]):
        return None
    takes = bool(_TAKES.search(ahead))
    pair = _pair(sentence, stated, takes=takes, rated=rate is not None)
    if pair:
        return checked("share", sentence, stated, _percent(*pair), _allowed(*pair), pair)
    if takes and (pair := _elsewhere(sentence, stated, known)):
        return checked("share", sentence, stated, _percent(*pair), (_percent(*pair),) * 2, pair)
    is_claim = takes or "其中" in ahead or "份额" in ahead or _OWNER.match(sentence.behind(stated))
    if rate or not is_claim or (_LEVEL.search(ahead) and not takes):
        return None
    return unchecked("share", sentence, stated, "vague" if stated.value is None else "no_whole")


def _pair(sentence: Sentence, stated: Figure, *, takes: bool, rated: bool) -> tuple[Figure, Figure] | None:
    """Return the part and the whole where the sentence tells both."""
    if stated.value is None:
        return None
    near = [figure for figure in sentence.counted if figure.span.start < stated.span.start]
    if len(near) < 2:
        return None
    first, second = near[-2:]
    if not (first.unit == second.unit and first.value and second.value):
        return None
    if (
        takes
        and "占" in sentence.between(first, second)
        and sentence.between(second, stated).strip(" 的约近超过逾") == ""
    ):
        return first, second
    if "其中" in sentence.between(first, second) and (
        takes or sentence.clause(stated)[0] <= second.span.start
    ):
        return second, first
    if rated and second.value <= first.value:
        return second, first
    return None


def _elsewhere(sentence: Sentence, stated: Figure, known: Known) -> tuple[Figure, Figure] | None:
    """Return a part with a whole that is named here and told in another place, where they agree."""
    near = [figure for figure in sentence.counted if figure.span.start < stated.span.start]
    found = _OF.search(sentence.ahead(stated))
    if not near or not found or stated.value is None:
        return None
    part = near[-1]
    return next(
        (
            (part, whole)
            for whole in known.wholes(found["whole"], part)
            if agrees(stated, _percent(part, whole))
        ),
        None,
    )


def _percent(part: Figure, whole: Figure) -> float:
    return float(part.value or 0) / float(whole.value or 1) * 100


def _allowed(part: Figure, whole: Figure) -> tuple[float, float]:
    (low, high), (least, most) = bounds(part), bounds(whole)
    if least <= 0:
        return (_percent(part, whole),) * 2
    return low / most * 100, high / least * 100
