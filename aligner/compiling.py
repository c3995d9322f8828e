"""Loops compiled by numba, kept on disk for the next start where a folder can be written.

What is compiled is written for quick compiling, too: plain loops over numbers. Arrays are made by the caller, and assigned
number by number: each `np.zeros` of another shape, each slice assigned to a slice and each array unpacked costs half a second.
"""

import logging
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import numba
from numba.core import event

Given = ParamSpec("Given")
Result = TypeVar("Result")

LOG = logging.getLogger(__name__)
"""Says once when something has to be compiled, because a person waits for it."""


class FirstTime(event.Listener):
    """Hears of all compiling, which is none where the loops were kept."""

    is_told = False

    def on_start(self, event: object) -> None:  # noqa: ARG002 - numba's signature
        """Say it the first time."""
        if not self.is_told:
            LOG.info("compiling the aligner's loops: about half a minute, this once")
        self.is_told = True

    def on_end(self, event: object) -> None:
        """Nothing is said of the end."""


event.register("numba:compile", FirstTime())  # type: ignore[no-untyped-call]

_njit: Any = numba.njit  # whose types do not know all its options


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function compiled at its first call; compiled again in every process where nothing can be kept.

    A division by zero gives infinity or no number, as with NumPy.
    """
    return _compiled(function, {"error_model": "numpy", "no_cfunc_wrapper": True, "_nrt": False})


def compiled_part(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """As `compiled`, for what only compiled loops call: calls from Python would have to be compiled, too."""
    return _compiled(function, {"error_model": "numpy", "no_cfunc_wrapper": True, "no_cpython_wrapper": True, "_nrt": False})


def _compiled(function: Callable[Given, Result], options: dict[str, object]) -> Callable[Given, Result]:
    try:
        found: Callable[Given, Result] = _njit(cache=True, **options)(function)
    except RuntimeError:  # numba: no locator available, because neither this folder nor the user's cache can be written
        found = _njit(**options)(function)
    return found
