"""The charset that somebody states: what it contains, and whether it can be believed."""

from __future__ import annotations

import codecs
from contextlib import suppress

_WIDER = {
    **dict.fromkeys(("gb2312", "gb_2312", "euc-cn", "gbk", "cp936", "x-gbk"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cn-big5"), "big5hkscs"),
}


def wider(charset: str) -> str:
    """Return the encoding that contains the one named, by Python's name for it, or the name as it is."""
    name = charset.strip().lower()
    with suppress(LookupError, ValueError):  # ValueError: a NUL in the name
        name = charset = codecs.lookup(name).name
    return _WIDER.get(name, charset)


def stated_encoding(data: bytes, charset: str | None) -> str | None:
    """Return the charset that was stated for some bytes, None where it is wrong or they tell it."""
    if charset is None:
        return None
    for encoding in ("utf-8", wider(charset)):
        try:
            data.decode(encoding)
        except (LookupError, ValueError):  # ValueError holds what cannot be decoded, and a NUL in the name
            continue
        return None if encoding == "utf-8" else encoding
    return None
