"""What an element of a page or an EPUB says that it is, by its name and its attributes."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from content.document import Kind

_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NUMBERED = re.compile(r"[-_]?\d+$")
_LONGEST_REFERENCE = 8


@cache
def tables() -> Any:
    """Return the judged data of `elements.toml`."""
    return tomllib.loads(Path(__file__).with_name("elements.toml").read_text(encoding="utf-8"))


@cache
def tags(which: str) -> frozenset[str]:
    """Return the names of the elements that are `skipped`, `inline` or `bold`."""
    return frozenset(tables()["tags"][which])


def name_of(element: Element) -> str:
    """Return an element's name without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower()


def type_of(element: Element) -> str | None:
    """Return what `epub:type` or `role` makes of an element: a kind, `reference` or `skipped`."""
    said = element.get(_EPUB_TYPE) or element.get("epub:type") or ""
    role = element.get("role") or ""
    if not (said or role):
        return None
    words = [*said.lower().split(), *(word.removeprefix("doc-") for word in role.lower().split())]
    return next((found for word in words if (found := _by_word("types").get(word))), None)


def kind_of(element: Element, name: str) -> Kind | None:
    """Return the kind of the passages in an element, None where it says nothing of it."""
    if name == "p" and element.get("class") is None and element.get(_EPUB_TYPE) is None:
        return None  # nearly every element of a book
    said = type_of(element)
    if said is None:
        classes = (
            _NUMBERED.sub("", word) for word in (element.get("class") or "").lower().replace("_", "-").split()
        )
        said = next((found for word in classes if (found := _by_word("classes").get(word))), None)
    if said in ("reference", "skipped", None):
        said = tables()["kinds"].get(name)
    return cast("Kind | None", said)


def is_hidden(element: Element) -> bool:
    """Tell whether an element is not shown: notes that are shown at a click are."""
    style = element.get("style")
    if element.get("hidden") is None and not (style and _HIDDEN.search(style)):
        return False
    return kind_of(element, name_of(element)) != "footnote"


def is_bold(element: Element, name: str) -> bool:
    """Tell whether what is in an element is set bold."""
    style = element.get("style")
    return name in tags("bold") or bool(style and _BOLD.search(style))


def is_reference(element: Element, *, raised: bool, in_note: bool) -> bool:
    """Tell whether a link leads to a note, or from a note back; `raised` where it stands in a superscript."""
    classes = (element.get("class") or "").lower().split()
    if type_of(element) == "reference" or any(word in tables()["references"]["classes"] for word in classes):
        return True
    text = "".join(element.itertext()).strip()
    if in_note and (text.isdecimal() or text in tables()["references"]["back"]):
        return True
    if len(text) > _LONGEST_REFERENCE or "#" not in (element.get("href") or ""):
        return False
    return raised or any(name_of(child) == "sup" for child in element)


def reference_text(element: Element) -> str:
    """Return a reference as it is read: a bare number in brackets, so that it adds no digit to the text."""
    text = "".join(element.itertext()).strip()
    if text in tables()["references"]["back"]:
        return ""
    return f"[{text}]" if text.isascii() and text.isalnum() else text


def formula(element: Element) -> str:
    """Return a formula of MathML in a line, without what says the same in another notation."""
    said: list[str] = []
    waiting = [element]
    while waiting:
        each = waiting.pop()
        if not name_of(each).startswith("annotation"):
            said.append((each.text or "").strip())
            waiting += reversed(each)
    return "".join(said)


@cache
def _by_word(table: str) -> Mapping[str, str]:
    return {word: kind for kind, words in tables()[table].items() for word in words}
