"""Messages on a pipe: four bytes of length, then as much JSON."""

from __future__ import annotations

import json
from typing import Any, BinaryIO

_LENGTH_BYTES = 4
# Passages of one request hold far less; a longer frame is a sign of something else on the pipe.
LARGEST_FRAME = 16 * 1024 * 1024


class FrameError(ValueError):
    """What came over the pipe is no frame, or an incomplete or too large one."""


def write_frame(stream: BinaryIO, message: Any) -> None:
    """Write a message and flush. Raises FrameError when it is larger than `LARGEST_FRAME` bytes."""
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    if len(data) > LARGEST_FRAME:
        raise FrameError(f"a message of {len(data)} bytes")
    stream.write(len(data).to_bytes(_LENGTH_BYTES, "big") + data)
    stream.flush()


def read_frame(stream: BinaryIO) -> Any:
    """Read a message, None at the end of the stream. Raises FrameError."""
    head = stream.read(_LENGTH_BYTES)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH_BYTES or length > LARGEST_FRAME:
        raise FrameError(f"a frame said to hold {length} bytes")
    data = stream.read(length)
    if len(data) < length:
        raise FrameError("a frame that ends too soon")
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise FrameError("a frame that is not JSON") from error
