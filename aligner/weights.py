"""The trained score: a weight a feature, a bias a shape of bead, and the price of leaving segments alone."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources

import numpy as np

from aligner.errors import AlignerError
from aligner.search.lattice import SHAPES, Floats

FILE = "weights.json"
SHAPE_CLASSES = tuple(sorted({(min(shape), max(shape)) for shape in SHAPES}))
"""Shapes that share a bias, because swapping the sides must change nothing: 1-2 and 2-1."""

CLASS_OF_SHAPE = np.array([SHAPE_CLASSES.index((min(shape), max(shape))) for shape in SHAPES])


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """One trained score: `values` by the name of the feature, `biases` by shape, `transitions` as in `aligner.search.paths`."""

    names: tuple[str, ...]
    values: Floats
    biases: Floats
    transitions: Floats

    def for_features(self, names: tuple[str, ...]) -> Floats:
        """The weights in the order of these features; 0 for one that was not trained."""
        return _in_order(self, names)


@lru_cache(maxsize=256)
def _in_order(weights: Weights, names: tuple[str, ...]) -> Floats:
    known = dict(zip(weights.names, weights.values.tolist(), strict=True))
    return np.array([known.get(name, 0.0) for name in names], dtype=np.float32)


@cache
def weights_digest() -> str:
    """A short hash of the weights that tilmash ships, for the signature of a result."""
    return sha256((resources.files("aligner") / FILE).read_bytes()).hexdigest()[:8]


@cache
def frozen_weights() -> Mapping[str, Weights]:
    """The weights that tilmash ships, by the round that uses them; `benchmarks/train.py` wrote them."""
    text = (resources.files("aligner") / FILE).read_text(encoding="utf-8")
    return parse_weights(text)


def parse_weights(text: str) -> Mapping[str, Weights]:
    """The weights of each round from their file."""
    fields = json.loads(text)
    try:
        return {name: _weights(part) for name, part in fields["rounds"].items()}
    except (KeyError, TypeError) as error:
        raise AlignerError(f"{FILE}: not a file of trained weights ({error}); train again") from error


def _weights(part: Mapping[str, Mapping[str, float]]) -> Weights:
    biases = [part["shapes"][f"{low}-{high}"] for low, high in SHAPE_CLASSES]
    return Weights(
        names=tuple(part["features"]),
        values=np.array(list(part["features"].values()), dtype=np.float32),
        biases=np.array(biases, dtype=np.float32)[CLASS_OF_SHAPE],
        transitions=np.array([part["transitions"]["open"], part["transitions"]["turn"]], dtype=np.float32),
    )


def written_weights(rounds: Mapping[str, Weights], recipe: str) -> str:
    """The weights as the text of their file; `recipe` says what they were trained on."""
    parts = {}
    for name, weights in rounds.items():
        shapes = dict(
            zip(SHAPE_CLASSES, [weights.biases[place == CLASS_OF_SHAPE][0] for place in range(len(SHAPE_CLASSES))], strict=True)
        )
        parts[name] = {
            "features": {feature: round(float(value), 4) for feature, value in zip(weights.names, weights.values, strict=True)},
            "shapes": {f"{low}-{high}": round(float(bias), 4) for (low, high), bias in shapes.items()},
            "transitions": dict(zip(("open", "turn"), (round(float(value), 4) for value in weights.transitions), strict=True)),
        }
    return json.dumps({"recipe": recipe, "rounds": parts}, indent=1, ensure_ascii=False) + "\n"
