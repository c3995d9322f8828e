"""Damaged files for the readers of formats: whatever ends otherwise than with our own error is printed and kept.

usage: python benchmarks/fuzz.py FORMAT SECONDS [SEED] [FOLDER]     (a FOLDER of more files to damage)
What the writers make of a few units is damaged in every way that files are: bytes changed, lost, doubled, put elsewhere,
words of the format put where they do not belong. TMX is also linted and repaired; what repair makes must be readable.
"""

import re
import sys
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import gettempdir
from zipfile import ZipFile

from invented import units

from alignments.errors import AlignmentsError
from alignments.exchange.linting import Verdict, lint
from alignments.exchange.repairing import repair
from alignments.files.options import ReadOptions, WriteOptions
from alignments.formats import FORMATS, Content, module_of, reader_of
from alignments.formats.review import Question
from alignments.units import InlineCode, Provenance, Status, TermEntry, TranslationUnit, Variant
from corpus.errors import CorpusError

PAIR = ("kk", "ru")
LONGEST_SECONDS = 10.0
"""Of the processor, for one small file."""

WORDS = re.compile(rb'<[^<>]{0,60}>|[\w:.-]+="[^"]{0,60}"|[A-Za-z_:.-]{2,}|\d+|[^\w\s]')
NUMBERS = (b"0", b"-1", b"1e999", b"nan", b"99999999999999999999", b"2026-02-31", b"kk-Cyrl-KZ", b"", b"\0", b"\xff\xfe")


def main(form: str, seconds: float, seed: int = 0, folder: str = "") -> None:
    """Damage and read until the time is over."""
    random = Random(seed)  # noqa: S311 - no secret
    files = [*_written(form), *(path.read_bytes() for path in sorted(Path(folder).iterdir()))] if folder else [*_written(form)]
    words = sorted({word for content in files for word in WORDS.findall(content[:100_000])}) + list(NUMBERS)
    faults: set[str] = set()
    begun, count, read = time.perf_counter(), 0, 0
    while time.perf_counter() - begun < seconds:
        content = random.choice(files)
        content = _packed_anew(random, content, words) if content[:2] == b"PK" else _damaged(random, content, files, words)
        asked = time.process_time()
        try:
            read += _is_read(form, content)
        except Exception as error:  # noqa: BLE001 - to find them is what this is for
            where = traceback.extract_tb(error.__traceback__)[-1]
            _tell(f"{type(error).__name__} at {where.filename}:{where.lineno}: {str(error)[:200]}", content, faults)
        if time.process_time() - asked > LONGEST_SECONDS:
            _tell("slow", content, faults)
        count += 1
    print(f"{form}: {count:,} damaged files in {seconds:.0f} s (seed {seed}), {read:,} read to the end; {len(faults)} faults")


def _tell(fault: str, content: bytes, faults: set[str]) -> None:
    if fault.partition(": ")[0] in {known.partition(": ")[0] for known in faults}:
        return
    faults.add(fault)
    path = Path(gettempdir()) / f"fault-{sha256(content).hexdigest()[:12]}"
    path.write_bytes(content)
    print(f"{fault}\n  {path}", flush=True)


def _is_read(form: str, content: bytes) -> bool:
    """Whether the file can be read to its end."""
    if form == "tmx":
        for _ in lint(BytesIO(content), form, ReadOptions("a"), Verdict()):
            pass
        _repaired(content)
    sides = {language: BytesIO(content) for language in PAIR} if FORMATS[form].has_sides else {}
    try:
        for _ in reader_of(form).read(BytesIO(content), ReadOptions("a", PAIR, sides=sides)):
            pass
    except (AlignmentsError, CorpusError):
        return False
    return True


def _repaired(content: bytes) -> None:
    mended = StringIO()
    try:
        repair(BytesIO(content), mended, ReadOptions("a"))
    except (AlignmentsError, CorpusError):
        return
    for _ in reader_of("tmx").read(BytesIO(mended.getvalue().encode()), ReadOptions("a")):
        pass


def _packed_anew(random: Random, content: bytes, words: list[bytes]) -> bytes:
    """The package with one of its parts damaged, or with damage all over."""
    if random.random() < 0.2:
        return _damaged(random, content, [content], words)
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
        parts = {name: old.read(name) for name in old.namelist()}
        name = random.choice(list(parts))
        words = WORDS.findall(parts[name]) or words
        parts[name] = _damaged(random, parts[name], list(parts.values()), words)
        for name, part in parts.items():
            new.writestr(name, part)
    return packed.getvalue()


def _damaged(random: Random, content: bytes, files: list[bytes], words: list[bytes]) -> bytes:
    """The file after one to six damages."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        start = random.randint(0, len(content))
        stop = min(len(content), start + random.choice((0, 1, 1, 2, 5, 20, 100, 1000)))
        other = random.choice(files)
        place = random.randint(0, len(other))
        put = random.choice(
            (
                b"",
                bytes([random.randrange(256)]),
                random.choice(words),
                random.choice(words),
                content[start:stop] * random.choice((2, 2, 3, 200)),
                other[place : place + random.randint(1, 200)],
            )
        )
        content = content[:start] + put + content[stop:]
    return content[: random.randint(0, len(content))] if random.random() < 0.05 else content


def _written(form: str) -> Iterator[bytes]:
    """Small files in a format as we write them; what stands for them where that needs more than a few units."""
    if form == "ladder":
        yield from (b"0\t0\t0.5\n1\t1\t0.9\n2\t3\t-0.3\n", "Су\nот\nжер\n".encode())
        return
    if not FORMATS[form].is_written:
        yield b'<dictionary><section><e><p><l>a<s n="n"/></l><r>b</r></p></e></section></dictionary>'
        return
    for count in (0, 1, 4):
        stream = StringIO(newline="") if FORMATS[form].is_text else BytesIO()
        sides = {language: StringIO() for language in PAIR} if FORMATS[form].has_sides else {}
        languages = PAIR if FORMATS[form].is_bilingual or sides or form == "dic" else ()
        module_of(form).write(iter(_content(form, count)), stream, WriteOptions(languages, codes=True, sides=sides))
        for side in (stream, *sides.values()):
            text = side.getvalue()
            yield text.encode() if isinstance(text, str) else text


def _content(form: str, count: int) -> list[object]:
    if FORMATS[form].content is Content.TERMS:
        return [TermEntry(str(n), (("kk", "су"), ("ru", "вода"), ("en", "water")), "noun", "x", "y") for n in range(count)]
    made = [_unit(), *islice(units(4), 3)][:count]
    return [Question(unit, ("kk: a",), 0.5) for unit in made] if FORMATS[form].content is Content.REVIEW else list(made)


def _unit() -> TranslationUnit:
    """A unit with something in every field."""
    codes = (InlineCode(0, "bpt", "<b>", (("i", "1"), ("type", "bold"))), InlineCode(2, "ept", "</b>", (("i", "1"),)))
    variants = (Variant("kk", "Су & <от>", "Бұйрық", (1, 2), codes), Variant("ru", "Вода\nи огонь", "Приказ", (3,)))
    when = datetime(2026, 11, 29, 5, 38, 32, tzinfo=UTC)
    provenance = Provenance("aligned", "group", 1, 2, "m|v:1", when, "Әсел", when, "Q")
    return TranslationUnit("1", variants, 0.75, Status.ACCEPTED, provenance, ("a note",), (("author", "Абай"), ("quality", "5")))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), *map(int, sys.argv[3:4]), *sys.argv[4:5])
