"""Sorts the lexicon's entries, refuses faulty ones, and writes what is compiled from them: the stemmer's roots and the index.

usage: python scripts/compile_lexicon.py            after every change to aligner/lexicon/entries/*.tsv or to the stemmers
"""

import subprocess
import sys
from pathlib import Path

import icu

from aligner.lexicon.entries import HEADER, builtin_concepts, builtin_faults, parse
from aligner.lexicon.index import INDEX_FILE, written_index

HERE = Path(__file__).parent
FOLDER = HERE.parent / "aligner" / "lexicon"


def main() -> None:
    """Check every file, sort it by its Kazakh side, then compile the roots of the stemmer and the index of all terms."""
    found = list(builtin_faults())
    if found:
        sys.exit("\n".join(found))
    collator = icu.Collator.createInstance(icu.Locale("kk"))
    for file in sorted((FOLDER / "entries").glob("*.tsv")):
        concepts = sorted(parse(file.stem, file.read_text(encoding="utf-8")), key=lambda one: collator.getSortKey(one.line))
        file.write_text("\n".join([HEADER, *(concept.line for concept in concepts), ""]), encoding="utf-8")
    subprocess.run([sys.executable, HERE / "compile_kazakh_roots.py"], check=True)  # noqa: S603 - our own script
    index = written_index(builtin_concepts())
    (FOLDER / INDEX_FILE).write_text(index, encoding="utf-8")
    sys.stderr.write(f"{index.count(chr(9))} terms indexed\n")


if __name__ == "__main__":
    main()
