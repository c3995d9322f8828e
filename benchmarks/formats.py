"""How fast and in how much memory a large memory goes out, is read, and comes in; against the Translate Toolkit.

usage: python benchmarks/formats.py [UNITS]     (default 200,000 invented trilingual units)
`bare` is a TMX of another tool, with texts and nothing else; `take in` is an import whose store keeps nothing, `read
store` an export that writes nothing. An import has a second process beside it: `cpu` and `peak` are sums of both, though
memory that they share counts twice. The Translate Toolkit runs in a process of its own; name its Python with
$TRANSLATE_TOOLKIT_PYTHON.
"""

import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from invented import units

from alignments.units import TranslationUnit

FORMATS = ("tmx", "jsonl", "tsv", "csv", "parquet", "xliff", "xliff2", "po", "xlsx")
TOOLKIT = """
import resource, sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
used = resource.getrusage(resource.RUSAGE_SELF)
print(len(store.units), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def main() -> None:
    """Start one process a measurement and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    print(f"{count:,} trilingual units; Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores")
    print(f"{'what':<28}{'seconds':>9}{'cpu':>9}{'peak MB':>9}{'file MB':>9}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _measure("invent", folder, "tmx", count)
        _measure("parse", folder, "tmx")
        _measure("parse", folder, "bare")
        _toolkit(folder / "memory.tmx")
        _measure("take in", folder, "tmx")
        _measure("import", folder, "tmx")
        _measure("read", folder, "store")
        for form in FORMATS:
            _measure("export", folder, form)
            _measure("parse", folder, form)


def _measure(*arguments: object) -> None:
    subprocess.run([sys.executable, __file__, "--child", *map(str, arguments)], check=True)


def _toolkit(path: Path) -> None:
    python = os.environ.get("TRANSLATE_TOOLKIT_PYTHON", sys.executable)
    begun = time.perf_counter()
    result = subprocess.run([python, "-c", TOOLKIT, str(path)], capture_output=True, check=False)
    if result.returncode:
        print("Translate Toolkit: not installed, not measured")
        return
    cpu, peak = (float(part) for part in result.stdout.split()[1:])
    print(f"{'Translate Toolkit parse tmx':<28}{time.perf_counter() - begun:>9.1f}{cpu:>9.1f}{peak:>9.0f}")


def child(what: str, folder: Path, argument: str) -> None:
    """One measurement, in a process of its own."""
    path = folder / f"memory.{argument}"
    begun = time.perf_counter()
    MEASUREMENTS[what](folder, path, argument)
    seconds = time.perf_counter() - begun
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu, peak = sum(used.ru_utime + used.ru_stime for used in both), sum(used.ru_maxrss for used in both) / 1024
    size = path.stat().st_size / 1e6 if path.exists() else 0.0
    print(f"{what + ' ' + argument:<28}{seconds:>9.1f}{cpu:>9.1f}{peak:>9.0f}{size:>9.1f}", flush=True)


def _invent(folder: Path, path: Path, _argument: str) -> None:
    from alignments.formats import tmx  # noqa: PLC0415 - each process loads what it measures

    with path.open("w") as stream, (folder / "memory.bare").open("w") as bare:
        bare.write('<tmx version="1.4">\n<header creationtool="x" srclang="kk"/>\n<body>\n')
        tmx.write(_written_bare(units(int(sys.argv[5])), bare), stream)
        bare.write("</body>\n</tmx>\n")


def _written_bare(incoming: Iterable[TranslationUnit], stream: IO[str]) -> Iterator[TranslationUnit]:
    for unit in incoming:
        texts = "".join(f'<tuv xml:lang="{one.language}"><seg>{one.text}</seg></tuv>\n' for one in unit.variants)
        stream.write(f"<tu>\n{texts}</tu>\n")
        yield unit


def _export(folder: Path, path: Path, argument: str) -> None:
    from alignments.exchange.exporting import Departure, export_units  # noqa: PLC0415 - as above
    from alignments.files.options import WriteOptions  # noqa: PLC0415 - as above
    from alignments.formats import FORMATS as KNOWN  # noqa: PLC0415 - as above
    from alignments.memory import open_memory  # noqa: PLC0415 - as above
    from alignments.selection import Selection  # noqa: PLC0415 - as above

    form = KNOWN[argument]
    departure = Departure(Selection(), WriteOptions(("kk", "ru") if form.is_bilingual else ()))
    with open_memory(f"sqlite:///{folder}/full.db") as memory, path.open("w" if form.is_text else "wb") as stream:
        export_units(memory.store, argument, departure, stream)


def _parse(_folder: Path, path: Path, argument: str) -> None:
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above
    from alignments.formats import module_of  # noqa: PLC0415 - as above

    with path.open("rb") as stream:
        for _ in module_of("tmx" if argument == "bare" else argument).read(stream, ReadOptions(path.name)):
            pass


def _take_in(_folder: Path, path: Path, argument: str) -> None:
    from unittest.mock import patch  # noqa: PLC0415 - as above

    from alignments.exchange.importing import import_file  # noqa: PLC0415 - as above
    from alignments.exchange.incoming import Arrival  # noqa: PLC0415 - as above
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above
    from alignments.intake import Counts  # noqa: PLC0415 - as above
    from alignments.memory import open_memory  # noqa: PLC0415 - as above
    from alignments.store import Store  # noqa: PLC0415 - as above

    def keep_nothing(_store: Store, incoming: Iterable[TranslationUnit], _policy: object = None) -> Counts:
        return Counts(read=sum(1 for _ in incoming))

    with open_memory("sqlite://") as memory, path.open("rb") as stream, patch.object(Store, "add_units", keep_nothing):
        import_file(memory, stream, argument, ReadOptions(path.name), Arrival())


def _read(folder: Path, _path: Path, _argument: str) -> None:
    from alignments.memory import open_memory  # noqa: PLC0415 - as above

    with open_memory(f"sqlite:///{folder}/full.db") as memory:
        for _ in memory.store.units():
            pass


def _import(folder: Path, path: Path, argument: str) -> None:
    from alignments.exchange.importing import import_file  # noqa: PLC0415 - as above
    from alignments.exchange.incoming import Arrival  # noqa: PLC0415 - as above
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above
    from alignments.memory import open_memory  # noqa: PLC0415 - as above

    with open_memory(f"sqlite:///{folder}/full.db") as memory, path.open("rb") as stream:
        import_file(memory, stream, argument, ReadOptions(path.name), Arrival())


MEASUREMENTS: dict[str, Callable[[Path, Path, str], None]] = {
    "invent": _invent,
    "export": _export,
    "parse": _parse,
    "import": _import,
    "take in": _take_in,
    "read": _read,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]), sys.argv[4])
    else:
        main()
