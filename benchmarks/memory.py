"""How fast the memory answers: `memory.py URL UNITS [--trigrams]` loads an invented memory (once) and prints the table.

With `--trigrams` on PostgreSQL the same fuzzy queries go through `pg_trgm`; brute force by rapidfuzz is always in the table.
Times are in milliseconds after one warming query; where other programs load the machine, the processor columns are what to
compare (on Linux with the share of our server process on this machine); `recall@1` says how often an exhaustive search finds
nothing better.
"""

import gc
import platform
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
from invented import block, units
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from alignments.concordance.lines import ConcordanceRequest, concordance
from alignments.matching.matches import Matcher, MatchRequest
from alignments.matching.pretranslation import pretranslate
from alignments.memory import Memory, open_memory
from alignments.terms.translations import term_translations

RANDOM = Random(7)  # noqa: S311 - a benchmark's dice
LETTERS = "абвгдеклмнопрст"
SERVER: list[Path] = []
"""Where Linux says how long our server process has run."""

MANY = 200_000
"""Units from which the exhaustive search is spared most of the unrelated texts: it needs seconds for each."""


def main(url: str, count: int, *, trigrams: bool) -> None:
    """Load if empty, then measure."""
    machine = f"{platform.processor() or platform.machine()}, Python {platform.python_version()}"
    print(f"# {count:,} units, {machine}, SQLite {sqlite3.sqlite_version}")
    with open_memory(url) as memory:
        load(memory, count, url)
        if not memory.database.is_sqlite:
            SERVER.append(Path(f"/proc/{memory.database.fetch('SELECT pg_backend_pid()')[0][0]}/schedstat"))
        print(f"{'':46} {'asked':>5}  {'p50 ms':>8} {'p95 ms':>8}  {'p50 cpu':>8} {'p95 cpu':>8}")
        searches(memory)
        texts = kazakh_texts(memory)
        edited, unrelated, inflected = queries(texts)
        fuzzy(memory, texts, edited, unrelated, inflected)
        if trigrams:
            trigram_rival(memory, edited[:20] + unrelated[:20])
        batch(memory, texts)
        term_lookups(memory)


def load(memory: Memory, count: int, url: str) -> None:
    """Load the invented memory when the database is empty."""
    if memory.store.count() < count:
        started = time.perf_counter()
        memory.store.add_units(units(count))
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"load: {seconds:.0f} s, {count / seconds:,.0f} units/s (generator included), peak memory {peak:.0f} MB")
    place = Path(url.removeprefix("sqlite:///"))
    if place.is_file():
        print(f"size: {place.stat().st_size / 1e6:,.0f} MB, {place.stat().st_size / count:,.0f} bytes a unit")


def processor_time() -> float:
    """Seconds of processor that this process and its server process have used."""
    return time.process_time() + sum(int(place.read_text().split()[0]) for place in SERVER if place.exists()) / 1e9


def timed(label: str, asked: Iterable[object], ask: Callable[[object], object]) -> list[object]:
    """Ask every query, print p50 and p95 of the time and of this process's share of the processor, give the answers.

    What the benchmark itself holds, millions of words and texts, is kept from the search for garbage, which would take 50 ms.
    """
    gc.freeze()
    times, processor, answers = [], [], []
    for query in asked:
        started, used = time.perf_counter(), processor_time()
        answers.append(ask(query))
        times.append((time.perf_counter() - started) * 1000)
        processor.append((processor_time() - used) * 1000)
    p50, p95 = np.percentile(times, (50, 95))
    cpu50, cpu95 = np.percentile(processor, (50, 95))
    print(f"{label:46} {len(times):5}  {p50:8.1f} {p95:8.1f}  {cpu50:8.1f} {cpu95:8.1f}", flush=True)
    return answers


def searches(memory: Memory) -> None:
    """The first page of a concordance, by kind of query."""
    words = sorted(memory.store.index.vocabulary.words("kk"), key=lambda pair: -pair[1])
    frequent, medium = [word for word, _ in words[:20]], [word for word, _ in words[1000:60_000:2000]]
    rare = [word for word, count in words if 1 < count <= 20][:3000:100]
    sample = [unit.variants[0].text.rstrip(".").split() for unit in block(3)[:400:20]]
    phrases = [" ".join(words[4:7]) for words in sample if len(words) > 8]
    kinds: dict[str, tuple[Sequence[str], dict[str, object]]] = {
        "rare word": (rare, {"exact": True}),
        "medium word": (medium, {"exact": True}),
        "frequent word": (frequent, {"exact": True}),
        "inflected, rare": (rare, {}),
        "inflected, frequent": (frequent, {}),
        "phrase, exact": (phrases, {"exact": True}),
        "phrase, inflected": (phrases, {}),
        "prefix": ([word[:4] + "*" for word in medium], {}),
        "inside a word": (["*" + word[2:6] + "*" for word in medium], {}),
        "two letters": ([word[:2] + "*" for word in medium[:10]], {}),
        "regex": ([word[:3] + ".*(ға|да)" for word in medium[:10]], {"regex": True}),
        "with a condition": (medium, {"where": (("ru", "!догово"),)}),
    }
    for sort in ("position", "right"):
        for name, (asked, options) in kinds.items():
            concordance(memory.store, ConcordanceRequest(asked[0], "kk", sort=sort, **options))  # type: ignore[arg-type]
            timed(
                f"concordance, {sort}: {name}",
                asked,
                lambda text, options=options, sort=sort: concordance(  # type: ignore[misc]
                    memory.store,
                    ConcordanceRequest(str(text), "kk", sort=sort, **options),
                ),
            )


def kazakh_texts(memory: Memory) -> list[str]:
    """Every Kazakh text, for the exhaustive search."""
    rows = memory.database.fetch("SELECT text FROM variants WHERE language = 'kk'")
    return [row[0] for row in rows]


def queries(texts: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """Edited texts, unrelated ones, and ones with other endings."""
    edited = [edit(RANDOM.choice(texts)) for _ in range(500)]
    unrelated = [" ".join(reversed(RANDOM.choice(texts).split())) + " мүлде басқа" for _ in range(500)]
    inflected = [inflect(RANDOM.choice(texts)) for _ in range(300)]
    return edited, unrelated, inflected


def edit(text: str) -> str:
    """One to three words dropped, doubled or misspelt."""
    words = text.split()
    for _ in range(RANDOM.randint(1, 3)):
        place = RANDOM.randrange(len(words))
        change = RANDOM.randrange(3)
        if change == 0 and len(words) > 5:
            del words[place]
        elif change == 1:
            words.insert(place, words[place])
        else:
            words[place] = words[place][:-1] + RANDOM.choice(LETTERS)
    return " ".join(words)


def inflect(text: str) -> str:
    """Half of the words with another ending."""
    return " ".join(word + "да" if place % 2 and word.isalpha() else word for place, word in enumerate(text.split()))


def fuzzy(memory: Memory, texts: list[str], edited: list[str], unrelated: list[str], inflected: list[str]) -> None:
    """Fuzzy look-ups against the exhaustive search."""
    matcher = Matcher(memory.store)

    def best(text: object) -> float:
        found = matcher.matches(MatchRequest(str(text), "kk", "ru", 0.7, 1))
        return Levenshtein.normalized_similarity(str(text), found[0].source) if found else 0.0

    best(edited[0])
    for name, asked in (("edited", edited), ("unrelated", unrelated), ("inflected", inflected)):
        answers = timed(f"fuzzy ≥ 70 %: {name}", asked, best)
        timed(f"  brute-force rapidfuzz: {name}", asked[:20], lambda text: is_beaten(str(text), 0.0, texts))
        compared = len(asked) if name != "unrelated" or len(texts) <= MANY else 60
        beaten = [is_beaten(text, float(str(ours)), texts) for text, ours in zip(asked[:compared], answers, strict=False)]
        print(f"  recall@1 {1 - sum(beaten) / compared:.4f} of {compared} compared", flush=True)


def is_beaten(text: str, similarity: float, texts: list[str]) -> bool:
    """True when an exhaustive search finds a text that is at least 70 % similar and more similar than this."""
    cutoff = max(0.7, similarity)
    found = process.extractOne(text, texts, scorer=Levenshtein.normalized_similarity, processor=None, score_cutoff=cutoff)
    return found is not None and found[1] > similarity + 1e-9


def trigram_rival(memory: Memory, asked: list[str]) -> None:
    """The same look-ups through pg_trgm with the threshold 0.5 and the best 10 rescored."""
    fetch, execute = memory.database.fetch, memory.database.connection.exec_driver_sql
    execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    execute("CREATE TABLE IF NOT EXISTS rival AS SELECT unit, text FROM variants WHERE language = 'kk'")
    execute("CREATE INDEX IF NOT EXISTS rival_text ON rival USING gin (text gin_trgm_ops)")
    execute("ANALYZE rival")
    execute("SET pg_trgm.similarity_threshold = 0.5")
    statement = "SELECT unit, text FROM rival WHERE text % ? ORDER BY similarity(text, ?) DESC LIMIT 10"
    timed("  pg_trgm ≥ 0.5", asked, lambda text: fetch(statement, (str(text), str(text))))
    execute("DROP TABLE rival")


def batch(memory: Memory, texts: list[str]) -> None:
    """A document of 5,000 segments: a quarter as stored, half edited, a quarter unrelated."""
    document = [RANDOM.choice(texts) for _ in range(1250)] + [edit(RANDOM.choice(texts)) for _ in range(2500)]
    document += [" ".join(reversed(RANDOM.choice(texts).split())) for _ in range(1250)]
    RANDOM.shuffle(document)
    started, used = time.perf_counter(), processor_time()
    found = sum(one.match is not None for one in pretranslate(memory.store, document, "kk", "ru"))
    seconds = time.perf_counter() - started
    speed = f"{len(document) / seconds:,.0f} segments/s, {len(document) / (processor_time() - used):,.0f} a second of processor"
    print(f"pretranslation: {speed}, {found} of {len(document)} found", flush=True)


def term_lookups(memory: Memory) -> None:
    """Translations of rare and of frequent terms."""
    stems = memory.store.index.vocabulary.frequent_stems("kk", 5)
    for name, least, most in (("20-100 hits", 20, 100), ("500-3,000 hits", 500, 3000), ("50,000 hits", 30_000, 200_000)):
        chosen = list(islice((stem for stem, count in stems if least <= count <= most), 0, 3000, 50))[:30]
        if chosen:
            term_translations(memory.store, chosen[0], "kk", ("ru",))
            timed(f"term: {name}", chosen, lambda stem: term_translations(memory.store, str(stem), "kk", ("ru",)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2].replace(",", "").replace("_", "")), trigrams="--trigrams" in sys.argv)
