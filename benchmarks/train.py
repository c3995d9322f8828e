"""Train the aligner's score and print what it reaches on documents that trained nothing.

usage: python benchmarks/train.py GOLD_FOLDER [--folds 2] [--write aligner/weights.json]

GOLD_FOLDER holds news_norm.jsonl, news_hard.jsonl and, never trained on, official.jsonl. The texts of tests/gold are added to
the training, whole and damaged. With --write the weights are trained on everything but official.jsonl.
"""

import argparse
import hashlib
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gold_texts import damaged, passages, read_written, renamed, without_paragraphs
from invented_vectors import invented_vectors
from training import example, fit

from aligner.bags import Lexicon
from aligner.batch import Batch
from aligner.evaluation import Agreement, agreement, rungs_of
from aligner.gold import GoldDocument, parse_gold
from aligner.lexicon import builtin_lexicon
from aligner.multiway import beads_of_path
from aligner.pairs import Pair
from aligner.rounds import FIRST, LEARNED, THIRD, Results, one_round, pairs_of, teach
from aligner.weights import Weights, written_weights

VARIANTS = ("+lexicon", "", "+vectors")
STRANGERS = ("xx", "yy", "zz")
"""Tags under which no stemmer and no lexicon knows the languages, so that the weights hold for other languages too."""


@dataclass
class Documents:
    """Documents that are aligned together, round after round."""

    gold: Sequence[GoldDocument]
    batch: Batch
    results: Results = field(default_factory=dict)
    two_sides: Results = field(default_factory=dict)

    def run(self, name: str, weights: dict[str, Weights]) -> None:
        """One round; the words of the second are learned before it, and what two sides alone gave is kept before the third."""
        if name == THIRD:
            self.two_sides = self.results
        self.results = {**self.results, **dict(one_round(self.batch, self.results, weights, name))}
        if name == FIRST:
            teach(self.batch, self.results)

    def pairs(self, name: str) -> list[Pair]:
        """The pairs that take part in a round."""
        return [pair for pair in pairs_of(self.batch) if name != THIRD or len(self.gold[pair.document].sides) > 2]


def documents(gold: Sequence[GoldDocument], lexicon: Lexicon | None = None, *, vectors: bool = False, seed: int = 0) -> Documents:
    """The documents ready for the first round."""
    return Documents(gold, Batch([one.sides for one in gold], lexicon, invented_vectors(gold, seed) if vectors else None))


def written_sets() -> list[GoldDocument]:
    """The texts of tests/gold: as they are, without paragraphs, and damaged in several ways."""
    texts = [read_written(path) for path in sorted((Path(__file__).resolve().parent.parent / "tests" / "gold").glob("*.txt"))]
    return [
        *(without_paragraphs(text.document()) for text in texts),
        *(text.document() for text in texts),
        *(damaged(text, seed, left_out=0.06, joined=0.08, cut=0.04).document() for text in texts for seed in (1, 2)),
        *(without_paragraphs(damaged(text, 3, left_out=0.12, joined=0.15, cut=0.08).document()) for text in texts),
    ]


def short_sets(gold: Sequence[GoldDocument]) -> list[GoldDocument]:
    """Passages of the documents, every third of them; each is aligned alone, as an abstract or a letter is."""
    return [part for one in gold for part in passages(one, 1)[::3]]


def training_sets(news: Sequence[Sequence[GoldDocument]], variant: str) -> list[Documents]:
    """What a variant of the weights is trained on."""
    written = written_sets()
    short = short_sets([one for held in (*news, written[:10]) for one in held])
    if variant == "+lexicon":
        return [documents(held, builtin_lexicon()) for held in (*news, written, *([one] for one in short))]
    if variant == "+vectors":
        half = [one for held in (*news, written) for one in held[::2]]
        alone = [documents([one], vectors=True, seed=place) for place, one in enumerate(short[::2])]
        unknown = [renamed(one, STRANGERS) for one in half]
        return [documents(half, builtin_lexicon(), vectors=True), documents(unknown, vectors=True, seed=1), *alone]
    strangers = [renamed(one, STRANGERS) for held in (*(news_set[::2] for news_set in news), written) for one in held]
    return [documents(held) for held in (*news, strangers, written[:10], *([one] for one in short))]


def train(news: Sequence[Sequence[GoldDocument]], watched: dict[str, Documents], variant: str) -> dict[str, Weights]:
    """The weights of every round of a variant; the watched documents are aligned along and scored."""
    sets = training_sets(news, variant)
    trained: dict[str, Weights] = {}
    for name in (FIRST, LEARNED, THIRD):
        started = time.process_time()
        pairs = [(one, pair) for one in sets for pair in one.pairs(name)]
        rough = fit(list(examples(pairs[::SAMPLE], name)), ROUGH)
        found = [one.likely(rough) for one in examples(pairs, name)]
        trained[name + variant] = fit(found)
        for one in (*sets, *watched.values()):
            one.run(name, trained)
        say(f"{name}{variant}: {len(found)} of {len(pairs)} pairs, {time.process_time() - started:.0f} s of processor time")
    return trained


def examples(pairs: Iterable[tuple[Documents, Pair]], name: str) -> Iterator[Example]:
    """What the pairs teach a round, but for those whose gold lies outside the candidates."""
    for one, pair in pairs:
        found = example(one.batch, one.gold[pair.document], pair, one.results, third=name == THIRD)
        if found is not None:
            yield found


def score(one: Documents, results: Results) -> dict[tuple[str, str], Agreement]:
    """The agreement of every pair of languages."""
    totals: dict[tuple[str, str], Agreement] = {}
    for languages, beads, gold in aligned(one, results):
        totals[languages] = totals.get(languages, Agreement()) + agreement(rungs_of(beads), gold)
    return totals


def aligned(one: Documents, results: Results) -> Iterator[tuple[tuple[str, str], Sequence[Bead], Sequence[Rung]]]:
    """The languages, beads and gold of every two sides that have gold; all sides agree where more than two were aligned."""
    for number, gold in enumerate(one.gold):
        held = {pair.sides: result for pair, result in results.items() if pair.document == number}
        found = alignment_of(gold.sides, held)
        for languages, rungs in gold.rungs.items():
            yield languages, found.pair(*languages), rungs


def judged(one: Documents) -> list[tuple[float, bool]]:
    """For every bead its probability and whether gold has the same one."""
    verdicts = []
    for _, beads, gold in aligned(one, one.results):
        right = set(gold)
        verdicts += [(bead.probability, rung in right) for bead, rung in zip(beads, rungs_of(beads), strict=True)]
    return verdicts


def calibration(verdicts: Sequence[tuple[float, bool]]) -> str:
    """The expected calibration error over ten bins (Guo et al. 2017), and how often beads of .9 and more are right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for chance, right in verdicts:
        bins.setdefault(min(9, int(chance * 10)), []).append((chance, right))
    error = sum(abs(sum(chance - right for chance, right in held)) for held in bins.values()) / len(verdicts)
    sure = [right for chance, right in verdicts if chance >= 0.9]
    sure_share = len(sure) / len(verdicts)
    return f"calibration error {error:.3f}; {sure_share:.0%} of beads at .9 or more, right {sum(sure) / len(sure):.1%}"


def cross_validate(sets: dict[str, list[GoldDocument]], official: list[GoldDocument], folds: int) -> None:
    """Print strict and lax F1 over documents that trained nothing, with and without the built-in lexicon."""
    totals: dict[tuple[str, tuple[str, str], str], Agreement] = {}
    verdicts: dict[str, list[tuple[float, bool]]] = {}
    for fold in range(folds):
        news = [[one for place, one in enumerate(held) if place % folds != fold] for held in sets.values()]
        for variant, lexicon in (("+lexicon", builtin_lexicon()), ("", None)):
            watched = {
                f"{name}{variant}": documents([one for place, one in enumerate(held) if place % folds == fold], lexicon)
                for name, held in sets.items()
            }
            watched[f"official{variant}"] = documents(official, lexicon)
            train(news, watched, variant)
            for name, one in watched.items():
                verdicts.setdefault(name, []).extend(judged(one))
                for sides, results in (("two sides", one.two_sides), ("all sides", one.results)):
                    for languages, found in score(one, results).items():
                        key = name, languages, sides
                        totals[key] = totals.get(key, Agreement()) + found
    for name, held in sorted(verdicts.items()):
        say(f"{name:<22} {calibration(held)}")
    for (name, languages, sides), total in sorted(totals.items()):
        say(f"{name:<22} {'-'.join(languages)}  {sides}  strict {total.strict.f1:.3f}  lax {total.lax.f1:.3f}")


def say(line: str) -> None:
    """Print at once, so that a long run can be watched."""
    print(line, flush=True)


def main() -> None:
    """Read the gold, cross-validate, and write the weights if asked to."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--folds", type=int, default=2, help="0: no cross-validation")
    options.add_argument("--write", type=Path)
    given = options.parse_args()
    sets = {
        name: list(parse_gold((given.gold / f"{name}.jsonl").open(encoding="utf-8"), name)) for name in ("news_norm", "news_hard")
    }
    official = list(parse_gold((given.gold / "official.jsonl").open(encoding="utf-8"), "official"))
    if given.folds:
        cross_validate(sets, official, given.folds)
    if given.write:
        trained: dict[str, Weights] = {}
        for variant in VARIANTS:
            trained |= train(list(sets.values()), {}, variant)
        names = "".join(one.id for held in sets.values() for one in held).encode()
        recipe = f"crf on news_norm, news_hard ({hashlib.sha256(names).hexdigest()[:8]}) and tests/gold"
        given.write.write_text(written_weights(trained, recipe), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
