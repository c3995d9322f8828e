"""Segments in, beads out: sentence alignment of two or more languages, with no files, database, terminal or network."""

from aligner.beads import Bead, Side, Signature, Span

__all__ = ["Bead", "Side", "Signature", "Span"]
