"""Numbers that differ between a text and its match, put right in the translation where that is safe."""

import re
from functools import lru_cache

_NUMBER = re.compile(r"\d+(?:[.,:/\u00a0\u202f ]\d+)*")


def substitute_numbers(text: str, source: str, target: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The target with the numbers of the text, and the (old, new) pairs, when only numbers differ; otherwise None.

    Safe means: text and source are the same but for their numbers, and every old number stands in the target as often as in
    the source. `Бап 12` ← `Бап 15`, `Статья 15` → `Статья 12`.
    """
    (frame, new), (other_frame, old) = _parts(text), _parts(source)
    if frame != other_frame or new == old:
        return None
    pairs = dict(zip(old, new, strict=True))
    in_target = _NUMBER.findall(target)
    changed = {before: after for before, after in pairs.items() if before != after}
    if any(pairs[before] != after for before, after in zip(old, new, strict=True)):
        return None
    if any(in_target.count(before) != old.count(before) for before in changed):
        return None
    return _NUMBER.sub(lambda found: pairs.get(found[0], found[0]), target), tuple(changed.items())


@lru_cache(maxsize=1_000)
def _parts(text: str) -> tuple[str, list[str]]:
    """The text with every number as 0, and the numbers; kept, for one text is compared with hundreds."""
    return _NUMBER.sub("0", text), _NUMBER.findall(text)
