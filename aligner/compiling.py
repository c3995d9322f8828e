"""Loops compiled by numba, kept on disk for the next start where a folder can be written.

What is compiled is written for quick compiling, too: plain loops over numbers. Arrays are made by the caller, and assigned
number by number: each `np.zeros` of another shape, each slice assigned to a slice and each array unpacked costs half a second.
Rows are sliced before they are gone through, because numba asks of every other index whether it is below 0.
"""

import logging
from collections.abc import Callable, Mapping
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


_PLAIN = {"error_model": "numpy", "no_cfunc_wrapper": True}
_UNCOUNTED = {**_PLAIN, "_nrt": False}
"""Without numba's run-time that counts references to arrays: slices then cost nothing, and loops over them are vectorised."""


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function compiled at its first call; compiled again in every process where nothing can be kept.

    It makes no arrays, and returns none. A division by zero gives infinity or no number, as with NumPy.
    """
    return _compiled(function, _UNCOUNTED)


def compiled_part(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """As `compiled`, for what only compiled loops call: calls from Python would have to be compiled, too."""
    return _compiled(function, {**_UNCOUNTED, "no_cpython_wrapper": True})


def compiled_maker(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """As `compiled`, for what makes arrays itself."""
    return _compiled(function, _PLAIN)


def _compiled(function: Callable[Given, Result], options: Mapping[str, object]) -> Callable[Given, Result]:
    try:
        found: Callable[Given, Result] = _njit(cache=True, **options)(function)
    except RuntimeError:  # numba: no locator available, because neither this folder nor the user's cache can be written
        found = _njit(**options)(function)
    return found
