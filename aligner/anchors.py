"""Signs that survive translation, gathered: numbers, dates, names, abbreviations, addresses of the web."""

from aligner.dates import DateSign, date_signs
from aligner.numbers import NumberSign, differences, number_signs

__all__ = ["DateSign", "NumberSign", "date_signs", "differences", "number_signs"]
