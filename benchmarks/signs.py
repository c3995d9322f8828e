"""What each kind of sign is worth: how often it finds the translation of a segment among 20 neighbours, order not used.

usage: python benchmarks/signs.py GOLD.jsonl        gold with kk, ru and en segments that correspond one to one

A tie counts as the chance to draw the right one. Guessing gives 0.05.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import log
from pathlib import Path
from time import perf_counter

from aligner.evaluation.gold import parse_gold
from aligner.signs.anchors import date_signs, named_signs, number_signs, sign_values
from aligner.spelling.sounds import sound
from aligner.words import romanise, stems, tokens

NEIGHBOURS = 20
GRAM = 4
Keys = Callable[[str, str], Sequence[str]]
Bags = list[list[Counter[str]]]


def main() -> None:
    """Print accuracy for every kind of sign and pair of languages, and what it costs to find the signs."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    documents = [{side.language: side.segments for side in document.sides} for document in parse_gold(lines)]
    languages = sorted(documents[0], key=["kk", "ru", "en"].index)
    pairs = list(combinations(languages, 2))
    segments = sum(len(side) for document in documents for side in document.values())
    print(f"{'signs':<22}" + "".join(f"{'-'.join(pair):>8}" for pair in pairs) + f"{'µs':>8}")
    for name, keys in KINDS.items():
        started = perf_counter()
        bags = {tag: [[Counter(keys(text, tag)) for text in document[tag]] for document in documents] for tag in languages}
        spent = (perf_counter() - started) / segments * 1e6
        print(f"{name:<22}" + "".join(f"{accuracy(bags[a], bags[b]):8.3f}" for a, b in pairs) + f"{spent:8.0f}")


def accuracy(sources: Bags, targets: Bags) -> float:
    """The share of source segments whose likeliest neighbour is the right one."""
    every = [bag for side in (*sources, *targets) for bag in side]
    frequency = Counter(key for bag in every for key in bag)
    weight = {key: log(len(every) / count) for key, count in frequency.items()}
    rights = [right for source, target in zip(sources, targets, strict=True) for right in _rights(source, target, weight)]
    return sum(rights) / len(rights)


def _rights(source: list[Counter[str]], target: list[Counter[str]], weight: dict[str, float]) -> Iterator[float]:
    norms = [_product(bag, bag, weight) ** 0.5 or 1.0 for bag in target]
    for place, bag in enumerate(source):
        first = max(0, min(place - NEIGHBOURS // 2, len(target) - NEIGHBOURS))
        scores = [_product(bag, target[at], weight) / norms[at] for at in range(first, min(first + NEIGHBOURS, len(target)))]
        best = max(scores)
        yield (scores[place - first] == best) / scores.count(best)


def _product(first: Counter[str], second: Counter[str], weight: dict[str, float]) -> float:
    return sum(count * second[key] * weight[key] ** 2 for key, count in first.items() if key in second)


def _of_kind(mark: str) -> Keys:
    return lambda text, language: [sign.key for sign in named_signs(text, language) if sign.kind.value == mark]


def _grams_of(words: Iterable[str]) -> list[str]:
    marked = (f"^{word}$" for word in words)
    return [word[at : at + GRAM] for word in marked for at in range(max(1, len(word) - GRAM + 1))]


def _letters(text: str, _: str) -> list[str]:
    return _grams_of(tokens(romanise(text)))


def _sounds(text: str, language: str) -> list[str]:
    return _grams_of(sound(word, language) for word in tokens(text))


def _stem_sounds(text: str, language: str) -> list[str]:
    return _grams_of(sound(word, language) for word in stems(text, language))


KINDS: dict[str, Keys] = {
    "numbers": lambda text, language: [sign.value for sign in number_signs(text, language)],
    "numbers in digits": lambda text, language: [sign.value for sign in number_signs(text, language) if sign.is_in_digits],
    "dates": lambda text, language: [sign.value for sign in date_signs(text, language)],
    "names": _of_kind("~"),
    "abbreviations, Latin": _of_kind("="),
    "ICU's names": _of_kind("%"),
    "all signs": sign_values,
    "letters": _letters,
    "sounds": _sounds,
    "sounds of stems": _stem_sounds,
    "letters and signs": lambda text, language: [*_letters(text, language), *sign_values(text, language)],
    "sounds and signs": lambda text, language: [*_stem_sounds(text, language), *sign_values(text, language)],
    "stems alone": stems,
}


if __name__ == "__main__":
    main()
