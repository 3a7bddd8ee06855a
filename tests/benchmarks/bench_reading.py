"""Bytes to a document: a book of 100,000 paragraphs, a line of a million characters, an encoding to be told.

The figures are this process's own time (CPU), the median of five, after one reading that is not counted.
"""

from __future__ import annotations

import random
import time

from measuring import median, print_table

# isort: split
from generated import generated_paragraphs

from content.reading import read

ROUNDS = 5


def seconds_to_read(data: bytes) -> float:
    """Return the median of the processor time that one reading takes, in seconds."""
    read(data, "measured.txt")
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        read(data, "measured.txt")
        taken.append(time.process_time() - begin)
    return median(taken)


def _broken(data: bytes) -> bytes:
    chance = random.Random(4)
    broken = bytearray(data)
    for place in chance.sample(range(len(broken)), 20):
        broken[place] = chance.randrange(256)
    return bytes(broken)


def _wrapped(line: str) -> str:
    ends = ("\n" if start % 400 else "\n\n" for start in range(40, len(line) + 40, 40))
    return "".join(
        line[start : start + 40] + end for start, end in zip(range(0, len(line), 40), ends, strict=True)
    )


def main() -> None:
    """Print what each text takes."""
    paragraphs = list(generated_paragraphs())
    line = "".join(paragraphs)[:1_000_000]
    texts = {
        "100,000 paragraphs of 60 characters": "\n".join(paragraphs).encode(),
        "100,000 lines of 20 characters": "\n".join(each[:20] for each in paragraphs).encode(),
        "one line of 1,000,000 characters": line.encode(),
        "the same in GB18030": line.encode("gb18030"),
        "the same with 20 bytes broken": _broken(line.encode("gb18030")),
        "1,000,000 characters wrapped at 40": _wrapped(line).encode("gb18030"),
        "20,000 paragraphs of 10 characters": "\n".join(
            f"{each[:9]}。" for each in paragraphs[:20_000]
        ).encode(),
        "the same without a mark": line.replace("。", "").replace("，", "").encode(),
    }
    print_table("reading", ["", "seconds"], [(name, seconds_to_read(data)) for name, data in texts.items()])


if __name__ == "__main__":
    main()
