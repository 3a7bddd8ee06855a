"""Every expression among the judged data knows two lines at least, and no sentence of prose."""

from __future__ import annotations

import re
import tomllib
from functools import reduce
from importlib.resources import files
from operator import getitem
from pathlib import Path

import pytest

from content.reading.patterns import shape

SHAPES = tomllib.loads((Path(__file__).parent / "shapes.toml").read_text(encoding="utf-8"))
PATTERNS = tomllib.loads(files("content.reading").joinpath("patterns.toml").read_text(encoding="utf-8"))
PROSE = SHAPES.pop("prose")["lines"]
KEYS = [
    *(
        (table, key)
        for table in ("chrome", "captions", "metadata", "datelines", "properties", "titles")
        for key in SHAPES[table]
    ),
    *(("headings.families", key) for key in SHAPES["headings"]["families"]),
]


def looked_up(data, table, key):
    return reduce(getitem, [*table.split("."), key], data)


def expressions_of(table, key):
    stored = looked_up(PATTERNS, table, key)
    return [stored] if isinstance(stored, str) else stored


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_each_expression_knows_two_lines(table, key):
    examples = looked_up(SHAPES, table, key)
    for expression in expressions_of(table, key):
        alone = re.compile(expression.replace(" ", r"\s*"), re.IGNORECASE)
        assert sum(bool(alone.fullmatch(example)) for example in examples) >= 2, expression


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_each_example_is_known(table, key):
    unknown = [each for each in looked_up(SHAPES, table, key) if not shape(table, key).fullmatch(each)]
    assert unknown == []


@pytest.mark.parametrize(("table", "key"), [pair for pair in KEYS if pair[1] != "blurbs"])
def test_no_expression_knows_prose(table, key):
    assert [line for line in PROSE if shape(table, key).fullmatch(line)] == []


def test_every_expression_is_tried():
    expressions = {
        (table, key)
        for table, keys in {**PATTERNS, "headings.families": PATTERNS["headings"]["families"]}.items()
        for key, stored in keys.items()
        if "(" in str(stored) and key not in ("families", "commonest")
    }
    assert expressions <= set(KEYS)


def test_no_rule_names_the_sample_or_its_site():
    stored = files("content.reading").joinpath("patterns.toml").read_text(encoding="utf-8")
    assert [name for name in ("周天", "360", "腾讯", "techfinsight") if name in stored] == []
