"""Signs that survive translation, gathered: numbers, dates, names, abbreviations, addresses of the web."""

from aligner.numbers import NumberSign, number_signs

__all__ = ["NumberSign", "number_signs"]
