"""One alignment written out without a memory: positions for machines, texts for people, units for TMX."""

import json
from collections.abc import Iterator, Mapping, Sequence

from aligner.beads import Bead, Side, Signature
from alignments.units import Provenance, TranslationUnit, Variant


def as_json(beads: Sequence[Bead], sides: Sequence[Side], pairs: Mapping[tuple[str, str], Sequence[Bead]]) -> str:
    """The alignment as one line of JSON: `{"beads": [{"kk": [0], "ru": [0, 1], "probability": 0.97}, …]}`.

    With three sides and more `pairs` holds the finer beads of every two: `{"kk-ru": [[[0], [0, 1]], …], …}`.
    """
    rungs = []
    for bead in beads:
        positions = {side.language: list(span.positions) for side, span in zip(sides, bead.spans, strict=True)}
        rungs.append({**positions, "probability": round(bead.probability, 4)})
    finer = {"-".join(pair): [[list(span.positions) for span in bead.spans] for bead in held] for pair, held in pairs.items()}
    return json.dumps({"beads": rungs, **({"pairs": finer} if len(sides) > 2 else {})}, ensure_ascii=False) + "\n"


def as_ladder(beads: Sequence[Bead], sides: Sequence[Side]) -> str:
    """A rung a line, separated by tabs: where the bead begins on each side, and its probability; the last rung is the end."""
    rungs = [(*(span.start for span in bead.spans), f"{bead.probability:.4f}") for bead in beads]
    end = (*map(len, sides), "1.0000")
    return "".join("\t".join(map(str, rung)) + "\n" for rung in [*rungs, end])


def as_table(beads: Sequence[Bead], sides: Sequence[Side]) -> str:
    """A bead a line: a column of text a language, the kind, the probability; the first line names the columns."""
    rows = [[side.language for side in sides] + ["kind", "probability"]]
    for bead in beads:
        texts = [_text(bead, sides, number) for number in range(len(sides))]
        rows.append([*texts, bead.kind, f"{bead.probability:.4f}"])
    return "".join("\t".join(map(_without_tabs, row)) + "\n" for row in rows)


def as_units(beads: Sequence[Bead], sides: Sequence[Side], signature: Signature, source: str) -> Iterator[TranslationUnit]:
    """The beads that translate something as units, numbered from 1 for the lack of a memory; one-sided beads are left out."""
    for number, bead in enumerate(beads, start=1):
        if bead.is_one_sided:
            continue
        variants = tuple(
            Variant(side.language, _text(bead, sides, place), segments=span.positions)
            for place, (side, span) in enumerate(zip(sides, bead.spans, strict=True))
            if len(span)
        )
        provenance = Provenance("aligned", source, position=number, signature=str(signature))
        yield TranslationUnit(str(number), variants, bead.probability, provenance=provenance)


def _text(bead: Bead, sides: Sequence[Side], place: int) -> str:
    return " ".join(sides[place].segments[position] for position in bead.spans[place].positions)


def _without_tabs(cell: str) -> str:
    return " ".join(cell.split())
