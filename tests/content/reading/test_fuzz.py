"""Valid files of every format, broken in every way: a sound document or a ReadingError, nothing else."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutations import VALID, mutated, repacked
from sound import check_sound

from content.reading import read
from content.reading.errors import ReadingError

ARCHIVES = ("epub", "docx")
QUICK, THOROUGH = 40, 400
EVERY_FILE = [data for _, files in VALID.values() for data in files]


def read_broken(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    name, files = VALID[kind]
    data, other = chance.choice(files), chance.choice(EVERY_FILE)
    broken = (repacked if kind in ARCHIVES and chance.random() < 0.7 else mutated)(data, other, chance)
    said = ""
    try:
        check_sound(read(broken, name))
    except ReadingError as error:
        said = str(error)
    assert "\n" not in said


@pytest.mark.parametrize("kind", VALID)
def test_a_valid_file_is_a_sound_document(kind):
    if kind == "docx":
        pytest.importorskip("mammoth", reason="Word documents need the extra office")
    name, files = VALID[kind]
    for data in files:
        check_sound(read(data, name))


@pytest.mark.parametrize("kind", VALID)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=QUICK, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_file_is_a_document_or_a_reading_error(kind, seed):
    read_broken(kind, seed)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", VALID)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=THOROUGH, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_file_is_a_document_or_a_reading_error_again_and_again(kind, seed):
    read_broken(kind, seed)


@given(st.binary(max_size=400), st.sampled_from([name for name, _ in VALID.values()]))
@settings(max_examples=100, deadline=None)
def test_bytes_of_any_kind_under_any_name(data, name):
    try:
        document = read(data, name)
    except ReadingError:
        return
    check_sound(document)
