"""How fast the checks and the report are on an invented memory. Usage: python benchmarks/checks_speed.py [PAIRS] [PROCESSES]."""

import pickle
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import IO

from invented import units

from alignments.checks import CHECKS, examine
from alignments.report import write_report
from alignments.units import TranslationUnit

BLOCK = 5_000
REPORTED = 50_000


class StreamedUnits:
    """The Kazakh and Russian of an invented memory, read from a file block by block each time, as a store gives its units."""

    def __init__(self, path: Path, pairs: int) -> None:
        self._path = path
        with path.open("wb") as file:
            incoming = units(pairs)
            while block := [replace(unit, variants=unit.variants[:2]) for unit in islice(incoming, BLOCK)]:
                file.write(ForkingPickler.dumps(block))

    def __iter__(self) -> Iterator[TranslationUnit]:
        with self._path.open("rb") as file:
            while block := _next_block(file):
                yield from block


def _next_block(file: IO[bytes]) -> list[TranslationUnit]:
    try:
        block: list[TranslationUnit] = pickle.load(file)  # noqa: S301 - our own file
    except EOFError:
        return []
    return block


def main(pairs: int, processes: int) -> None:
    """Print seconds and megabytes; the units are made before the clock starts."""
    with TemporaryDirectory() as folder:
        memory = StreamedUnits(Path(folder) / "units", pairs)
        held = _megabytes()
        took = _timed(lambda: sum(len(one.issues) for one in examine(memory, processes=processes)))
        print(f"all {len(CHECKS)} checks and doubt, {pairs:,} pairs, {processes} processes: {took}, ", end="")
        print(f"{_megabytes():.0f} MB at most ({held:.0f} MB before)", flush=True)
        examined = list(examine(list(islice(memory, REPORTED))))
    page = StringIO()
    took = _timed(lambda: write_report(examined, page, {name: check.name for name, check in CHECKS.items()}))
    print(f"report of {len(examined):,} examined units: {took}, {len(page.getvalue().encode()) / 1e6:.2f} MB")


def _timed(work: Callable[[], object]) -> str:
    """How long it took, and the processor time of all processes, which a busy machine does not change much."""
    started, used = perf_counter(), _processor()
    work()
    return f"{perf_counter() - started:.1f} s ({_processor() - used:.1f} s of processor)"


def _processor() -> float:
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:3], *("200000", "2")[len(sys.argv) - 1 :])))
