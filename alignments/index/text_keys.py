"""Numbers by which equal texts are found."""

import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

from alignments.index.recipe import plain_text


def text_keys(texts: Iterable[str]) -> list[int]:
    """A 64-bit number for each text that equal ones share; spacing, case and compatibility forms do not count."""
    together = "\n".join(text.replace("\n", " ") for text in texts)
    return [_number(plain_text(line)) for line in unicodedata.normalize("NFKC", together).casefold().split("\n")]


def _number(folded: str) -> int:
    return int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
