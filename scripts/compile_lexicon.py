"""Sorts the lexicon's entries, refuses faulty ones, and writes the index that tilmash loads.

usage: python scripts/compile_lexicon.py            after every change to aligner/lexicon/entries/*.tsv or to the stemmers
"""

import sys
from pathlib import Path

import icu

from aligner.lexicon.entries import HEADER, builtin_concepts, faults, parse
from aligner.lexicon.index import INDEX_FILE, index_terms, written_index

FOLDER = Path(__file__).parent.parent / "aligner" / "lexicon"


def main() -> None:
    """Check every file, sort it by its Kazakh side, then compile the index of all of them."""
    files = sorted((FOLDER / "entries").glob("*.tsv"))
    found = [fault for file in files for fault in faults(file.stem, file.read_text(encoding="utf-8"))]
    if found:
        sys.exit("\n".join(found))
    collator = icu.Collator.createInstance(icu.Locale("kk"))
    for file in files:
        concepts = sorted(parse(file.stem, file.read_text(encoding="utf-8")), key=lambda one: collator.getSortKey(one.line))
        file.write_text("\n".join([HEADER, *(concept.line for concept in concepts), ""]), encoding="utf-8")
    index = index_terms(builtin_concepts())
    (FOLDER / INDEX_FILE).write_text(written_index(index), encoding="utf-8")
    sys.stderr.write(f"{sum(map(len, index.values()))} terms indexed\n")


if __name__ == "__main__":
    main()
