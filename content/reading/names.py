"""People's names as bylines and captions write them."""

from __future__ import annotations

import re
from functools import cache

from content.reading.patterns import one_of, words

_BETWEEN = re.compile(r"\s*[、，,/／&＆|｜;；和與与]\s*|\s{1,}")
_BRACKETS = re.compile(r"[(（【\[][^)）】\]]*[)）】\]]")
_FOREIGN = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:[·・•][\u4e00-\u9fffA-Za-z.]{1,8})+|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3}"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}")


def people(value: str) -> tuple[str, ...]:
    """Return the people that a byline names, without their roles; codes and 佚名 are nobody."""
    value = _BRACKETS.sub(" ", value).strip()
    if _FOREIGN.fullmatch(value) and _is_person(value):
        return (value,)
    found = (_roles().sub("", each) for each in _BETWEEN.split(value))
    return tuple(dict.fromkeys(each for each in found if _is_person(each)))


def looks_like_a_name(text: str) -> bool:
    """Tell whether a text of 2 to 4 characters begins with a family name, or is a foreign name."""
    if _FOREIGN.fullmatch(text):
        return True
    if text in words("names", "none"):
        return False
    return bool(_HAN_NAME.fullmatch(text)) and (
        (text[0] in words("names", "surnames") and len(text) <= 3) or text[:2] in words("names", "compound")
    )


def is_chinese_name(text: str) -> bool:
    """Tell whether a text begins with a family name and is no longer than a Chinese name."""
    return bool(_HAN_NAME.fullmatch(text)) and looks_like_a_name(text)


def _is_person(text: str) -> bool:
    if text.casefold() in words("metadata", "nobody") or text in words("names", "none"):
        return False
    return bool(_HAN_NAME.fullmatch(text) or _FOREIGN.fullmatch(text))


@cache
def _roles() -> re.Pattern[str]:
    role = one_of("metadata", "roles")
    return re.compile(rf"^{role}+|{role}+$")
