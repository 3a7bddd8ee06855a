"""Whether all is well: what the program keeps and where, whether it is whole, and copies of it."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from content.library.catalogue import MIGRATIONS as LIBRARY_MIGRATIONS
from content.library.library import FILE_NAME as LIBRARY
from content.library.places import cache_folder, config_folder, data_folder, is_there
from content.scrub import scrub_line
from content.shelf import Shelf, ShelfError
from content.shelf.backups import Backups
from content.shelf.looking import look, why_not_writable
from content.shelf.restoring import restore
from content.shelf.shelf import FILE_NAME as SHELF
from tui.commandline.commands import FOUND
from tui.commandline.output import write_json, write_lines
from tui.commandline.problems import CommandLineError, recovered
from tui.commandline.words import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.commandline.options import Request
    from tui.strings import Language

UNWELL = 2
"""Exit code: something is damaged, or nothing can be kept."""
_PARTS = ("tencent-explorer", "textual", "jieba", "rjieba", "rapidfuzz", "mammoth")


def doctor(request: Request, language: Language) -> int:
    """Look through everything, or make a copy of what is kept, or use one instead of it."""
    action, *words = request.words or ("check",)
    if action == "check" and not words:
        return _check(request, language)
    if action == "backup" and not words:
        return _back_up(request, language)
    if action == "restore" and len(words) <= 1:
        return _restore(request, words[0] if words else None, language)
    raise CommandLineError("usage.doctor_action", word=" ".join((action, *words)))


def _check(request: Request, language: Language) -> int:
    problem = why_not_writable(data_folder())
    told: dict[str, Any] = {
        "versions": {"Python": platform.python_version()} | {name: _version(name) for name in _PARTS},
        "folders": {
            "data": str(data_folder()),
            "config": str(config_folder()),
            "cache": str(cache_folder()),
        },
        "stores": [_store(data_folder() / SHELF), _store(data_folder() / LIBRARY, LIBRARY_MIGRATIONS)],
        "backups": [str(path) for path in Backups(data_folder() / SHELF).all()],
        "writable": problem is None,
        "problem": problem.reason if problem else None,
    }
    well = told["writable"] and all(each["state"] in ("sound", "missing") for each in told["stores"])
    if request.has("--json"):
        write_json({**told, "well": well})
    else:
        write_lines(map(scrub_line, _said(told, well, language)))
    return FOUND if well else UNWELL


def _said(told: dict[str, Any], well: bool, language: Language) -> list[str]:
    def say(key: str, **values: object) -> str:
        return phrase(language, f"doctor.{key}", **values)

    lines = [" · ".join(f"{name} {number or '—'}" for name, number in told["versions"].items()), ""]
    lines += [f"{say(name)}  {path}" for name, path in told["folders"].items()]
    if told["problem"]:
        lines.append(say("not_writable", reason=phrase(language, f"shelf.{told['problem']}")))
    lines.append("")
    for store in told["stores"]:
        kilobytes = (store["bytes"] + 1023) // 1024
        size = say(
            "size" if store["version"] else "size_alone", kilobytes=kilobytes, version=store["version"]
        )
        lines.append(
            " · ".join([Path(store["path"]).name, say(store["state"]), *([size] * (store["bytes"] > 0))])
        )
    lines += [
        "",
        say("backups", count=len(told["backups"])),
        *(f"  {Path(each).name}" for each in told["backups"]),
    ]
    return [*lines, "", say("well" if well else "unwell")]


def _store(path: Path, migrations: Sequence[str] | None = None) -> dict[str, Any]:
    seen = look(path, migrations)
    return {"path": str(path), "state": seen.state, "version": seen.version, "bytes": seen.size}


def _back_up(request: Request, language: Language) -> int:
    with Shelf(data_folder()) as shelf:
        if shelf.recovery:
            raise CommandLineError("error.plain", sentence=recovered(shelf.recovery, language))
        try:
            path = shelf.back_up()
        except (OSError, sqlite3.Error) as error:
            raise CommandLineError("doctor.no_backup", detail=str(error)) from error
    _tell(request, {"backup": str(path)}, phrase(language, "doctor.backed_up", path=path))
    return FOUND


def _restore(request: Request, name: str | None, language: Language) -> int:
    """Use a copy: the file that is named, also by its name alone, else the newest that is whole."""
    backups = Backups(data_folder() / SHELF)
    copy = Path(name) if name else backups.newest_sound()
    if copy is None:
        raise CommandLineError("doctor.no_copies", folder=backups.folder)
    if name and not is_there(copy):
        copy = backups.folder / name
    try:
        aside = restore(data_folder() / SHELF, copy)
    except (OSError, sqlite3.Error, ShelfError, ValueError) as error:
        raise _not_restored(copy, language) from error
    key = "restored" if aside else "restored_new"
    said = phrase(language, f"doctor.{key}", path=copy.name, aside=aside)
    _tell(request, {"restored": str(copy), "aside": str(aside) if aside else None}, said)
    return FOUND


def _not_restored(copy: Path, language: Language) -> CommandLineError:
    """Say which copy cannot be used, and why where the copy itself is the reason."""
    state = look(copy).state
    if state in ("sound", "missing"):
        return CommandLineError("doctor.not_restored", path=copy)
    return CommandLineError("doctor.unfit", path=copy, reason=phrase(language, f"doctor.{state}"))


def _tell(request: Request, record: dict[str, Any], sentence: str) -> None:
    if request.has("--json"):
        write_json(record)
    else:
        write_lines([scrub_line(sentence)])


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
