"""Loops compiled by numba, kept on disk for the next start where a folder can be written."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

Given = ParamSpec("Given")
Result = TypeVar("Result")


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function compiled at its first call; compiled again in every process where nothing can be kept."""
    try:
        return cast("Callable[Given, Result]", numba.njit(cache=True)(function))
    except RuntimeError:  # numba: no locator available, because neither this folder nor the user's cache can be written
        return cast("Callable[Given, Result]", numba.njit(function))


@compiled
def first_not_below(values: NDArray[np.int64], start: int, stop: int, least: int) -> int:
    """The first place from `start` on at which the rising values are not below `least`; `stop` when there is none.

    As `numpy.searchsorted`, which takes half a second to compile.
    """
    while start < stop:
        middle = (start + stop) // 2
        if values[middle] < least:
            start = middle + 1
        else:
            stop = middle
    return start
