"""How fast the checks and the report are on an invented memory. Usage: python benchmarks/checks_speed.py [PAIRS] [PROCESSES].

The memory, on SQLite, is filled by a process of its own before the clock starts.
"""

import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from multiprocessing import Process
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from invented import units

from alignments.checks import CHECKS
from alignments.examination import examine, judge
from alignments.memory import open_memory
from alignments.report import write_report
from alignments.units import TranslationUnit

REPORTED = 50_000


def main(pairs: int, processes: int) -> None:
    """Print seconds and megabytes."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'memory.db'}"
        filling = Process(target=_fill, args=(url, pairs))
        filling.start()
        filling.join()
        with open_memory(url) as memory:
            held = _megabytes()
            took = _timed(lambda: sum(len(one.issues) for one in judge(memory.store.columns(), processes=processes)))
            print(f"all {len(CHECKS)} checks and doubt, {pairs:,} pairs, {processes} processes: {took}, ", end="")
            print(f"{_megabytes():.0f} MB at most ({held:.0f} MB before)", flush=True)
            examined = list(examine(list(islice(memory.store.units(), REPORTED))))
    page = StringIO()
    took = _timed(lambda: write_report(examined, page, {name: check.name for name, check in CHECKS.items()}))
    print(f"report of {len(examined):,} examined units: {took}, {len(page.getvalue().encode()) / 1e6:.2f} MB")


def _fill(url: str, pairs: int) -> None:
    with open_memory(url) as memory:
        memory.store.add_units(_two_languages(pairs))


def _two_languages(pairs: int) -> Iterator[TranslationUnit]:
    return (replace(unit, variants=unit.variants[:2]) for unit in units(pairs))


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
