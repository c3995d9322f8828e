"""The files `forms/*.txt`: a word and its irregular forms a line, the dictionary form first."""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def listed_forms(name: str) -> Mapping[str, tuple[str, ...]]:
    """The irregular forms of the words of `forms/<name>.txt`."""
    lines = (resources.files("aligner.lexicon") / "forms" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {first: tuple(rest) for first, *rest in map(str.split, lines)}
