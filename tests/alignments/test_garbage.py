"""While a load goes on, garbage is looked for less often, and afterwards as often as before."""

import gc

import pytest

from alignments.garbage import MANY, looked_for_rarely


def fail_in_a_load() -> None:
    with looked_for_rarely():
        assert gc.get_threshold()[0] == MANY
        raise InterruptedError


def test_garbage_is_looked_for_as_usual_after_a_load_that_failed() -> None:
    usual = gc.get_threshold()
    assert usual[0] != MANY
    with pytest.raises(InterruptedError):
        fail_in_a_load()
    assert gc.get_threshold() == usual
