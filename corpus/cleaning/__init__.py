"""Cleaning in named, counted, switchable steps; every character keeps the place it had in the source."""

from corpus.cleaning.registry import STEPS, clean

__all__ = ["STEPS", "clean"]
