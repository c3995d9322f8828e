"""How fast a memory is filled: `load.py URL UNITS` loads an invented memory into an empty database and prints what it cost.

The generator's share is measured apart. A load uses two processors: `writer` is the process that the clock waits for, `all`
has the one beside it too. Where other programs load the machine, the processor's time is what to compare; on PostgreSQL it
leaves out the server's, which may run beside it.
"""

import platform
import resource
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from invented import units

from alignments.memory import Memory, open_memory
from alignments.units import TranslationUnit


class Generated:
    """The invented units, and the seconds that making them took: on the clock and of the processor."""

    def __init__(self, count: int) -> None:
        self._units = units(count)
        self.seconds = self.processor = 0.0

    def __iter__(self) -> Iterator[TranslationUnit]:
        return self

    def __next__(self) -> TranslationUnit:
        started, used = time.perf_counter(), time.process_time()
        try:
            return next(self._units)
        finally:
            self.seconds += time.perf_counter() - started
            self.processor += time.process_time() - used


def main(url: str, count: int) -> None:
    """Load and say what it cost."""
    version = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    print(f"# {count:,} units, {url.partition(':')[0]}, {platform.machine()}, {version}")
    with open_memory(url) as memory:
        if memory.store.count():
            sys.exit("the database is not empty; give a new one")
        generated = Generated(count)
        started, used = time.perf_counter(), time.process_time()
        memory.store.add_units(generated)
        seconds, writer = time.perf_counter() - started, time.process_time() - used
        size = bytes_of(memory, url)
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    everything = writer + beside.ru_utime + beside.ru_stime
    rows = (
        ("clock", seconds, generated.seconds),
        ("writer", writer, generated.processor),
        ("all", everything, generated.processor),
    )
    for label, whole, made in rows:
        print(
            f"{label:10} {whole:8.1f} s with the generator, {count / whole:8,.0f} units/s; "
            f"{whole - made:8.1f} s without it, {count / (whole - made):8,.0f} units/s"
        )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory {own / 1024:,.0f} MB, and at most {beside.ru_maxrss / 1024:,.0f} MB of the process beside it")
    print(f"size {size / 1e6:,.0f} MB, {size / count:,.0f} bytes a unit")


def bytes_of(memory: Memory, url: str) -> int:
    """What the database takes on disk."""
    if memory.database.is_sqlite:
        return Path(url.removeprefix("sqlite:///")).stat().st_size
    size: int = memory.database.fetch("SELECT pg_database_size(current_database())")[0][0]
    return size


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2].replace(",", "").replace("_", "")))
