"""Train the aligner's score and print what it reaches on documents that trained nothing.

usage: python benchmarks/train.py GOLD_FOLDER [--folds 2] [--write aligner/weights.json]

GOLD_FOLDER holds news_norm.jsonl, news_hard.jsonl and, never trained on, official.jsonl. The texts of tests/gold are added to
the training, whole and damaged, and measured as they are where they trained nothing. news_long is news_norm in one document,
strangers are passages of news_norm and of the texts in which segments without a translation face each other.
With --write the weights are trained on everything but official.jsonl.
"""

import argparse
import hashlib
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gold_texts import WrittenGold, parted, passages
from training import FINE, ROUGH, Example, example, fit
from training_sets import LEXICON, VARIANTS, Documents, documents, known, natural, training_sets, written_texts

from aligner.alignment import alignment_of
from aligner.beads import Bead, Side
from aligner.evaluation.agreement import Agreement, Rung, agreement, rungs_of
from aligner.evaluation.gold import GoldDocument, parse_gold
from aligner.lexicon import builtin_lexicon
from aligner.multiway import beads_of_path
from aligner.pairs import Pair
from aligner.rounds import FIRST, LEARNED, THIRD
from aligner.weights import Weights, written_weights

NEWS = ("news_norm", "news_hard")

SAMPLE = 8
"""One of so many pairs is in the first fit of a round, which only finds out what candidates are likely."""


def train(
    news: Sequence[Sequence[GoldDocument]], texts: Sequence[WrittenGold], watched: dict[str, Documents], variant: str
) -> dict[str, Weights]:
    """The weights of every round of a variant; the watched documents are aligned along."""
    sets = training_sets(news, texts, variant)
    trained: dict[str, Weights] = {}
    for name in (FIRST, LEARNED, THIRD):
        started = time.process_time()
        pairs = [(one, pair) for one in sets for pair in one.pairs(name)]
        if name == FIRST:
            pairs = pairs[::2]  # it only has to find the way
        rough = fit(list(examples(pairs[::SAMPLE], name)), ROUGH)
        found = [one.likely(rough) for one in examples(pairs, name)]
        trained[name + variant] = fit(found, FINE, rough)
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


Judged = tuple[tuple[str, str], Sequence[Bead], Sequence[Rung]]
"""The languages of two sides, their beads, and gold."""


def by_two(one: Documents) -> Iterator[Judged]:
    """Every two sides aligned without the others."""
    for pair, result in one.two_sides.items():
        languages = one.batch.languages(pair.document, pair.sides)
        if languages in one.gold[pair.document].rungs:
            yield languages, beads_of_path(result), one.gold[pair.document].rungs[languages]


def by_all(one: Documents) -> Iterator[Judged]:
    """Every two sides as they stand in the beads over all sides."""
    for number, gold in enumerate(one.gold):
        held = {pair.sides: result for pair, result in one.results.items() if pair.document == number}
        found = alignment_of(gold.sides, held)
        for languages, rungs in gold.rungs.items():
            yield languages, found.pair(*languages), rungs


def score(held: Iterable[Judged]) -> dict[tuple[str, str], Agreement]:
    """The agreement of every pair of languages."""
    totals: dict[tuple[str, str], Agreement] = {}
    for languages, beads, gold in held:
        totals[languages] = totals.get(languages, Agreement()) + agreement(rungs_of(beads), gold)
    return totals


def judged(one: Documents) -> list[tuple[float, bool]]:
    """For every bead its probability and whether gold has the same one."""
    verdicts = []
    for _, beads, gold in by_all(one):
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


def strangers(held: Sequence[GoldDocument]) -> list[GoldDocument]:
    """Passages of the documents in which strangers often face each other, above all at their ends."""
    found = [parted(part, 2, inside=0.08, ends=0.5) for one in held for part in passages(one, 2)[::4]]
    return [one for one in found if all(map(len, one.sides))]


def in_one(held: Sequence[GoldDocument]) -> GoldDocument:
    """The documents as one, one after the other."""
    sides = tuple(
        Side(side.language, tuple(text for one in held for text in one.side(side.language).segments)) for side in held[0].sides
    )
    rungs: dict[tuple[str, str], tuple[Rung, ...]] = {}
    for pair in held[0].rungs:
        i = j = 0
        moved: list[Rung] = []
        for one in held:
            moved += [(tuple(i + place for place in a), tuple(j + place for place in b)) for a, b in one.rungs[pair]]
            i, j = i + len(one.side(pair[0])), j + len(one.side(pair[1]))
        rungs[pair] = tuple(moved)
    return replace(held[0], sides=sides, rungs=rungs)


def cross_validate(sets: dict[str, list[GoldDocument]], official: list[GoldDocument], folds: int) -> None:
    """Print strict and lax F1 over documents that trained nothing, with and without the built-in lexicon."""
    totals: dict[tuple[str, tuple[str, str], str], Agreement] = {}
    verdicts: dict[str, list[tuple[float, bool]]] = {}
    texts = written_texts()
    for fold in range(folds):
        news = [[one for place, one in enumerate(held) if place % folds != fold] for held in sets.values()]
        taught = [text for place, text in enumerate(texts) if place % folds != fold]
        unseen = texts[fold::folds]
        for variant in (LEXICON, ""):
            lexicon = builtin_lexicon() if variant else None
            watched = {name: documents(held[fold::folds], lexicon) for name, held in sets.items()}
            watched["news_long"] = documents([in_one(sets[NEWS[0]][fold::folds])], lexicon)
            watched["official"] = documents(official, lexicon)
            watched["written"] = documents(natural(known(unseen) if variant else unseen), lexicon)
            watched["strangers"] = documents(strangers([*sets[NEWS[0]][fold::folds], *natural(known(unseen))]), lexicon)
            train(news, taught, watched, variant)
            for name, one in watched.items():
                verdicts.setdefault(name + variant, []).extend(judged(one))
                for sides, held in (("two sides", by_two(one)), ("all sides", by_all(one))):
                    for languages, found in score(held).items():
                        key = name + variant, languages, sides
                        totals[key] = totals.get(key, Agreement()) + found
        print_table(totals, verdicts)


def print_table(totals: dict[tuple[str, tuple[str, str], str], Agreement], verdicts: dict[str, list[tuple[float, bool]]]) -> None:
    """Calibration by set, and agreement by set, pair of languages and sides that were aligned together."""
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
    sets = {name: list(parse_gold((given.gold / f"{name}.jsonl").open(encoding="utf-8"), name)) for name in NEWS}
    official = list(parse_gold((given.gold / "official.jsonl").open(encoding="utf-8"), "official"))
    if given.folds:
        cross_validate(sets, official, given.folds)
    if given.write:
        trained: dict[str, Weights] = {}
        for variant in VARIANTS:
            trained |= train(list(sets.values()), written_texts(), {}, variant)
        names = "".join(one.id for held in sets.values() for one in held).encode()
        recipe = f"crf on news_norm, news_hard ({hashlib.sha256(names).hexdigest()[:8]}) and tests/gold"
        given.write.write_text(written_weights(trained, recipe), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
