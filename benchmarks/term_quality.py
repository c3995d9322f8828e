"""How often the right translation of a term comes first: `term_quality.py UNITS.jsonl TERMS.tsv`.

UNITS is gold JSONL whose beads are all 1-1 (line n of every language translates line n of the others); TERMS has the columns
query, from, to and accepted (separated by `;`), judged before the first run.
"""

import csv
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from alignments.memory import open_memory
from alignments.terms.translations import term_translations
from alignments.units import Provenance, TranslationUnit, Variant


def main(units_path: str, terms_path: str) -> None:
    """Print every term with its first three answers, and the share that is right first and among the first three."""
    with Path(terms_path).open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    with tempfile.TemporaryDirectory() as folder, open_memory(f"sqlite:///{folder}/terms.db") as memory:
        memory.store.add_units(_units(units_path))
        ranks = []
        for row in rows:
            found = term_translations(memory.store, row["query"], row["from"], [row["to"]])
            answers = [one.text for one in found.translations[0][1]]
            accepted = {_plain(term) for term in row["accepted"].split(";")}
            rank = next((place for place, answer in enumerate(answers, start=1) if _plain(answer) in accepted), 0)
            ranks.append(rank)
            print(f"{rank:2} {row['query']} {row['from']}-{row['to']} ({found.hits}): {' | '.join(answers[:3])}")
        first = sum(rank == 1 for rank in ranks) / len(ranks)
        three = sum(1 <= rank <= 3 for rank in ranks) / len(ranks)
        print(f"{len(ranks)} terms: right first {first:.3f}, among the first three {three:.3f}")


def _plain(term: str) -> str:
    return " ".join(term.casefold().replace("ё", "е").replace("-", " ").split())


def _units(path: str) -> Iterator[TranslationUnit]:
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        sides = document["langs"]
        for position, texts in enumerate(zip(*sides.values(), strict=True)):
            variants = tuple(
                Variant(language, text, document["id"], (position,)) for language, text in zip(sides, texts, strict=True)
            )
            yield TranslationUnit(
                f"{document['id']}-{position}", variants, 1.0, provenance=Provenance("aligned", document["id"], 0, position)
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
