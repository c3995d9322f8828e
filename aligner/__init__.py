"""Segments in, beads out: sentence alignment of two or more languages, with no files, database, terminal or network."""

from importlib import import_module
from typing import TYPE_CHECKING

from aligner.beads import Bead, Side, Signature, Span

if TYPE_CHECKING:
    from aligner.alignment import align, align_bitexts, signature

__all__ = ["Bead", "Side", "Signature", "Span", "align", "align_bitexts", "signature"]

_LATE = {"align", "align_bitexts", "signature"}
"""What needs numpy and numba, imported when first asked for, so that `import aligner.words` stays cheap."""


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module("aligner.alignment"), name)
    globals()[name] = value
    return value
