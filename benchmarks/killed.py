"""What a kill costs: `killed.py ROUNDS` loads an invented memory in another process and kills it at random moments.

After each kill the database must open, pass SQLite's integrity check, still have everything that was committed before, and
answer searches that agree with its rows; the same load, started again, must finish the work.
"""

import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from alignments.index.queries import WordQuery
from alignments.memory import open_memory

LOADER = """
import sys
from invented import units
from alignments.memory import open_memory
import alignments.store
alignments.store.BATCH = 200
with open_memory(sys.argv[1]) as memory:
    memory.store.add_units(units(int(sys.argv[2])))
"""
UNITS = 6_000


def main(rounds: int) -> None:
    """Kill the load again and again, starting anew whenever it has finished."""
    random = Random(11)  # noqa: S311 - a benchmark's dice
    kept = finished = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "memory.db"
        for number in range(1, rounds + 1):
            done = _run_and_kill(place, random.uniform(1, 25))
            kept = _check(place, kept)
            if done:
                finished += 1
                kept = 0
                for file in Path(folder).iterdir():
                    file.unlink()
            print(f"round {number}: {'finished' if done else 'killed'}, {kept:,} units kept", flush=True)
    print(f"{rounds} rounds, {finished} loads finished, every database whole, nothing committed was lost")


def _run_and_kill(place: Path, seconds: float) -> bool:
    """Load for a while, then kill -9; True when the load was done before."""
    loader = subprocess.Popen([sys.executable, "-c", LOADER, f"sqlite:///{place}", str(UNITS)], cwd=Path(__file__).parent)
    time.sleep(seconds)
    if loader.poll() is None:
        loader.send_signal(signal.SIGKILL)
    return loader.wait() == 0


def _check(place: Path, kept: int) -> int:
    """The number of units after a kill; AssertionError when something is wrong."""
    if not place.exists():
        return 0
    with sqlite3.connect(place) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    connection.close()
    if verdict != "ok":
        raise AssertionError(verdict)
    with open_memory(f"sqlite:///{place}") as memory:
        count = memory.store.count()
        if count < kept:
            raise AssertionError(f"{kept} units were kept, now {count}")
        memory.store.bring_index_up_to_date()
        for word, number in sorted(memory.store.index.vocabulary.words("en"), key=lambda pair: -pair[1])[:5]:
            found = memory.store.index.count(WordQuery("en", ((word,),)))
            if found != number:
                raise AssertionError(f"{word}: {found} in the index, {number} in the vocabulary")
    return count


if __name__ == "__main__":
    main(int(sys.argv[1]))
