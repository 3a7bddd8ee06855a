"""Pages saved by Safari: a property list, binary or XML, with the page in it."""

from __future__ import annotations

import plistlib
import struct
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from content.reading.errors import ReadingError
from content.reading.stated import stated_encoding

if TYPE_CHECKING:
    from content.document import Document

_TRAILER = struct.Struct(">6xBBQQQ")
_PAGES = ("text/html", "application/xhtml+xml", "")


def read_webarchive(data: bytes, name: str, *, encoding: str | None) -> Document:
    """Read the main page of a web archive; its frames and pictures are left where they are.

    Raises ReadingError: damaged, unsafe, unsupported (no page but a picture, say), and all that `read_html`
    raises.
    """
    page = _main_resource(data, name)
    content = page.get("WebResourceData")
    if isinstance(content, str):
        content = content.encode("utf-8", "replace")
    if not isinstance(content, bytes):
        raise ReadingError("damaged", name)
    stated, media_type = (page.get(f"WebResource{key}") for key in ("TextEncodingName", "MIMEType"))
    encoding = encoding or stated_encoding(content, stated if isinstance(stated, str) else None)
    if (media_type if isinstance(media_type, str) else "").lower() in _PAGES:
        from content.reading.html import read_html

        return read_html(content, name, encoding=encoding)
    if media_type == "text/plain":
        from content.reading.plain import read_plain

        return read_plain(content, name, encoding=encoding)
    raise ReadingError("unsupported", name)


def _main_resource(data: bytes, name: str) -> dict[object, object]:
    try:
        _check_size(data)
        archive = plistlib.loads(data.lstrip())
    except RecursionError as error:
        raise ReadingError("unsafe", name) from error
    except plistlib.InvalidFileException as error:
        declares = "entity" in str(error).lower()
        raise ReadingError("unsafe" if declares else "damaged", name) from error
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OverflowError,
        ExpatError,
        struct.error,
    ) as error:
        raise ReadingError("damaged", name) from error
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(page, dict):
        raise ReadingError("damaged", name)
    return page


def _check_size(data: bytes) -> None:
    """Refuse a binary list that says it holds more objects than bytes: room is made for all of them."""
    if data.startswith(b"bplist") and _TRAILER.unpack(data[-_TRAILER.size :])[2] > len(data):
        raise ValueError("more objects than bytes")
