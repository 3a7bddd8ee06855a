"""What can go wrong on the command line, each as one sentence in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.scrub import scrub_line
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from content.reading.errors import ReadingError
    from content.shelf import Problem, ShelfError
    from content.shelf.recovery import Recovery
    from tui.strings import Language


class CommandLineError(Exception):
    """A mistake in how the program was called, or what keeps it from starting.

    `key` names the sentence that says it, `values` what is put into it.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, language: Language) -> str:
        """Return what went wrong as one safe line."""
        return scrub_line(phrase(language, self.key, **self.values))


def reading_sentence(error: ReadingError, language: Language, did_you_mean: str | None = None) -> str:
    """Say why a file could not be read, and which command its name comes close to."""
    if did_you_mean and error.reason == "missing":
        sentence = phrase(language, "error.missing_did_you_mean", name=error.name, command=did_you_mean)
    else:
        sentence = phrase(language, f"error.{error.reason}", name=error.name, detail=error.detail)
    if error.reason == "unknown_encoding":
        return scrub_line(sentence)  # whose name is the detail
    return _with_detail(sentence, error.detail, language)


def file_sentence(path: str, error: ReadingError, language: Language) -> str:
    """Say why one file among several could not be read: by its path, not by its name alone."""
    return reading_sentence(type(error)(error.reason, scrub_line(path), error.detail), language)


def not_kept(problem: Problem | ShelfError, language: Language, what: str = "shelf") -> CommandLineError:
    """Say why a bookmark, or with `what` as `library` a document, could not be kept."""
    return _shelf_error(f"{what}.not_kept", problem, language)


def not_read(problem: Problem | ShelfError, language: Language, what: str = "shelf") -> CommandLineError:
    """Say why bookmarks, or with `what` as `library` that, could not be read back."""
    return _shelf_error(f"{what}.not_read", problem, language)


def recovered(recovery: Recovery, language: Language) -> str:
    """Say that what is kept was damaged, what took its place, and where the damaged file is."""
    aside = scrub_line(str(recovery.aside))
    if recovery.used is None:
        return phrase(language, "shelf.recovered_empty", aside=aside)
    return phrase(language, "shelf.recovered", aside=aside, used=scrub_line(recovery.used.name))


def _shelf_error(key: str, problem: Problem | ShelfError, language: Language) -> CommandLineError:
    reason = phrase(language, f"shelf.{problem.reason}")
    return CommandLineError(key, reason=_with_detail(reason, problem.detail, language))


def _with_detail(sentence: str, detail: str, language: Language) -> str:
    if detail:
        sentence = phrase(language, "error.with_detail", sentence=sentence, detail=detail)
    return scrub_line(sentence)
