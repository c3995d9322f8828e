"""Compiled loops work where nothing can be written, such as a read-only installation."""

import logging
from pathlib import Path

import pytest

import aligner
import alignments
from aligner.compiling import LOG, FirstTime


def test_loops_are_compiled_by_our_own_decorator_only() -> None:
    """`numba.njit(cache=True)` dies where there is no folder to keep the loop in; `compiled` does without."""
    rooms = [Path(str(room.__file__)).parent for room in (aligner, alignments)]
    modules = [module for room in rooms for module in room.rglob("*.py") if "import numba" in module.read_text(encoding="utf-8")]
    assert [module.name for module in modules] == ["compiling.py"]


def test_compiling_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    listener = FirstTime()
    with caplog.at_level(logging.INFO, LOG.name):
        listener.on_start(None)
        listener.on_start(None)
    assert [record.message for record in caplog.records] == ["compiling the aligner's loops: about half a minute, this once"]
