"""How often Python looks for garbage while a great many objects come and go."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50_000
"""Objects that a batch of units with its rows may be; usually Python looks through them after every 700."""


@contextmanager
def looked_for_rarely() -> Iterator[None]:
    """Inside, or in the function that this decorates, garbage is looked for once in MANY new objects.

    Units and rows go when nobody needs them any more; only what holds on to itself, which they do not, has to be looked for.
    """
    usual = gc.get_threshold()
    gc.set_threshold(MANY, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
