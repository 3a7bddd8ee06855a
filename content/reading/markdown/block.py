"""What a Markdown text is made of, on its way to the parts of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from content.document import Kind


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a rule, or a picture with the words given for it.

    `mark` is a list item's bullet or number, `bold` is true where all of it is bold, `level` is that of a
    heading as it was written.
    """

    kind: Kind | Literal["rule", "picture"]
    text: str
    level: int | None = None
    bold: bool = False
    mark: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is neither a rule nor a picture."""
        return self.kind not in ("rule", "picture")
