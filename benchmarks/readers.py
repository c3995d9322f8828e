"""Eight readers while one writer loads: `readers.py URL UNITS` loads an invented memory and searches it all the while.

Every reader asks for the concordance of a word, a fuzzy match and the translations of a term in turn. What it is shown must be
whole (every unit in three languages, the word in the text, as many lines as are counted) and not stale: a reader that begins
after a commit was reported sees at least the units of that commit.
"""

import multiprocessing
import platform
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from invented import block, units

import alignments.store
from aligner.words import tokens
from alignments.concordance.lines import ConcordanceRequest, concordance
from alignments.matching.matches import Matcher, MatchRequest
from alignments.memory import Memory, open_memory
from alignments.terms.translations import term_translations
from alignments.units import TranslationUnit

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

READERS = 8
PAGE = 50
KNOWN = 500
"""The first units, whose texts and words are asked for."""

Times = list[tuple[str, float]]
"""What was asked and how many seconds the answer took."""


def main(url: str, count: int) -> None:
    """Load with readers beside it, then print what they met."""
    with open_memory(url):
        pass
    kept = multiprocessing.Value("q", 0)
    answers: multiprocessing.Queue[Times | str] = multiprocessing.Queue()
    readers = [multiprocessing.Process(target=read, args=(url, number, count, kept, answers)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    started, used = time.perf_counter(), time.process_time()
    write(url, count, kept)
    seconds = time.perf_counter() - started
    found = [answers.get() for _ in readers]
    for reader in readers:
        reader.join()
    version = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    print(f"# {READERS} readers beside a load of {count:,} units, {url.partition(':')[0]}, {platform.machine()}, {version}")
    print(f"load: {seconds:.0f} s, {time.process_time() - used:.0f} s of this process's processor")
    report([times for times in found if not isinstance(times, str)])
    errors = [answer for answer in found if isinstance(answer, str)]
    print(f"errors: {len(errors)}", *errors, sep="\n")
    sys.exit(bool(errors))


def write(url: str, count: int, kept: "Synchronized[int]") -> None:
    """Load and say after every transaction how much is kept."""
    alignments.store.BATCH = 500

    def reported() -> Iterator[TranslationUnit]:
        size = alignments.store.BATCH * alignments.store.BATCHES_A_TRANSACTION
        for number, unit in enumerate(units(count)):
            if number % size == 0:
                kept.value = number  # what came before was committed before more is asked for
            yield unit

    with open_memory(url) as memory:
        memory.store.add_units(reported())
    kept.value = count


def read(url: str, number: int, count: int, kept: "Synchronized[int]", answers: "multiprocessing.Queue[Times | str]") -> None:
    """Search until everything is kept; give the times, or what went wrong."""
    try:
        with open_memory(url) as memory:
            answers.put(list(searches(memory, Random(number), count, kept)))  # noqa: S311 - a benchmark's dice
    except Exception as error:  # noqa: BLE001 - every error is to be reported, whatever it is
        answers.put(f"reader {number}: {type(error).__name__}: {error}")


def searches(memory: Memory, random: Random, count: int, kept: "Synchronized[int]") -> Iterator[tuple[str, float]]:
    """What was asked and for how long; AssertionError for an answer that is stale or not whole."""
    texts = [unit.variants[0].text for unit in block(0)[:KNOWN]]
    is_last = False
    while not is_last:
        is_last = kept.value >= count
        least = kept.value
        text = random.choice(texts)
        word = random.choice(tokens(text))
        if memory.store.count() < least:
            raise AssertionError(f"{least} units were kept before, fewer are seen")
        if not least:
            time.sleep(0.05)
            continue
        for name, ask in SEARCHES.items():
            begun = time.perf_counter()
            ask(memory, text, word, least)
            yield name, time.perf_counter() - begun


def page(memory: Memory, _text: str, word: str, _least: int) -> None:
    """A page of a concordance: whole units with the word, as many as were counted."""
    found = concordance(memory.store, ConcordanceRequest(word, "kk", exact=True, limit=PAGE))
    shown = {line.unit for line in found.lines}
    if len(shown) != min(found.total, PAGE):
        raise AssertionError(f"{word}: {len(shown)} units shown of {found.total}")
    for line in found.lines:
        if {language for language, _ in line.translations} != {"ru", "en"} or word not in tokens(line.keyword):
            raise AssertionError(f"{word}: unit {line.unit} is not whole")


def match(memory: Memory, text: str, _word: str, least: int) -> None:
    """A text of the first units is found once these are kept."""
    found = Matcher(memory.store).matches(MatchRequest(text, "kk", "ru", 0.7, 1))
    if least >= KNOWN and not found:
        raise AssertionError(f"{text}: not found, though it was kept before")


def term(memory: Memory, _text: str, word: str, _least: int) -> None:
    """The translations of a word."""
    term_translations(memory.store, word, "kk", ("ru",))


SEARCHES = {"concordance": page, "match": match, "term": term}


def report(readers: Sequence[Times]) -> None:
    """The latency of every kind of search."""
    print(f"{'':14} {'asked':>6} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8}")
    for name in SEARCHES:
        times = [seconds * 1000 for reader in readers for kind, seconds in reader if kind == name]
        if times:
            p50, p95 = np.percentile(times, (50, 95))
            print(f"{name:14} {len(times):6} {p50:8.1f} {p95:8.1f} {max(times):8.1f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2].replace(",", "").replace("_", "")))
