"""Gold documents aligned and scored: strict and lax agreement a pair of languages, with the time it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from aligner.alignment import BUILTIN, LexiconChoice, alignments
from aligner.errors import AlignerError
from aligner.evaluation.agreement import Agreement, agreement, rungs_of
from aligner.evaluation.gold import GoldDocument, Pair


@dataclass(frozen=True, slots=True)
class GoldScore:
    """How well one pair of one set was aligned: segments of the sides that were aligned, and seconds for them."""

    pair: Pair
    agreement: Agreement
    segments: int
    seconds: float


def score_gold(
    documents: Sequence[GoldDocument],
    pairs: Sequence[Pair] = (),
    *,
    two_sides: bool = False,
    lexicon: LexiconChoice = BUILTIN,
) -> tuple[GoldScore, ...]:
    """Align the segments of the documents together and score every pair that has gold, or the pairs named.

    All sides of a document are aligned at once, so that the third helps the other two; with `two_sides` each pair alone.
    """
    there = tuple(dict.fromkeys(pair for document in documents for pair in document.rungs))
    missing = [pair for pair in pairs if pair not in there]
    if missing:
        raise AlignerError(f"no gold for the pair {'-'.join(missing[0])}; there is {', '.join(map('-'.join, there)) or 'none'}")
    chosen = tuple(pairs) or there
    if two_sides:
        return tuple(score for pair in chosen for score in _scored(documents, (pair,), pair, lexicon))
    return _scored(documents, chosen, None, lexicon)


def _scored(
    documents: Sequence[GoldDocument], pairs: Sequence[Pair], only: Pair | None, lexicon: LexiconChoice
) -> tuple[GoldScore, ...]:
    held = [document for document in documents if set(document.rungs) & set(pairs)]
    bitexts = [tuple(side for side in document.sides if only is None or side.language in only) for document in held]
    started = perf_counter()
    aligned = alignments(bitexts, lexicon=lexicon)
    seconds = perf_counter() - started
    segments = sum(len(side) for sides in bitexts for side in sides)
    scores = []
    for pair in pairs:
        total = Agreement()
        for document, alignment in zip(held, aligned, strict=True):
            if pair in document.rungs:
                total += agreement(rungs_of(alignment.pair(*pair)), document.rungs[pair])
        scores.append(GoldScore(pair, total, segments, seconds))
    return tuple(scores)
