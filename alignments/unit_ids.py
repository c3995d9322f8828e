"""The ids of units: the same source, places and texts always get the same one."""

from collections.abc import Sequence
from hashlib import blake2b

from alignments.units import Variant


def unit_id(source: str, variants: Sequence[Variant]) -> str:
    """A short id that the same source, places and texts always get: 16 letters and digits."""
    parts = [source]
    for variant in variants:
        places = ",".join(map(str, variant.segments)) if variant.segments else ""
        parts += [variant.language, variant.document, places, variant.text]
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
