"""Lines that name those who worked on a page beside its writer."""

from __future__ import annotations

import re

from content.reading.patterns import shape

_NAMED = re.compile(r"[\s:：/|｜丨︱、·\u4e00-\u9fffA-Za-z]{2,24}")


def is_staff(text: str) -> bool:
    """Tell whether a line names those who worked on a page beside its writer, and nobody else."""
    labels = list(shape("pages", "staff").finditer(text))
    if not labels:
        return False
    before = text[: labels[0].start()].strip("()（）[]【】 \u3000")
    ends = [*(label.start() for label in labels[1:]), len(text)]
    named = (text[label.end() : end].strip("()（）[]【】") for label, end in zip(labels, ends, strict=True))
    return (not before or before.endswith(("供稿", "供圖", "供图"))) and all(map(_NAMED.fullmatch, named))
