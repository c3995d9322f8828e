"""What the aligner's score is trained on: news and written texts, whole and damaged, long and short, known languages and not."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gold_texts import WrittenGold, damaged, parted, passages, read_written, renamed, without_paragraphs
from invented_vectors import invented_vectors

from aligner.bags import LexiconLike
from aligner.batch import Batch
from aligner.evaluation.gold import GoldDocument
from aligner.lexicon import builtin_lexicon
from aligner.pairs import Pair
from aligner.rounds import FIRST, THIRD, Results, one_round, pairs_of, teach
from aligner.weights import Weights

LEXICON, VECTORS = "+lexicon", "+vectors"
VARIANTS = (LEXICON, "", VECTORS)

STRANGERS = ("xx", "yy", "zz")
"""Tags under which no stemmer and no lexicon knows the languages, so that the weights hold for other languages too."""

EVERY = 7
"""One of so many passages is trained on alone, as an abstract or a letter is."""

FEW = 4
"""Documents that are trained on together, at least: words that many taught would be trusted where few teach them, too."""


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


def documents(
    gold: Sequence[GoldDocument], lexicon: LexiconLike | None = None, *, vectors: bool = False, seed: int = 0
) -> Documents:
    """The documents ready for the first round."""
    return Documents(gold, Batch([one.sides for one in gold], lexicon, invented_vectors(gold, seed) if vectors else None))


def written_texts() -> list[WrittenGold]:
    """The texts of tests/gold."""
    folder = Path(__file__).resolve().parent.parent / "tests" / "gold"
    return [read_written(path) for path in sorted(folder.glob("*.txt"))]


def known(texts: Sequence[WrittenGold]) -> list[WrittenGold]:
    """The texts of which the built-in lexicon knows all languages."""
    return [text for text in texts if set(text.languages) <= set(builtin_lexicon().languages)]


def natural(texts: Sequence[WrittenGold]) -> list[GoldDocument]:
    """The texts as they are, but without paragraphs, as gold files have them."""
    return [without_paragraphs(text.document()) for text in texts]


def written_sets(texts: Sequence[WrittenGold]) -> list[list[GoldDocument]]:
    """The texts as they are and damaged, lightly or heavily by turns; apart, so that neither teaches words to the other.

    Those left without paragraphs are every other one.
    """
    light = [damaged(text, 1, left_out=0.06, joined=0.08, cut=0.04).document() for text in texts[::2]]
    heavy = [damaged(text, 2, left_out=0.12, joined=0.15, cut=0.08).document() for text in texts[1::2]]
    whole = [text.document() for text in texts]
    return [[*map(without_paragraphs, whole[::2]), *whole[1::2]], [*light, *map(without_paragraphs, heavy)]]


def training_sets(news: Sequence[Sequence[GoldDocument]], texts: Sequence[WrittenGold], variant: str) -> list[Documents]:
    """What a variant of the weights is trained on."""
    held = known(texts) if variant == LEXICON else list(texts)
    every = [one for some in news for one in some]
    whole = [*news, *written_sets(held)]
    short = [part for one in (*every, *natural(held)) for part in passages(one, 1)[1::EVERY]]
    if variant == LEXICON:
        texts_with_paragraphs = [text.document() for text in held]
        whole.append([parted(one, 7, inside=0.01, ends=0.3) for one in texts_with_paragraphs])
        short += with_strangers([*every, *texts_with_paragraphs])
        return [documents(some, builtin_lexicon()) for some in (*in_groups(whole), *([one] for one in short))]
    if variant == VECTORS:
        alone = [documents([one], vectors=True, seed=place) for place, one in enumerate(short[::2])]
        strange = [[renamed(one, STRANGERS) for one in some[1::4]] for some in whole]
        return [
            *(documents(some[::3], builtin_lexicon(), vectors=True) for some in whole),
            *(documents(some, vectors=True, seed=1) for some in strange),
            *alone,
        ]
    strange = [[renamed(one, STRANGERS) for one in some[::3]] for some in whole]
    return [documents(some) for some in (*in_groups(whole), *in_groups(strange), *([one] for one in short))]


def in_groups(sets: Sequence[Sequence[GoldDocument]]) -> list[Sequence[GoldDocument]]:
    """The documents of every set in groups that teach no words to each other."""
    counts = [max(1, len(some) // FEW) for some in sets]
    return [some[place::count] for some, count in zip(sets, counts, strict=True) for place in range(count)]


def with_strangers(held: Sequence[GoldDocument]) -> list[GoldDocument]:
    """Passages in which segments without a translation face each other.

    Only where the lexicon knows the words: without it, free translations look like strangers and would be left alone too.
    """
    found = [parted(part, 5, inside=0.08, ends=0.3) for one in held for part in passages(one, 5)[3::EVERY]]
    return [one for one in found if all(map(len, one.sides))]
