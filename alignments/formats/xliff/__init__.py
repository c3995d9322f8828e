"""XLIFF 1.2 and 2.1: a source and a target with their state; `read` takes both, `write` makes 1.2."""

from alignments.formats.xliff.reading import read
from alignments.formats.xliff.version_1 import write

__all__ = ["read", "write"]
