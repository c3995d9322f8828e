"""What a kill costs: `killed.py ROUNDS` kills -9 a load, an alignment, an import and a review in turn, at random moments.

After each kill the database must open, pass the integrity checks of SQLite and FTS5, still have everything that the killed
program had said to be kept, and answer searches that agree with its rows; the same program, started again, must finish.
"""

import platform
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from invented import block, units

import alignments.index.loading
import alignments.store
from aligner.words import tokens
from alignments.exchange.importing import import_file
from alignments.exchange.incoming import Arrival
from alignments.files.options import ReadOptions
from alignments.index.queries import WordQuery
from alignments.memory import Memory, open_memory
from alignments.pairing.aligning import align_all, pending_groups
from alignments.review import Reviewer
from alignments.selection import Selection
from alignments.units import Status
from corpus.preparation import prepare
from corpus.reading import read

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

FORK = get_context("fork")
LOADED, IMPORTED, REVIEWED, GROUPS, SEGMENTS = 3_000, 1_500, 120, 12, 20
LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Job:
    """What is done and killed: `work` yields how much is kept by now; `kept` counts it; `whole` is all there is to do.

    Where `is_one` all is kept at the end or nothing.
    """

    prepare: Callable[[Memory], object]
    work: Callable[[Memory], Iterator[int]]
    kept: Callable[[Memory], int]
    whole: int
    is_one: bool = False


def load(memory: Memory) -> Iterator[int]:
    """Load units, a transaction every 800, with a second process."""
    alignments.store.BATCH, alignments.store.BATCHES_A_TRANSACTION, alignments.index.loading.WORTH_SHARING = 40, 20, 1
    memory.store.add_units(units(LOADED))
    yield LOADED


def take_in(memory: Memory) -> Iterator[int]:
    """Import a file in one transaction."""
    lines = ("\t".join(variant.text for variant in unit.variants) for unit in units(IMPORTED))
    with tempfile.TemporaryFile() as file:
        file.write("\n".join(["\t".join(LANGUAGES), *lines]).encode())
        file.seek(0)
        import_file(memory, file, "tsv", ReadOptions("killed.tsv"), Arrival())
    yield IMPORTED


def add_documents(memory: Memory) -> None:
    """Groups of three documents to align."""
    with tempfile.TemporaryDirectory() as folder:
        texts = block(0)
        for group in range(GROUPS):
            own = texts[group * SEGMENTS : (group + 1) * SEGMENTS]
            for place, language in enumerate(LANGUAGES):
                file = Path(folder) / f"order{group}_{language}.txt"
                file.write_text("\n\n".join(unit.variants[place].text for unit in own), encoding="utf-8")
                memory.library.add(prepare(read(str(file)), languages=(language,)), f"order{group}")


def align(memory: Memory) -> Iterator[int]:
    """Align group after group."""
    for _ in align_all(memory, pending_groups(memory, ()).groups):
        yield aligned(memory)


def aligned(memory: Memory) -> int:
    """Groups that are aligned, each with its units."""
    groups = memory.store.aligned_groups()
    return sum(memory.store.count(Selection(source=group, origin="aligned")) > 0 for group in groups)


def review(memory: Memory) -> Iterator[int]:
    """Accept unit after unit."""
    reviewer = Reviewer(memory, "somebody")
    for unit in list(memory.store.units(Selection(statuses=(Status.UNREVIEWED,)))):
        reviewer.accept(unit.id)
        yield reviewed(memory)


def reviewed(memory: Memory) -> int:
    """Units that are accepted; every decision has its unit and every unit its decision."""
    names = {unit.id for unit in memory.store.units(Selection(statuses=(Status.ACCEPTED,)))}
    if names != {decision.unit for decision in memory.store.decisions()}:
        raise AssertionError("decisions and units differ")
    return len(names)


JOBS = {
    "load": Job(lambda _: None, load, lambda memory: memory.store.count(), LOADED),
    "align": Job(add_documents, align, aligned, GROUPS),
    "import": Job(lambda _: None, take_in, lambda memory: memory.store.count(), IMPORTED, is_one=True),
    "review": Job(lambda memory: memory.store.add_units(units(REVIEWED)), review, reviewed, REVIEWED),
}


def main(rounds: int) -> None:
    """Kill the jobs again and again, each going on where it was killed and beginning anew when it has finished."""
    print(f"# {rounds} kills, {platform.machine()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    random = Random(11)  # noqa: S311 - a benchmark's dice
    killed, finished = Counter[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        seconds = {name: _undisturbed(name, Path(folder) / f"whole_{name}.db") for name in JOBS}
        kept = dict.fromkeys(JOBS, 0)
        names = cycle(JOBS)
        while killed.total() < rounds:
            name = next(names)
            place = Path(folder) / f"{name}.db"
            is_done = _run_and_kill(name, place, random.uniform(0, 1.1 * seconds[name]))
            kept[name] = _check(JOBS[name], place, kept[name], is_done=is_done)
            print(f"{name}: {'finished' if is_done else 'killed'}, {kept[name]:,} of {JOBS[name].whole:,} kept", flush=True)
            (finished if is_done else killed)[name] += 1
            if is_done:
                _begin_anew(name, place)
                kept[name] = 0
    for name in JOBS:
        print(f"{name}: {killed[name]} kills, finished {finished[name]} times")
    print(f"{killed.total()} kills: every database whole, nothing lost that was kept, every job finished")


def _begin_anew(name: str, place: Path) -> None:
    for file in place.parent.glob(f"{place.name}*"):
        file.unlink()
    with open_memory(f"sqlite:///{place}") as memory:
        JOBS[name].prepare(memory)


def _undisturbed(name: str, place: Path) -> float:
    """Seconds that a job takes when nobody kills it, from the moment it begins; its other database is made ready too."""
    _begin_anew(name, place)
    _begin_anew(name, place.with_name(f"{name}.db"))
    process, _ = _started(name, place)
    started = time.perf_counter()
    process.join()
    if process.exitcode != 0:
        raise AssertionError(f"{name} failed undisturbed")
    return time.perf_counter() - started


def _started(name: str, place: Path) -> "tuple[ForkProcess, Connection[int, int]]":
    """The job in another process, once it has opened its memory, and what it says to be kept."""
    hears, says = FORK.Pipe(duplex=False)
    process = FORK.Process(target=work, args=(name, f"sqlite:///{place}", says))
    process.start()
    says.close()
    if hears.recv() != 0:
        raise AssertionError(f"{name} did not start")
    return process, hears


def work(name: str, url: str, says: "Connection[int, int]") -> None:
    """Do a job and say after every step what is kept."""
    with open_memory(url) as memory:
        says.send(0)
        for kept in JOBS[name].work(memory):
            says.send(kept)


def _run_and_kill(name: str, place: Path, seconds: float) -> bool:
    """Work for a while, then kill -9; True when all was done before. AssertionError when less is kept than was said."""
    process, hears = _started(name, place)
    time.sleep(seconds)
    process.kill()
    process.join()
    said = max(_heard(hears), default=0)
    with open_memory(f"sqlite:///{place}") as memory:
        kept = JOBS[name].kept(memory)
    if kept < said:
        raise AssertionError(f"{name}: {said} were said to be kept, {kept} are")
    return said == JOBS[name].whole


def _heard(hears: "Connection[int, int]") -> Iterator[int]:
    """Everything that was said before the kill."""
    with suppress(EOFError):
        while True:
            yield hears.recv()


def _check(job: Job, place: Path, before: int, *, is_done: bool) -> int:
    """How much is kept after a kill; AssertionError when something is wrong."""
    with closing(sqlite3.connect(place)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        foreign = connection.execute("PRAGMA foreign_key_check").fetchall()
    if verdict != "ok" or foreign:
        raise AssertionError(f"{verdict} {foreign}")
    with open_memory(f"sqlite:///{place}") as memory:
        kept = job.kept(memory)
        if kept < before or (is_done and kept != job.whole) or (job.is_one and kept not in {0, job.whole}):
            raise AssertionError(f"{before} were kept, now {kept}")
        _check_index(memory)
    return kept


def _check_index(memory: Memory) -> None:
    """The index has the words of the stored texts, no more and no fewer, and the vocabulary knows them all."""
    words: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for unit in memory.store.units():
        for variant in unit.variants:
            words[variant.language].update(set(tokens(variant.text)))
    for language, counts in words.items():
        if {word for word, _ in memory.store.index.vocabulary.words(language)} != counts.keys():
            raise AssertionError(f"{language}: other words in the vocabulary than in the texts")
        for table in [f"{kind}_{language}" for kind in ("words", "stems") if counts]:
            statement = f"INSERT INTO {table} ({table}) VALUES ('integrity-check')"  # noqa: S608 - our own names
            memory.database.connection.exec_driver_sql(statement)
        for word in [*(word for word, _ in counts.most_common(20)), *sorted(counts)[::97]]:
            found = len(memory.store.index.page(WordQuery(language, ((word,),)), limit=LOADED))
            if found != counts[word]:
                raise AssertionError(f"{language} {word}: {found} in the index, {counts[word]} in the texts")


if __name__ == "__main__":
    main(int(sys.argv[1]))
