"""Findings as JSON and back: records as lists of their fields, in the order they are declared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Record = TypeVar("Record")


class CodingError(ValueError):
    """What was to be read is not what was written."""


def encoded(value: Any) -> Any:
    """Return a value of JSON for a record, or a tuple of records or plain values."""
    if is_dataclass(value) and not isinstance(value, type):
        return [encoded(getattr(value, field.name)) for field in fields(value)]
    return [encoded(each) for each in value] if isinstance(value, tuple) else value


class Decoder:
    """Reads records back; `names` are the classes that their annotations name."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = dict(names)
        self._readers: dict[Any, Callable[[Any], Any]] = {}

    def decoded(self, kind: type[Record], value: Any) -> Record:
        """Return the record that a value of JSON stands for. Raises CodingError."""
        record: Record = self._reader(kind)(value)
        return record

    def _reader(self, kind: Any) -> Callable[[Any], Any]:
        """Return what reads a kind of value, made once: there are many of each."""
        if kind not in self._readers:
            self._readers[kind] = self._made(kind)
        return self._readers[kind]

    def _made(self, kind: Any) -> Callable[[Any], Any]:
        origin, arguments = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._record(kind)
        if origin is tuple:
            return self._several(self._reader(arguments[0]))
        if origin is Literal:
            return _checked(lambda value: value in arguments)
        if origin in (Union, UnionType):
            return self._either([each for each in arguments if each is not NoneType])
        if kind is float:
            return _checked(lambda value: type(value) in (int, float))
        return _checked(lambda value: type(value) is kind)

    def _record(self, kind: type) -> Callable[[Any], Any]:
        hints = get_type_hints(kind, localns=self._names)
        readers = [self._reader(hints[field.name]) for field in fields(kind)]

        def read(value: Any) -> Any:
            if not isinstance(value, list) or len(value) != len(readers):
                raise CodingError(f"no {kind.__name__}")
            return kind(*[reader(each) for reader, each in zip(readers, value, strict=True)])

        return read

    def _several(self, reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def read(value: Any) -> Any:
            if not isinstance(value, list):
                raise CodingError("no list")
            return tuple([reader(each) for each in value])

        return read

    def _either(self, kinds: list[Any]) -> Callable[[Any], Any]:
        """Read a value that may be null, else of the first kind that fits."""
        readers = [self._reader(kind) for kind in kinds]

        def read(value: Any) -> Any:
            if value is None:
                return None
            for reader in readers[:-1]:
                try:
                    return reader(value)
                except CodingError:
                    continue
            return readers[-1](value)

        return read


def _checked(is_one: Callable[[Any], bool]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not is_one(value):
            raise CodingError(f"not expected: {value!r}")
        return value

    return read
