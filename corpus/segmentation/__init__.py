"""Cutting text into sentences: candidates from PyICU, decided by ordered rules that have names."""

from corpus.segmentation.cutting import Decision, cuts, decisions, segment

__all__ = ["Decision", "cuts", "decisions", "segment"]
