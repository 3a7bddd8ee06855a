"""The charset that the wrapping of a page states, as far as it can be believed."""

from __future__ import annotations

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def stated_encoding(data: bytes, charset: str | None) -> str | None:
    """Return the charset that was stated for some bytes, None where it is wrong or they tell it."""
    if charset is None:
        return None
    for encoding in ("utf-8", _WIDER.get(charset.lower(), charset)):
        try:
            data.decode(encoding)
        except (LookupError, ValueError):  # ValueError holds what cannot be decoded, and a NUL in the name
            continue
        return None if encoding == "utf-8" else encoding
    return None
