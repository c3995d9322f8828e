"""TMX 1.4b, levels 1 and 2; TMX 1.1 to 1.3 are read."""

from alignments.formats.tmx.reading import read
from alignments.formats.tmx.writing import write

__all__ = ["read", "write"]
