"""One function over many batches, on several processors where the system can fork."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import active_children, get_context
from multiprocessing.reduction import ForkingPickler
from typing import Any, TypeVar

from alignments.columns import Columns
from alignments.side_process import begin_beside_owner, can_fork
from alignments.units import InlineCode, Issue


def _as_call(value: Any) -> tuple[type, tuple[object, ...]]:  # noqa: ANN401 - any dataclass with slots
    return type(value), tuple([getattr(value, name) for name in value.__slots__])


Batch = TypeVar("Batch")
Result = TypeVar("Result")

for _kind in (Columns, InlineCode, Issue):
    ForkingPickler.register(_kind, _as_call)
"""What goes between the processes is written as a call, five times as fast as the state of a frozen dataclass."""

AHEAD = 3
"""Batches a process may be given before the oldest is awaited: nobody waits, and few are in memory."""

_worker: list[Callable[[Any], Any]] = []
"""The function of a worker process, inherited by forking: what it holds on to is never copied."""


def spread(work: Callable[[Batch], Result], batches: Iterable[Batch], processes: int) -> Iterator[tuple[Batch, Result]]:
    """Every batch with its result, in order; with more than one process the results must be picklable.

    The first batch is worked on before the process is divided: what it loads, every part has.
    """
    incoming = iter(batches)
    started = list(islice(incoming, 2))
    if processes < 2 or len(started) < 2 or not can_fork():
        yield from ((batch, work(batch)) for batch in chain(started, incoming))
        return
    yield started[0], work(started[0])
    _worker.append(work)
    pool = ProcessPoolExecutor(processes, mp_context=get_context("fork"), initializer=begin_beside_owner)
    try:
        yield from _in_order(pool, chain(started[1:], incoming), processes * AHEAD)
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        _worker.pop()


def _in_order(pool: ProcessPoolExecutor, batches: Iterable[Batch], ahead: int) -> Iterator[tuple[Batch, Any]]:
    waiting: deque[tuple[Batch, Future[Any]]] = deque()
    for batch in batches:
        waiting.append((batch, pool.submit(_run, batch)))
        if len(waiting) >= ahead:
            oldest, future = waiting.popleft()
            yield oldest, future.result()
    for oldest, future in waiting:
        yield oldest, future.result()


def _run(batch: Any) -> Any:  # noqa: ANN401 - of any type, as in `spread`
    return _worker[-1](batch)
