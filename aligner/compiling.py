"""Loops compiled by numba, kept on disk for the next start where a folder can be written."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

import numba

Given = ParamSpec("Given")
Result = TypeVar("Result")


def compiled(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The function compiled at its first call; compiled again in every process where nothing can be kept."""
    try:
        return cast("Callable[Given, Result]", numba.njit(cache=True)(function))
    except RuntimeError:  # numba: no locator available, because neither this folder nor the user's cache can be written
        return cast("Callable[Given, Result]", numba.njit(function))
