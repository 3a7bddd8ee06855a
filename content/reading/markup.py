"""XML from outside to elements: no entity, nothing from elsewhere, no nesting without end."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement, XMLPullParser

from content.reading.decoding import decode
from content.reading.errors import ReadingError

_DEEPEST = 500
MOST_ELEMENTS = 1_000_000
"""In one page: a page of a million characters has thirty thousand."""

_DECLARED = re.compile(r"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"'][^>]*?\?>")
_DECLARATION = re.compile(r"\s*<\?xml\s[^>]*\?>")
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(?P<own>\[)?", re.IGNORECASE)
_OWN_END = re.compile(r"\]\s*>")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_ALONE = re.compile(r"<(?!(?:br|hr|img|link|meta|col|wbr|input)\b)([A-Za-z][\w:-]*)((?:\s[^<>]*?)?)/>")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))


def parse_xml(data: bytes, name: str) -> Element:
    """Parse XML; the named characters of HTML, such as `&nbsp;`, are known without a document type.

    `name` is that of the file, for errors.
    Raises ReadingError: damaged, unsafe (entities, nesting, more than a million elements).
    """
    root = _parsed(_text(data, name), name)
    if root is None:
        raise ReadingError("damaged", name)
    return root


def parse_page(data: bytes, name: str, *, encoding: str | None = None) -> Element:
    """Parse a page of XHTML, and as HTML where it is not well formed.

    `encoding` is for one that is in neither UTF-8 nor what it declares.
    Raises ReadingError: empty, binary, unsafe (entities, nesting); undecodable, unknown_encoding.
    """
    text = _text(data, name, encoding)
    root = _parsed(text, name)
    return root if root is not None else _soup(text, name)


def _text(data: bytes, name: str, encoding: str | None = None) -> str:
    """Decode by the byte order mark, by what the declaration says, or as what it looks like."""
    declared = _DECLARED.match(data[:200].decode("latin-1"))
    if declared and declared[1].lower().replace("_", "-") not in ("utf-8", "utf-16"):
        try:
            return data.decode(declared[1])
        except (LookupError, UnicodeError):  # declared wrong, as pages often are
            pass
    try:
        text = data.decode("utf-8-sig")
        if "\0" not in text:
            return text
    except UnicodeDecodeError:
        pass
    return decode(data, name, encoding=encoding).text.removeprefix("\ufeff")


def _parsed(text: str, name: str) -> Element | None:
    """Return the root, None where the text is not well formed."""
    text = _without_document_type(_DECLARATION.sub("", text, count=1), name)
    text = _NAMED.sub(_character, text)
    parser: Any = XMLPullParser(("start", "end"))
    depth = count = 0
    root: Element | None = None
    try:
        for start in range(0, len(text), 65536):
            parser.feed(text[start : start + 65536])
            for event, element in parser.read_events():
                root = element if root is None else root
                depth += 1 if event == "start" else -1
                count += event == "start"
                if depth > _DEEPEST or count > MOST_ELEMENTS:
                    raise ReadingError("unsafe", name)
        parser.close()
    except (ParseError, ValueError):
        return None
    return root


def _without_document_type(text: str, name: str) -> str:
    """Take the document type away: it may name what is elsewhere, and declare what grows without end."""
    found = _DOCUMENT_TYPE.search(text)
    if found is None:
        return text
    end = found.end()
    if found["own"]:
        own = _OWN_END.search(text, end)
        if own is None or "<!ENTITY" in text[end : own.start()].upper():
            raise ReadingError("unsafe", name)
        end = own.end()
    else:
        end += 1
    return text[: found.start()] + text[end:]


def _character(named: re.Match[str]) -> str:
    return named[0] if named[1] in _OF_XML else html5.get(f"{named[1]};", named[0].replace("&", "&amp;"))


def _soup(text: str, name: str) -> Element:
    """Parse what is not well formed, as forgiving as a page's browser is."""
    from content.reading.html.tree import parse  # a well-formed book needs none

    tree = parse(_ALONE.sub(r"<\1\2></\1>", text))
    if tree.deepest > _DEEPEST:
        raise ReadingError("unsafe", name)
    root = Element(tree.root.tag, tree.root.attributes)
    waiting = [(tree.root, root)]
    while waiting:
        node, element = waiting.pop()
        last: Element | None = None
        for child in node.children:
            if not isinstance(child, str):
                last = SubElement(element, child.tag, child.attributes)
                waiting.append((child, last))
            elif last is None:
                element.text = (element.text or "") + child
            else:
                last.tail = (last.tail or "") + child
    return root
