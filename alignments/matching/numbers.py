"""Numbers that differ between a text and its match, put right in the translation where that is safe."""

import re

_NUMBER = re.compile(r"\d+(?:[.,:/\u00a0\u202f ]\d+)*")


def substitute_numbers(text: str, source: str, target: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The target with the numbers of the text, and the (old, new) pairs, when only numbers differ; otherwise None.

    Safe means: text and source are the same but for their numbers, and every old number stands in the target as often as in
    the source. `Бап 12` ← `Бап 15`, `Статья 15` → `Статья 12`.
    """
    new, old = _NUMBER.findall(text), _NUMBER.findall(source)
    if new == old or len(new) != len(old) or _NUMBER.sub("0", text) != _NUMBER.sub("0", source):
        return None
    pairs = dict(zip(old, new, strict=True))
    in_target = _NUMBER.findall(target)
    changed = {before: after for before, after in pairs.items() if before != after}
    if any(pairs[before] != after for before, after in zip(old, new, strict=True)):
        return None
    if any(in_target.count(before) != old.count(before) for before in changed):
        return None
    return _NUMBER.sub(lambda found: pairs.get(found[0], found[0]), target), tuple(changed.items())
